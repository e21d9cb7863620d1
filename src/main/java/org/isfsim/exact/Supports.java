package org.isfsim.exact;

import java.util.ArrayDeque;
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
import org.isfsim.model.Operation;
import org.isfsim.model.Plan;
import org.isfsim.model.Variable;
import org.isfsim.parameter.ConditionalDistribution;
import org.jspecify.annotations.Nullable;

/**
 * The values that every variable of a plan can have, found forwards through the plan, and every
 * function of the plan as a table over them. Found once and shared by the graphs of all questions
 * about the same values.
 */
final class Supports {

  private static final int LARGEST_TABLE = 1 << 25;

  private final Plan plan;
  private final List<Definition> definitions;
  private final Map<Variable, boolean[]> counting;

  private final int[][] supports;
  private final Map<Integer, int[]> tables = new HashMap<>();

  /** The slots of functions that have no result that counts for some combination. */
  private final BitSet partial = new BitSet();

  /** The slots of functions that have no result for some combination, whatever counts. */
  private final BitSet gaps = new BitSet();

  private final WalkMemory memory;

  private Supports(
      Plan plan,
      List<Definition> definitions,
      Map<Variable, boolean[]> counting,
      WalkMemory memory) {
    this.plan = plan;
    this.memory = memory;
    this.definitions = definitions;
    this.counting = counting;
    this.supports = new int[definitions.size()][];
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
    return new Supports(plan, definitions, counting, memory).again(targets, choice);
  }

  /**
   * The values of the same plan's variables when others of the drawn ones are looked at.
   *
   * @throws TooLargeException if a function's table would be too large, naming the step
   */
  Supports again(List<Variable> targets, Choice choice) throws TooLargeException {
    Supports supports = new Supports(plan, definitions, counting, memory);
    supports.find(
        needed(targets),
        (drawn, possible) -> {
          boolean[] counts = counting.get(drawn.output());
          int[] chosen = choice.values(drawn, possible);
          return counts == null
              ? chosen
              : Arrays.stream(chosen).filter(value -> counts[value]).toArray();
        });
    return supports;
  }

  /**
   * What is left of these values if a variable is to have one of its values: those that some
   * combination of the others' leads there, as far as one function at a time can tell. Parameters
   * keep the values that some function needs; whether their parents allow them is not asked.
   */
  Supports leadingTo(Variable target, int wanted) {
    BitSet needed = needed(List.of(target));
    BitSet[] live = new BitSet[definitions.size()];
    for (int slot = needed.nextSetBit(0); slot >= 0; slot = needed.nextSetBit(slot + 1)) {
      live[slot] = new BitSet();
      Arrays.stream(supports[slot]).forEach(live[slot]::set);
    }
    boolean isThere = live[target.slot()].get(wanted);
    live[target.slot()].clear();
    live[target.slot()].set(wanted, isThere);
    for (int slot = definitions.size() - 1; slot >= 0; slot--) {
      if (needed.get(slot) && definitions.get(slot) instanceof Definition.Derived derived) {
        keepInputs(derived, live);
      }
    }
    Supports left = new Supports(plan, definitions, counting, memory);
    left.partial.or(partial);
    left.gaps.or(gaps);
    for (Definition definition : definitions) {
      int slot = definition.output().slot();
      if (!needed.get(slot)) {
        continue;
      }
      if (definition instanceof Definition.Derived derived) {
        WalkMemory.FunctionTable own = tableOf(derived);
        left.take(
            slot,
            own.isOver(left.inputs(derived)) && isEveryResult(table(slot), live[slot])
                ? own
                : cutOut(derived, own, left.inputs(derived), live[slot]));
      } else {
        left.supports[slot] = live[slot].stream().toArray();
      }
    }
    return left;
  }

