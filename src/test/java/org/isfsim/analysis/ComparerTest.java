package org.isfsim.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.isfsim.Exactly;
import org.isfsim.Shipped;
import org.isfsim.exact.ExactResult.Effect;
import org.isfsim.exact.FuturesWalk.Futures;
import org.isfsim.exact.Ranges;
import org.isfsim.model.Plan;
import org.isfsim.model.Variable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ComparerTest {

  /** Two walks add up some 10^8 products in different orders. */
  private static final double SAME = 1e-11;

  private static final long CASES = 20_000;
  private static final long SEED = 20251104;

  /**
   * About 350 shares and 350 differences are compared, each beyond this many standard errors with a
   * probability of 3.8e-8 if both are right; together a false failure in less than 3e-5 of seeds.
   */
  private static final double STANDARD_ERRORS = 5.5;

  private static Comparison comparison;
  private static List<Figure> figures;

  @BeforeAll
  static void compare() {
    Comparer comparer =
        new Comparer(
            Small.texts(),
            List.of(
                Small.objective("aid >= humanitarian and area != none"),
                Objective.unlikely(Small.statement("endurance in (withdrawn, broken-off)"))),
            Shipped.decisions(),
            Ranges.DOMAIN);
    comparison =
        comparer.comparison(
            comparer.exactly(what -> {}), comparer.sampled(SEED, CASES, 2, done -> {}));
    figures = FigureList.of(comparison);
  }

  @Test
  void exactAndSampledSharesAgree() {
    for (Figure figure : figures) {
      double exact = figure.exact().orElseThrow();
      double share = (double) figure.count().orElseThrow() / CASES;
      double error = Math.sqrt(exact * (1 - exact) / CASES);
      assertThat(share)
          .as(figure.item() + " of " + figure.alternative())
          .isCloseTo(exact, within(STANDARD_ERRORS * error + 5.0 / CASES));
    }
  }

  @Test
  void exactAndPairedDifferencesAgree() {
    for (Figure figure : figures) {
      PairedDifference paired = figure.paired().orElseThrow();
      double exact = figure.exactDifference().orElseThrow();
      double discordant = (double) (paired.gained() + paired.lost()) / CASES;
      double error = Math.sqrt(Math.max(0, discordant - exact * exact) / CASES);
      assertThat(paired.difference())
          .as(figure.item() + " of " + figure.alternative())
          .isCloseTo(exact, within(STANDARD_ERRORS * error + 5.0 / CASES));
    }
  }

  /**
   * In 200 samples apart, fewer than 170 of the intervals of one figure cover with a probability of
   * 2e-7 if each covers in 95 % of samples.
   */
  @Test
  void intervalsCoverTheExactDifference() {
    Comparer comparer =
        new Comparer(Small.texts(), comparison.objectives(), Shipped.decisions(), Ranges.DOMAIN);
    Map<String, Integer> covering = new TreeMap<>();
    for (int sample = 0; sample < 200; sample++) {
      for (Figure figure :
          FigureList.of(
              comparer.comparison(
                  comparison.exact(), comparer.sampled(SEED + sample, 1_000, 2, done -> {})))) {
        PairedDifference paired = figure.paired().orElseThrow();
        double exact = figure.exactDifference().orElseThrow();
        boolean isSeldom = Math.abs(exact) < 0.01;
        if (figure.item().kind() == Figure.ItemKind.OUTCOME && !isSeldom) {
          boolean covers = paired.interval().low() <= exact && exact <= paired.interval().high();
          covering.merge(
              figure.item().value() + " of " + figure.alternative(), covers ? 1 : 0, Integer::sum);
        }
      }
    }
    assertThat(covering).hasSizeGreaterThan(3);
    assertThat(covering)
        .allSatisfy((figure, count) -> assertThat(count).isGreaterThanOrEqualTo(170));
  }

  @Test
  void theFirstAlternativeDiffersFromItselfInNoCase() {
    assertThat(figures.stream().filter(f -> f.alternative() == 0))
        .allSatisfy(
            figure -> {
              assertThat(figure.paired().orElseThrow().gained()).isZero();
              assertThat(figure.paired().orElseThrow().lost()).isZero();
              assertThat(figure.exactDifference()).contains(0.0);
            });
  }

  @Test
  void theSampleDoesNotDependOnTheNumberOfThreads() {
    Comparer comparer =
        new Comparer(Small.texts(), comparison.objectives(), Shipped.decisions(), Ranges.DOMAIN);
    PairedSample one = comparer.sampled(SEED, 5_000, 1, done -> {}).orElseThrow();
    PairedSample three = comparer.sampled(SEED, 5_000, 3, done -> {}).orElseThrow();
    assertThat(one.counts()).isDeepEqualTo(three.counts());
    assertThat(one.gained()).isDeepEqualTo(three.gained());
    assertThat(one.lost()).isDeepEqualTo(three.lost());
    assertThat(one.weeks()).isDeepEqualTo(three.weeks());
  }

  @Test
  void whatOneWalkGivesForAllIsWhatAWalkForEachGives() {
    for (int a = 0; a < comparison.alternatives().size(); a++) {
      Plan plan = comparison.alternatives().get(a).plan();
      Exactly exactly = new Exactly(plan);
      for (String name : List.of("aid", "legitimacy", "area")) {
        assertThat(comparison.exact().get(a).marginals().get(name))
            .containsExactly(exactly.of(List.of(plan.variable(name))).get(0), within(SAME));
      }
    }
  }

  @Test
  void aFutureIsWhatSettingTheValueGives() {
    for (String set : List.of("council.china.vote=no", "contingent.veto-scope=none")) {
      String address = set.substring(0, set.indexOf('='));
      String value = set.substring(set.indexOf('=') + 1);
      Plan plan = Small.plan(Optional.of("moderately-amended"), Map.of(address, value));
      Variable parameter = comparison.alternatives().get(1).plan().variable(address);
      int index = parameter.domain().indexOf(value).orElseThrow();
      double[] outcome = row(comparison.exact().get(1).outcome().orElseThrow(), parameter, index);
      assertThat(outcome)
          .containsExactly(new Exactly(plan).of(List.of(plan.outcome())).get(0), within(SAME));
      for (int o = 0; o < comparison.objectives().size(); o++) {
        Question question = Question.of(plan, List.of(comparison.objectives().get(o).statement()));
        double met = new Exactly(question.plan()).of(question.flags()).get(0)[1];
        Futures futures = comparison.exact().get(1).objectives().get(o).orElseThrow();
        assertThat(row(futures, parameter, index)[1]).isCloseTo(met, within(SAME));
      }
    }
  }

  private static double[] row(Futures futures, Variable parameter, int value) {
    return futures.effects().stream()
        .filter(effect -> effect.parameter().equals(parameter))
        .map(Effect::given)
        .findFirst()
        .orElseThrow()[value];
  }

  @Test
  void ofOutcomesItIsSaidWhatHoldsWhateverTheWeights() {
    assertThat(standing("peacekeeping", 0)).isEqualTo(Figure.Standing.IMPOSSIBLE);
    assertThat(standing("peacekeeping", 2)).isEqualTo(Figure.Standing.POSSIBLE);
    assertThat(standing("not-adopted-veto", 0)).isEqualTo(Figure.Standing.POSSIBLE);
  }

  private static Figure.Standing standing(String outcome, int alternative) {
    return figures.stream()
        .filter(f -> f.item().kind() == Figure.ItemKind.OUTCOME)
        .filter(f -> f.item().value().equals(outcome) && f.alternative() == alternative)
        .findFirst()
        .orElseThrow()
        .standing()
        .orElseThrow();
  }

  @Test
  void aDifferenceHoldsOnlyIfNoFutureTurnsItRound() {
    for (Reversal reversal : Reversal.of(comparison)) {
      assertThat(reversal.span().low()).isLessThanOrEqualTo(reversal.difference());
      assertThat(reversal.span().high()).isGreaterThanOrEqualTo(reversal.difference());
      boolean turns =
          reversal.difference() > 0 ? reversal.span().low() < -SAME : reversal.span().high() > SAME;
      assertThat(reversal.holds()).as(reversal.toString()).isEqualTo(!turns);
    }
    assertThat(Reversal.of(comparison)).anyMatch(Reversal::holds).anyMatch(r -> !r.holds());
  }
}
