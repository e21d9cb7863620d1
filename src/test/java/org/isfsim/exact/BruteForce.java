package org.isfsim.exact;

import java.util.List;
import org.isfsim.Shipped;
import org.isfsim.model.Case;
import org.isfsim.model.CaseEvaluator;
import org.isfsim.model.Plan;
import org.isfsim.model.Step;
import org.isfsim.parameter.Distribution;

/**
 * Every case of a plan, one after the other, each evaluated as a sampled one is, with all of its
 * parameters given. Only for plans with few cases.
 */
final class BruteForce {

  /** Is shown every case. */
  @FunctionalInterface
  interface Visitor {
    /**
     * Receives a case.
     *
     * @param probability the probability of the case
     * @param row the case, which is used again for the next
     */
    void visit(double probability, Case row);
  }

  private final Plan plan;
  private final List<Step.Draw> draws;
  private final CaseEvaluator evaluator;
  private final int[] given;
  private final Case row;

  BruteForce(Plan plan) {
    this.plan = plan;
    this.draws = plan.draws();
    this.evaluator = new CaseEvaluator(plan, Shipped.decisions(), 1);
    this.given = CaseEvaluator.nothingGiven(plan);
    this.row = new Case(plan);
  }

  /** Shows every case that can occur. */
  void forEach(Visitor visitor) {
    descend(0, 1, visitor, -1, -1);
  }

  /** Shows every case that can occur once a parameter is set to a value, whatever it is given. */
  void forEachWith(int slot, int value, Visitor visitor) {
    descend(0, 1, visitor, slot, value);
  }

  private void descend(int number, double probability, Visitor visitor, int slot, int value) {
    if (number == draws.size()) {
      evaluator.evaluate(1, given, row);
      if (row.failure() != null) {
        throw new AssertionError(plan.scenario().id() + ": " + row.failure());
      }
      visitor.visit(probability, row);
      return;
    }
    Step.Draw draw = draws.get(number);
    int own = draw.variable().slot();
    if (own == slot) {
      given[own] = value;
      descend(number + 1, probability, visitor, slot, value);
      return;
    }
    int[] parents = new int[draw.parents().size()];
    for (int i = 0; i < parents.length; i++) {
      parents[i] = given[draw.parents().get(i).slot()];
    }
    Distribution distribution = draw.distribution().at(parents);
    for (int next : distribution.support()) {
      given[own] = next;
      descend(number + 1, probability * distribution.probability(next), visitor, slot, value);
    }
  }
}