  /** Takes from the inputs of a function what none of its results that are left comes of. */
  private void keepInputs(Definition.Derived derived, BitSet[] live) {
    int[] slots = derived.inputs().stream().mapToInt(Variable::slot).toArray();
    BitSet results = live[derived.output().slot()];
    int[] raw = table(derived.output().slot());
    if (isEveryResult(raw, results)) {
      return;
    }
    boolean[][] kept = new boolean[slots.length][];
    Arrays.setAll(kept, i -> new boolean[supports[slots[i]].length]);
    int[] sizes = Arrays.stream(slots).map(slot -> supports[slot].length).toArray();
    int[] at = new int[slots.length];
    for (int result : raw) {
      if (result >= 0 && results.get(result)) {
        for (int i = 0; i < at.length; i++) {
          kept[i][at[i]] = true;
        }
      }
      Cells.advance(at, sizes);
    }
    for (int i = 0; i < slots.length; i++) {
      for (int place = 0; place < kept[i].length; place++) {
        if (!kept[i][place]) {
          live[slots[i]].clear(supports[slots[i]][place]);
        }
      }
    }
  }

  private static boolean isEveryResult(int[] table, BitSet results) {
    for (int result : table) {
      if (result < 0 || !results.get(result)) {
        return false;
      }
    }
    return true;
  }

  /** A function's table over the values that were found, as it is here. */
  private WalkMemory.FunctionTable tableOf(Definition.Derived derived) {
    int slot = derived.output().slot();
    return new WalkMemory.FunctionTable(
        inputs(derived), table(slot), supports[slot], partial.get(slot), gaps.get(slot));
  }

  private int[][] inputs(Definition.Derived derived) {
    return derived.inputs().stream().map(v -> supports[v.slot()]).toArray(int[][]::new);
  }

  private void take(int slot, WalkMemory.FunctionTable table) {
    supports[slot] = table.support();
    tables.put(slot, table.results());
    partial.set(slot, table.isPartial());
    gaps.set(slot, table.hasGap());
  }

