package org.isfsim.exact;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.isfsim.decision.Decisions;
import org.isfsim.model.Definition;
import org.isfsim.model.Plan;
import org.isfsim.model.Step;
import org.isfsim.model.Variable;
import org.jspecify.annotations.Nullable;

/**
 * The values that every variable of a plan can have, found forwards through the plan, and every
 * function of the plan as a table over them. Found once and shared by the graphs of all questions
 * about the same values.
 */
final class Supports {

  private final Plan plan;
  private final Decisions decisions;
  private final List<Definition> definitions;
  private final Map<Variable, boolean[]> counting;

  private final FoundValues found;
  private final int[][] supports;
  private final WalkMemory memory;
  private final Narrowing narrowing;

  private Supports(
      Plan plan,
      Decisions decisions,
      List<Definition> definitions,
      Map<Variable, boolean[]> counting,
      WalkMemory memory,
      FoundValues found) {
    this.plan = plan;
    this.decisions = decisions;
    this.memory = memory;
    this.definitions = definitions;
    this.counting = counting;
    this.found = found;
    this.supports = found.supports();
    this.narrowing = new Narrowing(this);
  }

  /** Other values of the same plan. */
  Supports with(FoundValues other) {
    return new Supports(plan, decisions, definitions, counting, memory, other);
  }

  /** Which values of a drawn variable are looked at. */
  interface Choice {
    /**
     * The indices of the values, ascending.
     *
     * @param drawn the variable's definition
     * @param possible the values that its distribution gives for some values of its parents
     */
    int[] values(Definition.Drawn drawn, int[] possible);
  }

  /**
   * The values of all variables.
   *
   * @param targets the variables that will be asked about; others need not be looked at
   * @param choice which values of the drawn variables are looked at
   * @throws TooLargeException if a function's table would be too large, naming the step
   */
  static Supports of(Plan plan, Decisions decisions, List<Variable> targets, Choice choice)
      throws TooLargeException {
    return of(plan, decisions, targets, choice, Map.of(), new WalkMemory());
  }

  /**
   * The same, counting only what gives some variables accepted values, beside what is known of the
   * plan's cases.
   *
   * @param memory what was worked out before
   */
  static Supports of(
      Plan plan,
      Decisions decisions,
      List<Variable> targets,
      Choice choice,
      Map<Variable, boolean[]> accepted,
      WalkMemory memory)
      throws TooLargeException {
    Map<Variable, boolean[]> counting = new HashMap<>(plan.evidence().accepted());
    plan.evidence().flags().forEach(flag -> counting.put(flag, new boolean[] {false, true}));
    accepted.forEach((variable, values) -> counting.merge(variable, values, Supports::both));
    List<Definition> definitions = restricted(Definition.of(plan, decisions), counting);
    return new Supports(
            plan, decisions, definitions, counting, memory, new FoundValues(definitions.size()))
        .again(targets, choice);
  }

  /**
   * The values of the same plan's variables when others of the drawn ones are looked at.
   *
   * @throws TooLargeException if a function's table would be too large, naming the step
   */
  Supports again(List<Variable> targets, Choice choice) throws TooLargeException {
    Supports others = with(new FoundValues(supports.length));
    others.find(needed(targets), choice);
    return others;
  }

  /**
   * These values and those of what further variables depend on.
   *
   * @param choice the one by which these were found
   * @throws TooLargeException if a function's table would be too large, naming the step
   */
  Supports and(List<Variable> targets, Choice choice) throws TooLargeException {
    BitSet covered = found.covered();
    BitSet missing = needed(targets);
    missing.andNot(covered);
    if (missing.isEmpty()) {
      return this;
    }
    Supports more = with(found.of(covered));
    more.find(missing, choice);
    return more;
  }

  /** Those of these values that some variables depend on. */
  Supports only(List<Variable> targets) {
    FoundValues some = found.of(targets, () -> needed(targets));
    return some == found ? this : with(some);
  }

