package org.isfsim.exact;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.isfsim.decision.Decisions;
import org.isfsim.model.Definition;
import org.isfsim.model.Plan;
import org.isfsim.model.Step;
import org.isfsim.model.Variable;

/** What a variable of a plan depends on, by what the rules read. */
public final class Dependence {

  private Dependence() {}

  /**
   * The parameters on which a variable, or what is known, depends, directly or through others, in
   * the order of the plan. A parameter that no rule on the way reads is not among them.
   */
  public static List<Variable> parameters(Plan plan, Decisions decisions, Variable target) {
    List<Definition> definitions = Definition.of(plan, decisions);
    List<Variable> asked = new ArrayList<>(plan.evidence().flags());
    asked.add(target);
    BitSet needed = needed(definitions, asked);
    return plan.draws().stream()
        .map(Step.Draw::variable)
        .filter(variable -> needed.get(variable.slot()))
        .toList();
  }

  /**
   * The values that each parameter can have, by their indices: those to which its distribution
   * gives a weight for some values that its parents can have.
   */
  public static Map<Variable, BitSet> possible(Plan plan) {
    Map<Variable, BitSet> possible = new HashMap<>();
    for (Step.Draw draw : plan.draws()) {
      List<int[]> parents =
          draw.parents().stream()
              .map(parent -> possible.getOrDefault(parent, new BitSet()).stream().toArray())
              .toList();
      BitSet values = new BitSet();
      Arrays.stream(DrawnRows.of(draw.distribution(), parents).possible()).forEach(values::set);
      possible.put(draw.variable(), values);
    }
    return possible;
  }

  private static BitSet needed(List<Definition> definitions, List<Variable> targets) {
    BitSet needed = new BitSet();
    Deque<Variable> open = new ArrayDeque<>(targets);
    while (!open.isEmpty()) {
      Variable variable = open.pop();
      if (!needed.get(variable.slot())) {
        needed.set(variable.slot());
        open.addAll(definitions.get(variable.slot()).inputs());
      }
    }
    return needed;
  }
}
