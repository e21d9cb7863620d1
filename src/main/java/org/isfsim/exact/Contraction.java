package org.isfsim.exact;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
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
 * is worked out in the first loop that knows enough for it, a {@linkplain Stage stage}, and stays
 * for all loops inside; rows that weigh nothing are dropped there, and rows that nothing inside
 * tells apart become one. Made once for a set of factors; run for any weights and algebra.
 *
 * <p>Every table, function and the result itself is an array with a place in it that moves by a
 * stride when a node takes a value. So there is one way to set a node, whatever it bears on.
 */
final class Contraction {

  /** What happens when a loop has given its node a value. */
  private record Level(int node, Determined[] determined, int[] complete) {}

  /**
   * A node that a function gives once its inputs are known.
   *
   * @param function the number of the function
   * @param output the node
   * @param check whether the node has its value already, so that it must be the same
   */
  private record Determined(int function, int output, boolean check) {}

  /**
   * What is worked out for the rows of the column once some loops have given their values.
   *
   * @param determined the nodes that functions give, in an order that works them out
   * @param complete the tables that are complete
   * @param live the nodes of the column that later stages and the result still ask for
   * @param merges whether rows may be alike in what is still asked for
   */
  private record Stage(Determined[] determined, int[] complete, int[] live, boolean merges) {}

  private final int[] sizes;
  private final List<Factor.Function> functions;
  private final List<int[]> tableScopes;
  private final Level[] levels;
  private final int[] completeAtStart;
  private final int outSize;

  /** The nodes whose combinations are the rows of the column; null where there are none. */
  private final int @Nullable [] column;

  /** The stage when so many loops have given their values, or null where nothing is to be done. */
  private final @Nullable Stage[] stages;

  private final int lastStage;

  /** Whether a node's value is one of each row. */
  private final BitSet inColumn = new BitSet();

  /** The arrays, by number, that a node bears on, and how far its values lie apart there. */
  private final int[][] bearsOn;

  private final int[][] strides;

  /** For each array the nodes of the column that it depends on. */
  private final int[][] columnOf;

  private long edges;

  /**
   * @param sizes the number of values of every node of the graph
   * @param functions the functions among the factors
   * @param tableScopes the scopes of the weights, in the order in which they are given to {@link
   *     #run}
   * @param out the nodes of the result
   * @param innermost a node of the column if it is looped over, or -1
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
    this.levels = new Level[Math.max(0, loops.size() - 1)];
    this.column = loops.isEmpty() ? null : loops.get(levels.length);
    int[][] knownAfter = new int[levels.length][];
    for (int i = 0; i < levels.length; i++) {
      int node = loops.get(i)[0];
      BitSet before = (BitSet) known.clone();
      known.set(node);
      Determined[] determined = determined(known, done);
      levels[i] = new Level(node, determined, complete(known, used));
      BitSet now = (BitSet) known.clone();
      now.andNot(before);
      knownAfter[i] = now.stream().toArray();
    }
    this.stages = new Stage[levels.length + 1];
    findStages(known, knownAfter, used, done, out);
    int last = levels.length;
    while (last > 0 && stages[last] == null) {
      last--;
    }
    this.lastStage = last;
    this.columnOf = new int[scopes.size()][];
    for (int a = 0; a < columnOf.length; a++) {
      columnOf[a] = Arrays.stream(scopes.get(a)).filter(inColumn::get).distinct().toArray();
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

  /** Lays out what is left after the loops by the first of them that knows enough for it. */
  private void findStages(
      BitSet byLoops, int[][] knownAfter, boolean[] used, boolean[] done, int[] out) {
    if (column == null) {
      return;
    }
    BitSet all = (BitSet) byLoops.clone();
    Arrays.stream(column).forEach(all::set);
    Determined[] given = determined(all, done);
    int[] left = complete(all, used);
    Arrays.stream(column).forEach(inColumn::set);
    int[] since = new int[sizes.length];
    for (int i = 0; i < knownAfter.length; i++) {
      for (int node : knownAfter[i]) {
        since[node] = i + 1;
      }
    }
    List<List<Determined>> functionsAt = new ArrayList<>();
    List<List<Integer>> tablesAt = new ArrayList<>();
    for (int depth = 0; depth < stages.length; depth++) {
      functionsAt.add(new ArrayList<>());
      tablesAt.add(new ArrayList<>());
    }
    for (Determined d : given) {
      int stage = latest(functions.get(d.function()).inputs(), since);
      if (d.check()) {
        stage = Math.max(stage, since[d.output()]);
      } else {
        since[d.output()] = stage;
        inColumn.set(d.output());
      }
      functionsAt.get(stage).add(d);
    }
    for (int t : left) {
      tablesAt.get(latest(tableScopes.get(t), since)).add(t);
    }
    BitSet asked = new BitSet();
    Arrays.stream(out).filter(inColumn::get).forEach(asked::set);
    for (int depth = stages.length - 1; depth >= 0; depth--) {
      if (depth == 0 || !functionsAt.get(depth).isEmpty() || !tablesAt.get(depth).isEmpty()) {
        stages[depth] =
            new Stage(
                functionsAt.get(depth).toArray(Determined[]::new),
                tablesAt.get(depth).stream().mapToInt(Integer::intValue).toArray(),
                asked.stream().toArray(),
                depth < levels.length && !Arrays.stream(column).allMatch(asked::get));
      }
      for (int t : tablesAt.get(depth)) {
        Arrays.stream(tableScopes.get(t)).filter(inColumn::get).forEach(asked::set);
      }
      List<Determined> here = functionsAt.get(depth);
      for (int i = here.size() - 1; i >= 0; i--) {
        Determined d = here.get(i);
        asked.set(d.output(), d.check() && inColumn.get(d.output()));
        Arrays.stream(functions.get(d.function()).inputs())
            .filter(inColumn::get)
            .forEach(asked::set);
      }
    }
  }

