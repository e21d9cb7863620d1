package org.isfsim.parameter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.analysis.integration.SimpsonIntegrator;
import org.isfsim.document.Node;
import org.isfsim.document.Problems;
import org.isfsim.document.YamlReader;
import org.junit.jupiter.api.Test;

/** Each form's probabilities on the grid, against formulas written here on their own. */
class DistributionReaderTest {

  private static final Domain.Numbers WEEKS = Domain.Numbers.weeks(0, 104);
  private static final Domain.Choice VOTE = Domain.Choice.of("no", "abstain", "yes");
  private static final double TOLERANCE = 1e-9;

  private final Map<String, Dependencies.Declared> declared = new LinkedHashMap<>();

  private void declare(String address, Domain domain, String yaml) {
    Problems problems = new Problems();
    Node node = YamlReader.parse(yaml, "test", problems).orElseThrow();
    Optional<Specification> specification =
        new DistributionReader(problems, text -> text).read(node, address, domain);
    problems.throwIfAny();
    declared.put(address, new Dependencies.Declared(domain, specification));
  }

  private ConditionalDistribution resolve(String address) {
    Problems problems = new Problems();
    Map<String, ConditionalDistribution> resolved = Dependencies.resolve(declared, problems);
    problems.throwIfAny();
    return Optional.ofNullable(resolved.get(address)).orElseThrow();
  }

  private Distribution read(Domain domain, String yaml) {
    declare("x", domain, yaml);
    return resolve("x").at();
  }

  /** The integral of a density over each cell of the grid, divided by the sum of all. */
  private static double[] integrated(
      Domain.Numbers grid, double from, double to, DoubleUnaryOperator density) {
    double[] masses = new double[grid.size()];
    double sum = 0;
    for (int i = 0; i < masses.length; i++) {
      double low = Math.max(from, grid.number(i) - grid.step() / 2.0);
      double high = Math.min(to, grid.number(i) + grid.step() / 2.0);
      if (low < high) {
        masses[i] =
            new SimpsonIntegrator(1e-12, 1e-14, 8, 40)
                .integrate(10_000_000, density::applyAsDouble, low, high);
      }
      sum += masses[i];
    }
    for (int i = 0; i < masses.length; i++) {
      masses[i] /= sum;
    }
    return masses;
  }

  private static void assertSame(Distribution found, double[] expected, double tolerance) {
    for (int i = 0; i < expected.length; i++) {
      assertThat(found.probability(i)).as("value " + i).isCloseTo(expected[i], within(tolerance));
    }
  }

  @Test
  void aValueIsCertain() {
    assertThat(read(VOTE, "abstain").fixedValue()).isEqualTo(1);
    assertThat(read(WEEKS, "17").fixedValue()).isEqualTo(17);
    assertThat(read(Domain.Flag.FLAG, "true").fixedValue()).isEqualTo(1);
    assertThat(read(Domain.Numbers.percent(), "33%").fixedValue()).isEqualTo(33);
  }

  @Test
  void theWeightsOfAChoiceAreRatios() {
    assertSame(
        read(VOTE, "{ choice: { yes: 1, abstain: 2, no: 2 } }"),
        new double[] {0.4, 0.4, 0.2},
        1e-15);
    assertThat(read(VOTE, "{ choice: { yes: 1, no: 3 } }").support()).containsExactly(0, 2);
  }

  @Test
  void percentagesMayHaveDecimals() {
    assertSame(
        read(VOTE, "{ choice: { yes: 33.3%, abstain: 33.3%, no: 33.4% } }"),
        new double[] {0.334, 0.333, 0.333},
        1e-15);
  }

  @Test
  void aChanceIsAPercentageOrARatio() {
    assertThat(read(Domain.Flag.FLAG, "{ chance: 2/3 }").probability(1))
        .isCloseTo(2.0 / 3, within(1e-15));
    assertThat(read(Domain.Flag.FLAG, "{ chance: 12.5% }").probability(1)).isEqualTo(0.125);
    assertThat(read(Domain.Flag.FLAG, "{ chance: 0% }").fixedValue()).isZero();
  }

  @Test
  void uniformGivesEqualWeightToTheGridFromMinToMax() {
    Domain.Numbers troops =
        new Domain.Numbers(new Unit("troops", "troops", "", 500), 0, 60_000, 500);
    Distribution found = read(troops, "{ uniform: { min: 500, max: 20000 } }");
    assertThat(found.support()).hasSize(40).startsWith(1).endsWith(40);
    assertThat(found.probability(7)).isCloseTo(1 / 40.0, within(1e-15));
    assertThat(read(WEEKS, "{ uniform: { min: 5, max: 5 } }").fixedValue()).isEqualTo(5);
  }

