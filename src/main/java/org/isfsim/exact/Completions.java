package org.isfsim.exact;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * All ways to give the nodes that an elimination sums out a class, once the nodes of its result
 * have theirs: loops over the nodes that nothing determines, works out those that a function gives,
 * and leaves a branch as soon as its weight is zero.
 */
final class Completions {

  /** What happens when a node has its class: functions that can be worked out, tables complete. */
  private record Level(int node, List<Given> given, List<Integer> tables) {}

  /**
   * A node that a function gives.
   *
   * @param check whether the node has its class already, so that it must be the same
   */
  private record Given(Factor.Function function, boolean check) {}

  /** Is told the weight of one way; answers whether to look for more. */
  interface Visitor {
    boolean visit(double weight);
  }

  private final int[] sizes;
  private final Algebra algebra;
  private final List<int[]> scopes;
  private final List<double[]> tables;
  private final List<Level> levels = new ArrayList<>();
  private double best;

  /**
   * @param sizes the number of classes of every node of the graph
   * @param functions the functions among the factors
   * @param scopes the scopes of the weights
   * @param tables the weights
   * @param out the nodes of the result
   * @param nodes the nodes that are summed out
   */
  Completions(
      int[] sizes,
      Algebra algebra,
      List<Factor.Function> functions,
      List<int[]> scopes,
      List<double[]> tables,
      int[] out,
      int[] nodes) {
    this.sizes = sizes;
    this.algebra = algebra;
    this.scopes = scopes;
    this.tables = tables;
    this.best = algebra.zero();
    BitSet known = EliminationSteps.set(out);
    List<Factor.Function> waiting = new ArrayList<>(functions);
    boolean[] used = new boolean[scopes.size()];
    levels.add(level(-1, known, waiting, used));
    BitSet given = new BitSet();
    functions.forEach(function -> given.set(function.output()));
    for (boolean isGiven : new boolean[] {false, true}) {
      for (int node : nodes) {
        if (!known.get(node) && given.get(node) == isGiven) {
          known.set(node);
          levels.add(level(node, known, waiting, used));
        }
      }
    }
  }

  private Level level(int node, BitSet known, List<Factor.Function> waiting, boolean[] used) {
    List<Given> due = new ArrayList<>();
    boolean more = true;
    while (more) {
      more = false;
      for (Factor.Function function : List.copyOf(waiting)) {
        if (LoopOrder.allIn(function.inputs(), known)) {
          due.add(new Given(function, known.get(function.output())));
          waiting.remove(function);
          known.set(function.output());
          more = true;
        }
      }
    }
    List<Integer> complete = new ArrayList<>();
    for (int t = 0; t < used.length; t++) {
      if (!used[t] && LoopOrder.allIn(scopes.get(t), known)) {
        used[t] = true;
        complete.add(t);
      }
    }
    return new Level(node, due, complete);
  }

  /**
   * From now on only ways better than this weight are visited, in an algebra that chooses. What is
   * multiplied never makes a way better.
   */
  void onlyBetterThan(double weight) {
    best = weight;
  }

  /**
   * Visits every way whose weight is not zero; the classes hold it while it is visited.
   *
   * @param classes the class of each node; those of the result are given
   * @return whether the visitor asked for more to the end
   */
  boolean forEach(int[] classes, Visitor visitor) {
    return go(0, classes, algebra.one(), visitor);
  }

  private boolean go(int number, int[] classes, double weight, Visitor visitor) {
    if (number == levels.size()) {
      return visitor.visit(weight);
    }
    Level level = levels.get(number);
    if (level.node() < 0) {
      return at(number, classes, weight, visitor);
    }
    boolean more = true;
    for (int c = 0; c < sizes[level.node()] && more; c++) {
      classes[level.node()] = c;
      more = at(number, classes, weight, visitor);
    }
    return more;
  }

  private boolean at(int number, int[] classes, double weight, Visitor visitor) {
    Level level = levels.get(number);
    for (Given given : level.given()) {
      Factor.Function function = given.function();
      int result = function.table()[cell(function.inputs(), classes)];
      if (result < 0 || given.check() && classes[function.output()] != result) {
        return true;
      }
      classes[function.output()] = result;
    }
    double product = weight;
    for (int table : level.tables()) {
      product = algebra.times(product, tables.get(table)[cell(scopes.get(table), classes)]);
      if (algebra.plus(product, best) == best) {
        return true;
      }
    }
    return go(number + 1, classes, product, visitor);
  }

  private int cell(int[] scope, int[] classes) {
    int cell = 0;
    for (int node : scope) {
      cell = cell * sizes[node] + classes[node];
    }
    return cell;
  }
}
