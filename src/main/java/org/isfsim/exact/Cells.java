package org.isfsim.exact;

/** Places in dense tables: the last node of a scope varies fastest. */
final class Cells {

  private Cells() {}

  /**
   * The number of cells of a table over these nodes.
   *
   * @throws ArithmeticException if it does not fit an int
   */
  static int count(int[] scope, int[] sizes) {
    int product = 1;
    for (int node : scope) {
      product = Math.multiplyExact(product, sizes[node]);
    }
    return product;
  }

  /** How far apart neighbouring values of each node of the scope lie. */
  static int[] strides(int[] scope, int[] sizes) {
    int[] strides = new int[scope.length];
    int stride = 1;
    for (int i = scope.length - 1; i >= 0; i--) {
      strides[i] = stride;
      stride *= sizes[scope[i]];
    }
    return strides;
  }

  /** How far apart neighbouring values of a node lie; 0 when the node is not in the scope. */
  static int stride(int[] scope, int node, int[] sizes) {
    int stride = 1;
    for (int i = scope.length - 1; i >= 0; i--) {
      if (scope[i] == node) {
        return stride;
      }
      stride *= sizes[scope[i]];
    }
    return 0;
  }

  /** A product that stops at the largest long instead of overflowing. */
  static long saturated(long a, long b) {
    return a != 0 && b > Long.MAX_VALUE / a ? Long.MAX_VALUE : a * b;
  }

  /** The next combination of places, the last varying fastest; after the last one the first. */
  static void advance(int[] at, int[] sizes) {
    for (int j = at.length - 1; j >= 0 && ++at[j] == sizes[j]; j--) {
      at[j] = 0;
    }
  }
}
