package org.isfsim.exact;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The one step of every walk: multiplies factors and sums out the nodes that the result does not
 * name.
 *
 * <p>It loops over the nodes that nothing in the contraction determines, works out those that a
 * function gives, leaves a branch as soon as its weight is zero, and adds each product to the cell
 * of the result. The last nodes are not looped over but go through the loops together, as a column
 * with a row for each of their combinations. What a function gives or a table weighs for every row
 * is worked out in the first loop that knows enough for it, a {@linkplain ContractionLayout.Stage
 * stage}, and stays for all loops inside; rows that weigh nothing are dropped there, and rows that
 * nothing inside tells apart become one. The last nodes of the result that one table alone knows
 * are neither: they are added as a whole ({@link Lanes}). Made once for a set of factors; run for
 * any weights and algebra. Immutable.
 *
 * <p>Every table, function and the result itself is an array with a place in it that moves by a
 * stride when a node takes a value. So there is one way to set a node, whatever it bears on.
 */
final class Contraction {

  private final ContractionLayout layout;
  private final @Nullable Lanes lanes;
  private final int[] sizes;
  private final List<Factor.Function> functions;
  private final int outSize;

  /**
   * What a contraction comes to.
   *
   * @param weights by cell of the result
   * @param edges how many products were worked out; a measure of work that depends on no clock
   */
  record Contracted(double[] weights, long edges) {}

  /**
   * @param sizes the number of values of every node of the graph
   * @param functions the functions among the factors
   * @param tableScopes the scopes of the weights, in the order in which they are given to {@link
   *     #run}
   * @param out the nodes of the result
   */
  Contraction(int[] sizes, List<Factor.Function> functions, List<int[]> tableScopes, int[] out) {
    this.lanes = Lanes.of(sizes, functions, tableScopes, out);
    this.layout =
        lanes == null
            ? new ContractionLayout(sizes, functions, tableScopes, out, -1)
            : new ContractionLayout(
                sizes, functions, lanes.before(tableScopes), lanes.before(out), lanes.table());
    this.sizes = sizes;
    this.functions = functions;
    this.outSize = Cells.count(out, sizes);
  }

  /** The number of cells of the result. */
  int outSize() {
    return outSize;
  }

  /** Runs the contraction on these weights, given in the order of the scopes. */
  Contracted run(Algebra algebra, double[][] weights) {
    double[][] tables = weights;
    double[] across = {algebra.one()};
    if (lanes != null) {
      tables = weights.clone();
      across = weights[lanes.table()];
      tables[lanes.table()] = lanes.rows(algebra, across);
    }
    double[] result = new double[outSize];
    Arrays.fill(result, algebra.zero());
    double start = algebra.one();
    for (int table : layout.completeAtStart) {
      start = algebra.times(start, tables[table][0]);
    }
    int[] column = layout.column;
    if (column == null) {
      algebra.add(result, 0, start, across, 0, across.length);
      return new Contracted(result, across.length);
    }
    Run run = new Run(algebra, tables, across, result, column);
    run.descend(0, 0, start);
    return new Contracted(result, run.edges);
  }

  /** One run: for every depth of the loops the places in all arrays, and the values so far. */
  private final class Run {

    /**
     * After so many rows it is known whether there is a use in looking for those that are alike.
     */
    private static final int TRIED = 1 << 14;

    private final Algebra algebra;
    private final double[][] tables;
    private final double[] across;
    private final double[] result;
    private final int[] value = new int[sizes.length];
    private final int[][] placesAt;
    private final int resultArray = layout.tables + functions.size();
    private final int size;
    private final Rows start;
    private final @Nullable Rows[] rowsAt = new Rows[layout.stages.length];

    private final int[] index;
    private final AlikeRows alike;
    private final long[] tried = new long[layout.stages.length];
    private final long[] merged = new long[layout.stages.length];
    private long edges;

