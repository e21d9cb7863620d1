package org.isfsim.exact;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.isfsim.model.Plan;
import org.isfsim.model.Step;
import org.isfsim.model.Variable;

/** The most likely case of each outcome: the walk in the algebra of the largest product. */
final class LikeliestCases {

  private LikeliestCases() {}

  /**
   * The most likely case of every outcome that can occur; some case if all weigh nothing.
   *
   * @return by the index of the outcome, the index of every parameter's value by its address
   */
  static Map<Integer, Map<String, Integer>> of(Supports supports) throws TooLargeException {
    Plan plan = supports.plan();
    Variable outcome = plan.outcome();
    FactorGraph graph =
        FactorGraph.of(supports, List.of(outcome), FactorGraph.PROBABILITY, Algebra.MAX_PRODUCT);
    JoinTree tree = new JoinTree(graph, outcome, Algebra.MAX_PRODUCT);
    Possibility possibility = graph.zeroMeansNever() ? null : new Possibility(supports, outcome);
    Map<Integer, Map<String, Integer>> witnesses = new TreeMap<>();
    BestWays ways = tree.best();
    double[] best = ExactWalk.byValue(graph, outcome, tree.total());
    for (int value = 0; value < best.length; value++) {
      if (best[value] > 0) {
        witnesses.put(value, likeliest(plan, graph, ways.decode(graph.classes(outcome)[value])));
      } else if (possibility != null && possibility.of(outcome, value)) {
        witnesses.put(
            value, likeliest(plan, possibility.graph(), possibility.example(outcome, value)));
      }
    }
    return witnesses;
  }

  /** A case of the classes that a decoded walk gives its nodes: in each, the likeliest value. */
  private static Map<String, Integer> likeliest(Plan plan, FactorGraph graph, int[] classOfNode) {
    Map<String, Integer> values = new HashMap<>();
    for (Step.Draw draw : plan.draws()) {
      Variable variable = draw.variable();
      boolean isFree = !graph.contains(variable);
      int wanted = isFree || graph.node(variable) < 0 ? 0 : classOfNode[graph.node(variable)];
      int[] parents =
          draw.parents().stream().mapToInt(parent -> values.get(parent.name())).toArray();
      var distribution = draw.distribution().at(parents);
      int best = -1;
      for (int value : distribution.support()) {
        boolean fits = isFree || graph.classes(variable)[value] == wanted;
        if (fits
            && (best < 0 || distribution.probability(value) > distribution.probability(best))) {
          best = value;
        }
      }
      values.put(variable.name(), best);
    }
    return values;
  }
}
