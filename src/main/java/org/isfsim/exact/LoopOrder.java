package org.isfsim.exact;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * In which order a contraction loops over its nodes: the largest as a column that goes through the
 * loops, together with others that nothing waits for; of the others those further out that more of
 * what is worked out waits for, so that little is left for the loops inside.
 */
final class LoopOrder {

  /** A node may be looped over last for the speed of it if it has at least this many values. */
  private static final int LONG = 8;

  /** How many rows a column has at most, where it has several nodes. */
  private static final int TOGETHER = 1024;

  private final int[] sizes;
  private final List<int[]> tableScopes;
  private final List<Factor.Function> functions;
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
    this.functions = functions;
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
   * column, whose rows are all combinations of its nodes.
   */
  List<int[]> loops() {
    List<Integer> rest = new ArrayList<>(free.stream().boxed().toList());
    Integer last =
        rest.stream()
            .max((a, b) -> Integer.compare(sizes[a], sizes[b]))
            .filter(node -> sizes[node] >= LONG)
            .orElse(null);
    List<Integer> together =
        last == null ? List.of() : ofFunctions.get(last) ? List.of(last) : together(rest, last);
    rest.removeAll(together);
    List<int[]> loops = new ArrayList<>();
    for (int node : apart(rest, together)) {
      loops.add(new int[] {node});
    }
    if (!together.isEmpty()) {
      loops.add(together.stream().mapToInt(Integer::intValue).toArray());
    }
    return loops;
  }

  /**
   * Some nodes in the order of their loops: from the inside, at each place the one for which the
   * least is left to be done inside all the loops.
   *
   * @param column the nodes that go through the loops as a column
   */
  private List<Integer> apart(List<Integer> nodes, List<Integer> column) {
    BitSet[] behind = behind();
    double rows = 1;
    for (int node : column) {
      rows *= sizes[node];
    }
    List<BitSet> waiting = new ArrayList<>();
    List<Double> work = new ArrayList<>();
    for (int[] scope : scopes) {
      BitSet on = new BitSet();
      for (int node : scope) {
        on.or(behind[node]);
      }
      waiting.add(on);
      work.add(column.stream().anyMatch(on::get) ? rows : 1);
    }
    List<Integer> rest = new ArrayList<>(nodes);
    List<Integer> order = new ArrayList<>();
    while (!rest.isEmpty()) {
      Integer best = rest.get(0);
      double least = Double.POSITIVE_INFINITY;
      for (Integer node : rest) {
        double left = 0;
        for (int i = 0; i < waiting.size(); i++) {
          left += waiting.get(i).get(node) ? work.get(i) : work.get(i) / sizes[node];
        }
        if (left < least) {
          least = left;
          best = node;
        }
      }
      rest.remove(best);
      order.add(0, best);
      for (int i = waiting.size() - 1; i >= 0; i--) {
        if (waiting.get(i).get(best)) {
          waiting.remove(i);
          work.remove(i);
        }
      }
    }
    return order;
  }

  /** For each node the nodes that no function gives and that it depends on. */
  private BitSet[] behind() {
    BitSet[] behind = new BitSet[sizes.length];
    for (int node = 0; node < sizes.length; node++) {
      behind[node] = new BitSet();
      behind[node].set(node, free.get(node));
    }
    boolean more = true;
    while (more) {
      more = false;
      for (Factor.Function function : functions) {
        BitSet of = behind[function.output()];
        int before = of.cardinality();
        for (int input : function.inputs()) {
          of.or(behind[input]);
        }
        more |= of.cardinality() > before;
      }
    }
    return behind;
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
