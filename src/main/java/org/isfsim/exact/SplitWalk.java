package org.isfsim.exact;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.isfsim.model.Variable;

/**
 * How much the cases weigh, by the values of some variables: one walk or, where that would be long,
 * one for each value of a variable under which it is much shorter, and so on inside (conditioning:
 * J. Pearl, Probabilistic Reasoning in Intelligent Systems, 1988, section 4.3; A. Darwiche,
 * Recursive Conditioning, Artificial Intelligence 126, 2001). The sum over all parts is that of the
 * whole.
 */
final class SplitWalk {

  /** What a walk must cost for a split to be looked for, in combinations that it loops over. */
  private static final double LONG = 3e7;

  /** The largest share of a walk's cost that its parts may have together. */
  private static final double WORTH = 0.75;

  /** A share that is small enough for no other variable to be tried. */
  private static final double WELL_WORTH = 0.4;

  /** How many times less is spent on an estimate than on an order that a walk goes by. */
  private static final double HASTE = 20;

  /** How many variables are tried at a time. */
  private static final int TRIED = 4;

  private final List<Variable> kept;
  private final List<Variable> apart;
  private final FactorGraph.Weighting weighting;
  private final double tooLong;
  private final Part whole;
  private final List<Part> parts = new ArrayList<>();

  /** Some of the cases. */
  private record Part(Supports supports, FactorGraph graph, Eliminations.Estimate estimate) {}

  /**
   * The parts in which a walk is best done.
   *
   * @param all the values that can occur
   * @param kept the variables by whose values weights are told
   * @param apart those of them whose every value is kept apart; values of the others that nothing
   *     tells apart are one, and share what they weigh together
   * @param weighting what values weigh
   * @param tooLong what a walk must cost for a split to be looked for
   */
  SplitWalk(
      Supports all,
      List<Variable> kept,
      List<Variable> apart,
      FactorGraph.Weighting weighting,
      double tooLong) {
    this.kept = kept;
    this.apart = apart;
    this.weighting = weighting;
    this.tooLong = tooLong;
    this.whole = part(all, List.of(), HASTE);
    split(whole);
  }

  /** The same, split where that is worth it. */
  SplitWalk(
      Supports all, List<Variable> kept, List<Variable> apart, FactorGraph.Weighting weighting) {
    this(all, kept, apart, weighting, LONG);
  }

  /**
   * The weight of every combination of some variables' values, by probability.
   *
   * @param all the values that can occur
   * @return by the indices of the values, the last variable's varying fastest
   * @throws TooLargeException if the walk would need too much room; the message names the step
   */
  static double[] weights(Supports all, List<Variable> variables) throws TooLargeException {
    return weights(all, variables, variables, FactorGraph.PROBABILITY);
  }

  /**
   * The same, by other weights; see the constructor.
   *
   * @throws TooLargeException if the walk would need too much room; the message names the step
   */
  static double[] weights(
      Supports all, List<Variable> kept, List<Variable> apart, FactorGraph.Weighting weighting)
      throws TooLargeException {
    return new SplitWalk(all, kept, apart, weighting).weights();
  }

  /**
   * The weight of every combination of the values of what is kept.
   *
   * @return by the indices of the values, the last variable's varying fastest
   * @throws TooLargeException if the walk would need too much room; the message names the step
   */
  double[] weights() throws TooLargeException {
    int cells = 1;
    for (Variable variable : kept) {
      cells = Math.multiplyExact(cells, variable.domain().size());
    }
    double[] sum = new double[cells];
    for (Part part : parts) {
      add(part, sum);
    }
    return sum;
  }

  /** The graph of the walk over all cases. */
  FactorGraph graph() {
    return whole.graph();
  }

  /** In how many parts it is done. */
  int parts() {
    return parts.size();
  }

