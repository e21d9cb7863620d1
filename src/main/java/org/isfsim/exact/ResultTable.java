package org.isfsim.exact;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.isfsim.model.Definition;
import org.isfsim.model.Operation;
import org.isfsim.model.Variable;
import org.jspecify.annotations.Nullable;

/**
 * A function over some values of its inputs.
 *
 * @param inputs by input, the indices of its values, ascending
 * @param results the result for every combination, the last input varying fastest; -1 for none
 * @param support the results that there are, ascending
 * @param isPartial whether some combination has no result
 * @param hasGap whether the rules give no result for some combination, and not only none that
 *     counts
 */
record ResultTable(
    int[][] inputs, int[] results, int[] support, boolean isPartial, boolean hasGap) {

  private static final int LARGEST_TABLE = 1 << 25;

  /**
   * A function over these values of its inputs.
   *
   * @throws TooLargeException if there are too many combinations, naming the step
   */
  static ResultTable of(Definition.Derived derived, int[][] values) throws TooLargeException {
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
    return new ResultTable(values, raw, found.stream().toArray(), isPartial, hasGap);
  }

  /**
   * The same function over some of these values.
   *
   * @param counting the results that count; null for all
   */
  ResultTable cutOut(Operation function, int[][] values, @Nullable BitSet counting) {
    int[] strides = new int[values.length];
    int[] sizes = new int[values.length];
    int[][] places = new int[values.length][];
    int cells = 1;
    int stride = 1;
    for (int i = values.length - 1; i >= 0; i--) {
      int[] before = inputs[i];
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
      int result = results[place];
      table[cell] = result >= 0 && (counting == null || counting.get(result)) ? result : -1;
      if (table[cell] >= 0) {
        found.set(result);
      } else {
        isPartial = true;
        if (this.hasGap && !hasGap) {
          int[] combination = new int[at.length];
          Arrays.setAll(combination, i -> values[i][at[i]]);
          hasGap = isGap(function, combination);
        }
      }
      Cells.advance(at, sizes);
    }
    return new ResultTable(values, table, found.stream().toArray(), isPartial, hasGap);
  }

  /** The same table, whose support is the one array of its content. */
  ResultTable sharing(WalkMemory memory) {
    return new ResultTable(inputs, results, memory.one(support), isPartial, hasGap);
  }

  boolean isOver(int[][] values) {
    for (int i = 0; i < values.length; i++) {
      if (!Arrays.equals(values[i], inputs[i])) {
        return false;
      }
    }
    return true;
  }

  boolean isWider(int[][] values) {
    for (int i = 0; i < values.length; i++) {
      for (int value : values[i]) {
        if (Arrays.binarySearch(inputs[i], value) < 0) {
          return false;
        }
      }
    }
    return true;
  }

  static boolean isEveryResult(int[] table, BitSet results) {
    for (int result : table) {
      if (result < 0 || !results.get(result)) {
        return false;
      }
    }
    return true;
  }

  /** A function that gives no result but some. */
  record Restricted(Operation whole, List<Boolean> counts) implements Operation {

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
}
