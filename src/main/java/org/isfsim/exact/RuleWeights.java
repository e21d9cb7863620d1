package org.isfsim.exact;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.isfsim.decision.Condition;
import org.isfsim.decision.Decisions;
import org.isfsim.decision.Signature;
import org.isfsim.model.Operation;
import org.isfsim.model.Plan;
import org.isfsim.model.Step;
import org.isfsim.model.Variable;
import org.isfsim.parameter.Domain;

/**
 * How likely the inputs of decisions are, and with them the conditions of rules. Each question adds
 * variables to the plan that are functions of a decision's inputs, and asks the walk for their
 * probabilities.
 */
public final class RuleWeights {

  /** More combinations of inputs than these are not told apart. */
  private static final long MOST_COMBINATIONS = 1L << 22;

  private final Plan plan;
  private final Decisions decisions;

  /** Questions about this plan, decided by these decisions. */
  public RuleWeights(Plan plan, Decisions decisions) {
    this.plan = plan;
    this.decisions = decisions;
  }

  /**
   * The probability of every combination of a decision's inputs that can occur, by its key; see
   * {@link Signature#key}. Together they are 1, unless rules leave cases undecided.
   *
   * @throws TooLargeException if the walk would need too much room; the message names the step
   */
  public SortedMap<Long, Double> combinations(Step.Decide decide) throws TooLargeException {
    Signature signature = decide.signature();
    if (signature.combinations() > MOST_COMBINATIONS) {
      throw new TooLargeException(
          decide.column() + " has " + signature.combinations() + " combinations of inputs");
    }
    Domain keys = Domain.Numbers.count(0, (int) signature.combinations() - 1);
    Longer longer = new Longer();
    Variable key =
        longer.add(decide.column(), keys, decide.inputs(), in -> (int) signature.key(in));
    double[] weights = longer.probabilities(key);
    SortedMap<Long, Double> combinations = new TreeMap<>();
    for (int k = 0; k < weights.length; k++) {
      if (weights[k] > 0) {
        combinations.put((long) k, weights[k]);
      }
    }
    return combinations;
  }

  /**
   * The probabilities that a condition holds in none, and in at least one, of several decisions of
   * the same kind.
   *
   * @param condition a condition on the inputs of these decisions
   * @throws TooLargeException if the walk would need too much room; the message names the step
   */
  public double[] noneAndAny(Condition condition, List<Step.Decide> decides)
      throws TooLargeException {
    Longer longer = new Longer();
    Variable any = longer.add("none", Domain.Flag.FLAG, List.of(), in -> 0);
    for (Step.Decide decide : decides) {
      Signature signature = decide.signature();
      int[] read = signature.inputsRead(condition).stream().toArray();
      List<Variable> inputs = new ArrayList<>();
      inputs.add(any);
      for (int position : read) {
        inputs.add(decide.inputs().get(position));
      }
      int arity = signature.inputs().size();
      any =
          longer.add(
              decide.column(),
              Domain.Flag.FLAG,
              inputs,
              in -> {
                int[] combination = new int[arity];
                for (int i = 0; i < read.length; i++) {
                  combination[read[i]] = in[i + 1];
                }
                return in[0] == 1 || condition.holds(signature.row(combination)) ? 1 : 0;
              });
    }
    return longer.probabilities(any);
  }

  /** The plan with more variables at its end. */
  private final class Longer {
    private final List<Variable> variables = new ArrayList<>(plan.variables());
    private final List<Step> steps = new ArrayList<>(plan.steps());

    Variable add(String column, Domain domain, List<Variable> inputs, Operation operation) {
      String name = "rules of " + column;
      Variable variable = new Variable(variables.size(), name, domain);
      variables.add(variable);
      steps.add(new Step.Compute(variable, inputs, operation, name));
      return variable;
    }

    double[] probabilities(Variable variable) throws TooLargeException {
      Plan longer =
          new Plan(
              plan.scenario(),
              variables,
              steps,
              plan.outcome(),
              plan.indicators(),
              plan.milestones(),
              plan.byName());
      return new ExactWalk(longer, decisions).marginal(variable);
    }
  }
}