    /**
     * @param across the table that has lanes
     */
    Run(Algebra algebra, double[][] tables, double[] across, double[] result, int[] column) {
      this.algebra = algebra;
      this.tables = tables;
      this.across = across;
      this.result = result;
      this.placesAt = new int[layout.levels.length + 1][resultArray + 1];
      this.size = Cells.count(column, sizes);
      this.index = new int[size];
      this.alike = new AlikeRows(algebra, size);
      this.start = new Rows(layout.ranked.length, size);
      start.count = size;
      Arrays.fill(start.weights, algebra.one());
      int repeats = 1;
      for (int n = column.length - 1; n >= 0; n--) {
        int[] values = new int[size];
        for (int row = 0; row < size; row++) {
          values[row] = row / repeats % sizes[column[n]];
        }
        start.values[layout.rank[column[n]]] = values;
        repeats *= sizes[column[n]];
      }
      for (int depth = 0; depth < layout.stages.length; depth++) {
        if (layout.stages[depth] != null) {
          rowsAt[depth] = new Rows(layout.ranked.length, size);
        }
      }
    }

    /**
     * @param depth how many loops have given their values
     * @param before the depth of the stage whose rows go through the loops
     */
    void descend(int depth, int before, double weight) {
      if (weight == algebra.zero()) {
        return;
      }
      int latest = before;
      if (layout.stages[depth] != null) {
        latest = depth;
        work(depth, depth == 0 ? start : rows(before), placesAt[depth]);
        if (rows(depth).count == 0) {
          return;
        }
      }
      if (depth == layout.levels.length) {
        add(weight, rows(latest), placesAt[depth]);
        return;
      }
      ContractionLayout.Level level = layout.levels[depth];
      int[] here = placesAt[depth];
      int[] next = placesAt[depth + 1];
      for (int v = 0; v < sizes[level.node()]; v++) {
        System.arraycopy(here, 0, next, 0, next.length);
        set(level.node(), v, next);
        if (given(level.determined(), next)) {
          double product = weight;
          for (int table : level.complete()) {
            product = algebra.times(product, tables[table][next[table]]);
          }
          descend(depth + 1, latest, product);
        }
      }
    }

    private Rows rows(int depth) {
      Rows rows = rowsAt[depth];
      if (rows == null) {
        throw new IllegalStateException("no stage at depth " + depth);
      }
      return rows;
    }

    private void set(int node, int to, int[] places) {
      value[node] = to;
      int[] arrays = layout.bearsOn[node];
      int[] apart = layout.strides[node];
      for (int i = 0; i < arrays.length; i++) {
        places[arrays[i]] += to * apart[i];
      }
    }

    /** Works out what functions give; false where they contradict what is known. */
    private boolean given(ContractionLayout.Determined[] determined, int[] places) {
      for (ContractionLayout.Determined d : determined) {
        int given = functions.get(d.function()).table()[places[layout.tables + d.function()]];
        if (given < 0 || d.check() && value[d.output()] != given) {
          return false;
        }
        if (!d.check()) {
          set(d.output(), given, places);
        }
      }
      return true;
    }

    /** Works out a stage's rows from those of the stage before. */
    private void work(int depth, Rows from, int[] places) {
      ContractionLayout.Stage stage = layout.stages[depth];
      Rows to = rows(depth);
      if (stage == null) {
        throw new IllegalStateException("no stage at depth " + depth);
      }
      to.count = from.count;
      System.arraycopy(from.values, 0, to.values, 0, to.values.length);
      System.arraycopy(from.weights, 0, to.weights, 0, from.count);
      for (int table : stage.early()) {
        multiply(table, to, places);
      }
      if (stage.early().length > 0
          && depth == layout.levels.length
          && stage.determined().length > 0) {
        to.drop(algebra.zero(), stage.passed(), index);
      }
      for (ContractionLayout.Determined d : stage.determined()) {
        function(d, to, places);
      }
      for (int table : stage.complete()) {
        multiply(table, to, places);
      }
      if (stage.determined().length > 0 || depth < layout.levels.length) {
        to.drop(algebra.zero(), stage.live(), index);
      }
      if (stage.merges()
          && to.count > 1
          && (tried[depth] < TRIED || merged[depth] * 8 > tried[depth])) {
        int before = to.count;
        alike.merge(to, stage.live(), layout.ranked, sizes, index);
        tried[depth] += before;
        merged[depth] += before - to.count;
      }
      if (depth == layout.lastStage) {
        place(to);
      }
    }

