package org.isfsim.montecarlo;

import java.util.Arrays;
import org.isfsim.model.Operation;

/**
 * A function of some of its inputs, the others being fixed, that remembers what it gave. Dense: a
 * combination is looked up by its mixed-radix number, the last input fastest.
 *
 * <p>Safe to share between threads: two that miss the same combination at once find the same.
 */
final class FunctionTable {

  /** The largest table, in combinations. */
  static final int LARGEST = 1 << 16;

  private static final short UNKNOWN = -2;

  private final Operation operation;
  private final int[] fixed;
  private final int[] places;
  private final int[] sizes;
  private final int[] strides;
  private final short[] known;

  /**
   * @param operation the function, which gives -1 where it has no value
   * @param fixed a value for each input
   * @param places the inputs that vary
   * @param sizes how many values each of those has; their product is at most {@link #LARGEST}
   */
  FunctionTable(Operation operation, int[] fixed, int[] places, int[] sizes) {
    this.operation = operation;
    this.fixed = fixed.clone();
    this.places = places.clone();
    this.sizes = sizes.clone();
    this.strides = strides(sizes);
    this.known = new short[sizes.length == 0 ? 1 : sizes[0] * strides[0]];
    Arrays.fill(known, UNKNOWN);
  }

  /** By how much the place of a combination grows with each input. */
  static int[] strides(int[] sizes) {
    int[] strides = new int[sizes.length];
    int stride = 1;
    for (int i = sizes.length - 1; i >= 0; i--) {
      strides[i] = stride;
      stride = Math.multiplyExact(stride, sizes[i]);
    }
    return strides;
  }

  int[] strides() {
    return strides;
  }

  /** The values that are known by place; below 0 where {@link #find} must be asked. */
  short[] known() {
    return known;
  }

  /** The value of a combination by its place, or -1 if the function has none. */
  short find(int place) {
    int[] inputs = fixed.clone();
    for (int i = 0; i < places.length; i++) {
      inputs[places[i]] = place / strides[i] % sizes[i];
    }
    short value = (short) operation.apply(inputs);
    known[place] = value;
    return value;
  }
}
