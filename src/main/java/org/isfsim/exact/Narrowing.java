package org.isfsim.exact;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.isfsim.model.Definition;
import org.isfsim.model.Variable;

/** What is left of values if a variable has one of its own; see {@link Supports#within}. */
final class Narrowing {

  /** How many parts are kept; others are made again when they are asked for. */
  private static final int MOST_PARTS = 64;

  private final Supports all;

  /** The parts of these values in which a variable has one of its values. */
  private final Map<PartKey, Supports> parts = new HashMap<>();

  private record PartKey(int slot, int value, boolean asksParents) {}

  Narrowing(Supports all) {
    this.all = all;
  }

  /** See {@link Supports#leadingTo}. */
  Supports leadingTo(Variable target, int wanted) {
    BitSet needed = all.needed(List.of(target));
    return all.with(narrowed(needed, needed, new PartKey(target.slot(), wanted, false)));
  }

  /** See {@link Supports#within}. */
  Supports within(Variable variable, int value, boolean asksParents) {
    synchronized (parts) {
      if (parts.size() >= MOST_PARTS) {
        parts.clear();
      }
      return parts.computeIfAbsent(
          new PartKey(variable.slot(), value, asksParents),
          key ->
              all.with(
                  all.memory()
                      .of(
                          List.of("within", all.structure(), key),
                          () -> narrowed(all.found().covered(), all.needed(List.of(variable)), key),
                          made -> 4 * all.supports().length)));
    }
  }

  /**
   * What is left of the values of some variables if one of them has one of its values.
   *
   * @param backwards the slots of those that are followed backwards from it
   */
  private FoundValues narrowed(BitSet slots, BitSet backwards, PartKey key) {
    BitSet[] live = new Backwards(all, slots, backwards).from(key.slot(), key.value());
    FoundValues left = new FoundValues(all.supports().length);
    for (int slot = slots.nextSetBit(0); slot >= 0; slot = slots.nextSetBit(slot + 1)) {
      if (all.definition(slot) instanceof Definition.Derived derived) {
        left.take(slot, narrowed(derived, left.inputs(derived), live[slot]));
      } else if (all.definition(slot) instanceof Definition.Drawn drawn) {
        int[] values = live[slot].stream().toArray();
        left.supports()[slot] =
            all.memory()
                .one(key.asksParents() ? stillPossible(drawn, values, left.supports()) : values);
      }
    }
    return left;
  }

  /** A function's table over some of these values, with the results that are left. */
  private ResultTable narrowed(Definition.Derived derived, int[][] inputs, BitSet live) {
    int slot = derived.output().slot();
    ResultTable own =
        new ResultTable(
            all.found().inputs(derived),
            all.table(slot),
            all.supports()[slot],
            all.isPartial(slot),
            all.found().hasGap(slot));
    boolean isEvery = live.cardinality() == own.support().length;
    if (isEvery && own.isOver(inputs)) {
      return own;
    }
    List<Object> parts =
        new ArrayList<>(List.of("narrowed", own.results(), isEvery ? "every" : live));
    parts.addAll(Arrays.asList(own.inputs()));
    parts.addAll(Arrays.asList(inputs));
    WalkMemory memory = all.memory();
    return memory.of(
        parts,
        () -> own.cutOut(derived.operation(), inputs, isEvery ? null : live).sharing(memory),
        made -> made.results().length);
  }

  /** The values of a drawn variable without those that only other values of its parents allow. */
  private int[] stillPossible(Definition.Drawn drawn, int[] values, int[][] now) {
    List<int[]> parents = drawn.inputs().stream().map(v -> now[v.slot()]).toList();
    List<int[]> before = drawn.inputs().stream().map(v -> all.supports()[v.slot()]).toList();
    if (parents.equals(before)) {
      return values;
    }
    int[] left = DrawnRows.of(drawn.distribution(), parents).possible();
    int[] possible = DrawnRows.of(drawn.distribution(), before).possible();
    return Arrays.stream(values)
        .filter(v -> Arrays.binarySearch(left, v) >= 0 || Arrays.binarySearch(possible, v) < 0)
        .toArray();
  }
}