  /**
   * Takes from a function's table over more values the one over these.
   *
   * @param results the results that count; null for all
   */
  private static WalkMemory.FunctionTable cutOut(
      Definition.Derived derived,
      WalkMemory.FunctionTable from,
      int[][] values,
      @Nullable BitSet results) {
    int[] strides = new int[values.length];
    int[] sizes = new int[values.length];
    int[][] places = new int[values.length][];
    int cells = 1;
    int stride = 1;
    for (int i = values.length - 1; i >= 0; i--) {
      int[] before = from.inputs()[i];
      strides[i] = stride;
      stride *= before.length;
      sizes[i] = values[i].length;
      cells *= sizes[i];
      places[i] = Arrays.stream(values[i]).map(v -> Arrays.binarySearch(before, v)).toArray();
    }
    int[] table = new int[cells];
    int[] at = new int[values.length];
    BitSet found = new BitSet();
    boolean isPartial = false;
    boolean hasGap = false;
    for (int cell = 0; cell < cells; cell++) {
      int place = 0;
      for (int i = 0; i < at.length; i++) {
        place += places[i][at[i]] * strides[i];
      }
      int result = from.results()[place];
      table[cell] = result >= 0 && (results == null || results.get(result)) ? result : -1;
      if (table[cell] >= 0) {
        found.set(result);
      } else {
        isPartial = true;
        if (from.hasGap() && !hasGap) {
          int[] inputs = new int[at.length];
          Arrays.setAll(inputs, i -> values[i][at[i]]);
          hasGap = isGap(derived.operation(), inputs);
        }
      }
      Cells.advance(at, sizes);
    }
    return new WalkMemory.FunctionTable(values, table, found.stream().toArray(), isPartial, hasGap);
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
                  Restricted.of(derived.operation(), counts),
                  derived.decided());
            })
        .toList();
  }

  /** A function that gives no result but some. */
  private record Restricted(Operation whole, List<Boolean> counts) implements Operation {

    static Restricted of(Operation whole, boolean[] counts) {
      return new Restricted(
          whole, IntStream.range(0, counts.length).mapToObj(v -> counts[v]).toList());
    }

    @Override
    public int apply(int[] inputs) {
      int value = whole.apply(inputs);
      return value >= 0 && counts.get(value) ? value : -1;
    }
  }

  /** Whether a function has no result at all, and not only none that counts. */
  private static boolean isGap(Operation operation, int[] inputs) {
    Operation whole = operation instanceof Restricted some ? some.whole() : operation;
    return whole.apply(inputs) < 0;
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
        List<int[]> parents = drawn.inputs().stream().map(v -> supports[v.slot()]).toList();
        supports[slot] = memory.one(choice.values(drawn, possible(drawn.distribution(), parents)));
      } else if (definition instanceof Definition.Derived derived) {
        take(slot, table(derived));
      }
    }
  }

  /** A function's table over the values of its inputs, from memory if it is there. */
  private WalkMemory.FunctionTable table(Definition.Derived derived) throws TooLargeException {
    int[][] inputs = inputs(derived);
    Optional<WalkMemory.FunctionTable> known = memory.table(derived.operation(), inputs);
    if (known.isPresent()) {
      return known.get();
    }
    Optional<WalkMemory.FunctionTable> wider = memory.widerTable(derived.operation(), inputs);
    WalkMemory.FunctionTable made =
        wider.isPresent() ? cutOut(derived, wider.get(), inputs, null) : evaluate(derived, inputs);
    WalkMemory.FunctionTable table =
        new WalkMemory.FunctionTable(
            inputs, made.results(), memory.one(made.support()), made.isPartial(), made.hasGap());
    memory.remember(derived.operation(), table);
    return table;
  }

  /** The values that a distribution gives for some combination of its parents' values. */
  static int[] possible(ConditionalDistribution distribution, List<int[]> parents) {
    BitSet possible = new BitSet();
    int[] at = new int[parents.size()];
    int[] values = new int[at.length];
    long combinations = parents.stream().mapToLong(p -> p.length).reduce(1, Cells::saturated);
    for (long i = 0; i < combinations; i++) {
      for (int j = 0; j < at.length; j++) {
        values[j] = parents.get(j)[at[j]];
      }
      if (distribution.isDefinedAt(values)) {
        Arrays.stream(distribution.at(values).support()).forEach(possible::set);
      }
      for (int j = at.length - 1; j >= 0 && ++at[j] == parents.get(j).length; j--) {
        at[j] = 0;
      }
    }
    return possible.stream().toArray();
  }

  private static WalkMemory.FunctionTable evaluate(Definition.Derived derived, int[][] values)
      throws TooLargeException {
    long size = 1;
    for (int[] v : values) {
      size = Cells.saturated(size, v.length);
    }
    if (size > LARGEST_TABLE) {
      throw new TooLargeException(
          derived.output().name()
              + " depends on "
              + String.join(", ", derived.inputs().stream().map(Variable::name).toList())
              + ", which have "
              + size
              + " combinations");
    }
    int[] raw = new int[(int) size];
    int[] sizes = Arrays.stream(values).mapToInt(v -> v.length).toArray();
    int[] at = new int[values.length];
    int[] inputs = new int[values.length];
    BitSet found = new BitSet();
    boolean isPartial = false;
    boolean hasGap = false;
    for (int i = 0; i < raw.length; i++) {
      for (int j = 0; j < inputs.length; j++) {
        inputs[j] = values[j][at[j]];
      }
      raw[i] = derived.operation().apply(inputs);
      if (raw[i] >= 0) {
        found.set(raw[i]);
      } else {
        isPartial = true;
        hasGap = hasGap || isGap(derived.operation(), inputs);
      }
      Cells.advance(at, sizes);
    }
    return new WalkMemory.FunctionTable(values, raw, found.stream().toArray(), isPartial, hasGap);
  }

  /** Whether a function has no result that counts for some combination. */
  boolean isPartial(int slot) {
    return partial.get(slot);
  }

  /** Whether some decision has no result for values that its inputs can have. */
  boolean hasGaps() {
    return !gaps.isEmpty();
  }

  Plan plan() {
    return plan;
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
    int[] table = tables.get(slot);
    if (table == null) {
      throw new IllegalStateException("No table for " + plan.variables().get(slot).name());
    }
    return table;
  }
}
