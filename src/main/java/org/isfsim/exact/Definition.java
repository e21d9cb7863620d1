package org.isfsim.exact;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.isfsim.decision.Conclusion;
import org.isfsim.decision.DecisionTable;
import org.isfsim.decision.Decisions;
import org.isfsim.decision.Rule;
import org.isfsim.decision.Signature;
import org.isfsim.model.Operation;
import org.isfsim.model.Plan;
import org.isfsim.model.Step;
import org.isfsim.model.Variable;
import org.isfsim.parameter.ConditionalDistribution;

/** How a variable of the plan comes by its value: drawn, or as a function of others. */
sealed interface Definition {

  /** The variable. */
  Variable output();

  /** What it depends on directly. */
  List<Variable> inputs();

  /** Drawn from a distribution given its parents. */
  record Drawn(Variable output, List<Variable> inputs, ConditionalDistribution distribution)
      implements Definition {}

  /** A function of its inputs; the operation gives -1 where the rules give no result. */
  record Derived(Variable output, List<Variable> inputs, Operation operation)
      implements Definition {}

  /** The definitions of all variables of a plan, by slot. */
  static List<Definition> of(Plan plan, Decisions decisions) {
    Definition[] bySlot = new Definition[plan.variables().size()];
    for (Step step : plan.steps()) {
      if (step instanceof Step.Draw draw) {
        bySlot[draw.variable().slot()] =
            new Drawn(draw.variable(), draw.parents(), draw.distribution());
      } else if (step instanceof Step.Compute compute) {
        bySlot[compute.variable().slot()] =
            new Derived(compute.variable(), compute.inputs(), compute.operation());
      } else if (step instanceof Step.Decide decide) {
        for (int result = 0; result < decide.results().size(); result++) {
          bySlot[decide.results().get(result).slot()] = decided(decide, result, decisions);
        }
      }
    }
    return List.of(bySlot);
  }

  /**
   * The same definitions where functions give no result but some: what a question is about can be
   * no other way, so that no walk need tell the others apart.
   *
   * @param accepted by variable, whether each value is a result that counts
   */
  static List<Definition> restricted(
      List<Definition> definitions, Map<Variable, boolean[]> accepted) {
    return definitions.stream()
        .map(
            definition -> {
              boolean[] counts = accepted.get(definition.output());
              if (counts == null || !(definition instanceof Derived derived)) {
                return definition;
              }
              return new Derived(
                  derived.output(),
                  derived.inputs(),
                  inputs -> {
                    int value = derived.operation().apply(inputs);
                    return value >= 0 && counts[value] ? value : -1;
                  });
            })
        .toList();
  }

  /**
   * One result of a decision, as a function of the inputs that any rule for that result reads. The
   * others cannot change it, so they need not be known; they are looked up at their first value.
   */
  private static Derived decided(Step.Decide decide, int result, Decisions decisions) {
    Signature signature = decide.signature();
    DecisionTable table = decisions.table(signature.decision());
    BitSet read = read(signature, result, decisions.rules().rulesOf(signature.decision()));
    int[] positions = read.stream().toArray();
    List<Variable> inputs = new ArrayList<>();
    for (int position : positions) {
      inputs.add(decide.inputs().get(position));
    }
    int arity = signature.inputs().size();
    return new Derived(
        decide.results().get(result),
        inputs,
        values -> {
          int[] combination = new int[arity];
          for (int i = 0; i < positions.length; i++) {
            combination[positions[i]] = values[i];
          }
          return table.find(combination).result(result);
        });
  }

  /** The positions of the inputs that some rule for a result reads. */
  static BitSet read(Signature signature, int result, List<Rule> rules) {
    BitSet inputs = new BitSet();
    for (Rule rule : rules) {
      boolean decides =
          rule.conclusions().stream()
              .anyMatch(c -> c instanceof Conclusion.Decide d && d.result() == result);
      if (decides) {
        inputs.or(signature.inputsRead(rule.condition()));
      }
    }
    return inputs;
  }
}
