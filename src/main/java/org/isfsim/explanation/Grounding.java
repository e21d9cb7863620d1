package org.isfsim.explanation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.isfsim.decision.Conclusion;
import org.isfsim.decision.Condition;
import org.isfsim.decision.Rule;
import org.isfsim.decision.Signature;
import org.isfsim.decision.Tally;
import org.isfsim.decision.Verdict;
import org.isfsim.model.Case;
import org.isfsim.model.Plan;
import org.isfsim.model.Step;
import org.isfsim.model.Variable;

/**
 * Variables of a case whose values make its outcome certain, found step by step from the outcome
 * back. Of several rules that decide alike one is enough, of alternatives in its condition too, and
 * of the inputs of a quantity only those that it takes to fix its value. So it is less than
 * everything on the way to the outcome, and need not be the least there is.
 */
final class Grounding {

  /** How many combinations of a quantity's inputs are looked at to see which of them count. */
  private static final long MOST_COMBINATIONS = 100_000;

  private final Case row;
  private final Map<Step.Decide, Verdict> verdicts;
  private final Set<Variable> fixed = new HashSet<>();
  private final Set<Variable> needed = new HashSet<>();

  Grounding(Plan plan, Case row, Map<Step.Decide, Verdict> verdicts) {
    this.row = row;
    this.verdicts = verdicts;
    for (Step.Draw draw : plan.draws()) {
      if (draw.distribution().isFixed()) {
        fixed.add(draw.variable());
      }
    }
    needed.add(plan.outcome());
    List<Step> steps = plan.steps();
    for (int i = steps.size() - 1; i >= 0; i--) {
      Step step = steps.get(i);
      if (step instanceof Step.Compute compute && needed.contains(compute.variable())) {
        needed.addAll(counting(compute));
      } else if (step instanceof Step.Decide decide) {
        for (int result = 0; result < decide.results().size(); result++) {
          if (needed.contains(decide.results().get(result))) {
            needed.addAll(deciding(decide, result));
          }
        }
      }
    }
  }

  /** Whether the value of a variable is among those that make the outcome certain. */
  boolean has(Variable variable) {
    return needed.contains(variable);
  }

  /** What the least demanding of the rules that decide a result reads. */
  private Set<Variable> deciding(Step.Decide decide, int result) {
    Verdict verdict = verdicts.get(decide);
    if (verdict == null) {
      throw new IllegalStateException("Not taken: " + decide.column());
    }
    int[] fields = decide.signature().row(decide.inputs().stream().mapToInt(row::value).toArray());
    return verdict.fired().stream()
        .filter(rule -> decides(rule, result))
        .map(rule -> read(rule.condition(), fields, decide))
        .min(Comparator.comparingInt(this::open))
        .orElse(Set.copyOf(decide.inputs()));
  }

  private static boolean decides(Rule rule, int result) {
    return rule.conclusions().stream()
        .anyMatch(c -> c instanceof Conclusion.Decide decide && decide.result() == result);
  }

  /** How many of some variables are neither fixed nor needed anyhow. */
  private int open(Set<Variable> variables) {
    return (int)
        variables.stream()
            .filter(variable -> !fixed.contains(variable) && !needed.contains(variable))
            .count();
  }

  /** The inputs whose values are enough for a condition that holds. */
  private Set<Variable> read(Condition condition, int[] fields, Step.Decide decide) {
    if (condition instanceof Condition.AllOf all) {
      Set<Variable> read = new HashSet<>();
      all.parts().forEach(part -> read.addAll(read(part, fields, decide)));
      return read;
    }
    if (condition instanceof Condition.AnyOf any) {
      return any.parts().stream()
          .filter(part -> part.holds(fields))
          .map(part -> read(part, fields, decide))
          .min(Comparator.comparingInt(this::open))
          .orElse(Set.of());
    }
    if (condition instanceof Condition.Not not) {
      return read(not.part().negation(), fields, decide);
    }
    Set<Variable> read = new HashSet<>();
    Explainer.positions(condition).forEach(position -> read.addAll(inputs(decide, position)));
    return read;
  }

  /** The input at a place of a row, or all from which it is counted. */
  private static List<Variable> inputs(Step.Decide decide, int position) {
    Signature signature = decide.signature();
    int inputs = decide.inputs().size();
    if (position < inputs) {
      return List.of(decide.inputs().get(position));
    }
    Tally tally = signature.tallies().get(position - inputs);
    List<Variable> counted = new ArrayList<>();
    for (int i = 0; i < inputs; i++) {
      String field = signature.inputs().get(i).name();
      if (tally.counted().contains(field) || tally.added().contains(field)) {
        counted.add(decide.inputs().get(i));
      }
    }
    return counted;
  }

  /** The inputs that it takes to fix a quantity: one after the other is let go if it can be. */
  private List<Variable> counting(Step.Compute compute) {
    List<Variable> inputs = compute.inputs();
    int[] values = inputs.stream().mapToInt(row::value).toArray();
    int result = row.value(compute.variable());
    boolean[] free = new boolean[values.length];
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      if (!fixed.contains(inputs.get(i)) && !needed.contains(inputs.get(i))) {
        order.add(i);
      }
    }
    order.sort(Comparator.comparingInt((Integer i) -> inputs.get(i).domain().size()).reversed());
    for (int i : order) {
      free[i] = true;
      free[i] = isSame(compute, values, free, result);
    }
    List<Variable> kept = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      if (!free[i]) {
        kept.add(inputs.get(i));
      }
    }
    return kept;
  }

  private static boolean isSame(Step.Compute compute, int[] values, boolean[] free, int result) {
    long combinations = 1;
    for (int i = 0; i < values.length; i++) {
      combinations *= free[i] ? compute.inputs().get(i).domain().size() : 1;
      if (combinations > MOST_COMBINATIONS) {
        return false;
      }
    }
    int[] tried = values.clone();
    for (long combination = 0; combination < combinations; combination++) {
      long rest = combination;
      for (int i = 0; i < values.length; i++) {
        if (free[i]) {
          int size = compute.inputs().get(i).domain().size();
          tried[i] = (int) (rest % size);
          rest /= size;
        }
      }
      if (compute.operation().apply(tried) != result) {
        return false;
      }
    }
    return true;
  }
}
