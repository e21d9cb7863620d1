package org.isfsim.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.math3.distribution.BinomialDistribution;
import org.isfsim.Shipped;
import org.isfsim.SmallScenario;
import org.isfsim.analysis.Observed;
import org.isfsim.analysis.StatementParser;
import org.isfsim.exact.ExactWalk;
import org.isfsim.exact.TooLargeException;
import org.isfsim.model.Plan;
import org.isfsim.model.Variable;
import org.isfsim.montecarlo.MonteCarlo;
import org.isfsim.montecarlo.Tally;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The cases that agree with what was observed are a sample of what the walk says given it. Of the
 * cases that agree, the number that has a value is binomial. No count of the outcome, an indicator
 * or a milestone, nor that of the cases that agree, may be so far out that a tail of its
 * distribution weighs less than 1e-6 over twice the number of counts; so all of them together fail
 * in less than one of a million seeds if the walk is right.
 */
final class ObservedSamplesTest {

  private static final int CASES = 20_000;
  private static final double FALSE_FAILURES = 1e-6;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "council = adopted",
        "council.vote-week <= 10 and not force.can-compel = true",
        "first-troops <= 2026-12-31",
        "deployment != none or contributors.IDN.willing = false"
      })
  void theCasesThatAgreeAreASampleOfTheExactAnswer(String statement) throws TooLargeException {
    Plan baseline = SmallScenario.plan(Map.of());
    Plan plan =
        Observed.given(baseline, List.of(StatementParser.parse("--observed", statement, baseline)));
    ExactWalk walk = new ExactWalk(plan, Shipped.decisions());
    Tally tally =
        new MonteCarlo(plan, Shipped.decisions(), new MonteCarlo.Settings(CASES, 7, 2, null))
            .run(null, done -> {})
            .tally();
    List<Variable> variables =
        Stream.concat(Stream.of(plan.outcome()), plan.reported().stream()).toList();
    long counts = 1 + variables.stream().mapToLong(v -> v.domain().size()).sum();
    double tail = FALSE_FAILURES / (2 * counts);

    assertThat(tally.cases() + tally.apart()).isEqualTo(CASES);
    assertAgrees(CASES, walk.evidence(), tally.cases(), tail, "cases that agree");
    Map<Variable, double[]> known = walk.marginals(variables).known();
    assertThat(known).hasSize(variables.size());
    known.forEach(
        (variable, exact) -> {
          long[] counted = tally.counts(variable);
          for (int value = 0; value < exact.length; value++) {
            assertAgrees(
                (int) tally.cases(),
                exact[value],
                counted[value],
                tail,
                variable.name() + " " + variable.domain().text(value));
          }
        });
  }

  private static void assertAgrees(
      int cases, double probability, long count, double tail, String what) {
    BinomialDistribution counts =
        new BinomialDistribution(null, cases, Math.min(1, Math.max(0, probability)));
    assertThat(counts.cumulativeProbability((int) count)).as(what).isGreaterThan(tail);
    assertThat(1 - counts.cumulativeProbability((int) count - 1)).as(what).isGreaterThan(tail);
  }
}
