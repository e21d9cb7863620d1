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
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.isfsim.decision.Decisions;
import org.isfsim.model.Definition;
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

  /** The definitions before some results were left out. */
  private final List<Definition> whole;

  private final int[][] supports;
  private final Map<Integer, int[]> tables = new HashMap<>();

  /** The slots of functions that have no result for some combination, whatever counts. */
  private final BitSet gaps = new BitSet();

  /** By slot, where most of the function was worked out; the same for all questions of a plan. */
  private final Map<Integer, Supports> evaluated;

  private Supports(
      Plan plan,
      List<Definition> whole,
      List<Definition> definitions,
      Map<Variable, boolean[]> counting,
      Map<Integer, Supports> evaluated) {
    this.plan = plan;
    this.evaluated = evaluated;
    this.whole = whole;
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
    return of(plan, decisions, targets, choice, Map.of());
  }

  /**
   * The same, counting only what gives some variables accepted values, beside what is known of the
   * plan's cases.
   */
  static Supports of(
      Plan plan,
      Decisions decisions,
      List<Variable> targets,
      Choice choice,
      Map<Variable, boolean[]> accepted)
      throws TooLargeException {
    Map<Variable, boolean[]> counting = new HashMap<>(plan.evidence().accepted());
    plan.evidence().flags().forEach(flag -> counting.put(flag, new boolean[] {false, true}));
    accepted.forEach((variable, values) -> counting.merge(variable, values, Supports::both));
    List<Definition> whole = Definition.of(plan, decisions);
    Supports none =
        new Supports(plan, whole, restricted(whole, counting), counting, new ConcurrentHashMap<>());
    return none.again(targets, choice);
  }

  /**
   * The values of the same plan's variables when others of the drawn ones are looked at. A table
   * over the same values is shared and not worked out again.
   *
   * @throws TooLargeException if a function's table would be too large, naming the step
   */
  Supports again(List<Variable> targets, Choice choice) throws TooLargeException {
    Supports supports = new Supports(plan, whole, definitions, counting, evaluated);
    supports.find(
        needed(targets),
        (drawn, possible) -> {
          boolean[] counts = counting.get(drawn.output());
          int[] chosen = choice.values(drawn, possible);
          return counts == null
              ? chosen
              : Arrays.stream(chosen).filter(value -> counts[value]).toArray();
        },
        this);
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
    Supports left = new Supports(plan, whole, definitions, counting, evaluated);
    left.gaps.or(gaps);
    for (Definition definition : definitions) {
      int slot = definition.output().slot();
      if (!needed.get(slot)) {
        continue;
      }
      if (definition instanceof Definition.Derived derived) {
        if (left.hasSameInputs(derived, this) && isEveryResult(table(slot), live[slot])) {
          left.supports[slot] = supports[slot];
          left.tables.put(slot, table(slot));
        } else {
          left.cutOut(derived, live[slot], this);
        }
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
    int[] at = new int[slots.length];
    for (int result : raw) {
      if (result >= 0 && results.get(result)) {
        for (int i = 0; i < at.length; i++) {
          kept[i][at[i]] = true;
        }
      }
      advance(at, slots, supports);
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

  /**
   * Takes from a function's table over more values the one over these.
   *
   * @param results the results that count; null for all
   */
  private void cutOut(Definition.Derived derived, @Nullable BitSet results, Supports from) {
    int slot = derived.output().slot();
    int[] slots = derived.inputs().stream().mapToInt(Variable::slot).toArray();
    int[] larger = from.table(slot);
    int[] strides = new int[slots.length];
    int cells = 1;
    int stride = 1;
    for (int i = slots.length - 1; i >= 0; i--) {
      strides[i] = stride;
      stride *= from.supports[slots[i]].length;
      cells *= supports[slots[i]].length;
    }
    int[][] places = new int[slots.length][];
    for (int i = 0; i < slots.length; i++) {
      int[] before = from.supports[slots[i]];
      places[i] =
          Arrays.stream(supports[slots[i]]).map(v -> Arrays.binarySearch(before, v)).toArray();
    }
    int[] table = new int[cells];
    int[] at = new int[slots.length];
    BitSet found = new BitSet();
    for (int cell = 0; cell < cells; cell++) {
      int place = 0;
      for (int i = 0; i < at.length; i++) {
        place += places[i][at[i]] * strides[i];
      }
      int result = larger[place];
      table[cell] = result >= 0 && (results == null || results.get(result)) ? result : -1;
      if (table[cell] >= 0) {
        found.set(result);
      } else if (from.gaps.get(slot) && !gaps.get(slot)) {
        int[] inputs = new int[at.length];
        Arrays.setAll(inputs, i -> supports[slots[i]][at[i]]);
        gaps.set(slot, !hasResult(derived, inputs));
      }
      advance(at, slots, supports);
    }
    supports[slot] = found.stream().toArray();
    tables.put(slot, table);
  }

  /** The next combination of the places of some variables' values, the last varying fastest. */
  private static void advance(int[] at, int[] slots, int[][] supports) {
    for (int j = at.length - 1; j >= 0 && ++at[j] == supports[slots[j]].length; j--) {
      at[j] = 0;
    }
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
                  inputs -> {
                    int value = derived.operation().apply(inputs);
                    return value >= 0 && counts[value] ? value : -1;
                  },
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

  private void find(BitSet needed, Choice choice, Supports before) throws TooLargeException {
    List<Integer> fresh = new ArrayList<>();
    for (Definition definition : definitions) {
      // Slots are given out in the order of the plan, so that inputs come first.
      int slot = definition.output().slot();
      if (!needed.get(slot)) {
        continue;
      }
      if (definition instanceof Definition.Drawn drawn) {
        List<int[]> parents = drawn.inputs().stream().map(v -> supports[v.slot()]).toList();
        supports[slot] = choice.values(drawn, possible(drawn.distribution(), parents));
      } else if (definition instanceof Definition.Derived derived) {
        List<Supports> others = withTable(slot, before);
        Optional<Supports> same = first(others, other -> hasSameInputs(derived, other));
        if (same.isPresent()) {
          supports[slot] = same.get().supports[slot];
          tables.put(slot, same.get().table(slot));
          gaps.set(slot, same.get().gaps.get(slot));
          continue;
        }
        Optional<Supports> larger = first(others, other -> isWithin(derived, other));
        if (larger.isPresent()) {
          cutOut(derived, null, larger.get());
          continue;
        }
        int[] raw = evaluate(derived);
        BitSet found = new BitSet();
        for (int value : raw) {
          if (value >= 0) {
            found.set(value);
          }
        }
        supports[slot] = found.stream().toArray();
        tables.put(slot, raw);
        fresh.add(slot);
      }
    }
    // Told to other threads when nothing in it will change any more.
    fresh.forEach(slot -> evaluated.merge(slot, this, (a, b) -> larger(slot, a, b)));
  }

  private static Supports larger(int slot, Supports a, Supports b) {
    return a.table(slot).length >= b.table(slot).length ? a : b;
  }

  /** Those that have a table of a function: the question before, and where it was worked out. */
  private List<Supports> withTable(int slot, Supports before) {
    return Stream.of(before, evaluated.getOrDefault(slot, before))
        .filter(other -> other.tables.containsKey(slot))
        .toList();
  }

  private static Optional<Supports> first(List<Supports> of, Predicate<Supports> wanted) {
    return of.stream().filter(wanted).findFirst();
  }

  private boolean hasSameInputs(Definition.Derived derived, Supports before) {
    return derived.inputs().stream()
        .allMatch(input -> Arrays.equals(supports[input.slot()], before.supports[input.slot()]));
  }

  private boolean isWithin(Definition.Derived derived, Supports before) {
    return derived.inputs().stream()
        .allMatch(
            input ->
                Arrays.stream(supports[input.slot()])
                    .allMatch(v -> Arrays.binarySearch(before.supports[input.slot()], v) >= 0));
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

  /** The function's value for every combination of its inputs' supports, the last fastest. */
  private int[] evaluate(Definition.Derived derived) throws TooLargeException {
    int[][] values = derived.inputs().stream().map(v -> supports[v.slot()]).toArray(int[][]::new);
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
    int[] at = new int[values.length];
    int[] inputs = new int[values.length];
    for (int i = 0; i < raw.length; i++) {
      for (int j = 0; j < inputs.length; j++) {
        inputs[j] = values[j][at[j]];
      }
      raw[i] = derived.operation().apply(inputs);
      if (raw[i] < 0 && !hasResult(derived, inputs)) {
        gaps.set(derived.output().slot());
      }
      for (int j = at.length - 1; j >= 0 && ++at[j] == values[j].length; j--) {
        at[j] = 0;
      }
    }
    return raw;
  }

  private boolean hasResult(Definition.Derived derived, int[] inputs) {
    return whole.get(derived.output().slot()) instanceof Definition.Derived own
        && own.operation().apply(inputs) >= 0;
  }

  /** Whether some decision has no result for values that its inputs can have. */
  boolean hasGaps() {
    return !gaps.isEmpty();
  }

  Plan plan() {
    return plan;
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
