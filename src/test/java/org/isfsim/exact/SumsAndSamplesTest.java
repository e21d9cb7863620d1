package org.isfsim.exact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.apache.commons.math3.distribution.BinomialDistribution;
import org.isfsim.RandomScenario;
import org.isfsim.Shipped;
import org.isfsim.model.Plan;
import org.isfsim.model.Step;
import org.isfsim.model.Variable;
import org.isfsim.montecarlo.MonteCarlo;
import org.isfsim.montecarlo.Tally;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The probabilities of a walk add to one within its rounding, and sampled cases fit them, on every
 * shipped scenario and on random ones of full size.
 *
 * <p>The rounding is bounded as follows. Nothing is negative, so each rounding changes a term by a
 * factor between 1 - u and 1 + u with u = 2^-53 (N. Higham, Accuracy and Stability of Numerical
 * Algorithms, 2nd edition, 2002, section 3.1). In a step a term takes part in fewer additions than
 * the nodes summed out have combinations, and than the step worked out products. It takes part in
 * one multiplication for each factor and each step, and when values are put into classes, in fewer
 * additions than they are. The probabilities of a draw add to one within four roundings: of their
 * compensated sum, of the division, and of the two tails of a distribution. That many times u is
 * the largest relative error of the total.
 */
final class SumsAndSamplesTest {

  private static final double U = 0x1p-53;
  private static final int CASES = 20_000;
  private static final int SCENARIOS = 6;

  /**
   * Seeds are fixed. Had they been drawn, a sound program would fail in one of a thousand runs at
   * most: so much is shared out over all outcomes of all scenarios (Bonferroni).
   */
  private static final double RATE = 1e-3 / (SCENARIOS * 13);

  @TempDir static Path folder;

  static List<Shipped.Variant> variants() {
    return Shipped.variants().stream().filter(v -> v.selection().policy().isEmpty()).toList();
  }

  static LongStream seeds() {
    return LongStream.rangeClosed(401, 400 + SCENARIOS);
  }

  @ParameterizedTest
  @MethodSource("variants")
  void outcomesOfAShippedScenarioAddToOneWithinRounding(Shipped.Variant variant)
      throws TooLargeException {
    assertAddsToOne(variant.plan());
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void outcomesOfARandomScenarioAddToOneAndSampledOnesFit(long seed) throws TooLargeException {
    Plan plan = RandomScenario.wide(seed, folder);
    assertAddsToOne(plan);
    double[] exact = new ExactWalk(plan, Shipped.decisions()).marginal(plan.outcome());
    Tally tally =
        new MonteCarlo(plan, Shipped.decisions(), new MonteCarlo.Settings(CASES, seed, 2, null))
            .run(null, done -> {})
            .tally();
    assertThat(tally.cases()).isEqualTo(CASES);
    long[] counts = tally.counts(plan.outcome());
    for (int outcome = 0; outcome < exact.length; outcome++) {
      BinomialDistribution expected = new BinomialDistribution(CASES, Math.min(1, exact[outcome]));
      int count = (int) counts[outcome];
      assertThat(2 * expected.cumulativeProbability(count))
          .as("%s: %d, expected %f", outcome, count, CASES * exact[outcome])
          .isGreaterThan(RATE);
      assertThat(2 * (1 - expected.cumulativeProbability(count - 1)))
          .as("%s: %d, expected %f", outcome, count, CASES * exact[outcome])
          .isGreaterThan(RATE);
    }
  }

  private static void assertAddsToOne(Plan plan) throws TooLargeException {
    Variable outcome = plan.outcome();
    Supports supports =
        Supports.of(plan, Shipped.decisions(), List.of(outcome), (drawn, possible) -> possible);
    FactorGraph graph =
        FactorGraph.of(supports, List.of(outcome), FactorGraph.PROBABILITY, Algebra.SUM_PRODUCT);
    JoinTree tree = new JoinTree(graph, outcome, Algebra.SUM_PRODUCT);
    double bound = U * roundings(plan, graph, tree);

    assertThat(bound).isLessThan(1e-8);
    assertThat(Arrays.stream(tree.total()).sum()).isCloseTo(1, within(bound));
  }

  /** How many times any term of the total is rounded at most. */
  private static double roundings(Plan plan, FactorGraph graph, JoinTree tree) {
    double roundings = graph.factors().size() + tree.total().length;
    for (WalkStep step : tree.steps()) {
      double combinations = 1;
      for (String name : step.variables()) {
        combinations *= graph.sizes()[graph.node(plan.variable(name))];
      }
      roundings += Math.min(combinations, (double) step.edges()) + 1;
    }
    for (Step.Draw draw : plan.draws()) {
      if (graph.contains(draw.variable())) {
        roundings += draw.variable().domain().size() + 4;
      }
    }
    return roundings;
  }
}
