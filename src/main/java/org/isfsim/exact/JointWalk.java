package org.isfsim.exact;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
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

  /** How many values a variable may have to be kept apart beside others. */
  private static final int FEW = 16;

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
   * nothing share one walk with all variables whose values the target tells apart. The others are
   * kept apart in further walks: one for each variable of many values, and one for those of few
   * that depend on nothing beyond what one of them depends on.
   *
   * @throws TooLargeException if even a step's table would be too large; the message names the step
   */
  public Joints with(Variable target, List<Variable> variables) throws TooLargeException {
    List<Variable> all = new ArrayList<>(variables);
    all.add(target);
    Supports supports =
        Supports.of(plan, decisions, all, (drawn, possible) -> possible, Map.of(), memory);
    Optional<AnsweredWalk> walk;
    try {
      walk = Optional.of(new AnsweredWalk(supports, target));
    } catch (TooLargeException e) {
      // Each of them by itself may do.
      walk = Optional.empty();
    }
    return with(supports, target, walk, variables);
  }

  /**
   * The same.
   *
   * @param supports the values that can occur, of all of them
   * @param walk the walk that they share, unless it is too large
   */
  Joints with(
      Supports supports, Variable target, Optional<AnsweredWalk> walk, List<Variable> variables) {
    Map<Variable, double[][]> found = new ConcurrentHashMap<>();
    Map<Variable, String> tooLarge = new ConcurrentHashMap<>();
    walk.ifPresent(of -> found.putAll(told(of, target, variables)));
    List<Variable> left = variables.stream().filter(v -> !found.containsKey(v)).toList();
    Stream<Variable> alone =
        groups(supports, target, left).stream()
            .parallel()
            .flatMap(group -> together(supports, target, group, found));
    alone.forEach(
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

  /**
   * Variables that one walk is to tell of.
   *
   * @param reached what the walk is over anyway, by slot
   */
  private record Group(BitSet reached, List<Variable> members) {

    private boolean reachesAll(BitSet slots) {
      BitSet beyond = (BitSet) slots.clone();
      beyond.andNot(reached);
      return beyond.isEmpty();
    }

    private boolean isOfFew(Supports all) {
      return all.supports()[members.get(0).slot()].length <= FEW;
    }
  }

  /**
   * A variable of few values goes with the one of least reach that reaches all that it does. Where
   * decisions have gaps each goes alone: a walk is only over cases in which all that it reaches has
   * a result.
   */
  private static List<Group> groups(Supports all, Variable target, List<Variable> variables) {
    List<Group> groups = new ArrayList<>();
    variables.stream()
        .map(v -> new Group(all.needed(List.of(v, target)), new ArrayList<>(List.of(v))))
        .sorted(Comparator.comparingInt(own -> -own.reached().cardinality()))
        .forEach(
            own -> {
              Optional<Group> group =
                  groups.stream()
                      .filter(of -> !all.hasGaps() && of.isOfFew(all) && own.isOfFew(all))
                      .filter(of -> of.reachesAll(own.reached()))
                      .min(Comparator.comparingInt(of -> of.reached().cardinality()));
              group.ifPresentOrElse(
                  of -> of.members().addAll(own.members()), () -> groups.add(own));
            });
    return groups;
  }

  /** Finds what one walk tells of a group; the members that are left to walks of their own. */
  private static Stream<Variable> together(
      Supports all, Variable target, Group group, Map<Variable, double[][]> found) {
    if (group.members().size() == 1) {
      return group.members().stream();
    }
    try {
      AnsweredWalk walk = new AnsweredWalk(all, target, group.members());
      walk.joints(group.members()).forEach((variable, joint) -> found.put(variable, scaled(joint)));
      return Stream.empty();
    } catch (TooLargeException e) {
      return group.members().stream();
    }
  }

  /** The parameters among some variables that depend on nothing. */
  private List<Variable> roots(List<Variable> variables) {
    return plan.draws().stream()
        .filter(draw -> draw.parents().isEmpty())
        .map(Step.Draw::variable)
        .filter(variables::contains)
        .toList();
  }

  /**
   * The joint probabilities of those of some variables of which a walk tells.
   *
   * @param walk one to the target
   */
  private Map<Variable, double[][]> told(
      AnsweredWalk walk, Variable target, List<Variable> variables) {
    double[] marginal = ExactWalk.given(walk.graph(), walk.total());
    Map<Variable, double[][]> joints = new ConcurrentHashMap<>();
    roots(variables).stream()
        .parallel()
        .forEach(root -> joints.put(root, ofRoot(walk, target, marginal, root)));
    List<Variable> apart =
        variables.stream()
            .filter(variable -> !joints.containsKey(variable) && !variable.equals(target))
            .filter(walk::tellsApart)
            .toList();
    walk.joints(apart).forEach((variable, joint) -> joints.put(variable, scaled(joint)));
    return joints;
  }

  /** Values of a root in one class mean the same for all else, so that the class tells enough. */
  private double[][] ofRoot(AnsweredWalk walk, Variable target, double[] marginal, Variable root) {
    FactorGraph graph = walk.graph();
    double[] prior = prior(root);
    double[][] joint = new double[prior.length][target.domain().size()];
    double[][] rest = walk.dependsOn(root) ? walk.whenSet(root) : new double[prior.length][];
    for (int x = 0; x < joint.length; x++) {
      // What makes no difference is as likely with each value of the target as ever.
      double[] row = walk.dependsOn(root) ? rest[x] : marginal;
      boolean counts = !graph.contains(root) || graph.classes(root)[x] >= 0;
      for (int t = 0; row != null && counts && t < joint[x].length; t++) {
        joint[x][t] = prior[x] * row[t];
      }
    }
    return scaled(joint);
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
    return scaled(joint);
  }

  /** Shares of what agrees with what is known; without it the sum is 1 but for rounding. */
  private static double[][] scaled(double[][] joint) {
    double sum = PortableMath.sum(Arrays.stream(joint).flatMapToDouble(Arrays::stream).toArray());
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
