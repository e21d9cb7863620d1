package org.isfsim.exact;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * All ways to give the nodes that an elimination sums out a class, once the nodes of its result
 * have theirs: loops over the nodes that nothing determines, works out those that a function gives,
 * and leaves a branch as soon as its weight is zero, or what it can still come to does not count.
 */
final class Completions {

  /**
   * What happens when a node has its class: functions that can be worked out, tables complete.
   *
   * @param ahead of every table that is not complete yet, the best that it may still come to
   */
  private record Level(int node, List<Given> given, List<Integer> tables, List<Ahead> ahead) {}

  /**
   * The best weights of a table for the classes of those of its nodes that are known.
   *
   * @param scope the nodes that are known
   */
  private record Ahead(int[] scope, double[] best) {}

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

  /** What counts must be better than this, or as good where that will do. */
  private double best;

  private boolean asGoodWillDo;

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
    List<Ahead> ahead = new ArrayList<>();
    for (int t = 0; t < used.length; t++) {
      if (!used[t] && LoopOrder.allIn(scopes.get(t), known)) {
        used[t] = true;
        complete.add(t);
      } else if (!used[t]) {
        ahead.add(ahead(scopes.get(t), tables.get(t), known));
      }
    }
    return new Level(node, due, complete, ahead);
  }

  private Ahead ahead(int[] scope, double[] table, BitSet known) {
    int[] left = Arrays.stream(scope).filter(known::get).toArray();
    int[] apart = Arrays.stream(scope).map(node -> Cells.stride(left, node, sizes)).toArray();
    double[] best =
        new double[Arrays.stream(left).map(node -> sizes[node]).reduce(1, (a, b) -> a * b)];
    Arrays.fill(best, algebra.zero());
    int[] at = new int[scope.length];
    int cell = 0;
    for (double weight : table) {
      best[cell] = algebra.plus(best[cell], weight);
      for (int i = at.length - 1; i >= 0; i--) {
        cell += apart[i];
        if (++at[i] < sizes[scope[i]]) {
          break;
        }
        cell -= apart[i] * at[i];
        at[i] = 0;
      }
    }
    return new Ahead(left, best);
  }

  /**
   * From now on only ways better than this weight are visited, in an algebra that chooses. What is
   * multiplied never makes a way better.
   */
  void onlyBetterThan(double weight) {
    best = weight;
    asGoodWillDo = false;
  }

  /** The same of ways at least as good as this weight, which is not zero. */
  void onlyAsGoodAs(double weight) {
    best = weight;
    asGoodWillDo = true;
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
      if (!counts(product)) {
        return true;
      }
    }
    double most = product;
    for (Ahead ahead : level.ahead()) {
      most = algebra.times(most, ahead.best()[cell(ahead.scope(), classes)]);
      if (!counts(most)) {
        return true;
      }
    }
    return go(number + 1, classes, product, visitor);
  }

  private boolean counts(double weight) {
    return algebra.plus(weight, best) != best || asGoodWillDo && weight == best;
  }

  private int cell(int[] scope, int[] classes) {
    int cell = 0;
    for (int node : scope) {
      cell = cell * sizes[node] + classes[node];
    }
    return cell;
  }
}
