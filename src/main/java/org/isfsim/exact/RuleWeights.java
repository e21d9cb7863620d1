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
 * How likely the inputs of decisions are, and with them the conditions of rules: the walk stops at
 * the inputs and keeps them together. Whether a condition holds in any of several decisions is one
 * more variable at the end of the plan.
 */
public final class RuleWeights {

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
    Supports possible = Supports.of(plan, decisions, decide.inputs(), (drawn, values) -> values);
    FactorGraph graph =
        FactorGraph.of(possible, decide.inputs(), FactorGraph.PROBABILITY, Algebra.SUM_PRODUCT);
    JoinTree tree = JoinTree.keeping(graph, decide.inputs(), Algebra.SUM_PRODUCT);
    int[] kept = tree.kept();
    int[] sizes = graph.sizes();
    double[] joint = tree.total();
    SortedMap<Long, Double> combinations = new TreeMap<>();
    int[] classes = new int[sizes.length];
    for (int cell = 0; cell < joint.length; cell++) {
      if (joint[cell] > 0) {
        int rest = cell;
        for (int i = kept.length - 1; i >= 0; i--) {
          classes[kept[i]] = rest % sizes[kept[i]];
          rest /= sizes[kept[i]];
        }
        combinations.put(signature.key(values(graph, decide.inputs(), classes)), joint[cell]);
      }
    }
    return combinations;
  }

  /** The values of variables that are kept apart, for classes of their nodes. */
  private static int[] values(FactorGraph graph, List<Variable> variables, int[] classes) {
    return variables.stream()
        .mapToInt(
            variable -> {
              int node = graph.node(variable);
              return graph.representatives(variable)[node < 0 ? 0 : classes[node]];
            })
        .toArray();
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
      return new ExactWalk(plan.with(variables, steps), decisions).marginal(variable);
    }
  }
}
