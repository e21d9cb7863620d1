package org.isfsim.exact;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.isfsim.decision.Decisions;
import org.isfsim.model.Plan;
import org.isfsim.model.Step;
import org.isfsim.model.Variable;
import org.isfsim.parameter.PortableMath;

/**
 * How likely the values of some variables are together with those of a target, among the cases that
 * agree with what is known.
 */
public final class JointWalk {

  private final Plan plan;
  private final Decisions decisions;
  private final WalkMemory memory;

  /** Questions about this plan, decided by these decisions. */
  public JointWalk(Plan plan, Decisions decisions) {
    this(plan, decisions, new WalkMemory());
  }

  /**
   * The same.
   *
   * @param memory what walks over this and other plans have worked out
   */
  JointWalk(Plan plan, Decisions decisions, WalkMemory memory) {
    this.memory = memory;
    this.plan = plan;
    this.decisions = decisions;
  }

  /**
   * Joint probabilities.
   *
   * @param known by variable, in the order asked for: for each of its values and each of the
   *     target's, by index, how likely both are
   * @param tooLarge the variables for which the walk would need too much room, with the reason
   */
  public record Joints(Map<Variable, double[][]> known, Map<Variable, String> tooLarge) {}

  /**
   * The joint probabilities of some variables, each with the target. Parameters that depend on
   * nothing share one walk with all variables whose values the target tells apart; every other
   * variable takes one of its own, in which its values are kept apart.
   *
   * @throws TooLargeException if even a step's table would be too large; the message names the step
   */
  public Joints with(Variable target, List<Variable> variables) throws TooLargeException {
    List<Variable> all = new ArrayList<>(variables);
    all.add(target);
    Supports supports =
        Supports.of(plan, decisions, all, (drawn, possible) -> possible, Map.of(), memory);
    Map<Variable, double[][]> found = new ConcurrentHashMap<>();
    Map<Variable, String> tooLarge = new ConcurrentHashMap<>();
    try {
      found.putAll(inOneWalk(supports, target, variables));
    } catch (TooLargeException e) {
      // Each of them by itself may do.
    }
    variables.stream()
        .parallel()
        .filter(variable -> !found.containsKey(variable))
        .forEach(
            variable -> {
              try {
                found.put(variable, ofOne(supports, target, variable));
              } catch (TooLargeException e) {
                tooLarge.put(variable, String.valueOf(e.getMessage()));
              }
            });
    // In an order that does not depend on threads.
    return new Joints(ordered(variables, found), ordered(variables, tooLarge));
  }

  private static <T> Map<Variable, T> ordered(List<Variable> variables, Map<Variable, T> held) {
    Map<Variable, T> ordered = new LinkedHashMap<>();
    for (Variable variable : variables) {
      T value = held.get(variable);
      if (value != null) {
        ordered.put(variable, value);
      }
    }
    return Collections.unmodifiableMap(ordered);
  }

  /** The parameters among some variables that depend on nothing. */
  private List<Variable> roots(List<Variable> variables) {
    return plan.draws().stream()
        .filter(draw -> draw.parents().isEmpty())
        .map(Step.Draw::variable)
        .filter(variables::contains)
        .toList();
  }

  /** The variables of which the target's own walk tells. */
  private Map<Variable, double[][]> inOneWalk(
      Supports all, Variable target, List<Variable> variables) throws TooLargeException {
    FactorGraph graph =
        FactorGraph.of(all, List.of(target), FactorGraph.PROBABILITY, Algebra.SUM_PRODUCT);
    JoinTree tree = JoinTree.answered(graph, target, Algebra.SUM_PRODUCT);
    return told(all, graph, tree, target, variables);
  }

