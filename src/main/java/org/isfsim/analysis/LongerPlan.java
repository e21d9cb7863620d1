package org.isfsim.analysis;

import java.util.ArrayList;
import java.util.List;
import org.isfsim.model.Operation;
import org.isfsim.model.Plan;
import org.isfsim.model.Step;
import org.isfsim.model.Variable;
import org.isfsim.parameter.Domain;

/**
 * A plan while flags are added to it, each of which every case and every walk works out like any
 * other quantity. Every part of a question is a flag of its own, so that no table grows large.
 */
final class LongerPlan {

  private final Plan plan;
  private final List<Variable> variables;
  private final List<Step> steps;

  LongerPlan(Plan plan) {
    this.plan = plan;
    this.variables = new ArrayList<>(plan.variables());
    this.steps = new ArrayList<>(plan.steps());
  }

  /** Adds a flag and answers it. */
  Variable add(String text, List<Variable> inputs, Operation operation) {
    Variable flag = new Variable(variables.size(), text, Domain.Flag.FLAG);
    variables.add(flag);
    steps.add(new Step.Compute(flag, inputs, operation, text));
    return flag;
  }

  /** The plan with the flags so far at its end. */
  Plan plan() {
    return plan.with(variables, steps);
  }
}
