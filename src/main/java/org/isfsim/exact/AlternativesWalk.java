package org.isfsim.exact;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.isfsim.decision.Decisions;
import org.isfsim.model.Definition;
import org.isfsim.model.Plan;
import org.isfsim.model.Variable;
import org.isfsim.parameter.ConditionalDistribution;
import org.isfsim.parameter.Distribution;
import org.isfsim.parameter.Domain;
import org.isfsim.parameter.Unit;

/**
 * What a variable would be under each of some alternatives that set the same parameters to other
 * values, all else as it is. The parameters become functions of one more variable, which of the
 * alternatives it is, and that variable is kept to the end of one walk: so alternatives share all
 * that they have in common, those that nothing tells apart are one (see {@link Quotient}), and
 * combinations of values that belong to no alternative are not looked at, as {@link SettingsWalk}
 * would.
 */
public final class AlternativesWalk {

  private final Plan original;
  private final List<Map<Variable, Integer>> alternatives;
  private final Variable which;
  private final Map<Variable, Variable> now = new HashMap<>();
  private final SharedSupports supports;

  /**
   * Questions about alternatives.
   *
   * @param original the plan of a scenario
   * @param alternatives at least one; each sets the same parameters, to the index of a value
   * @param memory what walks over this and other plans have worked out
   */
  public AlternativesWalk(
      Plan original,
      Decisions decisions,
      List<Map<Variable, Integer>> alternatives,
      WalkMemory memory) {
    this.original = original;
    this.alternatives = List.copyOf(alternatives);
    PlanRewriter rewritten = new PlanRewriter(original);
    int count = alternatives.size();
    this.which =
        rewritten.draw(
            "alternative",
            new Domain.Numbers(Unit.COUNT, 0, count - 1, 1),
            List.of(),
            ConditionalDistribution.of(Distribution.of(equal(count))));
    for (Definition definition : Definition.of(original, decisions)) {
      now.put(definition.output(), rewrite(definition, rewritten));
    }
    Plan plan = rewritten.plan(now(original.outcome()), original.evidence().of(now));
    this.supports = new SharedSupports(plan, decisions, memory);
  }

  private static double[] equal(int count) {
    double[] weights = new double[count];
    Arrays.fill(weights, 1);
    return weights;
  }

  private Variable rewrite(Definition definition, PlanRewriter rewritten) {
    Variable output = definition.output();
    List<Variable> inputs = definition.inputs().stream().map(this::now).toList();
    if (definition instanceof Definition.Derived derived) {
      return rewritten.compute(output.name(), output.domain(), inputs, derived.operation());
    }
    if (alternatives.get(0).containsKey(output)) {
      int[] values = alternatives.stream().mapToInt(of -> of.getOrDefault(output, -1)).toArray();
      return rewritten.compute(output.name(), output.domain(), List.of(which), at -> values[at[0]]);
    }
    Definition.Drawn drawn = (Definition.Drawn) definition;
    return rewritten.draw(output.name(), output.domain(), inputs, drawn.distribution());
  }

  private Variable now(Variable variable) {
    Variable found = now.get(variable);
    if (found == null) {
      throw new IllegalArgumentException(variable.name() + " is not in the plan");
    }
    return found;
  }

  /**
   * The probabilities of a variable's values under each alternative, in their order; all zero where
   * the scenario does not say what happens under it, or where nothing agrees with what is known.
   *
   * @param target a variable of the plan
   * @throws TooLargeException if the walk would need too much room; the message names the step
   */
  public List<double[]> probabilities(Variable target) throws TooLargeException {
    Variable asked = now(target);
    Supports possible = supports.of(List.of(asked));
    double[] joint =
        new SplitWalk(
                possible,
                List.of(which, asked),
                List.of(asked),
                (drawn, parents, value) ->
                    drawn.output().equals(which)
                        ? 1
                        : FactorGraph.PROBABILITY.weight(drawn, parents, value))
            .weights();
    int results = asked.domain().size();
    List<double[]> probabilities = new ArrayList<>();
    for (int a = 0; a < alternatives.size(); a++) {
      boolean isSaid = !possible.isConditional() || Moves.isSettable(original, alternatives.get(a));
      probabilities.add(
          isSaid
              ? ExactWalk.given(possible, Arrays.copyOfRange(joint, a * results, (a + 1) * results))
              : new double[results]);
    }
    return probabilities;
  }
}
