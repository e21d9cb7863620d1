package org.isfsim.exact;

/** The rows of a contraction's column after a stage: what their nodes are and what they weigh. */
final class Rows {

  /** How many rows there are; the first of every array. */
  int count;

  /** By rank, the value of each node of the column in every row; also of stages before. */
  final int[][] values;

  final double[] weights;

  /** Where every row lies in the result, from the place that the loops give. */
  final int[] places;

  /** The same in the table that has lanes. */
  final int[] across;

  /** Whether the rows lie side by side in the result, one after the other. */
  boolean isDense;

  /** For each node room of its own for the values of the rows. */
  private final int[][] room;

  /**
   * @param nodes how many nodes have a value in each row
   * @param size how many rows there are at most
   */
  Rows(int nodes, int size) {
    values = new int[nodes][];
    weights = new double[size];
    places = new int[size];
    across = new int[size];
    room = new int[nodes][];
  }

  /** Room for the values of a node, by rank, that no other stage writes to. */
  int[] room(int node) {
    if (room[node] == null) {
      room[node] = new int[weights.length];
    }
    return room[node];
  }

  /**
   * Drops the rows that weigh nothing.
   *
   * @param live the nodes, by rank, that are still asked for
   * @param index room for the rows that are kept
   */
  void drop(double zero, int[] live, int[] index) {
    int kept = 0;
    for (int row = 0; row < count; row++) {
      if (weights[row] != zero) {
        index[kept++] = row;
      }
    }
    if (kept < count) {
      keep(live, index, kept);
    }
  }

  /** Keeps the rows of the index, which ascends. */
  void keep(int[] live, int[] index, int kept) {
    for (int node : live) {
      int[] from = values[node];
      int[] to = room(node);
      for (int i = 0; i < kept; i++) {
        to[i] = from[index[i]];
      }
      values[node] = to;
    }
    for (int i = 0; i < kept; i++) {
      weights[i] = weights[index[i]];
    }
    count = kept;
  }
}
