package org.isfsim.exact;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The last nodes of a contraction's result, where nothing works with them: no function knows them,
 * and one table alone, which has them last, too. They are not looped over: a row of the table is
 * added to a row of the result as a whole. The outcome goes downwards through a tree in this way,
 * and what a step only hands on.
 *
 * @param table the number of the table
 * @param nodes how many nodes they are
 * @param count how many combinations of them there are, at least two
 */
record Lanes(int table, int nodes, int count) {

  /** The lanes of a contraction, or null where its result has none. */
  static @Nullable Lanes of(
      int[] sizes, List<Factor.Function> functions, List<int[]> tableScopes, int[] out) {
    int table = -1;
    int count = 1;
    int nodes = 0;
    for (; nodes < out.length; nodes++) {
      int node = out[out.length - 1 - nodes];
      int[] having = having(node, tableScopes);
      if (having.length != 1
          || table >= 0 && table != having[0]
          || functions.stream().anyMatch(function -> contains(function.scope(), node))) {
        break;
      }
      int[] scope = tableScopes.get(having[0]);
      if (nodes >= scope.length || scope[scope.length - 1 - nodes] != node) {
        break;
      }
      table = having[0];
      count *= sizes[node];
    }
    return count < 2 ? null : new Lanes(table, nodes, count);
  }

  /** The tables that know a node. */
  private static int[] having(int node, List<int[]> scopes) {
    return IntStream.range(0, scopes.size()).filter(t -> contains(scopes.get(t), node)).toArray();
  }

  private static boolean contains(int[] scope, int node) {
    return Arrays.stream(scope).anyMatch(n -> n == node);
  }

  /** The nodes before them, of the result or of the table. */
  int[] before(int[] scope) {
    return Arrays.copyOf(scope, scope.length - nodes);
  }

  /** The scopes of all tables, of this one the nodes before them. */
  List<int[]> before(List<int[]> scopes) {
    List<int[]> before = new ArrayList<>(scopes);
    before.set(table, before(scopes.get(table)));
    return before;
  }

  /** For each row of the table: one if anything weighs in it, and zero if it may be left out. */
  double[] rows(Algebra algebra, double[] weights) {
    double[] rows = new double[weights.length / count];
    Arrays.fill(rows, algebra.zero());
    for (int cell = 0; cell < weights.length; cell++) {
      if (weights[cell] != algebra.zero()) {
        rows[cell / count] = algebra.one();
      }
    }
    return rows;
  }
}
