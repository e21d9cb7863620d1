package org.isfsim.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.isfsim.Shipped;
import org.isfsim.exact.ExactWalk;
import org.isfsim.exact.TooLargeException;
import org.isfsim.model.Plan;
import org.isfsim.model.Variable;
import org.isfsim.parameter.PortableMath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignpostsTest {

  private static final double TOLERANCE = 1e-11;

  /** What is known in a plan that is asked about, or nothing. */
  private static Plan plan(String observed) {
    Plan plan = Small.plan();
    return observed.isEmpty()
        ? plan
        : Observed.given(plan, List.of(StatementParser.parse("--observed", observed, plan)));
  }

  private static SignpostList of(Plan plan, String statement) throws TooLargeException {
    Statement read = StatementParser.parse("--of", statement, plan);
    return new Signposts(plan, Shipped.decisions(), what -> {}).of(statement, read);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "council = adopted"})
  void bayesRuleHoldsAndProbabilitiesAddUpToTheWhole(String observed) throws TooLargeException {
    SignpostList list = of(plan(observed), "area != none");
    assertThat(list.tooLarge()).isEmpty();
    assertThat(list.signposts()).hasSizeGreaterThan(10);
    for (Signpost signpost : list.signposts()) {
      double weights = 0;
      for (int target = 0; target < 2; target++) {
        double total = 0;
        double backwards = 0;
        for (Signpost.AtValue value : signpost.values()) {
          assertThat(value.backwards()[target] * list.probability()[target])
              .as("%s=%s", signpost.name(), value.value())
              .isCloseTo(value.target()[target] * value.probability(), within(TOLERANCE));
          total += value.probability() * value.target()[target];
          backwards += value.backwards()[target];
          weights += value.probability() / 2;
        }
        assertThat(total).isCloseTo(list.probability()[target], within(TOLERANCE));
        assertThat(backwards).isCloseTo(1, within(TOLERANCE));
      }
      assertThat(weights).isCloseTo(1, within(TOLERANCE));
      assertThat(signpost.bits()).isPositive().isLessThanOrEqualTo(list.entropy() + TOLERANCE);
    }
    assertThat(list.signposts()).isSortedAccordingTo(PortableMath.largestFirst(Signpost::bits));
  }

  /** Every kind of variable: without parents, with parents, decided, dated. */
  @ParameterizedTest
  @ValueSource(strings = {"", "force.can-compel = false"})
  void whatAValueTellsIsWhatObservingItGives(String observed) throws TooLargeException {
    Plan plan = plan(observed);
    SignpostList list = of(plan, "area = whole");
    for (Signpost signpost : list.signposts()) {
      Signpost.AtValue value = signpost.highest(1);
      String known = signpost.name() + " = " + value.value();
      String all = observed.isEmpty() ? known : known + " and " + observed;
      Plan given =
          Observed.given(Small.plan(), List.of(StatementParser.parse("--observed", all, plan)));
      Variable area = given.variable("area");
      double[] exact = new ExactWalk(given, Shipped.decisions()).marginal(area);
      assertThat(value.target()[1])
          .as(all)
          .isCloseTo(exact[area.domain().indexOf("whole").orElseThrow()], within(TOLERANCE));
    }
  }

  @Test
  void informationIsThatOfTheDefinition() {
    assertThat(Signposts.information(new double[][] {{0.25, 0.25}, {0.25, 0.25}})).isZero();
    assertThat(Signposts.information(new double[][] {{0.5, 0}, {0, 0.5}}))
        .isCloseTo(1, within(1e-15));
    // H(0.3) - 0.5 H(0.5) - 0.5 H(0.1)
    assertThat(Signposts.information(new double[][] {{0.25, 0.25}, {0.45, 0.05}}))
        .isCloseTo(entropy(0.3) - entropy(0.5) / 2 - entropy(0.1) / 2, within(1e-15));
  }

  private static double entropy(double p) {
    return -(p * Math.log(p) + (1 - p) * Math.log(1 - p)) / Math.log(2);
  }

  @Test
  void aMilestoneIsKnownWhenItIsReached() throws TooLargeException {
    Plan plan = plan("");
    SignpostList list = of(plan, "area != none");
    Signpost troops =
        list.signposts().stream()
            .filter(signpost -> signpost.name().equals("first-troops"))
            .findFirst()
            .orElseThrow();
    Variable week =
        plan.milestones().stream()
            .filter(milestone -> milestone.name().equals("first-troops"))
            .findFirst()
            .orElseThrow()
            .week();
    Map<Variable, double[]> known =
        new ExactWalk(plan, Shipped.decisions()).marginals(List.of(week)).known();
    double[] weeks = Objects.requireNonNull(known.get(week));
    int first = 0;
    while (weeks[first] <= 0) {
      first++;
    }
    assertThat(troops.known().orElseThrow().earliest()).isEqualTo(plan.date(first));
    assertThat(troops.inRanges().values()).hasSizeLessThan(7);
    assertThat(troops.inRanges().values().stream().mapToDouble(Signpost.AtValue::probability).sum())
        .isCloseTo(1, within(TOLERANCE));
  }

  /** Of a number with the given weights, each in percent; with some of its values it is certain. */
  private static Signpost weighed(List<Integer> percents, List<Integer> certain) {
    List<Signpost.AtValue> values = new ArrayList<>();
    for (int i = 0; i < percents.size(); i++) {
      double is = certain.contains(i) ? 1 : 0.3;
      values.add(
          new Signpost.AtValue(
              "v" + i, percents.get(i) / 100.0, new double[] {1 - is, is}, new double[2]));
    }
    Variable number = Small.plan().milestones().stream().findFirst().orElseThrow().week();
    return new Signpost(Signpost.Origin.PARAMETER, "n", "", number, 0.5, values, Optional.empty());
  }

  @Test
  void manyValuesAreToldInFourRangesAlsoWhereOneIsLikelierThanARangeShouldBe() {
    assertThat(names(weighed(List.of(10, 10, 10, 10, 10, 10, 10, 10, 10, 10), List.of())))
        .hasSize(4);
    assertThat(names(weighed(List.of(2, 3, 70, 5, 5, 5, 5, 5), List.of())))
        .containsExactly("v0 to v1", "v2", "v3 to v5", "v6 to v7");
    assertThat(names(weighed(List.of(70, 5, 5, 5, 5, 5, 5), List.of())))
        .containsExactly("v0", "v1 to v2", "v3 to v4", "v5 to v6");
  }

  private static List<String> names(Signpost signpost) {
    return signpost.inRanges().values().stream().map(Signpost.AtValue::value).toList();
  }

  @Test
  void ofValuesThatTellTheSameTheLikeliestIsNamedAndTheOthersAreSummed() {
    Signpost signpost = weighed(List.of(20, 50, 30), List.of(0, 1));
    Signpost.AtValue highest = signpost.highest(1);
    assertThat(highest.value()).isEqualTo("v1");
    assertThat(signpost.otherwise(highest, 1)).isCloseTo(0.58, within(TOLERANCE));
    Signpost certain = weighed(List.of(10, 20, 70), List.of(0, 1, 2));
    // Nothing is left of what cannot be, not even by rounding.
    assertThat(certain.otherwise(certain.values().get(2), 0)).isEqualTo(0);
    assertThat(weighed(List.of(100), List.of()).highest(1).value()).isEqualTo("v0");
  }
}
