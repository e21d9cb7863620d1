package org.isfsim;

import java.util.HashMap;
import java.util.Map;
import org.isfsim.decision.Decisions;
import org.isfsim.model.Case;
import org.isfsim.model.CaseEvaluator;
import org.isfsim.model.Plan;
import org.isfsim.model.Variable;

/** Replays cases of a plan, one at a time, and reads them by the names of variables. */
public final class Replay {

  private final Plan plan;
  private final CaseEvaluator evaluator;
  private final Case row;

  /** A replay of a plan decided by these decisions. */
  public Replay(Plan plan, Decisions decisions, long seed) {
    this.plan = plan;
    this.evaluator = new CaseEvaluator(plan, decisions, seed);
    this.row = new Case(plan);
  }

  /** A replay decided by the shipped rules. */
  public Replay(Plan plan, long seed) {
    this(plan, Shipped.decisions(), seed);
  }

  /** Replays a case in which everything is drawn. */
  public Replay at(long caseNumber) {
    return at(caseNumber, Map.of());
  }

  /** Replays a case in which some parameters are given, by address, as written. */
  public Replay at(long caseNumber, Map<String, String> given) {
    Map<String, Integer> values = new HashMap<>();
    given.forEach(
        (address, text) ->
            values.put(address, plan.variable(address).domain().indexOf(text).orElseThrow()));
    evaluator.evaluate(caseNumber, CaseEvaluator.given(plan, values), row);
    if (row.failure() != null) {
      throw new AssertionError("Case " + caseNumber + " failed: " + row.failure());
    }
    return this;
  }

  /** The case as it stands. */
  public Case row() {
    return row;
  }

  /** The value of a variable as written. */
  public String text(String name) {
    return row.text(plan.variable(name));
  }

  /** Whether a flag is true. */
  public boolean is(String name) {
    return text(name).equals("true");
  }

  /** The number that the value of a variable stands for: a week, a count, a number of troops. */
  public int number(String name) {
    Variable variable = plan.variable(name);
    return variable.domain().number(row.value(variable));
  }
}