  private static int latest(int[] nodes, int[] since) {
    return Arrays.stream(nodes).map(node -> since[node]).max().orElse(0);
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
    if (column == null) {
      edges++;
      result[0] = start;
    } else {
      new Run(algebra, tables, result, column).descend(0, 0, start);
    }
    return result;
  }

  /** The rows of the column after a stage. */
  private static final class Rows {
    private int count;

    /** For each node of the column its value in every row; also those of stages before. */
    private final int[][] values;

    private final double[] weights;

    /** Where every row lies in the result, from the place that the loops give. */
    private final int[] places;

    /** Whether the rows lie side by side in the result, one after the other. */
    private boolean isDense;

    Rows(int nodes, int size) {
      values = new int[nodes][];
      weights = new double[size];
      places = new int[size];
    }
  }

  /** One run: for every depth of the loops the places in all arrays, and the values so far. */
  private final class Run {

    /**
     * After so many rows it is known whether there is a use in looking for those that are alike.
     */
    private static final int TRIED = 1 << 14;

    private final Algebra algebra;
    private final double[][] tables;
    private final double[] result;
    private final int[] value = new int[sizes.length];
    private final int[][] placesAt;
    private final int resultArray = tableScopes.size() + functions.size();
    private final int size;
    private final Rows start;
    private final @Nullable Rows[] rowsAt = new Rows[stages.length];

    /** For each stage and node its own room for the values of the rows. */
    private final int[][][] roomAt = new int[stages.length][][];

    private final int[] index;
    private final int[] firstWith;
    private final long[] keys;
    private final long[] tried = new long[stages.length];
    private final long[] merged = new long[stages.length];

