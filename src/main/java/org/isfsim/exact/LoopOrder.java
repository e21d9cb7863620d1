package org.isfsim.exact;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * In which order a contraction loops over its nodes: so that tables and functions are complete
 * early, and a zero among them ends a branch before it has grown; the largest node last, since the
 * innermost loop is the quickest.
 */
final class LoopOrder {

  /** A node may be looped over last for the speed of it if it has at least this many values. */
  private static final int LONG = 8;

  private final int[] sizes;
  private final List<int[]> scopes = new ArrayList<>();
  private final BitSet free = new BitSet();

  /**
   * @param sizes the number of values of every node of the graph
   * @param functions the functions to be contracted
   * @param tableScopes the scopes of the weights
   * @param out the nodes of the result
   */
  LoopOrder(int[] sizes, List<Factor.Function> functions, List<int[]> tableScopes, int[] out) {
    this.sizes = sizes;
    scopes.addAll(tableScopes);
    functions.forEach(function -> scopes.add(function.inputs()));
    scopes.forEach(scope -> Arrays.stream(scope).forEach(free::set));
    Arrays.stream(out).forEach(free::set);
    // A function's output is not looped over; in an acyclic plan its inputs never depend on it.
    functions.forEach(function -> free.clear(function.output()));
  }

  /**
   * The nodes to loop over: those that no function determines from the others.
   *
   * @param innermost the node to loop over last if it is looped over, or -1 for the largest
   */
  int[] nodes(int innermost) {
    List<Integer> rest = new ArrayList<>(free.stream().boxed().toList());
    Integer last = innermost >= 0 && rest.contains(innermost) ? Integer.valueOf(innermost) : null;
    if (last == null) {
      last = rest.stream().max((a, b) -> Integer.compare(sizes[a], sizes[b])).orElse(null);
      if (last != null && sizes[last] < LONG) {
        last = null;
      }
    }
    rest.remove(last);
    List<Integer> ordered = new ArrayList<>();
    BitSet known = new BitSet();
    while (!rest.isEmpty()) {
      Integer best = rest.get(0);
      double bestScore = Double.NEGATIVE_INFINITY;
      for (Integer candidate : rest) {
        double score = score(candidate, known);
        if (score > bestScore) {
          bestScore = score;
          best = candidate;
        }
      }
      ordered.add(best);
      rest.remove(best);
      known.set(best);
    }
    if (last != null) {
      ordered.add(last);
    }
    return ordered.stream().mapToInt(Integer::intValue).toArray();
  }

  private double score(int candidate, BitSet known) {
    known.set(candidate);
    double score = -StrictMath.log(sizes[candidate]) / 8;
    for (int[] scope : scopes) {
      if (Arrays.stream(scope).anyMatch(n -> n == candidate)) {
        score += allIn(scope, known) ? 4 : 1;
      }
    }
    known.clear(candidate);
    return score;
  }

  /** Whether all nodes are known. */
  static boolean allIn(int[] nodes, BitSet known) {
    for (int node : nodes) {
      if (!known.get(node)) {
        return false;
      }
    }
    return true;
  }
}