  /**
   * The values that can occur in a plan which differs from this one in no more than what values of
   * parameters weigh, as they are those that can occur here; null if it differs otherwise.
   *
   * @param by what decides there
   */
  @Nullable Supports under(Plan other, Decisions by) {
    if (by != decisions
        || other.evidence() != plan.evidence()
        || other.steps().size() != plan.steps().size()) {
      return null;
    }
    List<Definition> others = new ArrayList<>(definitions);
    for (int i = 0; i < plan.steps().size(); i++) {
      Step own = plan.steps().get(i);
      Step its = other.steps().get(i);
      if (own == its) {
        continue;
      }
      if (!(own instanceof Step.Draw draw
          && its instanceof Step.Draw drawn
          && draw.isLike(drawn))) {
        return null;
      }
      others.set(
          draw.variable().slot(),
          new Definition.Drawn(draw.variable(), draw.parents(), drawn.distribution()));
    }
    Supports under = new Supports(other, decisions, others, counting, memory, found);
    return hasShapesOf(under) ? under : null;
  }

  private boolean hasShapesOf(Supports other) {
    for (int slot = 0; slot < supports.length; slot++) {
      if (definitions.get(slot) != other.definitions.get(slot)
          && supports[slot] != null
          && definitions.get(slot) instanceof Definition.Drawn own
          && other.definitions.get(slot) instanceof Definition.Drawn its
          && !Arrays.equals(rows(own).shape(), other.rows(its).shape())) {
        return false;
      }
    }
    return true;
  }

  /**
   * What is one object for all values that are found and defined alike, by slot, but for what
   * values of parameters weigh; as long as it is remembered.
   */
  Object structure() {
    return found.structure(() -> memory.of(structureParts(), Object::new, made -> 0));
  }

  private List<Object> structureParts() {
    List<Object> parts = new ArrayList<>(List.of("values"));
    IntStream.Builder wiring = IntStream.builder();
    plan.evidence().flags().forEach(flag -> wiring.add(flag.slot()));
    for (Definition definition : definitions) {
      int slot = definition.output().slot();
      if (supports[slot] == null) {
        continue;
      }
      wiring.add(-1 - slot);
      definition.inputs().forEach(input -> wiring.add(input.slot()));
      wiring.add(definition.output().domain().size());
      parts.add(supports[slot]);
      boolean[] counts = counting.get(definition.output());
      if (counts != null) {
        parts.add(Arrays.toString(counts));
      }
      if (definition instanceof Definition.Derived derived) {
        parts.add(table(slot));
        if (found.hasGap(slot)) {
          parts.add(derived.operation());
        }
      } else if (definition instanceof Definition.Drawn drawn) {
        parts.add(rows(drawn).shape());
      }
    }
    parts.add(memory.one(wiring.build().toArray()));
    return parts;
  }

  /** The distributions of a drawn variable for its parents' values. */
  DrawnRows rows(Definition.Drawn drawn) {
    List<int[]> parents = drawn.inputs().stream().map(v -> supports[v.slot()]).toList();
    List<Object> parts = new ArrayList<>(List.of("rows", drawn.distribution()));
    parts.addAll(parents);
    return memory.of(
        parts,
        () -> DrawnRows.of(drawn.distribution(), parents).sharing(memory),
        made -> made.distributions().size());
  }

  /**
   * What is left of these values if a variable is to have one of its values: those that some
   * combination of the others' leads there, as far as one function at a time can tell. Parameters
   * keep the values that some function needs; whether their parents allow them is not asked.
   */
  Supports leadingTo(Variable target, int wanted) {
    return narrowing.leadingTo(target, wanted);
  }

  /**
   * What is left of all these values if a variable has one of its values, for questions about what
   * depends on it. What it does not depend on itself is looked at forwards alone: where that has no
   * result, a question that does not need it goes on.
   *
   * @param asksParents whether a parameter's value is left out that is possible only with other
   *     values of its parents, so that it weighs nothing
   */
  Supports within(Variable variable, int value, boolean asksParents) {
    return narrowing.within(variable, value, asksParents);
  }

  private static boolean[] both(boolean[] a, boolean[] b) {
    boolean[] both = a.clone();
    for (int v = 0; v < both.length; v++) {
      both[v] &= b[v];
    }
    return both;
  }

  /**
   * The same definitions where functions give no result but some: what a question is about can be
   * no other way, so that no walk need tell the others apart.
   *
   * @param accepted by variable, whether each value is a result that counts
   */
  private static List<Definition> restricted(
      List<Definition> definitions, Map<Variable, boolean[]> accepted) {
    if (accepted.isEmpty()) {
      return definitions;
    }
    return definitions.stream()
        .map(
            definition -> {
              boolean[] counts = accepted.get(definition.output());
              if (counts == null || !(definition instanceof Definition.Derived derived)) {
                return definition;
              }
              return new Definition.Derived(
                  derived.output(),
                  derived.inputs(),
                  ResultTable.Restricted.of(derived.operation(), counts),
                  derived.decided());
            })
        .toList();
  }

