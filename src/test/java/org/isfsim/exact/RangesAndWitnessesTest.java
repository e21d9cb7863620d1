package org.isfsim.exact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.isfsim.RandomScenario;
import org.isfsim.Shipped;
import org.isfsim.model.Case;
import org.isfsim.model.CaseEvaluator;
import org.isfsim.model.Plan;
import org.isfsim.model.Step;
import org.isfsim.model.Variable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * On random scenarios with very few cases, what {@link ExactWalk#outcomes} says is what all cases
 * say: probabilities, what is reachable, a witness of each outcome than which no case has likelier
 * values of the parameters that the outcome can depend on, and what each assumption does when it is
 * set to any value of its domain. The tolerance is that of {@link BruteForceTest}, where cases are
 * fewer.
 */
final class RangesAndWitnessesTest {

  private static final int MOST_CASES = 40;
  private static final double TOLERANCE = 1e-12;

  @TempDir static Path folder;

  static LongStream seeds() {
    return LongStream.rangeClosed(101, 106);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void outcomesRangesAndWitnessesAreThoseOfAllCases(long seed) throws TooLargeException {
    Plan plan = RandomScenario.reduced(seed, MOST_CASES, folder);
    int outcomes = plan.outcome().domain().size();
    List<Step.Draw> bearing = bearing(plan);
    BruteForce all = new BruteForce(plan);
    double[] sums = new double[outcomes];
    double[] likeliest = new double[outcomes];
    all.forEach(
        (probability, row) -> {
          int outcome = row.value(plan.outcome());
          sums[outcome] += probability;
          likeliest[outcome] = Math.max(likeliest[outcome], probability(bearing, row));
        });

    ExactResult result = new ExactWalk(plan, Shipped.decisions()).outcomes(Ranges.DOMAIN);

    assertClose(result.probability(), sums, "as it is");
    for (int outcome = 0; outcome < outcomes; outcome++) {
      Map<String, Integer> witness = result.witnesses().get(outcome);
      assertThat(result.reachable()[outcome]).isEqualTo(sums[outcome] > 0);
      assertThat(witness != null).isEqualTo(sums[outcome] > 0);
      if (witness != null) {
        Case row = evaluated(plan, witness);
        assertThat(row.value(plan.outcome())).isEqualTo(outcome);
        assertThat(probability(plan.draws(), row)).isPositive();
        assertThat(probability(bearing, row))
            .isCloseTo(likeliest[outcome], within(TOLERANCE * likeliest[outcome]));
      }
    }
    assertThat(result.effects()).isNotEmpty();
    for (ExactResult.Effect effect : result.effects()) {
      Variable parameter = effect.parameter();
      for (int value = 0; value < parameter.domain().size(); value++) {
        double[] with = new double[outcomes];
        all.forEachWith(
            parameter.slot(),
            value,
            (probability, row) -> with[row.value(plan.outcome())] += probability);
        String setting = parameter.name() + "=" + parameter.domain().text(value);
        double[] given = effect.given()[value];
        assertThat(given).as(setting).isNotNull();
        assertClose(given, with, setting);
      }
    }
  }

  private static void assertClose(double[] exact, double[] sums, String what) {
    for (int outcome = 0; outcome < sums.length; outcome++) {
      assertThat(exact[outcome])
          .as("outcome %d, %s", outcome, what)
          .isCloseTo(sums[outcome], within(TOLERANCE * sums[outcome]));
    }
  }

  /** The draws of the parameters that the outcome can depend on. */
  private static List<Step.Draw> bearing(Plan plan) throws TooLargeException {
    Supports supports =
        Supports.of(
            plan, Shipped.decisions(), List.of(plan.outcome()), (drawn, possible) -> possible);
    BitSet needed = supports.needed(List.of(plan.outcome()));
    return plan.draws().stream().filter(draw -> needed.get(draw.variable().slot())).toList();
  }

  private static double probability(List<Step.Draw> draws, Case row) {
    double probability = 1;
    for (Step.Draw draw : draws) {
      int[] parents = draw.parents().stream().mapToInt(row::value).toArray();
      probability *= draw.distribution().at(parents).probability(row.value(draw.variable()));
    }
    return probability;
  }

  private static Case evaluated(Plan plan, Map<String, Integer> values) {
    assertThat(values).hasSameSizeAs(plan.draws());
    Case row = new Case(plan);
    new CaseEvaluator(plan, Shipped.decisions(), 1)
        .evaluate(1, CaseEvaluator.given(plan, values), row);
    return row;
  }
}