  /**
   * The joint probabilities of those of some variables of which a walk tells.
   *
   * @param tree a walk whose root is the target, with answers
   */
  Map<Variable, double[][]> told(
      Supports all, FactorGraph graph, JoinTree tree, Variable target, List<Variable> variables) {
    double[] marginal = ExactWalk.given(graph, ExactWalk.byValue(graph, target, tree.total()));
    Map<Variable, double[][]> joints = new ConcurrentHashMap<>();
    roots(variables).stream()
        .parallel()
        .forEach(root -> joints.put(root, ofRoot(graph, tree, target, marginal, root)));
    List<Variable> nodes =
        variables.stream()
            .filter(variable -> !joints.containsKey(variable) && !variable.equals(target))
            .filter(variable -> isToldApart(all, graph, variable))
            .toList();
    Map<Integer, double[]> ofNodes = tree.marginals(nodes.stream().map(graph::node).toList());
    for (Variable variable : nodes) {
      double[] weights = Objects.requireNonNull(ofNodes.get(graph.node(variable)));
      joints.put(variable, byValues(graph, variable, target, weights));
    }
    return joints;
  }

  /** Values of a root in one class mean the same for all else, so that the class tells enough. */
  private double[][] ofRoot(
      FactorGraph graph, JoinTree tree, Variable target, double[] marginal, Variable root) {
    double[] prior = prior(root);
    double[][] joint = new double[prior.length][];
    double[][] rest =
        graph.contains(root) && graph.node(root) >= 0
            ? Effects.weights(graph, tree, target, root)
            : new double[prior.length][];
    double sum = 0;
    for (int x = 0; x < joint.length; x++) {
      // What makes no difference is as likely with each value of the target as ever.
      double[] row = rest[x] == null && graph.node(root) < 0 ? marginal : rest[x];
      joint[x] = new double[target.domain().size()];
      boolean counts = !graph.contains(root) || graph.classes(root)[x] >= 0;
      for (int t = 0; row != null && counts && t < joint[x].length; t++) {
        joint[x][t] = prior[x] * row[t];
        sum += joint[x][t];
      }
    }
    return scaled(joint, sum);
  }

  /** Whether every value that a variable can have is a class of its own in a graph. */
  private static boolean isToldApart(Supports all, FactorGraph graph, Variable variable) {
    return graph.contains(variable)
        && graph.node(variable) >= 0
        && graph.sizes()[graph.node(variable)] == all.supports()[variable.slot()].length;
  }

  /** Shares by value, from weights by class, those of the target varying fastest. */
  private static double[][] byValues(
      FactorGraph graph, Variable variable, Variable target, double[] weights) {
    int[] classes = graph.classes(variable);
    int[] targets = graph.classes(target);
    int next = weights.length / graph.sizes()[graph.node(variable)];
    double[][] joint = new double[classes.length][targets.length];
    double sum = 0;
    for (int x = 0; x < joint.length; x++) {
      for (int t = 0; t < joint[x].length; t++) {
        if (classes[x] >= 0 && targets[t] >= 0) {
          joint[x][t] = weights[classes[x] * next + targets[t]];
          sum += joint[x][t];
        }
      }
    }
    return scaled(joint, sum);
  }

  private double[] prior(Variable root) {
    Step.Draw draw =
        plan.draws().stream().filter(d -> d.variable().equals(root)).findFirst().orElseThrow();
    double[] prior = new double[root.domain().size()];
    for (int x = 0; x < prior.length; x++) {
      prior[x] = draw.distribution().at().probability(x);
    }
    return prior;
  }

  private static double[][] ofOne(Supports all, Variable target, Variable variable)
      throws TooLargeException {
    double[] weights = SplitWalk.weights(all, List.of(variable, target));
    double[][] joint = new double[variable.domain().size()][target.domain().size()];
    for (int x = 0; x < joint.length; x++) {
      System.arraycopy(weights, x * joint[x].length, joint[x], 0, joint[x].length);
    }
    return scaled(joint, PortableMath.sum(weights));
  }

  /** Shares of what agrees with what is known; without it the sum is 1 but for rounding. */
  private static double[][] scaled(double[][] joint, double sum) {
    if (sum > 0) {
      for (double[] row : joint) {
        for (int t = 0; t < row.length; t++) {
          row[t] /= sum;
        }
      }
    }
    return joint;
  }
}
