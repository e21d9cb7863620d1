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

  /**
   * Whether a table differs anywhere between values of a node.
   *
   * @param apart how far apart neighbouring values of the node lie
   * @param size how many values it has
   */
  static boolean matters(int[] table, int apart, int size) {
    for (int cell = apart; cell < table.length; cell++) {
      if (cell / apart % size > 0 && table[cell] != table[cell - apart]) {
        return true;
      }
    }
    return false;
  }

  /** The part of a table in which a node has its first value. */
  static int[] firstOf(int[] table, int apart, int size) {
    int[] part = new int[table.length / size];
    for (int from = 0; from < part.length; from += apart) {
      System.arraycopy(table, from * size, part, from, apart);
    }
    return part;
  }
}
