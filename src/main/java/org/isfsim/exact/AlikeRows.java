package org.isfsim.exact;

import java.util.Arrays;

/**
 * Makes one of rows that are alike in all that is still asked for. For one contraction at a time.
 */
final class AlikeRows {

  /** So many whole numbers are told apart as floating ones, which a browser is quick with. */
  private static final double MOST_KEYS = 1L << 53;

  private final Algebra algebra;
  private final int[] firstWith;
  private final double[] keys;
  private final int[] hashes;

  /**
   * @param size how many rows there are at most
   */
  AlikeRows(Algebra algebra, int size) {
    this.algebra = algebra;
    this.keys = new double[size];
    this.hashes = new int[size];
    this.firstWith = new int[Integer.highestOneBit(Math.max(1, size)) * 4];
  }

  /**
   * Puts rows together; those whose nodes have too many combinations are left as they are.
   *
   * @param live the nodes, by rank, that are still asked for
   * @param ranked the node of each rank
   * @param sizes the number of values of every node
   * @param index room for the rows that are kept
   */
  void merge(Rows rows, int[] live, int[] ranked, int[] sizes, int[] index) {
    int count = rows.count;
    Arrays.fill(keys, 0, count, 0);
    Arrays.fill(hashes, 0, count, 0);
    double combinations = 1;
    for (int node : live) {
      int of = sizes[ranked[node]];
      combinations *= of;
      int[] values = rows.values[node];
      for (int row = 0; row < count; row++) {
        keys[row] = keys[row] * of + values[row];
        hashes[row] = hashes[row] * 31 + values[row];
      }
    }
    if (combinations > MOST_KEYS) {
      return;
    }
    Arrays.fill(firstWith, -1);
    int mask = firstWith.length - 1;
    int kept = 0;
    for (int row = 0; row < count; row++) {
      double key = keys[row];
      int slot = hashes[row] & mask;
      while (firstWith[slot] >= 0 && keys[firstWith[slot]] != key) {
        slot = (slot + 1) & mask;
      }
      int first = firstWith[slot];
      if (first < 0) {
        firstWith[slot] = row;
        index[kept++] = row;
      } else {
        rows.weights[first] = algebra.plus(rows.weights[first], rows.weights[row]);
      }
    }
    if (kept < count) {
      rows.keep(live, index, kept);
    }
  }
}
