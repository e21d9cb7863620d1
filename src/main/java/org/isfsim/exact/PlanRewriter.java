package org.isfsim.exact;

import java.util.ArrayList;
import java.util.List;
import org.isfsim.model.Evidence;
import org.isfsim.model.Operation;
import org.isfsim.model.Plan;
import org.isfsim.model.Step;
import org.isfsim.model.Variable;
import org.isfsim.parameter.ConditionalDistribution;
import org.isfsim.parameter.Domain;

/**
 * A plan being written anew, for questions that need other variables than the model's: draws and
 * functions alone, a result of a decision being a function of the inputs that its rules read. Each
 * variable is added after those that it depends on.
 */
final class PlanRewriter {

  private final Plan original;
  private final List<Variable> variables = new ArrayList<>();
  private final List<Step> steps = new ArrayList<>();

  /** A plan for the scenario of another, without anything in it. */
  PlanRewriter(Plan original) {
    this.original = original;
  }

  /** Adds a drawn variable. */
  Variable draw(
      String name, Domain domain, List<Variable> parents, ConditionalDistribution distribution) {
    Variable variable = add(name, domain);
    steps.add(new Step.Draw(variable, parents, distribution));
    return variable;
  }

  /** Adds a function of others. */
  Variable compute(String name, Domain domain, List<Variable> inputs, Operation operation) {
    Variable variable = add(name, domain);
    steps.add(new Step.Compute(variable, inputs, operation, name));
    return variable;
  }

  private Variable add(String name, Domain domain) {
    Variable variable = new Variable(variables.size(), name, domain);
    variables.add(variable);
    return variable;
  }

  /**
   * The plan as written.
   *
   * @param outcome the variable that takes the place of the outcome
   * @param evidence what is known, of its variables
   */
  Plan plan(Variable outcome, Evidence evidence) {
    return original.rewritten(variables, steps, outcome).given(evidence);
  }
}
