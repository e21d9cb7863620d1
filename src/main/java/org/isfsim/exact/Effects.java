package org.isfsim.exact;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.isfsim.model.Variable;
import org.isfsim.parameter.PortableMath;
import org.jspecify.annotations.Nullable;

/** Reads from walks what becomes of a variable when single parameters are set. */
final class Effects {

  private Effects() {}

  /**
   * What a parameter does to a variable when it alone is set to each value that is looked at, by a
   * walk that keeps both to the end.
   */
  static Optional<ExactResult.Effect> apart(Supports supports, Variable parameter, Variable target)
      throws TooLargeException {
    // Each value weighs one, whatever its parents are: that is what setting it means.
    FactorGraph.Weighting set =
        (drawn, parents, value) ->
            drawn.output().equals(parameter)
                ? 1
                : FactorGraph.PROBABILITY.weight(drawn, parents, value);
    SplitWalk walk = new SplitWalk(supports, List.of(parameter, target), List.of(target), set);
    FactorGraph graph = walk.graph();
    if (!graph.contains(parameter) || graph.node(parameter) < 0) {
      return Optional.empty();
    }
    double[] joint = walk.weights();
    int[] classes = graph.classes(parameter);
    int results = target.domain().size();
    double[][] given = new double[classes.length][];
    for (int v = 0; v < given.length; v++) {
      if (classes[v] >= 0 && Moves.isSettable(supports.plan(), Map.of(parameter, v))) {
        given[v] = row(graph, Arrays.copyOfRange(joint, v * results, (v + 1) * results));
      }
    }
    return Optional.of(new ExactResult.Effect(parameter, given));
  }

  /** What setting each of some drawn variables does to a walk's target. */
  static List<ExactResult.Effect> effects(
      AnsweredWalk walk, List<Variable> parameters, Moves moves) {
    return parameters.stream()
        .parallel()
        .filter(walk::dependsOn)
        .map(parameter -> effect(walk, parameter, moves))
        .toList();
  }

  private static ExactResult.Effect effect(AnsweredWalk walk, Variable parameter, Moves moves) {
    double[][] weights = walk.whenSet(parameter);
    double[][] given = new double[weights.length][];
    for (int v = 0; v < given.length; v++) {
      double[] of = weights[v];
      if (of != null && (!moves.has(parameter) || moves.isSetTo(parameter, v))) {
        given[v] = row(walk.graph(), of);
      }
    }
    return new ExactResult.Effect(parameter, given);
  }

  /**
   * For each value that a drawn variable is set to, what the target's values weigh; null for a
   * value that is not looked at.
   *
   * @param tree a walk whose root is the target, with answers
   */
  static double[][] weights(FactorGraph graph, JoinTree tree, Variable target, Variable parameter) {
    double[] rest = tree.without(graph.drawFactor(parameter));
    int root = graph.node(target);
    int outcomes = root < 0 ? 1 : graph.sizes()[root];
    int size = graph.representatives(parameter).length;
    // The scope is: parents, the parameter itself unless it has one class only, the root.
    double[][] byClass = new double[size][outcomes];
    for (int i = 0; i < rest.length; i++) {
      byClass[i / outcomes % size][i % outcomes] += rest[i];
    }
    int[] classes = graph.classes(parameter);
    double[][] weights = new double[classes.length][];
    for (int v = 0; v < weights.length; v++) {
      if (classes[v] >= 0) {
        weights[v] = ExactWalk.byValue(graph, target, byClass[classes[v]]);
      }
    }
    return weights;
  }

  /** What becomes of a target in a setting; null if nothing in it agrees with what is known. */
  private static double @Nullable [] row(FactorGraph graph, double[] weights) {
    return graph.isPartial() && PortableMath.sum(weights) <= 0
        ? null
        : ExactWalk.given(graph, weights);
  }
}
