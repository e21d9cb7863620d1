package org.isfsim.exact;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/**
 * In which order the nodes of a graph are summed out: always the one next whose contraction loops
 * over the fewest combinations (min-weight; D. Koller and N. Friedman, Probabilistic Graphical
 * Models, 2009, section 9.4.3), where what a function determines is not looped over.
 *
 * @param node the node that is summed out here
 * @param factors the factors of the graph that are first used here
 * @param messages the earlier eliminations whose results are used here
 * @param out the nodes of the result, ascending
 */
record Elimination(int node, List<Integer> factors, List<Integer> messages, int[] out) {

  /** A factor of the graph or the result of an elimination, while the order is being found. */
  private record Piece(BitSet scope, int determines, int factor, int message) {}

  /** How many nodes an order may choose from at a time, each tried in turn. */
  private static final int[] WINDOWS = {1, 2, 3, 6, 12, 24, 48, Integer.MAX_VALUE};

  /**
   * The eliminations of all nodes but those kept, in order, and at the end what is left with them.
   *
   * <p>Choosing freely, the order may cut a long chain in many places and tie its ends together. So
   * it also is tried with a choice of the few nodes only that are done with first in the plan, and
   * the cheapest of these orders is taken.
   */
  static Order order(int[] sizes, List<Factor> factors, BitSet kept) {
    List<Elimination> best = List.of();
    double bestCost = Double.POSITIVE_INFINITY;
    for (int window : WINDOWS) {
      Ordering ordering = new Ordering(sizes, factors, kept);
      List<Elimination> order = ordering.run(window);
      if (ordering.total < bestCost) {
        best = order;
        bestCost = ordering.total;
      }
    }
    return new Order(best, bestCost);
  }

  /**
   * An order.
   *
   * @param eliminations the eliminations
   * @param cost how many combinations they loop over and cells they fill, all together
   */
  record Order(List<Elimination> eliminations, double cost) {}

  /** One attempt at an order. */
  private static final class Ordering {
    private final int[] sizes;
    private final int root;
    private final List<Piece> pieces = new ArrayList<>();
    private final List<Integer> waiting = new ArrayList<>();
    private double total;

    Ordering(int[] sizes, List<Factor> factors, BitSet kept) {
      this.sizes = sizes;
      this.root = kept.cardinality() == 1 ? kept.nextSetBit(0) : -1;
      int[] lastUse = new int[sizes.length];
      for (int i = 0; i < factors.size(); i++) {
        Factor factor = factors.get(i);
        BitSet scope = new BitSet();
        for (int node : factor.scope()) {
          scope.set(node);
          lastUse[node] = i;
        }
        int determines = factor instanceof Factor.Function function ? function.output() : -1;
        pieces.add(new Piece(scope, determines, i, -1));
      }
      for (int node = 0; node < sizes.length; node++) {
        if (!kept.get(node)) {
          waiting.add(node);
        }
      }
      waiting.sort(Comparator.comparingInt(node -> lastUse[node]));
    }

    List<Elimination> run(int window) {
      List<Elimination> order = new ArrayList<>();
      while (!waiting.isEmpty()) {
        int best = -1;
        double bestCost = Double.POSITIVE_INFINITY;
        for (int node : waiting.subList(0, Math.min(window, waiting.size()))) {
          double cost = cost(sizes, pieces, node);
          if (cost < bestCost) {
            bestCost = cost;
            best = node;
          }
        }
        total += bestCost;
        waiting.remove((Integer) best);
        order.add(take(pieces, best, false, order.size()));
      }
      order.add(take(pieces, root, true, order.size()));
      return order;
    }
  }

  private static double cost(int[] sizes, List<Piece> pieces, int node) {
    BitSet union = new BitSet();
    BitSet determined = new BitSet();
    for (Piece piece : pieces) {
      if (piece.scope().get(node)) {
        union.or(piece.scope());
        if (piece.determines() >= 0) {
          determined.set(piece.determines());
        }
      }
    }
    double loops = 1;
    double out = 1;
    for (int n = union.nextSetBit(0); n >= 0; n = union.nextSetBit(n + 1)) {
      loops *= determined.get(n) ? 1 : sizes[n];
      out *= n == node ? 1 : sizes[n];
    }
    return loops + out;
  }

  /**
   * Takes the pieces in which a node occurs, or at the end all that are left: also those that have
   * no node any more, or none that is tied to what is kept.
   */
  private static Elimination take(List<Piece> pieces, int node, boolean isEnd, int number) {
    List<Integer> factors = new ArrayList<>();
    List<Integer> messages = new ArrayList<>();
    BitSet union = new BitSet();
    for (Piece piece : List.copyOf(pieces)) {
      if (isEnd || piece.scope().get(node)) {
        pieces.remove(piece);
        union.or(piece.scope());
        if (piece.factor() >= 0) {
          factors.add(piece.factor());
        } else {
          messages.add(piece.message());
        }
      }
    }
    if (!isEnd) {
      union.clear(node);
    }
    pieces.add(new Piece(union, -1, -1, number));
    return new Elimination(node, factors, messages, union.stream().toArray());
  }
}