    private void function(ContractionLayout.Determined d, Rows rows, int[] places) {
      int[] table = functions.get(d.function()).table();
      int array = layout.tables + d.function();
      find(array, rows, places[array]);
      double zero = algebra.zero();
      double[] weights = rows.weights;
      int count = rows.count;
      if (!d.check()) {
        int[] to = rows.room(layout.rank[d.output()]);
        for (int row = 0; row < count; row++) {
          int given = table[index[row]];
          to[row] = Math.max(0, given);
          if (given < 0) {
            weights[row] = zero;
          }
        }
        rows.values[layout.rank[d.output()]] = to;
        return;
      }
      int[] own = layout.rank[d.output()] < 0 ? null : rows.values[layout.rank[d.output()]];
      int known = value[d.output()];
      for (int row = 0; row < count; row++) {
        if (table[index[row]] != (own == null ? known : own[row])) {
          weights[row] = zero;
        }
      }
    }

    private void multiply(int table, Rows rows, int[] places) {
      find(table, rows, places[table]);
      algebra.times(rows.weights, tables[table], index, rows.count);
    }

    /** Finds the place of every row in an array. */
    private void find(int array, Rows rows, int from) {
      int count = rows.count;
      int[] nodes = layout.columnOf[array];
      if (nodes.length == 0) {
        Arrays.fill(index, 0, count, from);
        return;
      }
      for (int n = 0; n < nodes.length; n++) {
        int[] values = rows.values[nodes[n]];
        int apart = layout.columnApart[array][n];
        if (n == 0) {
          for (int row = 0; row < count; row++) {
            index[row] = from + values[row] * apart;
          }
        } else {
          for (int row = 0; row < count; row++) {
            index[row] += values[row] * apart;
          }
        }
      }
    }

    private void place(Rows rows) {
      if (lanes != null) {
        find(lanes.table(), rows, 0);
        System.arraycopy(index, 0, rows.across, 0, rows.count);
      }
      find(resultArray, rows, 0);
      boolean isDense = true;
      for (int row = 0; row < rows.count; row++) {
        rows.places[row] = index[row];
        isDense &= index[row] == index[0] + row;
      }
      rows.isDense = isDense;
    }

    /** Adds the rows to the result, each to a cell of it or, with lanes, to as many. */
    private void add(double weight, Rows rows, int[] loops) {
      int count = rows.count;
      int from = loops[resultArray];
      double[] weights = rows.weights;
      int[] places = rows.places;
      if (lanes != null) {
        int wide = lanes.count();
        int start = loops[lanes.table()];
        edges += (long) count * wide;
        for (int row = 0; row < count; row++) {
          algebra.add(
              result,
              (from + places[row]) * wide,
              algebra.times(weight, weights[row]),
              across,
              (start + rows.across[row]) * wide,
              wide);
        }
        return;
      }
      edges += count;
      if (algebra == Algebra.SUM_PRODUCT) {
        if (rows.isDense) {
          int first = from + places[0];
          for (int row = 0; row < count; row++) {
            result[first + row] += weight * weights[row];
          }
        } else {
          for (int row = 0; row < count; row++) {
            result[from + places[row]] += weight * weights[row];
          }
        }
        return;
      }
      for (int row = 0; row < count; row++) {
        int cell = from + places[row];
        result[cell] = algebra.plus(result[cell], algebra.times(weight, weights[row]));
      }
    }
  }
}
