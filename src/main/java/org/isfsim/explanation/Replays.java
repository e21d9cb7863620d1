package org.isfsim.explanation;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.isfsim.decision.Decisions;
import org.isfsim.decision.Verdict;
import org.isfsim.exact.Dependence;
import org.isfsim.model.Case;
import org.isfsim.model.CaseEvaluator;
import org.isfsim.model.Plan;
import org.isfsim.model.Step;
import org.isfsim.model.Variable;

/**
 * Evaluates cases whose values are wanted, and finds the few values that must be set for a case of
 * a number to become one of them. Not thread-safe.
 */
public final class Replays {

  private final Plan plan;
  private final Decisions decisions;
  private final CaseEvaluator evaluator;

  /**
   * Replays of cases of a plan.
   *
   * @param seed the seed of what is not set
   */
  public Replays(Plan plan, Decisions decisions, long seed) {
    this.plan = plan;
    this.decisions = decisions;
    this.evaluator = new CaseEvaluator(plan, decisions, seed);
  }

  /** The case of a number with some values given, as indices by address. */
  public Case evaluate(long number, Map<String, Integer> given) {
    Case row = new Case(plan);
    evaluator.evaluate(number, CaseEvaluator.given(plan, given), row);
    return row;
  }

  /** Whether a case ends in an outcome. */
  public boolean endsIn(Case row, int outcome) {
    return row.failure() == null && row.value(plan.outcome()) == outcome;
  }

  /** The index of every parameter's value in a case, by address. */
  public Map<String, Integer> values(Case row) {
    Map<String, Integer> values = new LinkedHashMap<>();
    plan.draws().forEach(draw -> values.put(draw.variable().name(), row.value(draw.variable())));
    return values;
  }

  /**
   * Parameters that make the outcome of a case certain, and those on which their chances depend:
   * with their values it ends so, whatever all others are. Where something is known, also those on
   * which it depends: with their values the case agrees with it.
   */
  public Set<String> needed(Case row) {
    Grounding grounding = new Grounding(plan, row, verdicts(row));
    Set<Variable> known = new HashSet<>();
    plan.evidence()
        .flags()
        .forEach(flag -> known.addAll(Dependence.parameters(plan, decisions, flag)));
    Map<Variable, Step.Draw> draws = new HashMap<>();
    Deque<Step.Draw> waiting = new ArrayDeque<>();
    for (Step.Draw draw : plan.draws()) {
      draws.put(draw.variable(), draw);
      if (grounding.has(draw.variable()) || known.contains(draw.variable())) {
        waiting.add(draw);
      }
    }
    Set<String> found = new LinkedHashSet<>();
    while (!waiting.isEmpty()) {
      Step.Draw draw = waiting.remove();
      if (found.add(draw.variable().name())) {
        for (Variable parent : draw.parents()) {
          Step.Draw parentDraw = draws.get(parent);
          if (parentDraw != null) {
            waiting.add(parentDraw);
          }
        }
      }
    }
    Set<String> inOrder = new LinkedHashSet<>();
    for (Step.Draw draw : plan.draws()) {
      if (found.contains(draw.variable().name())) {
        inOrder.add(draw.variable().name());
      }
    }
    return inOrder;
  }

  /** What the rules say in every decision of a case that the rules could finish. */
  Map<Step.Decide, Verdict> verdicts(Case row) {
    Map<Step.Decide, Verdict> verdicts = new HashMap<>();
    for (Step.Decide decide : plan.decisions()) {
      int[] combination = decide.inputs().stream().mapToInt(row::value).toArray();
      verdicts.put(decide, decisions.trace(decide.signature().decision(), combination));
    }
    return verdicts;
  }

  /**
   * What to set, as indices by address, so that a case of a number has the wanted values.
   *
   * @param number the number of the case that draws what is not set
   * @param first what is set in any case
   * @param wanted the values that the case is to have
   * @param parameters the parameters that matter
   */
  public Map<String, Integer> settings(
      long number,
      Map<String, Integer> first,
      Map<String, Integer> wanted,
      Collection<String> parameters) {
    Map<String, Integer> set = new LinkedHashMap<>(first);
    List<Variable> variables =
        plan.draws().stream()
            .map(Step.Draw::variable)
            .filter(variable -> parameters.contains(variable.name()))
            .toList();
    boolean drifts = true;
    while (drifts) {
      drifts = false;
      Case row = evaluate(number, set);
      for (Variable variable : variables) {
        Integer value = wanted.get(variable.name());
        if (value != null && row.value(variable) != value) {
          // What depends on it is drawn anew, so the rest is looked at again.
          set.put(variable.name(), value);
          drifts = true;
          break;
        }
      }
    }
    return set;
  }
}
