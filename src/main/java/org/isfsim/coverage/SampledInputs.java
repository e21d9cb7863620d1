package org.isfsim.coverage;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.isfsim.decision.Condition;
import org.isfsim.decision.Decisions;
import org.isfsim.decision.Signature;
import org.isfsim.model.Case;
import org.isfsim.model.CaseEvaluator;
import org.isfsim.model.Plan;
import org.isfsim.model.Step;

/** What goes into the decisions of some sampled cases: the first ones of the scenario's own run. */
final class SampledInputs {

  /** By case, the key of the inputs of each decision of the plan. */
  private final List<long[]> keys;

  private SampledInputs(List<long[]> keys) {
    this.keys = keys;
  }

  /** Samples cases; those that the rules cannot finish are left out. */
  static SampledInputs of(Plan plan, Decisions decisions, int cases) {
    CaseEvaluator evaluator = new CaseEvaluator(plan, decisions, plan.scenario().run().seed());
    int[] nothing = CaseEvaluator.nothingGiven(plan);
    Case row = new Case(plan);
    List<long[]> keys = new ArrayList<>(cases);
    for (int number = 1; number <= cases; number++) {
      evaluator.evaluate(number, nothing, row);
      if (row.failure() == null) {
        keys.add(plan.decisions().stream().mapToLong(decide -> key(decide, row)).toArray());
      }
    }
    return new SampledInputs(keys);
  }

  private static long key(Step.Decide decide, Case row) {
    return decide.signature().key(decide.inputs().stream().mapToInt(row::value).toArray());
  }

  /** In how many cases a condition holds in at least one of several decisions of one kind. */
  Weight.Sampled weight(Condition condition, List<Step.Decide> places) {
    Signature signature = places.get(0).signature();
    long count =
        keys.stream()
            .filter(
                row ->
                    places.stream()
                        .anyMatch(
                            place ->
                                condition.holds(
                                    signature.row(signature.combination(row[place.number()])))))
            .count();
    return new Weight.Sampled(count, keys.size());
  }

  /** The keys of the inputs that a decision has in some case. */
  SortedSet<Long> reached(Step.Decide place) {
    SortedSet<Long> reached = new TreeSet<>();
    keys.forEach(row -> reached.add(row[place.number()]));
    return reached;
  }
}
