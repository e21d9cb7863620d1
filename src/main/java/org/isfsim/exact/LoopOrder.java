package org.isfsim.exact;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.isfsim.parameter.PortableMath;

/**
 * In which order a contraction loops over its nodes: so that tables and functions are complete
 * early, and a zero among them ends a branch before it has grown; the largest node last, together
 * with others that nothing waits for, since the innermost loop is the quickest.
 */
final class LoopOrder {

  /** A node may be looped over last for the speed of it if it has at least this many values. */
  private static final int LONG = 8;

  /** How many combinations the innermost loop goes through at most, where it has several nodes. */
  private static final int TOGETHER = 1024;

  private final int[] sizes;
  private final List<int[]> tableScopes;
  private final List<int[]> scopes = new ArrayList<>();
  private final BitSet ofFunctions = new BitSet();
  private final int[] out;
  private final BitSet free = new BitSet();

  /**
   * @param sizes the number of values of every node of the graph
   * @param functions the functions to be contracted
   * @param tableScopes the scopes of the weights
   * @param out the nodes of the result
   */
  LoopOrder(int[] sizes, List<Factor.Function> functions, List<int[]> tableScopes, int[] out) {
    this.sizes = sizes;
    this.tableScopes = tableScopes;
    this.out = out;
    scopes.addAll(tableScopes);
    functions.forEach(function -> scopes.add(function.inputs()));
    functions.forEach(function -> Arrays.stream(function.scope()).forEach(ofFunctions::set));
    scopes.forEach(scope -> Arrays.stream(scope).forEach(free::set));
    Arrays.stream(out).forEach(free::set);
    // A function's output is not looped over; in an acyclic plan its inputs never depend on it.
    functions.forEach(function -> free.clear(function.output()));
  }

  /**
   * The nodes to loop over, those that no function determines from the others; the last is the
   * innermost loop, over all combinations of its nodes.
   *
   * @param innermost the node to loop over last if it is looped over, or -1 for the largest
   */
  List<int[]> loops(int innermost) {
    List<Integer> rest = new ArrayList<>(free.stream().boxed().toList());
    Integer last = innermost >= 0 && rest.contains(innermost) ? Integer.valueOf(innermost) : null;
    if (last == null) {
      last = rest.stream().max((a, b) -> Integer.compare(sizes[a], sizes[b])).orElse(null);
      if (last != null && sizes[last] < LONG) {
        last = null;
      }
    }
    List<Integer> together = last == null ? List.of() : together(rest, last);
    rest.removeAll(together);
    List<int[]> loops = new ArrayList<>();
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
      loops.add(new int[] {best});
      rest.remove(best);
      known.set(best);
    }
    if (!together.isEmpty()) {
      loops.add(together.stream().mapToInt(Integer::intValue).toArray());
    }
    return loops;
  }

  /**
   * A node and others that no function and no table waits for but those that wait for it, in the
   * order of the result, so that the loop goes through it cell by cell.
   */
  private List<Integer> together(List<Integer> rest, int last) {
    List<Integer> candidates = new ArrayList<>(rest);
    for (int node : out) {
      if (candidates.remove(Integer.valueOf(node))) {
        candidates.add(node);
      }
    }
    List<Integer> together = new ArrayList<>(List.of(last));
    long size = sizes[last];
    for (int i = candidates.size() - 1; i >= 0; i--) {
      int node = candidates.get(i);
      boolean isWaitedFor =
          ofFunctions.get(node)
              || tableScopes.stream().anyMatch(t -> contains(t, node) && !contains(t, last));
      if (node != last && !isWaitedFor && size * sizes[node] <= TOGETHER) {
        together.add(node);
        size *= sizes[node];
      }
    }
    return candidates.stream().filter(together::contains).toList();
  }

  private static boolean contains(int[] scope, int node) {
    return Arrays.stream(scope).anyMatch(n -> n == node);
  }

  private double score(int candidate, BitSet known) {
    known.set(candidate);
    double score = -PortableMath.log(sizes[candidate]) / 8;
    for (int[] scope : scopes) {
      if (contains(scope, candidate)) {
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
