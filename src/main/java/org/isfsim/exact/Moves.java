package org.isfsim.exact;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.isfsim.decision.Decisions;
import org.isfsim.model.Definition;
import org.isfsim.model.Evidence;
import org.isfsim.model.Plan;
import org.isfsim.model.Step;
import org.isfsim.model.Variable;
import org.isfsim.parameter.Domain;
import org.isfsim.parameter.ParameterKind;

/**
 * To which values single parameters are set while all else stays as it is: an uncertainty to those
 * of its own distribution, or to all of its domain; what somebody chose or a side that was taken to
 * each of its domain.
 */
final class Moves {

  /** What is left out of a distribution of numbers at either end. */
  private static final double TAIL = 0.05;

  /** A sum of probabilities that is short of a bound by no more than this has reached it. */
  private static final double ROUNDING = 1e-12;

  private final Plan plan;
  private final Ranges ranges;
  private final Map<Variable, BitSet> values = new HashMap<>();

  /**
   * @param moved the parameters that will be asked about
   * @throws TooLargeException if the distribution of one of them, over its parents', cannot be
   *     worked out
   */
  Moves(Plan plan, Decisions decisions, List<Variable> moved, Ranges ranges, WalkMemory memory)
      throws TooLargeException {
    this.plan = plan;
    this.ranges = ranges;
    List<Variable> own = moved.stream().filter(this::isOwn).toList();
    // What was observed is no reason to believe less in what an assumption may be.
    ExactWalk.Marginals marginals =
        new ExactWalk(plan.given(Evidence.NONE), decisions, memory).marginals(own);
    for (Variable variable : moved) {
      BitSet to = new BitSet();
      if (isOwn(variable)) {
        double[] known = marginals.known().get(variable);
        if (known == null) {
          throw new TooLargeException(
              Objects.requireNonNullElse(marginals.tooLarge().get(variable), variable.name()));
        }
        to = middle(variable, known);
      } else {
        to.set(0, variable.domain().size());
      }
      values.put(variable, to);
    }
  }

  private boolean isOwn(Variable variable) {
    return ranges == Ranges.SUPPORT
        && plan.scenario().setting(variable.name()).parameter().kind() == ParameterKind.UNCERTAINTY;
  }

  /** The values of a distribution; of numbers those from its 5 % to its 95 % quantile. */
  static BitSet middle(Variable variable, double[] probability) {
    BitSet middle = new BitSet();
    boolean isNumber = variable.domain() instanceof Domain.Numbers;
    double below = 0;
    for (int v = 0; v < probability.length; v++) {
      double upTo = below + probability[v];
      boolean isTail = below >= 1 - TAIL - ROUNDING || upTo < TAIL - ROUNDING;
      middle.set(v, probability[v] > 0 && !(isNumber && isTail));
      below = upTo;
    }
    return middle;
  }

  /** The parameters. */
  boolean has(Variable variable) {
    return values.containsKey(variable);
  }

  /** Whether a parameter is set to values that cannot occur in the scenario as it is. */
  boolean widens(Variable variable, int possible) {
    return has(variable) && !isOwn(variable) && variable.domain().size() > possible;
  }

  /** The values that a walk must look at for a parameter to be set to any of them. */
  int[] lookedAt(Definition.Drawn drawn, int[] possible) {
    BitSet to = values.get(drawn.output());
    if (to == null) {
      return possible;
    }
    return isOwn(drawn.output())
        ? possible
        : IntStream.range(0, drawn.output().domain().size()).toArray();
  }

  /**
   * Whether a parameter is set to a value: it is one of its values, and the scenario says how all
   * is distributed that depends on it.
   */
  boolean isSetTo(Variable parameter, int value) {
    BitSet to = values.get(parameter);
    return to != null && to.get(value) && isSettable(plan, Map.of(parameter, value));
  }

  /** Whether the scenario says how all is distributed that depends on parameters set so. */
  static boolean isSettable(Plan plan, Map<Variable, Integer> set) {
    return plan.draws().stream()
        .filter(draw -> !set.containsKey(draw.variable()))
        .filter(draw -> draw.parents().stream().anyMatch(set::containsKey))
        .allMatch(draw -> isDefined(plan, draw, set, new int[draw.parents().size()], 0));
  }

  private static boolean isDefined(
      Plan plan, Step.Draw draw, Map<Variable, Integer> set, int[] parents, int at) {
    if (at == parents.length) {
      return draw.distribution().isDefinedAt(parents);
    }
    Variable parent = draw.parents().get(at);
    Integer fixed = set.get(parent);
    int[] values = fixed == null ? possible(plan, parent) : new int[] {fixed};
    return Arrays.stream(values)
        .allMatch(
            value -> {
              parents[at] = value;
              return isDefined(plan, draw, set, parents, at + 1);
            });
  }

  private static int[] possible(Plan plan, Variable drawn) {
    Step.Draw draw =
        plan.draws().stream().filter(d -> d.variable().equals(drawn)).findFirst().orElseThrow();
    return draw.distribution()
        .support(draw.parents().stream().map(parent -> possible(plan, parent)).toList());
  }
}