  private Part part(Supports supports, List<Variable> order, double haste) {
    FactorGraph graph = FactorGraph.of(supports, apart, weighting, Algebra.SUM_PRODUCT);
    return new Part(
        supports, graph, Eliminations.estimate(graph, JoinTree.nodes(graph, kept), order, haste));
  }

  private void split(Part part) {
    List<Part> best = List.of(part);
    double least = WORTH * part.estimate().cost();
    if (part.estimate().cost() > tooLong) {
      List<Variable> candidates =
          Splits.best(part.supports(), part.graph(), part.estimate().shares());
      candidates.removeAll(kept);
      for (Variable by : candidates.subList(0, Math.min(TRIED, candidates.size()))) {
        List<Part> made = parts(part, by);
        double cost = made.stream().mapToDouble(of -> of.estimate().cost()).sum();
        if (cost < least) {
          best = made;
          least = cost;
        }
        if (cost < WELL_WORTH * part.estimate().cost()) {
          break;
        }
      }
    }
    if (best.size() == 1) {
      parts.add(best.get(0));
      return;
    }
    for (Part of : best) {
      boolean isLong = of.estimate().cost() > tooLong;
      split(isLong ? part(of.supports(), of.estimate().order(), HASTE) : of);
    }
  }

  /** The parts of a walk in which a variable has one value each. */
  private List<Part> parts(Part part, Variable by) {
    return Arrays.stream(part.supports().supports()[by.slot()])
        .mapToObj(
            value ->
                part(
                    part.supports().within(by, value, weighting == FactorGraph.PROBABILITY),
                    part.estimate().order(),
                    Double.POSITIVE_INFINITY))
        .toList();
  }

  /** Adds what the cases of a part weigh. */
  private void add(Part part, double[] sum) throws TooLargeException {
    FactorGraph graph = part.graph();
    JoinTree tree = JoinTree.keeping(graph, kept, Algebra.SUM_PRODUCT, part.estimate().order());
    double[] joint = tree.total();
    List<Read> reads = kept.stream().map(variable -> Read.of(graph, tree, variable)).toList();
    int[] at = new int[kept.size()];
    int[] domains = kept.stream().mapToInt(variable -> variable.domain().size()).toArray();
    for (int cell = 0; cell < sum.length; cell++) {
      int place = 0;
      double share = 1;
      for (int i = 0; i < at.length; i++) {
        place += reads.get(i).places()[at[i]];
        share *= reads.get(i).shares()[at[i]];
      }
      if (share > 0) {
        sum[cell] += joint[place] * share;
      }
      Cells.advance(at, domains);
    }
  }

  /**
   * Where a walk tells of a variable's values.
   *
   * @param places by value, what it adds to the place in the walk's result
   * @param shares by value, its share of what is there: less than 1 where values are one, 0 for a
   *     value that cannot occur
   */
  private record Read(int[] places, double[] shares) {

    static Read of(FactorGraph graph, JoinTree tree, Variable variable) {
      int[] places = new int[variable.domain().size()];
      double[] shares = new double[places.length];
      if (!graph.contains(variable)) {
        // What is asked about does not depend on it.
        int[] values = graph.supports().supports()[variable.slot()];
        for (int v = 0; v < shares.length; v++) {
          shares[v] = values == null || Arrays.binarySearch(values, v) >= 0 ? 1 : 0;
        }
        return new Read(places, shares);
      }
      int node = graph.node(variable);
      int apart = node < 0 ? 0 : Cells.stride(tree.kept(), node, graph.sizes());
      int[] classes = graph.classes(variable);
      int[] members = new int[graph.representatives(variable).length];
      Arrays.stream(classes).filter(its -> its >= 0).forEach(its -> members[its]++);
      for (int v = 0; v < places.length; v++) {
        if (classes[v] >= 0) {
          places[v] = classes[v] * apart;
          shares[v] = 1.0 / members[classes[v]];
        }
      }
      return new Read(places, shares);
    }
  }
}
