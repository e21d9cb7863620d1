package org.isfsim.exact;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where in the loops of a contraction what is worked out: which node each loop goes through, which
 * go through the loops as a column of rows, and for all that functions give and tables weigh the
 * first loop that knows enough for it. Immutable.
 */
final class ContractionLayout {

  /** What happens when a loop has given its node a value. */
  record Level(int node, Determined[] determined, int[] complete) {}

  /**
   * A node that a function gives once its inputs are known.
   *
   * @param function the number of the function
   * @param output the node
   * @param check whether the node has its value already, so that it must be the same
   */
  record Determined(int function, int output, boolean check) {}

  /**
   * What is worked out for the rows of the column once some loops have given their values.
   *
   * @param early the tables that wait for none of the stage's functions
   * @param passed the nodes of the column that its functions, later stages and the result ask for
   * @param determined the nodes that functions give, in an order that works them out
   * @param complete the tables that are complete then
   * @param live the nodes of the column that later stages and the result still ask for
   * @param merges whether rows may be alike in what is still asked for
   */
  record Stage(
      int[] early,
      int[] passed,
      Determined[] determined,
      int[] complete,
      int[] live,
      boolean merges) {}

  private final int[] sizes;
  private final List<Factor.Function> functions;
  private final List<int[]> tableScopes;

  /** How many tables there are; in the numbers of arrays the functions follow, then the result. */
  final int tables;

  final Level[] levels;

  /** The tables that wait for no loop. */
  final int[] completeAtStart;

  /** The nodes whose combinations are the rows of the column; null where there are none. */
  final int @Nullable [] column;

  /** The stage when so many loops have given their values, or null where nothing is to be done. */
  final @Nullable Stage[] stages;

  /** The depth of the last stage. */
  final int lastStage;

  /** Whether a node's value is one of each row. */
  private final BitSet inColumn = new BitSet();

  /** The arrays, by number, that a node bears on, and how far its values lie apart there. */
  final int[][] bearsOn;

  final int[][] strides;

  /** The nodes that have a value in each row, by rank. */
  final int[] ranked;

  /** The rank of each node among those, or -1. */
  final int[] rank;

  /** For each array the ranks of the nodes of the column that it depends on. */
  final int[][] columnOf;

  /** How far the values of each of them lie apart in it. */
  final int[][] columnApart;

  /**
   * @param sizes the number of values of every node of the graph
   * @param functions the functions among the factors
   * @param tableScopes the scopes of the weights
   * @param out the nodes of the result
   * @param held a table whose place is asked for like that of the result, or -1
   */
  ContractionLayout(
      int[] sizes, List<Factor.Function> functions, List<int[]> tableScopes, int[] out, int held) {
    this.sizes = sizes;
    this.functions = functions;
    this.tableScopes = tableScopes;
    this.tables = tableScopes.size();
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
    List<int[]> loops = new LoopOrder(sizes, functions, tableScopes, out).loops();
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
    this.rank = new int[sizes.length];
    Arrays.fill(rank, -1);
    findStages(known, knownAfter, used, done, out, held < 0 ? new int[0] : tableScopes.get(held));
    this.ranked = inColumn.stream().toArray();
    int last = levels.length;
    while (last > 0 && stages[last] == null) {
      last--;
    }
    this.lastStage = last;
    this.columnOf = new int[scopes.size()][];
    this.columnApart = new int[scopes.size()][];
    for (int a = 0; a < columnOf.length; a++) {
      int[] scope = scopes.get(a);
      int[] nodes = Arrays.stream(scope).filter(inColumn::get).distinct().toArray();
      columnOf[a] = ranks(nodes);
      columnApart[a] = Arrays.stream(nodes).map(node -> Cells.stride(scope, node, sizes)).toArray();
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
      BitSet byLoops, int[][] knownAfter, boolean[] used, boolean[] done, int[] out, int[] held) {
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
    inColumn.stream().forEach(node -> rank[node] = inColumn.get(0, node).cardinality());
    BitSet asked = new BitSet();
    Arrays.stream(out).filter(inColumn::get).forEach(asked::set);
    Arrays.stream(held).filter(inColumn::get).forEach(asked::set);
    for (int depth = stages.length - 1; depth >= 0; depth--) {
      List<Determined> here = functionsAt.get(depth);
      int[] live = asked.stream().toArray();
      BitSet fresh = new BitSet();
      here.stream().filter(d -> !d.check()).forEach(d -> fresh.set(d.output()));
      List<Integer> early = new ArrayList<>();
      List<Integer> late = new ArrayList<>();
      for (int t : tablesAt.get(depth)) {
        boolean isEarly = Arrays.stream(tableScopes.get(t)).noneMatch(fresh::get);
        (isEarly ? early : late).add(t);
        Arrays.stream(tableScopes.get(t)).filter(inColumn::get).forEach(asked::set);
      }
      for (int i = here.size() - 1; i >= 0; i--) {
        Determined d = here.get(i);
        asked.set(d.output(), d.check() && inColumn.get(d.output()));
        Arrays.stream(functions.get(d.function()).inputs())
            .filter(inColumn::get)
            .forEach(asked::set);
      }
      if (depth == 0 || !here.isEmpty() || !tablesAt.get(depth).isEmpty()) {
        BitSet distinct = new BitSet();
        Arrays.stream(live).forEach(distinct::set);
        stages[depth] =
            new Stage(
                early.stream().mapToInt(Integer::intValue).toArray(),
                ranks(asked.stream().toArray()),
                here.toArray(Determined[]::new),
                late.stream().mapToInt(Integer::intValue).toArray(),
                ranks(live),
                depth < levels.length && !Arrays.stream(column).allMatch(distinct::get));
      }
    }
  }

  private int[] ranks(int[] nodes) {
    return Arrays.stream(nodes).map(node -> rank[node]).toArray();
  }

  private static int latest(int[] nodes, int[] since) {
    return Arrays.stream(nodes).map(node -> since[node]).max().orElse(0);
  }
}