    Run(Algebra algebra, double[][] tables, double[] result, int[] column) {
      this.algebra = algebra;
      this.tables = tables;
      this.result = result;
      this.placesAt = new int[levels.length + 1][resultArray + 1];
      this.size = Cells.count(column, sizes);
      this.index = new int[size];
      this.keys = new long[size];
      this.firstWith = new int[Integer.highestOneBit(Math.max(1, size)) * 4];
      this.start = new Rows(sizes.length, size);
      start.count = size;
      Arrays.fill(start.weights, algebra.one());
      int repeats = 1;
      for (int n = column.length - 1; n >= 0; n--) {
        int[] values = new int[size];
        for (int row = 0; row < size; row++) {
          values[row] = row / repeats % sizes[column[n]];
        }
        start.values[column[n]] = values;
        repeats *= sizes[column[n]];
      }
      for (int depth = 0; depth < stages.length; depth++) {
        if (stages[depth] != null) {
          rowsAt[depth] = new Rows(sizes.length, size);
          roomAt[depth] = new int[sizes.length][];
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
      if (stages[depth] != null) {
        latest = depth;
        work(depth, depth == 0 ? start : rows(before), placesAt[depth]);
        if (rows(depth).count == 0) {
          return;
        }
      }
      if (depth == levels.length) {
        add(weight, rows(latest), placesAt[depth][resultArray]);
        return;
      }
      Level level = levels[depth];
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
      int[] arrays = bearsOn[node];
      int[] apart = strides[node];
      for (int i = 0; i < arrays.length; i++) {
        places[arrays[i]] += to * apart[i];
      }
    }

    /** Works out what functions give; false where they contradict what is known. */
    private boolean given(Determined[] determined, int[] places) {
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

    /** Works out a stage's rows from those of the stage before. */
    private void work(int depth, Rows from, int[] places) {
      Stage stage = stages[depth];
      Rows to = rows(depth);
      int[][] room = roomAt[depth];
      if (stage == null) {
        throw new IllegalStateException("no stage at depth " + depth);
      }
      to.count = from.count;
      System.arraycopy(from.values, 0, to.values, 0, to.values.length);
      System.arraycopy(from.weights, 0, to.weights, 0, from.count);
      for (Determined d : stage.determined()) {
        function(d, to, room, places);
      }
      for (int table : stage.complete()) {
        multiply(table, to, places);
      }
      if (stage.determined().length > 0 || depth < levels.length) {
        drop(stage, to, room);
      }
      if (stage.merges()
          && to.count > 1
          && (tried[depth] < TRIED || merged[depth] * 8 > tried[depth])) {
        int before = to.count;
        merge(stage, to, room);
        tried[depth] += before;
        merged[depth] += before - to.count;
      }
      if (depth == lastStage) {
        place(to);
      }
    }

    private static int[] room(int[][] room, int node, int size) {
      if (room[node] == null) {
        room[node] = new int[size];
      }
      return room[node];
    }

    private void function(Determined d, Rows rows, int[][] room, int[] places) {
      int[] table = functions.get(d.function()).table();
      int array = tableScopes.size() + d.function();
      find(array, rows, places[array]);
      double zero = algebra.zero();
      double[] weights = rows.weights;
      int count = rows.count;
      if (!d.check()) {
        int[] to = room(room, d.output(), size);
        for (int row = 0; row < count; row++) {
          int given = table[index[row]];
          to[row] = Math.max(0, given);
          if (given < 0) {
            weights[row] = zero;
          }
        }
        rows.values[d.output()] = to;
        return;
      }
      int[] own = inColumn.get(d.output()) ? rows.values[d.output()] : null;
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
      int[] nodes = columnOf[array];
      if (nodes.length == 0) {
        Arrays.fill(index, 0, count, from);
        return;
      }
      for (int n = 0; n < nodes.length; n++) {
        int[] values = rows.values[nodes[n]];
        int apart = apart(nodes[n], array);
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

    private int apart(int node, int array) {
      int[] arrays = bearsOn[node];
      for (int i = 0; i < arrays.length; i++) {
        if (arrays[i] == array) {
          return strides[node][i];
        }
      }
      return 0;
    }

    /** Drops the rows that weigh nothing. */
    private void drop(Stage stage, Rows rows, int[][] room) {
      double zero = algebra.zero();
      int kept = 0;
      for (int row = 0; row < rows.count; row++) {
        if (rows.weights[row] != zero) {
          index[kept++] = row;
        }
      }
      if (kept < rows.count) {
        keep(stage, rows, room, kept);
      }
    }

    /** Keeps the rows of the index, which ascends. */
    private void keep(Stage stage, Rows rows, int[][] room, int kept) {
      for (int node : stage.live()) {
        int[] values = rows.values[node];
        int[] to = room(room, node, size);
        for (int i = 0; i < kept; i++) {
          to[i] = values[index[i]];
        }
        rows.values[node] = to;
      }
      for (int i = 0; i < kept; i++) {
        rows.weights[i] = rows.weights[index[i]];
      }
      rows.count = kept;
    }

    /** Makes one of rows that are alike in all that is still asked for. */
    private void merge(Stage stage, Rows rows, int[][] room) {
      int count = rows.count;
      Arrays.fill(keys, 0, count, 0);
      double combinations = 1;
      for (int node : stage.live()) {
        combinations *= sizes[node];
        int[] values = rows.values[node];
        for (int row = 0; row < count; row++) {
          keys[row] = keys[row] * sizes[node] + values[row];
        }
      }
      if (combinations > Long.MAX_VALUE) {
        return;
      }
      Arrays.fill(firstWith, -1);
      int mask = firstWith.length - 1;
      int kept = 0;
      for (int row = 0; row < count; row++) {
        long key = keys[row];
        int slot = (int) ((key * 0x9E3779B97F4A7C15L) >>> 40) & mask;
        while (firstWith[slot] >= 0 && keys[firstWith[slot]] != key) {
          slot = (slot + 1) & mask;
        }
        int first = firstWith[slot];
        if (first < 0) {
          firstWith[slot] = row;
          index[kept++] = row;
        } else {
          rows.weights[first] = algebra.plus(rows.weights[first], rows.weights[row]);
        }
      }
      if (kept < count) {
        keep(stage, rows, room, kept);
      }
    }

    private void place(Rows rows) {
      find(resultArray, rows, 0);
      boolean isDense = true;
      for (int row = 0; row < rows.count; row++) {
        rows.places[row] = index[row];
        isDense &= index[row] == index[0] + row;
      }
      rows.isDense = isDense;
    }

    private void add(double weight, Rows rows, int from) {
      int count = rows.count;
      edges += count;
      double[] weights = rows.weights;
      int[] places = rows.places;
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
