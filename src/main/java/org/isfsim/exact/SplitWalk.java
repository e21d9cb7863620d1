package org.isfsim.exact;

import java.util.Arrays;
import java.util.List;
import org.isfsim.model.Variable;

/** How much the cases weigh, by the values of some variables, in as many parts as is best. */
final class SplitWalk {

  private final List<Variable> kept;
  private final WalkParts parts;

  /**
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
    this.parts = new WalkParts(all, new WalkParts.Question(kept, apart, weighting, false), tooLong);
  }

  /** The same, split where that is worth it. */
  SplitWalk(
      Supports all, List<Variable> kept, List<Variable> apart, FactorGraph.Weighting weighting) {
    this(all, kept, apart, weighting, WalkParts.LONG);
  }

  /**
   * The weight of every combination of some variables' values, by probability.
   *
   * @param all the values that can occur
   * @return by the indices of the values, the last variable's varying fastest
   * @throws TooLargeException if the walk would need too much room; the message names the step
   */
  static double[] weights(Supports all, List<Variable> variables) throws TooLargeException {
    return new SplitWalk(all, variables, variables, FactorGraph.PROBABILITY).weights();
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
    parts.check();
    double[] sum = new double[cells];
    for (WalkParts.Part part : parts.parts()) {
      add(part, sum);
    }
    return parts.parts().size() == 1 ? sum : alike(sum);
  }

  /** The same with values that nothing tells apart as one, so that they agree to the last digit. */
  private double[] alike(double[] sum) {
    int[][] first = new int[kept.size()][];
    for (int i = 0; i < first.length; i++) {
      Variable variable = kept.get(i);
      int[] classes = graph().contains(variable) ? graph().classes(variable) : new int[0];
      first[i] = new int[variable.domain().size()];
      for (int v = 0; v < first[i].length; v++) {
        boolean hasClass = v < classes.length && classes[v] >= 0;
        first[i][v] = hasClass ? graph().representatives(variable)[classes[v]] : v;
      }
    }
    double[] alike = new double[sum.length];
    int[] domains = domains();
    int[] at = new int[domains.length];
    for (int cell = 0; cell < sum.length; cell++) {
      int place = 0;
      for (int i = 0; i < at.length; i++) {
        place = place * domains[i] + first[i][at[i]];
      }
      alike[cell] = sum[place];
      Cells.advance(at, domains);
    }
    return alike;
  }

  private int[] domains() {
    return kept.stream().mapToInt(variable -> variable.domain().size()).toArray();
  }

  /** The graph of the walk over all cases. */
  FactorGraph graph() {
    return parts.whole().graph();
  }

  /** Whether a walk over all cases is long. */
  boolean isLong() {
    return parts.whole().estimate().cost() > WalkParts.LONG;
  }

  /** In how many parts it is done. */
  int parts() {
    return parts.parts().size();
  }

  /** Adds what the cases of a part weigh. */
  private void add(WalkParts.Part part, double[] sum) throws TooLargeException {
    FactorGraph graph = part.graph();
    JoinTree tree = JoinTree.keeping(graph, kept, Algebra.SUM_PRODUCT, part.estimate().order());
    double[] joint = tree.total();
    List<Read> reads = kept.stream().map(variable -> Read.of(graph, tree, variable)).toList();
    int[] at = new int[kept.size()];
    int[] domains = domains();
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
        // What is asked about does not depend on it, and the walk has not weighed it.
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
