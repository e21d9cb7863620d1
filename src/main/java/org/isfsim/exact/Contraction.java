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
 * of the result. Made once for a set of factors; run for any weights and algebra.
 */
final class Contraction {

  /** What happens when a loop has given a node its value. */
  private record Level(
      int node,
      int size,
      int[] tables,
      int[] tableStrides,
      int outStride,
      List<Determined> determined,
      int[] complete,
      int[] completeStrides) {}

  /** A node that a function gives once its inputs are known. */
  private record Determined(
      Factor.Function function,
      int[] inputStrides,
      boolean check,
      int[] tables,
      int[] tableStrides,
      int outStride) {}

  private final int[] sizes;
  private final List<int[]> tableScopes;
  private final int[] out;
  private final Level[] levels;
  private final int[] completeAtStart;
  private final int outSize;
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
    this.tableScopes = tableScopes;
    this.out = out;
    this.outSize = Cells.count(out, sizes);
    BitSet known = new BitSet();
    List<Factor.Function> pending = new ArrayList<>(functions);
    boolean[] used = new boolean[tableScopes.size()];
    this.completeAtStart = complete(known, used);
    List<Level> made = new ArrayList<>();
    for (int node : order(functions, innermost)) {
      known.set(node);
      List<Determined> determined = new ArrayList<>();
      boolean more = true;
      while (more) {
        more = false;
        for (Factor.Function function : List.copyOf(pending)) {
          if (allIn(function.inputs(), known)) {
            pending.remove(function);
            boolean check = known.get(function.output());
            int[] tables = tablesWith(function.output());
            determined.add(
                new Determined(
                    function,
                    Cells.strides(function.inputs(), sizes),
                    check,
                    tables,
                    tableStrides(tables, function.output()),
                    Cells.stride(out, function.output(), sizes)));
            known.set(function.output());
            more = true;
          }
        }
      }
      int[] tables = tablesWith(node);
      int[] finished = complete(known, used);
      made.add(
          new Level(
              node,
              sizes[node],
              tables,
              tableStrides(tables, node),
              Cells.stride(out, node, sizes),
              determined,
              finished,
              tableStrides(finished, node)));
    }
    levels = made.toArray(Level[]::new);
  }

  /** The number of cells of the result. */
  int outSize() {
    return outSize;
  }

  /** How many products were added up so far; a measure of work that does not depend on a clock. */
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
    new Run(algebra, tables, result).descend(0, start, 0);
    return result;
  }

  /** One run: the place in every table and the values so far. */
  private final class Run {
    private final Algebra algebra;
    private final double[][] tables;
    private final double[] result;
    private final int[] value = new int[sizes.length];
    private final int[] place;

    Run(Algebra algebra, double[][] tables, double[] result) {
      this.algebra = algebra;
      this.tables = tables;
      this.result = result;
      this.place = new int[tables.length];
    }

    void descend(int depth, double weight, int cell) {
      if (weight == algebra.zero()) {
        return;
      }
      if (depth == levels.length) {
        edges++;
        result[cell] = algebra.plus(result[cell], weight);
        return;
      }
      Level level = levels[depth];
      if (depth == levels.length - 1 && level.determined().isEmpty()) {
        sweep(level, weight, cell);
        return;
      }
      int[] touched = level.tables();
      for (int v = 0; v < level.size(); v++) {
        value[level.node()] = v;
        for (int i = 0; i < touched.length; i++) {
          place[touched[i]] += v * level.tableStrides()[i];
        }
        int next = cell + v * level.outStride();
        int done = 0;
        boolean possible = true;
        List<Determined> determined = level.determined();
        for (; done < determined.size() && possible; done++) {
          Determined d = determined.get(done);
          int w = apply(d);
          if (w < 0 || d.check() && value[d.function().output()] != w) {
            possible = false;
            break;
          }
          if (!d.check()) {
            value[d.function().output()] = w;
            next += w * d.outStride();
            for (int i = 0; i < d.tables().length; i++) {
              place[d.tables()[i]] += w * d.tableStrides()[i];
            }
          }
        }
        if (possible) {
          double product = weight;
          for (int table : level.complete()) {
            product = algebra.times(product, tables[table][place[table]]);
          }
          descend(depth + 1, product, next);
        }
        while (--done >= 0) {
          Determined d = determined.get(done);
          if (!d.check()) {
            int w = value[d.function().output()];
            for (int i = 0; i < d.tables().length; i++) {
              place[d.tables()[i]] -= w * d.tableStrides()[i];
            }
          }
        }
        for (int i = 0; i < touched.length; i++) {
          place[touched[i]] -= v * level.tableStrides()[i];
        }
      }
    }

    /** The innermost loop: nothing is left to determine, every table has a fixed stride. */
    private void sweep(Level level, double weight, int cell) {
      int[] complete = level.complete();
      int[] strides = level.completeStrides();
      edges += level.size();
      if (algebra == Algebra.SUM_PRODUCT && complete.length == 1) {
        double[] table = tables[complete[0]];
        int from = place[complete[0]];
        for (int v = 0; v < level.size(); v++) {
          result[cell + v * level.outStride()] += weight * table[from + v * strides[0]];
        }
        return;
      }
      for (int v = 0; v < level.size(); v++) {
        double product = weight;
        for (int i = 0; i < complete.length; i++) {
          int table = complete[i];
          product = algebra.times(product, tables[table][place[table] + v * strides[i]]);
        }
        int to = cell + v * level.outStride();
        result[to] = algebra.plus(result[to], product);
      }
    }

    private int apply(Determined d) {
      int index = 0;
      int[] inputs = d.function().inputs();
      for (int i = 0; i < inputs.length; i++) {
        index += value[inputs[i]] * d.inputStrides()[i];
      }
      return d.function().table()[index];
    }
  }

  /**
   * The nodes to loop over: those that no function determines from the others, small scopes first.
   */
  private int[] order(List<Factor.Function> functions, int innermost) {
    BitSet nodes = new BitSet();
    functions.forEach(f -> Arrays.stream(f.scope()).forEach(nodes::set));
    tableScopes.forEach(scope -> Arrays.stream(scope).forEach(nodes::set));
    Arrays.stream(out).forEach(nodes::set);
    BitSet free = (BitSet) nodes.clone();
    for (Factor.Function function : functions) {
      // A function's output is not looped over; in an acyclic plan its inputs never depend on it.
      free.clear(function.output());
    }
    List<Integer> rest = new ArrayList<>(free.stream().boxed().toList());
    List<Integer> ordered = new ArrayList<>();
    boolean last = innermost >= 0 && rest.remove((Integer) innermost);
    BitSet known = new BitSet();
    while (!rest.isEmpty()) {
      int best = -1;
      double bestScore = Double.NEGATIVE_INFINITY;
      for (Integer candidate : rest) {
        known.set(candidate);
        double score = 0;
        for (int[] scope : tableScopes) {
          if (Arrays.stream(scope).anyMatch(n -> n == candidate)) {
            score += allIn(scope, known) ? 4 : 1;
          }
        }
        known.clear(candidate);
        score -= StrictMath.log(sizes[candidate]) / 8;
        if (score > bestScore) {
          bestScore = score;
          best = candidate;
        }
      }
      ordered.add(best);
      rest.remove((Integer) best);
      known.set(best);
    }
    if (last) {
      ordered.add(innermost);
    }
    return ordered.stream().mapToInt(Integer::intValue).toArray();
  }

  private int[] complete(BitSet known, boolean[] used) {
    List<Integer> complete = new ArrayList<>();
    for (int t = 0; t < used.length; t++) {
      if (!used[t] && allIn(tableScopes.get(t), known)) {
        used[t] = true;
        complete.add(t);
      }
    }
    return complete.stream().mapToInt(Integer::intValue).toArray();
  }

  private int[] tablesWith(int node) {
    List<Integer> with = new ArrayList<>();
    for (int t = 0; t < tableScopes.size(); t++) {
      if (Arrays.stream(tableScopes.get(t)).anyMatch(n -> n == node)) {
        with.add(t);
      }
    }
    return with.stream().mapToInt(Integer::intValue).toArray();
  }

  private int[] tableStrides(int[] tables, int node) {
    return Arrays.stream(tables).map(t -> Cells.stride(tableScopes.get(t), node, sizes)).toArray();
  }

  private static boolean allIn(int[] nodes, BitSet known) {
    for (int node : nodes) {
      if (!known.get(node)) {
        return false;
      }
    }
    return true;
  }
}