  @Test
  void triangularIsTheIntegralOfItsDensity() {
    double[] expected =
        integrated(
            WEEKS, 4, 60, x -> x < 12.5 ? 2 * (x - 4) / (56 * 8.5) : 2 * (60 - x) / (56 * 47.5));
    assertSame(read(WEEKS, "{ triangular: { min: 4, mode: 12.5, max: 60 } }"), expected, TOLERANCE);
    assertThat(read(WEEKS, "{ triangular: { min: 4, mode: 4, max: 60 } }").support())
        .startsWith(4)
        .endsWith(60);
    assertThat(read(WEEKS, "{ triangular: { min: 4, mode: 60, max: 60 } }").probability(59))
        .isPositive();
  }

  @Test
  void pertIsTheIntegralOfItsDensity() {
    // The mode at a quarter of the way gives the shapes 2 and 4, a polynomial.
    double[] expected = integrated(WEEKS, 4, 60, x -> (x - 4) * StrictMath.pow(60 - x, 3));
    assertSame(read(WEEKS, "{ pert: { min: 4, mode: 18, max: 60 } }"), expected, TOLERANCE);
  }

  @Test
  void betaIsTheIntegralOfItsDensity() {
    double[] expected =
        integrated(Domain.Numbers.percent(), 0, 90, x -> x / 90 * StrictMath.pow(1 - x / 90, 2));
    Distribution found = read(Domain.Numbers.percent(), "{ beta: { a: 2, b: 3, max: 90% } }");
    assertSame(found, expected, TOLERANCE);
    assertThat(found.support()).startsWith(0).endsWith(90);
  }

  @Test
  void normalIsTheIntegralOfItsDensityCutOffAtTheDomain() {
    double[] expected =
        integrated(
            WEEKS, -0.5, 104.5, x -> StrictMath.exp(-(x - 20) * (x - 20) / (2 * 15.5 * 15.5)));
    assertSame(read(WEEKS, "{ normal: { mean: 20, sd: 15.5 } }"), expected, TOLERANCE);
  }

  @Test
  void bothTailsOfANormalKeepTheirPrecision() {
    Distribution found = read(WEEKS, "{ normal: { mean: 52, sd: 3 } }");
    for (int d = 1; d <= 52; d++) {
      double left = found.probability(52 - d);
      assertThat(found.probability(52 + d)).isCloseTo(left, within(left * 1e-9));
    }
  }

  @Test
  void lognormalIsTheIntegralOfItsDensity() {
    double[] expected =
        integrated(
            WEEKS,
            1e-9,
            104.5,
            x -> StrictMath.exp(-StrictMath.pow(StrictMath.log(x / 20) / 0.5, 2) / 2) / x);
    assertSame(read(WEEKS, "{ lognormal: { median: 20, sigma: 0.5 } }"), expected, 1e-8);
  }

  @Test
  void exponentialIsTheIntegralOfItsDensity() {
    double[] expected = integrated(WEEKS, 4, 104.5, x -> StrictMath.exp(-(x - 4) / 16));
    assertSame(read(WEEKS, "{ exponential: { mean: 20, min: 4 } }"), expected, TOLERANCE);
  }

  @Test
  void binomialCountsSuccesses() {
    double[] expected = new double[11];
    double choose = 1;
    for (int k = 0; k <= 10; k++) {
      expected[k] = choose * StrictMath.pow(2 / 3.0, k) * StrictMath.pow(1 / 3.0, 10 - k);
      choose = choose * (10 - k) / (k + 1);
    }
    Domain.Numbers votes = Domain.Numbers.count(0, 10);
    assertSame(read(votes, "{ binomial: { chance: 2/3 } }"), expected, 1e-12);
    assertThat(read(votes, "{ binomial: { chance: 50%, trials: 3 } }").support())
        .containsExactly(0, 1, 2, 3);
    assertThat(read(votes, "{ binomial: { chance: 100% } }").fixedValue()).isEqualTo(10);
  }

  @Test
  void empiricalWeighsNumbers() {
    Distribution found = read(WEEKS, "{ empirical: { 4: 1, 12: 3 } }");
    assertThat(found.support()).containsExactly(4, 12);
    assertThat(found.probability(12)).isEqualTo(0.75);
  }