  /** The slots of some variables, of what is known, and of all that they depend on. */
  BitSet needed(List<Variable> targets) {
    BitSet needed = new BitSet();
    Deque<Variable> open = new ArrayDeque<>(targets);
    open.addAll(plan.evidence().flags());
    while (!open.isEmpty()) {
      Variable variable = open.pop();
      if (!needed.get(variable.slot())) {
        needed.set(variable.slot());
        open.addAll(definitions.get(variable.slot()).inputs());
      }
    }
    return needed;
  }

  private void find(BitSet needed, Choice choice) throws TooLargeException {
    for (Definition definition : definitions) {
      // Slots are given out in the order of the plan, so that inputs come first.
      int slot = definition.output().slot();
      if (!needed.get(slot)) {
        continue;
      }
      if (definition instanceof Definition.Drawn drawn) {
        supports[slot] = memory.one(counted(drawn, choice.values(drawn, rows(drawn).possible())));
      } else if (definition instanceof Definition.Derived derived) {
        found.take(slot, table(derived));
      }
    }
  }

  /** Of some values those that count. */
  private int[] counted(Definition.Drawn drawn, int[] values) {
    boolean[] counts = counting.get(drawn.output());
    return counts == null ? values : Arrays.stream(values).filter(v -> counts[v]).toArray();
  }

  /** A function's table over the values of its inputs, from memory if it is there. */
  private ResultTable table(Definition.Derived derived) throws TooLargeException {
    int[][] inputs = found.inputs(derived);
    Optional<ResultTable> known = memory.table(derived.operation(), inputs);
    if (known.isPresent()) {
      return known.get();
    }
    Optional<ResultTable> wider = memory.widerTable(derived.operation(), inputs);
    ResultTable made =
        wider.isPresent()
            ? wider.get().cutOut(derived.operation(), inputs, null)
            : ResultTable.of(derived, inputs);
    ResultTable table = made.sharing(memory);
    memory.remember(derived.operation(), table);
    return table;
  }

  /**
   * All that the probabilities of a variable's values depend on, told by content: how it and what
   * it depends on are defined, by their places among each other, and which values are looked at.
   */
  List<Object> content(Variable target) {
    BitSet needed = needed(List.of(target));
    List<Object> content = new ArrayList<>();
    content.add(!plan.evidence().isNone());
    content.add(hasGaps());
    content.add(needed.get(0, target.slot()).cardinality());
    for (int slot = needed.nextSetBit(0); slot >= 0; slot = needed.nextSetBit(slot + 1)) {
      Definition definition = definitions.get(slot);
      for (Variable input : definition.inputs()) {
        content.add(needed.get(0, input.slot()).cardinality());
      }
      if (definition instanceof Definition.Derived derived) {
        content.add(derived.operation());
      } else if (definition instanceof Definition.Drawn drawn) {
        content.add(WalkMemory.content(supports[slot]));
        content.addAll(rows(drawn).distributions());
      }
    }
    return content;
  }

  /** Whether a function has no result that counts for some combination. */
  boolean isPartial(int slot) {
    return found.isPartial(slot);
  }

  /** Whether some decision has no result for values that its inputs can have. */
  boolean hasGaps() {
    return found.hasGaps();
  }

  /** Whether only those cases count that agree with what is known. */
  boolean isConditional() {
    return !plan.evidence().isNone();
  }

  /** Whether only those cases count that agree with what is known or that the rules decide. */
  boolean isPartial() {
    return isConditional() || hasGaps();
  }

  Plan plan() {
    return plan;
  }

  /** What was found, by slot. */
  FoundValues found() {
    return found;
  }

  WalkMemory memory() {
    return memory;
  }

  Definition definition(int slot) {
    return definitions.get(slot);
  }

  /** The indices of each variable's values, ascending, by slot; null for those not looked at. */
  int[][] supports() {
    return supports;
  }

  /** A function's value for every combination of its inputs' supports, the last varying fastest. */
  int[] table(int slot) {
    int[] table = found.table(slot);
    if (table == null) {
      throw new IllegalStateException("No table for " + plan.variables().get(slot).name());
    }
    return table;
  }
}
