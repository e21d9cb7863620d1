package org.isfsim.exact;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.isfsim.parameter.ConditionalDistribution;
import org.isfsim.parameter.Distribution;

/**
 * The distributions of a drawn variable for all combinations of its parents' values.
 *
 * @param distributions those of the combinations that give one
 * @param possible the indices of the values that some of them gives, ascending
 * @param shape the same for all that differ only in what values weigh: which combinations have
 *     equal distributions, and which values each gives
 */
record DrawnRows(List<Distribution> distributions, int[] possible, int[] shape) {

  /**
   * The distributions of a variable.
   *
   * @param parents the indices of each parent's values, ascending
   */
  static DrawnRows of(ConditionalDistribution distribution, List<int[]> parents) {
    List<Distribution> rows = new ArrayList<>();
    BitSet possible = new BitSet();
    IntStream.Builder shape = IntStream.builder();
    Map<Distribution, Integer> different = new HashMap<>();
    int[] sizes = parents.stream().mapToInt(values -> values.length).toArray();
    int[] at = new int[sizes.length];
    int[] values = new int[sizes.length];
    long combinations = Arrays.stream(sizes).asLongStream().reduce(1, Cells::saturated);
    for (long i = 0; i < combinations; i++) {
      for (int j = 0; j < at.length; j++) {
        values[j] = parents.get(j)[at[j]];
      }
      if (distribution.isDefinedAt(values)) {
        Distribution row = distribution.at(values);
        rows.add(row);
        shape.add(different.computeIfAbsent(row, its -> different.size()));
      } else {
        shape.add(-1);
      }
      Cells.advance(at, sizes);
    }
    rows.stream()
        .distinct()
        .forEach(
            row -> {
              shape.add(-2);
              Arrays.stream(row.support()).peek(possible::set).forEach(shape::add);
            });
    return new DrawnRows(List.copyOf(rows), possible.stream().toArray(), shape.build().toArray());
  }

  /** The same with arrays that are one for each content. */
  DrawnRows sharing(WalkMemory memory) {
    return new DrawnRows(distributions, memory.one(possible), memory.one(shape));
  }
}
