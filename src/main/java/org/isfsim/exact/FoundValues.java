package org.isfsim.exact;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.isfsim.model.Definition;
import org.isfsim.model.Variable;
import org.jspecify.annotations.Nullable;

/**
 * Which values variables can have, and functions as tables over them, by slot; nothing for those
 * that are not looked at. Once all is found, it is not changed any more.
 */
final class FoundValues {

  /** How many parts are kept. */
  private static final int MOST_PARTS = 256;

  private final int[][] supports;
  private final int[] @Nullable [] tables;
  private final BitSet partial = new BitSet();
  private final BitSet gaps = new BitSet();
  private volatile @Nullable Object structure;

  /** Parts of these values, by the variables that were asked about. */
  private final Map<List<Variable>, FoundValues> parts = new ConcurrentHashMap<>();

  /** Nothing is found yet. */
  FoundValues(int slots) {
    supports = new int[slots][];
    tables = new int[slots][];
  }

  /** The same of some variables alone. */
  FoundValues of(BitSet slots) {
    FoundValues some = new FoundValues(supports.length);
    slots.stream()
        .forEach(
            slot -> {
              some.supports[slot] = supports[slot];
              some.tables[slot] = tables[slot];
            });
    some.partial.or(partial);
    some.partial.and(slots);
    some.gaps.or(gaps);
    some.gaps.and(slots);
    return some;
  }

  /**
   * The same of what some variables depend on.
   *
   * @param needed tells its slots
   */
  FoundValues of(List<Variable> targets, Supplier<BitSet> needed) {
    FoundValues known = parts.get(targets);
    if (known != null) {
      return known;
    }
    BitSet slots = needed.get();
    FoundValues some = slots.equals(covered()) ? this : of(slots);
    if (parts.size() >= MOST_PARTS) {
      parts.clear();
    }
    parts.put(List.copyOf(targets), some);
    return some;
  }

  /** The slots of the variables that are looked at. */
  BitSet covered() {
    BitSet covered = new BitSet();
    IntStream.range(0, supports.length)
        .filter(slot -> supports[slot] != null)
        .forEach(covered::set);
    return covered;
  }

  /** The indices of each variable's values, ascending. */
  int[][] supports() {
    return supports;
  }

  /** The values of a function's inputs. */
  int[][] inputs(Definition.Derived derived) {
    return derived.inputs().stream().map(v -> supports[v.slot()]).toArray(int[][]::new);
  }

  /** A function's value for every combination of its inputs' values; null if it was not found. */
  int @Nullable [] table(int slot) {
    return tables[slot];
  }

  /** Takes what a function gives. */
  void take(int slot, ResultTable table) {
    supports[slot] = table.support();
    tables[slot] = table.results();
    partial.set(slot, table.isPartial());
    gaps.set(slot, table.hasGap());
  }

  /** Whether a function has no result that counts for some combination. */
  boolean isPartial(int slot) {
    return partial.get(slot);
  }

  /** Whether a function has no result for some combination, whatever counts. */
  boolean hasGap(int slot) {
    return gaps.get(slot);
  }

  /** Whether some function has no result for some combination, whatever counts. */
  boolean hasGaps() {
    return !gaps.isEmpty();
  }

  /**
   * What these values are told by; found when it is first asked for.
   *
   * @param find gives equal objects for values that are found and defined alike
   */
  Object structure(Supplier<Object> find) {
    Object known = structure;
    if (known == null) {
      known = find.get();
      structure = known;
    }
    return known;
  }
}
