package org.isfsim.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.math3.distribution.BinomialDistribution;
import org.isfsim.decision.Decisions;
import org.isfsim.exact.ExactWalk;
import org.isfsim.exact.TooLargeException;
import org.isfsim.model.Plan;
import org.isfsim.model.Variable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class CoverageTest {

  /** The probability that any comparison with the sample fails although all is right. */
  private static final double FALSE_FAILURE = 1e-6;

  /** Decisions whose inputs are too many together for the walk of the baseline. */
  private static final Set<String> TOO_LARGE = Set.of();

  private static Plan plan;
  private static Decisions decisions;
  private static Coverage exact;
  private static Coverage sampled;

  @BeforeAll
  static void cover() {
    plan = Shipped.plan("baseline.yaml", Map.of());
    decisions = Decisions.remembering(Shipped.rules());
    exact = Coverage.of(plan, decisions);
    sampled = Coverage.of(plan, decisions, false);
  }

  @AfterAll
  static void close() {
    decisions.close();
  }

  private static DecisionCoverage decision(String column) {
    return exact.decisions().stream()
        .filter(decision -> decision.column().equals(column))
        .findFirst()
        .orElseThrow();
  }

  private static RuleCoverage rule(String column, String name) {
    return decision(column).rules().stream()
        .filter(rule -> rule.rule().name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void theBaselineIsCoveredExactly() {
    assertThat(exact.decisions())
        .filteredOn(d -> d.sampled().isPresent())
        .extracting(DecisionCoverage::column)
        .containsExactlyInAnyOrderElementsOf(TOO_LARGE);
    assertThat(exact.decisions())
        .extracting(DecisionCoverage::column)
        .contains("council", "bar", "contingent", "outcome", "stage")
        .doesNotHaveDuplicates();
    assertThat(sampled.decisions()).allSatisfy(d -> assertThat(d.sampled()).isPresent());
  }

  @Test
  void exactWeightsAgreeWithSampledFrequencies() {
    int comparisons = exact.decisions().stream().mapToInt(d -> d.rules().size()).sum();
    for (int d = 0; d < exact.decisions().size(); d++) {
      if (exact.decisions().get(d).sampled().isPresent()) {
        continue;
      }
      List<RuleCoverage> rules = exact.decisions().get(d).rules();
      for (int r = 0; r < rules.size(); r++) {
        Weight.Exact weight = (Weight.Exact) rules.get(r).weight();
        Weight.Sampled seen = (Weight.Sampled) sampled.decisions().get(d).rules().get(r).weight();
        String name = exact.decisions().get(d).column() + ": " + rules.get(r).rule().name();

        assertThat(seen.cases()).isEqualTo(Coverage.SAMPLED_CASES);
        if (!weight.isPossible()) {
          assertThat(seen.count()).as(name).isZero();
        } else if (weight.isCertain()) {
          assertThat(seen.count()).as(name).isEqualTo(seen.cases());
        } else {
          var law =
              new BinomialDistribution(null, (int) seen.cases(), Math.min(1, weight.probability()));
          int count = (int) seen.count();
          double tail =
              Math.min(law.cumulativeProbability(count), 1 - law.cumulativeProbability(count - 1));
          assertThat(2 * tail).as(name).isGreaterThan(FALSE_FAILURE / comparisons);
        }
      }
    }
  }

  @Test
  void noSampledCaseHasInputsThatTheWalkExcludes() {
    for (int d = 0; d < exact.decisions().size(); d++) {
      assertThat(sampled.decisions().get(d).reached())
          .isPositive()
          .isLessThanOrEqualTo(exact.decisions().get(d).reached());
      assertThat(exact.decisions().get(d).reached())
          .isLessThanOrEqualTo(exact.decisions().get(d).signature().combinations());
    }
  }

  @Test
  void aRuleThatAloneDecidesAResultWeighsAsMuchAsTheResult() throws TooLargeException {
    Variable council = plan.variable("council");
    double[] weights = new ExactWalk(plan, decisions).marginal(council);
    int adopted = council.domain().indexOf("adopted").orElseThrow();

    Weight weight =
        rule("council", "Enough members vote yes and no permanent member votes no").weight();

    assertThat(weight.probability()).isCloseTo(weights[adopted], within(1e-12));
    assertThat(weight.probability()).isStrictlyBetween(0.0, 1.0);
  }

  @Test
  void aRuleOfContributorsWeighsAsMuchAsThatAnyContributorFiresIt() {
    RuleCoverage rule = rule("joining", "A state that is not willing sends nothing");
    double none =
        rule.byPlace().values().stream()
            .mapToDouble(weight -> 1 - weight.probability())
            .reduce(1, (a, b) -> a * b);

    assertThat(rule.byPlace()).hasSize(plan.scenario().contributors().size());
    // In the baseline the contributors' wills are independent of each other.
    assertThat(rule.weight().probability()).isCloseTo(1 - none, within(1e-12));
  }

  @Test
  void whatCannotFireNamesTheConditionAndTheSettingThatExcludesIt() {
    RuleCoverage rule = rule("objection", "The United States votes no");

    assertThat(rule.weight()).isEqualTo(new Weight.Exact(0, false, false));
    assertThat(rule.exclusions()).hasSize(1);
    assertThat(rule.exclusions().get(0).condition().inWords()).isEqualTo("united states is \"no\"");
    assertThat(rule.exclusions().get(0).settings())
        .isEqualTo(Map.of("council.united-states.vote", "yes"));
  }

  @Test
  void aConditionThatMoreThanFixedSettingsBearOnNamesNone() {
    RuleCoverage rule = rule("results", "High-intensity operations hide every result");

    assertThat(rule.exclusions()).isNotEmpty();
    assertThat(rule.exclusions().get(0).settings()).isEmpty();
  }

  @Test
  void whatFiresInEveryCaseIsCertain() {
    assertThat(rule("bar", "Israel bars armed Turkish contingents").weight())
        .isInstanceOfSatisfying(
            Weight.Exact.class, weight -> assertThat(weight.isCertain()).isTrue());
    assertThat(rule("council", "Too few members vote yes").weight())
        .isInstanceOfSatisfying(
            Weight.Exact.class, weight -> assertThat(weight.isCertain()).isFalse());
  }
}
