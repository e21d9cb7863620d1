package org.isfsim.exact;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The best ways through a graph, read off the messages of a walk upwards in an algebra that chooses
 * between alternatives. For one thread.
 */
final class BestWays {

  private final FactorGraph graph;
  private final Algebra algebra;
  private final GivenNodes given;
  private final int root;
  private final List<Elimination> eliminations;
  private final double[][] up;
  private final int[] sizes;
  private final @Nullable Completions[] completions;

  /**
   * @param given the functions of the graph
   * @param root the node that is kept to the end, or -1
   * @param eliminations the steps of the walk
   * @param up the result of each step
   */
  BestWays(
      FactorGraph graph,
      Algebra algebra,
      GivenNodes given,
      int root,
      List<Elimination> eliminations,
      double[][] up) {
    this.graph = graph;
    this.algebra = algebra;
    this.given = given;
    this.root = root;
    this.eliminations = eliminations;
    this.up = up;
    this.sizes = graph.sizes();
    this.completions = new Completions[eliminations.size()];
  }

  /**
   * The classes of all nodes along the best way to a value of the root, in an algebra that chooses
   * and from weights that are nowhere better than nothing done.
   *
   * @param rootClass the root's class; its weight must not be zero
   */
  int[] decode(int rootClass) {
    int[] classes = new int[sizes.length];
    if (root >= 0) {
      classes[root] = rootClass;
    }
    for (int i = eliminations.size() - 1; i >= 0; i--) {
      int[] nodes = eliminations.get(i).nodes();
      int[] best = new int[nodes.length];
      Completions of = completions(i);
      of.onlyBetterThan(algebra.zero());
      of.forEach(
          classes,
          weight -> {
            of.onlyBetterThan(weight);
            Arrays.setAll(best, n -> classes[nodes[n]]);
            return true;
          });
      for (int n = 0; n < nodes.length; n++) {
        classes[nodes[n]] = best[n];
      }
    }
    return classes;
  }

  /** Is told the classes of all nodes of one way; answers whether to look for more. */
  interface Ways {
    boolean accept(int[] classes);
  }

  /** Finds all equally good ways to a value of the root, in an algebra that chooses; or none. */
  void ways(int rootClass, Ways ways) {
    int[] classes = new int[sizes.length];
    if (root >= 0) {
      classes[root] = rootClass;
    }
    int last = eliminations.size() - 1;
    if (up[last][cell(eliminations.get(last).out(), classes)] == algebra.zero()) {
      return;
    }
    ways(last, classes, ways);
  }

  private boolean ways(int number, int[] classes, Ways ways) {
    if (number < 0) {
      return ways.accept(classes.clone());
    }
    double best = up[number][cell(eliminations.get(number).out(), classes)];
    Completions of = completions(number);
    of.onlyAsGoodAs(best);
    return of.forEach(classes, weight -> weight != best || ways(number - 1, classes, ways));
  }

  /** All ways to give the nodes of an elimination their classes. */
  private Completions completions(int number) {
    Completions known = completions[number];
    if (known == null) {
      known = completions(eliminations.get(number));
      completions[number] = known;
    }
    return known;
  }

  private Completions completions(Elimination elimination) {
    List<int[]> scopes = new ArrayList<>();
    List<double[]> tables = new ArrayList<>();
    BitSet nodes = elimination.allNodes();
    for (int f : elimination.factors()) {
      if (graph.factors().get(f) instanceof Factor.Weights weights) {
        scopes.add(weights.scope());
        tables.add(weights.weights());
      }
    }
    for (int message : elimination.messages()) {
      scopes.add(eliminations.get(message).out());
      tables.add(up[message]);
    }
    return new Completions(
        sizes, algebra, given.among(nodes), scopes, tables, elimination.out(), elimination.nodes());
  }

  private int cell(int[] scope, int[] classes) {
    int cell = 0;
    for (int node : scope) {
      cell = cell * sizes[node] + classes[node];
    }
    return cell;
  }
}