  @Test
  void givenTakesTheBranchOfTheParentsValue() {
    declare("vote", VOTE, "{ choice: { yes: 1, no: 1 } }");
    declare("held", Domain.Flag.FLAG, "{ chance: 1/2 }");
    declare(
        "x",
        WEEKS,
        "{ given: [vote, held], no..abstain: { true: 1, false: 2 }, else: { true: 3, else: {"
            + " uniform: { min: 4, max: 5 } } } }");
    ConditionalDistribution found = resolve("x");
    assertThat(found.parents()).containsExactly("vote", "held");
    assertThat(found.at(0, 1).fixedValue()).isEqualTo(1);
    assertThat(found.at(1, 0).fixedValue()).isEqualTo(2);
    assertThat(found.at(2, 1).fixedValue()).isEqualTo(3);
    assertThat(found.at(2, 0).support()).containsExactly(4, 5);
    assertThat(found.at(0, 1)).isSameAs(found.at(1, 1));
  }

  @Test
  void aBranchMayBeMissingForAValueThatCannotOccur() {
    declare("vote", VOTE, "{ choice: { yes: 1, no: 1 } }");
    declare("x", WEEKS, "{ given: vote, yes: 1, no: 2 }");
    ConditionalDistribution found = resolve("x");
    assertThat(found.isDefinedAt(2)).isTrue();
    assertThat(found.isDefinedAt(1)).isFalse();
  }

  @Test
  void refReadsTheParentsNumber() {
    declare("course", WEEKS, "{ uniform: { min: 10, max: 12 } }");
    declare("x", WEEKS, "{ triangular: { min: 4, mode: { ref: course }, max: 60 } }");
    declare("y", WEEKS, "{ triangular: { min: 4, mode: 11, max: 60 } }");
    ConditionalDistribution found = resolve("x");
    assertThat(found.parents()).containsExactly("course");
    assertThat(found.at(11)).isEqualTo(resolve("y").at());
    assertThat(found.at(10)).isNotEqualTo(found.at(11));
  }

  @Test
  void aShiftDoublesTheOddsAgainstTheNeighbourFartherAway() {
    declare("vote", VOTE, "{ choice: { yes: 1, abstain: 1, no: 1 } }");
    declare(
        "x",
        VOTE,
        "{ choice: { yes: 1, abstain: 2, no: 2 }, shift: [{ when: { vote: [abstain, yes] }, towards:"
            + " yes }, { when: { vote: yes }, towards: abstain }] }");
    ConditionalDistribution found = resolve("x");
    assertSame(found.at(0), new double[] {2 / 5.0, 2 / 5.0, 1 / 5.0}, 1e-15);
    // 2/4 : 2/2 : 1, then 0.5/2 : 1 : 1/2.
    assertSame(found.at(1), new double[] {0.5 / 2.5, 1 / 2.5, 1 / 2.5}, 1e-15);
    assertSame(found.at(2), new double[] {0.25 / 1.75, 1 / 1.75, 0.5 / 1.75}, 1e-15);
  }

  @Test
  void aShiftOverALargeDomainKeepsEveryValuePossible() {
    declare("held", Domain.Flag.FLAG, "true");
    declare(
        "x",
        Domain.Numbers.weeks(0, 520),
        "{ uniform: { min: 200, max: 520 }, shift: [{ when: { held: true }, towards: 0 }, { when: {"
            + " held: true }, towards: 0 }] }");
    assertThat(resolve("x").at(1).support()).hasSize(321);
  }

  @Test
  void aShiftAppliesToEveryBranchOfGiven() {
    declare("vote", VOTE, "{ choice: { yes: 1, abstain: 1, no: 1 } }");
    declare("held", Domain.Flag.FLAG, "{ chance: 1/2 }");
    declare(
        "x",
        Domain.Flag.FLAG,
        "{ given: vote, yes: { chance: 50% }, else: false, shift: [{ when: { held: true }, towards:"
            + " true }] }");
    ConditionalDistribution found = resolve("x");
    assertThat(found.parents()).containsExactly("vote", "held");
    assertThat(found.at(2, 1).probability(1)).isCloseTo(2 / 3.0, within(1e-15));
    assertThat(found.at(2, 0).probability(1)).isEqualTo(0.5);
    assertThat(found.at(0, 1).fixedValue()).isZero();
  }

  @Test
  void theProbabilitiesAreTheSameBitsOnEveryPlatform() {
    // Computed once; a platform whose mathematics differ would give another hash.
    long hash = 17;
    for (String form :
        new String[] {
          "{ normal: { mean: 20, sd: 15.5 } }",
          "{ lognormal: { median: 20, sigma: 0.5 } }",
          "{ exponential: { mean: 20, min: 4 } }",
          "{ pert: { min: 4, mode: 12, max: 60 } }",
          "{ triangular: { min: 4, mode: 12.5, max: 60 } }"
        }) {
      Distribution found = read(WEEKS, form);
      for (int i = 0; i < found.size(); i++) {
        hash = 31 * hash + Double.doubleToLongBits(found.probability(i));
      }
    }
    assertThat(hash).isEqualTo(-5903040380381656082L);
  }
}
