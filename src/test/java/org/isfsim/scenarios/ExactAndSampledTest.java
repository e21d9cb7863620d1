package org.isfsim.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.commons.math3.distribution.ChiSquaredDistribution;
import org.isfsim.Exactly;
import org.isfsim.Shipped;
import org.isfsim.model.Plan;
import org.isfsim.model.Variable;
import org.isfsim.montecarlo.MonteCarlo;
import org.isfsim.montecarlo.Tally;
import org.isfsim.scenario.Selection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The exact walk and the sampled cases answer alike.
 *
 * <p>Seeds are fixed. Had they been drawn, each comparison of a sound program would fail with a
 * chance of 1e-6; there is one for each scenario file and one for each indicator and milestone of
 * the baseline, some fifty: jointly less than 1e-4.
 */
final class ExactAndSampledTest {

  private static final int CASES = 20_000;
  private static final double RATE = 1e-6;

  /** What rests on so much at once that the exact walk of the baseline gives up on it. */
  private static final String[] TOO_LARGE = {};

  static List<Path> files() {
    return Shipped.scenarioFiles();
  }

  /** Every file, and under every policy those that do not take their policies from another. */
  static List<Shipped.Variant> variants() {
    Map<String, Map<String, String>> inherited =
        Shipped.scenario(Shipped.BASELINE, Selection.NONE).policies();
    return Shipped.variants().stream()
        .filter(
            variant ->
                variant.file().equals(Shipped.BASELINE)
                    || variant
                        .selection()
                        .policy()
                        .map(p -> !inherited.containsKey(p))
                        .orElse(true))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("variants")
  void allThirteenOutcomesAreListedAndTheirProbabilitiesAddToOne(Shipped.Variant variant) {
    Map<String, Double> outcomes = new Exactly(variant.plan()).outcomes();

    assertThat(outcomes.keySet())
        .hasSize(13)
        .containsExactlyElementsOf(org.isfsim.Shipped.outcomes().values());
    assertThat(outcomes.values()).allSatisfy(p -> assertThat(p).isNotNegative());
    assertThat(outcomes.values().stream().mapToDouble(p -> p).sum()).isCloseTo(1, within(1e-9));
  }

  @Test
  void eachOutcomeIsReachedBySomeShippedScenarioOrPolicyOrIfNoVoteIsHeld() {
    TreeSet<String> reached =
        new Exactly(Shipped.baseline(Map.of("council.vote-held", "false"))).reachable();
    for (String words :
        List.of(
            "baseline.yaml",
            "baseline.yaml peacekeeping-text",
            "baseline.yaml observation-text",
            "force-without-mandate.yaml")) {
      Shipped.Variant variant =
          variants().stream().filter(v -> v.toString().equals(words)).findFirst().orElseThrow();
      reached.addAll(new Exactly(variant.plan()).reachable());
    }

    assertThat(reached).containsExactlyInAnyOrderElementsOf(org.isfsim.Shipped.outcomes().values());
  }

  @ParameterizedTest
  @MethodSource("files")
  void sampledOutcomesFitTheirExactProbabilities(Path file) {
    Plan plan = Shipped.plan(file, Selection.NONE);
    Tally tally = sampled(plan);

    assertFits(plan.outcome(), new Exactly(plan).of(List.of(plan.outcome())).get(0), tally);
  }

  @Test
  void sampledIndicatorsAndMilestonesFitTheirExactProbabilities() {
    Plan plan = Shipped.plan(Shipped.BASELINE, Selection.NONE);
    Tally tally = sampled(plan);
    List<Variable> variables = new ArrayList<>();
    plan.indicators().forEach(indicator -> variables.add(indicator.variable()));
    plan.milestones().forEach(milestone -> variables.add(milestone.week()));
    Map<Variable, double[]> exact = new Exactly(plan).known(variables);
    exact.forEach((variable, probabilities) -> assertFits(variable, probabilities, tally));

    variables.removeAll(exact.keySet());
    assertThat(variables.stream().map(Variable::name))
        .as("what the baseline leaves to sampling")
        .containsExactlyInAnyOrder(TOO_LARGE);
  }

  private static Tally sampled(Plan plan) {
    MonteCarlo.Settings settings =
        new MonteCarlo.Settings(CASES, plan.scenario().run().seed(), 2, null);
    Tally tally = new MonteCarlo(plan, Shipped.decisions(), settings).run(null, done -> {}).tally();
    assertThat(tally.failed()).isZero();
    assertThat(tally.cases()).isEqualTo(CASES);
    return tally;
  }

  /** What cannot occur never did, and Pearson's test holds for what can. */
  private static void assertFits(Variable variable, double[] exact, Tally tally) {
    long[] counts = tally.counts(variable);
    assertThat(Arrays.stream(exact).sum()).as(variable.name()).isCloseTo(1, within(1e-9));
    List<double[]> cells = new ArrayList<>();
    double expected = 0;
    double found = 0;
    for (int value = 0; value < counts.length; value++) {
      if (exact[value] == 0) {
        assertThat(counts[value])
            .as("%s is %s", variable.name(), variable.domain().text(value))
            .isZero();
      }
      expected += CASES * exact[value];
      found += counts[value];
      if (expected >= 10) {
        cells.add(new double[] {expected, found});
        expected = 0;
        found = 0;
      }
    }
    double[] last = cells.get(cells.size() - 1);
    last[0] += expected;
    last[1] += found;
    if (cells.size() == 1) {
      return;
    }
    double statistic = 0;
    for (double[] cell : cells) {
      statistic += (cell[1] - cell[0]) * (cell[1] - cell[0]) / cell[0];
    }
    assertThat(1 - new ChiSquaredDistribution(cells.size() - 1).cumulativeProbability(statistic))
        .as("exact and sampled %s", variable.name())
        .isGreaterThan(RATE);
  }
}
