package org.isfsim.exact;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.isfsim.model.Variable;
import org.jspecify.annotations.Nullable;

/**
 * How much the cases weigh by the values of a target, as they are and when a parameter is set: a
 * walk in both directions, in as many parts as is best.
 */
final class AnsweredWalk {

  private final Variable target;
  private final FactorGraph graph;
  private final List<FactorGraph> graphs = new ArrayList<>();
  private final List<JoinTree> trees = new ArrayList<>();

  /**
   * @param all the values that can occur
   * @param target the variable by whose values weights are told
   * @throws TooLargeException if the walk would need too much room; the message names the step
   */
  AnsweredWalk(Supports all, Variable target) throws TooLargeException {
    this(all, target, List.of(), WalkParts.LONG);
  }

  /**
   * The same.
   *
   * @param apart further variables whose every value is kept apart, for {@link #joint}
   * @throws TooLargeException if the walk would need too much room; the message names the step
   */
  AnsweredWalk(Supports all, Variable target, List<Variable> apart) throws TooLargeException {
    this(all, target, apart, WalkParts.LONG);
  }

  /**
   * The same.
   *
   * @param tooLong what a walk must cost for a split to be looked for
   * @throws TooLargeException if the walk would need too much room; the message names the step
   */
  AnsweredWalk(Supports all, Variable target, List<Variable> apart, double tooLong)
      throws TooLargeException {
    this.target = target;
    List<Variable> told = new ArrayList<>(apart);
    told.add(target);
    WalkParts parts =
        new WalkParts(
            all,
            new WalkParts.Question(List.of(target), told, FactorGraph.PROBABILITY, true),
            tooLong);
    this.graph = parts.whole().graph();
    parts.check();
    for (WalkParts.Part part : parts.parts()) {
      graphs.add(part.graph());
      trees.add(
          JoinTree.answered(part.graph(), target, Algebra.SUM_PRODUCT, part.estimate().order()));
    }
  }

  /** The graph of the walk over all cases. */
  FactorGraph graph() {
    return graph;
  }

  /** The weight of each value of the target, by index. */
  double[] total() {
    double[] total = new double[target.domain().size()];
    for (int part = 0; part < trees.size(); part++) {
      add(ExactWalk.byValue(graphs.get(part), target, trees.get(part).total()), total);
    }
    return total;
  }

  /** Whether the target's values depend on a drawn variable. */
  boolean dependsOn(Variable drawn) {
    return graph.contains(drawn) && graph.node(drawn) >= 0;
  }

  /**
   * For each value that a drawn variable is set to, whatever its parents are, what the target's
   * values weigh; null for a value that is not looked at.
   *
   * @param drawn one that the target depends on
   */
  double[] @Nullable [] whenSet(Variable drawn) {
    double[][] weights = new double[drawn.domain().size()][];
    for (int value : graph.supports().supports()[drawn.slot()]) {
      weights[value] = new double[target.domain().size()];
    }
    for (int part = 0; part < trees.size(); part++) {
      double[][] of = Effects.weights(graphs.get(part), trees.get(part), target, drawn);
      for (int value = 0; value < of.length; value++) {
        if (of[value] != null) {
          add(of[value], weights[value]);
        }
      }
    }
    // Values that nothing tells apart come to the same, to the last digit.
    int[] classes = graph.classes(drawn);
    for (int value = 0; value < weights.length; value++) {
      if (weights[value] != null) {
        weights[value] = weights[graph.representatives(drawn)[classes[value]]];
      }
    }
    return weights;
  }

  /** Whether the target's cases are told by every value that a variable can have. */
  boolean tellsApart(Variable variable) {
    return graphs.stream()
        .allMatch(
            of ->
                of.contains(variable)
                    && of.representatives(variable).length
                        == of.supports().supports()[variable.slot()].length);
  }

  /**
   * For some variables and each of their values, what the target's values weigh together with it.
   *
   * @param apart variables that the walk tells apart
   */
  Map<Variable, double[][]> joints(List<Variable> apart) {
    Map<Variable, double[][]> joints = new LinkedHashMap<>();
    for (Variable variable : apart) {
      joints.put(variable, new double[variable.domain().size()][target.domain().size()]);
    }
    for (int part = 0; part < trees.size(); part++) {
      FactorGraph of = graphs.get(part);
      JoinTree tree = trees.get(part);
      List<Integer> nodes = apart.stream().map(of::node).filter(node -> node >= 0).toList();
      Map<Integer, double[]> marginals = tree.marginals(nodes);
      joints.forEach(
          (variable, joint) -> {
            // A variable that is no node has one value here.
            double[] ofNode = marginals.get(of.node(variable));
            double[] weights = ofNode == null ? tree.total() : ofNode;
            double[][] more = byValues(of, variable, target, weights);
            for (int value = 0; value < joint.length; value++) {
              add(more[value], joint[value]);
            }
          });
    }
    return joints;
  }

  /**
   * Weights by value, from weights by class; those of the target vary fastest.
   *
   * @param variable one whose every value is a class of its own
   */
  static double[][] byValues(
      FactorGraph graph, Variable variable, Variable target, double[] weights) {
    int[] classes = graph.classes(variable);
    int[] targets = graph.classes(target);
    int next = graph.representatives(target).length;
    double[][] joint = new double[classes.length][targets.length];
    for (int x = 0; x < joint.length; x++) {
      for (int t = 0; t < joint[x].length; t++) {
        if (classes[x] >= 0 && targets[t] >= 0) {
          joint[x][t] = weights[classes[x] * next + targets[t]];
        }
      }
    }
    return joint;
  }

  private static void add(double[] more, double[] sum) {
    Arrays.setAll(sum, i -> sum[i] + more[i]);
  }

  /** Whether a weight is zero only where there is no way at all. */
  boolean zeroMeansNever() {
    return graphs.stream().allMatch(FactorGraph::zeroMeansNever);
  }

  /** How many products were added up so far. */
  long edges() {
    return trees.stream().mapToLong(JoinTree::edges).sum();
  }

  /** How many cells of messages are not zero. */
  long states() {
    return trees.stream().mapToLong(JoinTree::states).sum();
  }

  /** What each step upwards did, part by part. */
  List<WalkStep> steps() {
    return trees.stream().flatMap(tree -> tree.steps().stream()).toList();
  }
}
