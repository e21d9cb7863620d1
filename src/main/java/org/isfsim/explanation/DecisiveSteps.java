package org.isfsim.explanation;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.isfsim.decision.Conclusion;
import org.isfsim.decision.Rule;
import org.isfsim.decision.Signature;
import org.isfsim.decision.Tally;
import org.isfsim.decision.Verdict;
import org.isfsim.model.Step;
import org.isfsim.model.Variable;
import org.jspecify.annotations.Nullable;

/**
 * The decisions on which the outcome of a case rests: going backwards from the outcome, those whose
 * results were asked for by a rule that decided something needed later. Were any other decision to
 * come out differently, the same rules would fire on the way and the outcome would be the same.
 */
final class DecisiveSteps {

  private final Map<Step.Decide, Verdict> verdicts;
  private final Set<Variable> needed = new HashSet<>();
  private final Map<Step.Decide, Set<Rule>> rules = new HashMap<>();

  /**
   * The way to a variable.
   *
   * @param taken the steps that the case took, in order
   * @param verdicts the verdict of each decision taken
   * @param goal the variable in question, if the case got there
   * @param stoppedAt the decision that failed, if one did: then everything that it read is needed
   */
  DecisiveSteps(
      List<Step> taken,
      Map<Step.Decide, Verdict> verdicts,
      @Nullable Variable goal,
      Step.@Nullable Decide stoppedAt) {
    this.verdicts = verdicts;
    if (goal != null) {
      needed.add(goal);
    }
    if (stoppedAt != null) {
      rules.put(stoppedAt, Set.copyOf(get(stoppedAt).fired()));
      needed.addAll(stoppedAt.inputs());
    }
    for (int i = taken.size() - 1; i >= 0; i--) {
      Step step = taken.get(i);
      if (step instanceof Step.Compute compute && needed.contains(compute.variable())) {
        needed.addAll(compute.inputs());
      } else if (step instanceof Step.Decide decide) {
        take(decide);
      }
    }
  }

  /** Whether the outcome rests on a decision; always so for the one that failed. */
  boolean has(Step.Decide decide) {
    return rules.containsKey(decide);
  }

  /** Whether the outcome rests on a rule that fired for a decision. */
  boolean has(Step.Decide decide, Rule rule) {
    return rules.getOrDefault(decide, Set.of()).contains(rule);
  }

  /** Whether the outcome rests on the value of a variable. */
  boolean has(Variable variable) {
    return needed.contains(variable);
  }

  private Verdict get(Step.Decide decide) {
    Verdict verdict = verdicts.get(decide);
    if (verdict == null) {
      throw new IllegalStateException("Not taken: " + decide.column());
    }
    return verdict;
  }

  private void take(Step.Decide decide) {
    if (rules.containsKey(decide)) {
      return;
    }
    Set<Rule> deciding = new HashSet<>();
    for (Rule rule : get(decide).fired()) {
      boolean decidesNeeded =
          rule.conclusions().stream()
              .anyMatch(
                  conclusion ->
                      conclusion instanceof Conclusion.Decide d
                          && needed.contains(decide.results().get(d.result())));
      if (decidesNeeded) {
        deciding.add(rule);
        Explainer.positions(rule.condition()).forEach(position -> need(decide, position));
      }
    }
    if (!deciding.isEmpty()) {
      rules.put(decide, deciding);
    }
  }

  private void need(Step.Decide decide, int position) {
    Signature signature = decide.signature();
    int inputs = decide.inputs().size();
    if (position < inputs) {
      needed.add(decide.inputs().get(position));
      return;
    }
    Tally tally = signature.tallies().get(position - inputs);
    for (int i = 0; i < inputs; i++) {
      String field = signature.inputs().get(i).name();
      if (tally.counted().contains(field) || tally.added().contains(field)) {
        needed.add(decide.inputs().get(i));
      }
    }
  }
}
