package org.isfsim.exact;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * The one step of every walk: multiplies factors and sums out the nodes that the result does not
 * name.
 *
 * <p>It loops over the nodes that nothing in the contraction determines, works out those that a
 * function gives, leaves a branch as soon as its weight is zero, and adds each product to the cell
 * of the result. The innermost loop goes through all combinations of its nodes column by column:
 * one short loop for each function, each table and the result. Made once for a set of factors; run
 * for any weights and algebra.
 *
 * <p>Every table, function and the result itself is an array with a place in it that moves by a
 * stride when a node takes a value. So there is one way to set a node, whatever it bears on.
 */
final class Contraction {

  /** What happens when a loop has given its node, or the innermost its nodes, their values. */
  private record Level(int[] nodes, int size, Determined[] determined, int[] complete) {}

  /**
   * A node that a function gives once its inputs are known.
   *
   * @param function the number of the function
   * @param output the node
   * @param check whether the node has its value already, so that it must be the same
   */
  private record Determined(int function, int output, boolean check) {}

  private final int[] sizes;
  private final List<Factor.Function> functions;
  private final List<int[]> tableScopes;
  private final Level[] levels;
  private final int[] completeAtStart;
  private final int outSize;

  /** The arrays, by number, that a node bears on, and how far its values lie apart there. */
  private final int[][] bearsOn;

  private final int[][] strides;

  private long edges;

  /**
   * @param sizes the number of values of every node of the graph
   * @param functions the functions among the factors
   * @param tableScopes the scopes of the weights, in the order in which they are given to {@link
   *     #run}
   * @param out the nodes of the result
   * @param innermost a node to loop over last if it is looped over, or -1
   */
  Contraction(
      int[] sizes,
      List<Factor.Function> functions,
      List<int[]> tableScopes,
      int[] out,
      int innermost) {
    this.sizes = sizes;
    this.functions = functions;
    this.tableScopes = tableScopes;
    this.outSize = Cells.count(out, sizes);
    List<int[]> scopes = new ArrayList<>(tableScopes);
    functions.forEach(function -> scopes.add(function.inputs()));
    scopes.add(out);
    this.bearsOn = new int[sizes.length][];
    this.strides = new int[sizes.length][];
    findStrides(scopes);
    BitSet known = new BitSet();
    boolean[] used = new boolean[tableScopes.size()];
    boolean[] done = new boolean[functions.size()];
    this.completeAtStart = complete(known, used);
    List<int[]> loops = new LoopOrder(sizes, functions, tableScopes, out).loops(innermost);
    this.levels = new Level[loops.size()];
    for (int i = 0; i < levels.length; i++) {
      int[] nodes = loops.get(i);
      Arrays.stream(nodes).forEach(known::set);
      Determined[] determined = determined(known, done);
      levels[i] = new Level(nodes, Cells.count(nodes, sizes), determined, complete(known, used));
    }
  }

  private void findStrides(List<int[]> scopes) {
    for (int node = 0; node < sizes.length; node++) {
      int[] arrays = new int[scopes.size()];
      int[] apart = new int[scopes.size()];
      int count = 0;
      for (int a = 0; a < arrays.length; a++) {
        int stride = Cells.stride(scopes.get(a), node, sizes);
        if (stride > 0) {
          arrays[count] = a;
          apart[count++] = stride;
        }
      }
      bearsOn[node] = Arrays.copyOf(arrays, count);
      strides[node] = Arrays.copyOf(apart, count);
    }
  }

  /** The nodes that functions give now that some are known, in an order that works them out. */
  private Determined[] determined(BitSet known, boolean[] done) {
    List<Determined> determined = new ArrayList<>();
    boolean more = true;
    while (more) {
      more = false;
      for (int f = 0; f < done.length; f++) {
        Factor.Function function = functions.get(f);
        if (!done[f] && LoopOrder.allIn(function.inputs(), known)) {
          done[f] = true;
          more = true;
          determined.add(new Determined(f, function.output(), known.get(function.output())));
          known.set(function.output());
        }
      }
    }
    return determined.toArray(Determined[]::new);
  }

