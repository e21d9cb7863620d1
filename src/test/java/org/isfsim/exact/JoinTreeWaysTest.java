package org.isfsim.exact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.isfsim.model.Plan;
import org.isfsim.model.Step;
import org.isfsim.model.Variable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * On small plans made at random, the ways to a value of the root are all of the best cases, and the
 * decoded one is among them, whatever steps of the walk were joined. Weights are small whole
 * numbers, so that sums and products of them are exact.
 */
final class JoinTreeWaysTest {

  private static final int PLANS = 100;

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SUM_PRODUCT")
  void theWaysAreTheBestOfAllCasesAndTheDecodedOneIsAmongThem(Algebra algebra)
      throws TooLargeException {
    int several = 0;
    for (int seed = 0; seed < PLANS; seed++) {
      Plan plan = JoinTreeTest.plan(seed);
      Variable root = plan.outcome();
      FactorGraph.Weighting weighting =
          (drawn, parents, value) ->
              drawn.distribution().at().probability(value) > 0
                  ? weight(drawn.output(), value, algebra)
                  : algebra.zero();
      FactorGraph graph = JoinTreeTest.graph(plan, List.of(root), weighting, algebra);
      JoinTree tree = new JoinTree(graph, root, algebra);
      int outcomes = graph.representatives(root).length;
      double[] best = new double[outcomes];
      Arrays.fill(best, algebra.zero());
      List<Set<List<Integer>>> ways = new ArrayList<>();
      for (int outcome = 0; outcome < outcomes; outcome++) {
        ways.add(new HashSet<>());
      }
      JoinTreeTest.forEachCase(
          plan,
          (values, probabilities) -> {
            int outcome = graph.classes(root)[values[root.slot()]];
            double weight = weight(plan, graph, values, algebra);
            if (algebra.plus(weight, best[outcome]) != best[outcome]) {
              best[outcome] = weight;
              ways.get(outcome).clear();
            }
            if (weight == best[outcome]) {
              ways.get(outcome).add(way(graph, values));
            }
          });

      for (int outcome = 0; outcome < outcomes; outcome++) {
        String what = "plan " + seed + ", outcome " + outcome;
        List<List<Integer>> found = new ArrayList<>();
        tree.best().ways(outcome, classes -> found.add(Arrays.stream(classes).boxed().toList()));

        assertThat(tree.total()[outcome]).as(what).isEqualTo(best[outcome]);
        assertThat(found).as(what).containsExactlyInAnyOrderElementsOf(ways.get(outcome));
        if (!found.isEmpty()) {
          assertThat(Arrays.stream(tree.best().decode(outcome)).boxed().toList())
              .as(what)
              .isIn(ways.get(outcome));
        }
        several += found.size() > 1 ? 1 : 0;
      }
    }
    assertThat(several).as("outcomes with several best cases").isGreaterThan(PLANS / 8);
  }

  /** Numbers whose sums and products are exact in any order, and nowhere better than one. */
  private static double weight(Variable drawn, int value, Algebra algebra) {
    int place = (drawn.slot() + value) % 3;
    return switch (algebra) {
      case SUM_PRODUCT, MAX_PRODUCT -> 1.0 / (1 << place);
      case OR_AND -> 1;
      case MIN_PLUS -> 1 + place;
    };
  }

  /** What a case weighs by what bears on the root. */
  private static double weight(Plan plan, FactorGraph graph, int[] values, Algebra algebra) {
    double weight = algebra.one();
    for (Step.Draw draw : plan.draws()) {
      if (graph.contains(draw.variable())) {
        weight =
            algebra.times(weight, weight(draw.variable(), values[draw.variable().slot()], algebra));
      }
    }
    return weight;
  }

  private static List<Integer> way(FactorGraph graph, int[] values) {
    return graph.nodes().stream().map(node -> graph.classes(node)[values[node.slot()]]).toList();
  }
}
