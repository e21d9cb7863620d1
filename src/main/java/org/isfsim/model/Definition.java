package org.isfsim.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.isfsim.decision.Conclusion;
import org.isfsim.decision.DecisionTable;
import org.isfsim.decision.Decisions;
import org.isfsim.decision.Rule;
import org.isfsim.decision.Signature;
import org.isfsim.parameter.ConditionalDistribution;

/**
 * How a variable of a plan comes by its value: drawn, or as a function of others. Says the same as
 * the {@linkplain Step steps}, with each result of a decision on its own.
 */
public sealed interface Definition {

  /** The variable. */
  Variable output();

  /** What it depends on directly. */
  List<Variable> inputs();

  /** Drawn from a distribution given its parents. */
  record Drawn(Variable output, List<Variable> inputs, ConditionalDistribution distribution)
      implements Definition {}

  /**
   * A function of its inputs.
   *
   * @param output the variable
   * @param inputs its inputs, in the order of the operation's
   * @param operation the function; gives -1 where the rules give no result
   * @param decided whether rules decide it, so that there may be no result
   */
  record Derived(Variable output, List<Variable> inputs, Operation operation, boolean decided)
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
            new Derived(compute.variable(), compute.inputs(), compute.operation(), false);
      } else if (step instanceof Step.Decide decide) {
        for (int result = 0; result < decide.results().size(); result++) {
          bySlot[decide.results().get(result).slot()] = decided(decide, result, decisions);
        }
      }
    }
    return List.of(bySlot);
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
    long[] all = signature.strides();
    List<Long> strides = Arrays.stream(positions).mapToObj(position -> all[position]).toList();
    return new Derived(
        decide.results().get(result), inputs, new Decided(table, result, strides), true);
  }

  /**
   * A result of a decision.
   *
   * @param table the decision's
   * @param result which of its results, 0-based
   * @param strides by how much the table's key grows for each index of an input
   */
  record Decided(DecisionTable table, int result, List<Long> strides) implements Operation {
    @Override
    public int apply(int[] inputs) {
      long key = 0;
      for (int i = 0; i < inputs.length; i++) {
        key += strides.get(i) * inputs[i];
      }
      return table.finding(table.lookup(key)).result(result);
    }
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