  private int[] complete(BitSet known, boolean[] used) {
    int[] complete = new int[used.length];
    int count = 0;
    for (int t = 0; t < used.length; t++) {
      if (!used[t] && LoopOrder.allIn(tableScopes.get(t), known)) {
        used[t] = true;
        complete[count++] = t;
      }
    }
    return Arrays.copyOf(complete, count);
  }

  /** The number of cells of the result. */
  int outSize() {
    return outSize;
  }

  /**
   * How many products were worked out so far; a measure of work that does not depend on a clock.
   */
  long edges() {
    return edges;
  }

  /** Runs the contraction on these weights, given in the order of the scopes. */
  double[] run(Algebra algebra, double[][] tables) {
    double[] result = new double[outSize];
    Arrays.fill(result, algebra.zero());
    double start = algebra.one();
    for (int table : completeAtStart) {
      start = algebra.times(start, tables[table][0]);
    }
    if (levels.length == 0) {
      edges++;
      result[0] = start;
    } else {
      new Run(algebra, tables, result).descend(0, start);
    }
    return result;
  }

  /** One run: for every depth of the loops the places in all arrays, and the values so far. */
  private final class Run {
    private final Algebra algebra;
    private final double[][] tables;
    private final double[] result;
    private final int[] value = new int[sizes.length];
    private final int[][] placesAt;
    private final int resultArray = tableScopes.size() + functions.size();
    private final Columns columns;

    Run(Algebra algebra, double[][] tables, double[] result) {
      this.algebra = algebra;
      this.tables = tables;
      this.result = result;
      this.placesAt = new int[levels.length + 1][resultArray + 1];
      this.columns = new Columns();
    }

    void descend(int depth, double weight) {
      if (weight == algebra.zero()) {
        return;
      }
      if (depth == levels.length - 1) {
        edges += levels[depth].size();
        columns.sweep(weight, placesAt[depth]);
        return;
      }
      Level level = levels[depth];
      int[] here = placesAt[depth];
      int[] next = placesAt[depth + 1];
      for (int v = 0; v < level.size(); v++) {
        System.arraycopy(here, 0, next, 0, next.length);
        set(level.nodes()[0], v, next);
        if (work(level.determined(), next)) {
          double product = weight;
          for (int table : level.complete()) {
            product = algebra.times(product, tables[table][next[table]]);
          }
          descend(depth + 1, product);
        }
      }
    }

    private void set(int node, int to, int[] places) {
      value[node] = to;
      int[] arrays = bearsOn[node];
      int[] apart = strides[node];
      for (int i = 0; i < arrays.length; i++) {
        places[arrays[i]] += to * apart[i];
      }
    }

    /** Works out what functions give; false where they contradict what is known. */
    private boolean work(Determined[] determined, int[] places) {
      for (Determined d : determined) {
        int given = functions.get(d.function()).table()[places[tableScopes.size() + d.function()]];
        if (given < 0 || d.check() && value[d.output()] != given) {
          return false;
        }
        if (!d.check()) {
          set(d.output(), given, places);
        }
      }
      return true;
    }

    /** The innermost loop, column by column. */
    private final class Columns {
      private final Level level = levels[levels.length - 1];
      private final int size = level.size();
      private final double[] products = new double[size];
      private final int[][] given = new int[level.determined().length][size];
      private final int[] index = new int[size];

      /** The value of each of the level's nodes in every combination. */
      private final int[][] valuesOf = new int[level.nodes().length][size];

      /** Where every combination lies in each array, from the place of the first. */
      private final int[][] offsets = new int[resultArray + 1][size];

      /** Whether the combinations lie side by side in an array, one after the other. */
      private final boolean[] isDense = new boolean[resultArray + 1];

