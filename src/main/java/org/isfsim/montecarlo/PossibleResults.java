package org.isfsim.montecarlo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.isfsim.model.Definition;
import org.isfsim.parameter.Distribution;

/**
 * What becomes of a variable when its inputs can have some values only. Answers are remembered,
 * since many kinds of cases ask the same.
 */
final class PossibleResults {

  /** With more combinations than this, nothing is tried: every value of the variable may occur. */
  private static final int MOST = 1 << 13;

  private final Map<Question, PossibleResult> known = new HashMap<>();

  private record Question(int slot, List<BitSet> inputs) {}

  /**
   * What becomes of a variable.
   *
   * @param values the values that it can have; every value of its domain if that is not known
   * @param total whether it always has one; false where rules may give no result
   * @param reads the places of those inputs on which it depends; what the others are is all the
   *     same
   */
  record PossibleResult(BitSet values, boolean total, int[] reads) {}

  /**
   * What becomes of a variable.
   *
   * @param definition how it comes by its value
   * @param inputs the values of each input, none of them empty
   */
  PossibleResult of(Definition definition, List<BitSet> inputs) {
    return known.computeIfAbsent(
        new Question(definition.output().slot(), inputs), question -> find(definition, inputs));
  }

  private static PossibleResult find(Definition definition, List<BitSet> inputs) {
    int[][] values = new int[inputs.size()][];
    for (int i = 0; i < values.length; i++) {
      values[i] = indices(inputs.get(i));
    }
    long combinations = 1;
    for (int[] of : values) {
      combinations = Math.min(combinations * of.length, MOST + 1);
    }
    BitSet all = new BitSet();
    all.set(0, definition.output().domain().size());
    if (combinations > MOST) {
      boolean total = !(definition instanceof Definition.Derived derived && derived.decided());
      return new PossibleResult(all, total, varying(values));
    }
    PossibleResult image = tried(definition, values, (int) combinations);
    return image.values.isEmpty() ? new PossibleResult(all, image.total, image.reads) : image;
  }

  private static PossibleResult tried(Definition definition, int[][] values, int combinations) {
    return definition instanceof Definition.Derived derived
        ? derived(derived, values, combinations)
        : drawn((Definition.Drawn) definition, values, combinations);
  }

  private static PossibleResult derived(
      Definition.Derived derived, int[][] values, int combinations) {
    int[] results = new int[combinations];
    eachOf(values, (place, inputs) -> results[place] = derived.operation().apply(inputs));
    boolean[] met = new boolean[derived.output().domain().size()];
    boolean total = true;
    for (int result : results) {
      if (result >= 0) {
        met[result] = true;
      } else {
        total = false;
      }
    }
    BitSet possible = new BitSet();
    for (int value = 0; value < met.length; value++) {
      possible.set(value, met[value]);
    }
    return new PossibleResult(possible, total, reads(values, results));
  }

  private static PossibleResult drawn(Definition.Drawn drawn, int[][] values, int combinations) {
    // A combination without a distribution cannot occur, but must not be looked up either.
    int[] results = new int[combinations];
    List<Distribution> met = new ArrayList<>();
    Map<Distribution, Integer> numbers = new IdentityHashMap<>();
    eachOf(
        values,
        (place, parents) -> {
          results[place] = -1;
          if (drawn.distribution().isDefinedAt(parents)) {
            Distribution distribution = drawn.distribution().at(parents);
            if (numbers.putIfAbsent(distribution, met.size()) == null) {
              met.add(distribution);
            }
            results[place] = numbers.get(distribution);
          }
        });
    BitSet possible = new BitSet();
    met.forEach(distribution -> Arrays.stream(distribution.support()).forEach(possible::set));
    return new PossibleResult(possible, true, reads(values, results));
  }

  private interface Visit {
    void of(int place, int[] inputs);
  }

  /** Every combination with its place, the last input fastest; the array is reused. */
  private static void eachOf(int[][] values, Visit visit) {
    int[] at = new int[values.length];
    int[] inputs = new int[values.length];
    for (int i = 0; i < inputs.length; i++) {
      inputs[i] = values[i][0];
    }
    int place = 0;
    while (true) {
      visit.of(place++, inputs);
      int last = inputs.length - 1;
      while (last >= 0 && at[last] == values[last].length - 1) {
        at[last] = 0;
        inputs[last] = values[last][0];
        last--;
      }
      if (last < 0) {
        return;
      }
      inputs[last] = values[last][++at[last]];
    }
  }

  /** The inputs with which the results change. */
  private static int[] reads(int[][] values, int[] results) {
    BitSet reads = new BitSet();
    int stride = results.length;
    for (int input = 0; input < values.length; input++) {
      int block = stride;
      stride = block / values[input].length;
      reads.set(input, changes(results, block, stride));
    }
    return indices(reads);
  }

  /** Whether neighbours within a block differ that are a stride apart. */
  private static boolean changes(int[] results, int block, int stride) {
    for (int start = 0; start < results.length; start += block) {
      for (int place = start; place < start + block - stride; place++) {
        if (results[place] != results[place + stride]) {
          return true;
        }
      }
    }
    return false;
  }

  private static int[] varying(int[][] values) {
    BitSet varying = new BitSet();
    for (int input = 0; input < values.length; input++) {
      varying.set(input, values[input].length > 1);
    }
    return indices(varying);
  }

  private static int[] indices(BitSet set) {
    int[] indices = new int[set.cardinality()];
    int next = 0;
    for (int i = set.nextSetBit(0); i >= 0; i = set.nextSetBit(i + 1)) {
      indices[next++] = i;
    }
    return indices;
  }
}