      /** How far the places of each node that a function gives lie apart in each array, or 0. */
      private final int[][] apartGiven = new int[given.length][resultArray + 1];

      Columns() {
        int repeats = 1;
        for (int n = level.nodes().length - 1; n >= 0; n--) {
          int node = level.nodes()[n];
          for (int v = 0; v < size; v++) {
            valuesOf[n][v] = v / repeats % sizes[node];
          }
          repeats *= sizes[node];
          for (int i = 0; i < bearsOn[node].length; i++) {
            int[] of = offsets[bearsOn[node][i]];
            for (int v = 0; v < size; v++) {
              of[v] += valuesOf[n][v] * strides[node][i];
            }
          }
        }
        for (int array = 0; array <= resultArray; array++) {
          isDense[array] = offsets[array][size - 1] == size - 1 && isAscending(offsets[array]);
        }
        for (int d = 0; d < given.length; d++) {
          Determined determined = level.determined()[d];
          int node = determined.output();
          for (int i = 0; i < bearsOn[node].length && !determined.check(); i++) {
            apartGiven[d][bearsOn[node][i]] = strides[node][i];
          }
        }
      }

      private boolean isAscending(int[] offsets) {
        for (int v = 1; v < offsets.length; v++) {
          if (offsets[v] <= offsets[v - 1]) {
            return false;
          }
        }
        return true;
      }

      void sweep(double weight, int[] places) {
        Arrays.fill(products, weight);
        for (int d = 0; d < given.length; d++) {
          function(d, places);
        }
        for (int table : level.complete()) {
          multiply(table, places);
        }
        add(places);
      }

      private void function(int number, int[] places) {
        Determined d = level.determined()[number];
        int[] table = functions.get(d.function()).table();
        find(tableScopes.size() + d.function(), places);
        int[] to = given[number];
        for (int v = 0; v < size; v++) {
          to[v] = table[index[v]];
        }
        if (!d.check()) {
          for (int v = 0; v < size; v++) {
            if (to[v] < 0) {
              to[v] = 0;
              products[v] = algebra.zero();
            }
          }
          return;
        }
        for (int v = 0; v < size; v++) {
          if (to[v] != value(d.output(), v, number)) {
            products[v] = algebra.zero();
          }
        }
      }

      /** The value that a node has: its own, from this level's functions, or from before. */
      private int value(int node, int v, int before) {
        for (int n = 0; n < valuesOf.length; n++) {
          if (level.nodes()[n] == node) {
            return valuesOf[n][v];
          }
        }
        for (int d = 0; d < before; d++) {
          if (level.determined()[d].output() == node && !level.determined()[d].check()) {
            return given[d][v];
          }
        }
        return value[node];
      }

      private void multiply(int table, int[] places) {
        double[] weights = tables[table];
        if (algebra == Algebra.SUM_PRODUCT && given.length == 0 && isDense[table]) {
          int start = places[table];
          for (int v = 0; v < size; v++) {
            products[v] *= weights[start + v];
          }
          return;
        }
        find(table, places);
        algebra.times(products, weights, index);
      }

      private void add(int[] places) {
        if (algebra == Algebra.SUM_PRODUCT && given.length == 0 && isDense[resultArray]) {
          int start = places[resultArray];
          for (int v = 0; v < size; v++) {
            result[start + v] += products[v];
          }
          return;
        }
        find(resultArray, places);
        algebra.plus(result, index, products);
      }

      /** The place in an array for every combination. */
      private void find(int array, int[] places) {
        int start = places[array];
        int[] of = offsets[array];
        for (int v = 0; v < size; v++) {
          index[v] = start + of[v];
        }
        for (int d = 0; d < given.length; d++) {
          int times = apartGiven[d][array];
          if (times > 0) {
            int[] values = given[d];
            for (int v = 0; v < size; v++) {
              index[v] += values[v] * times;
            }
          }
        }
      }
    }
  }
}
