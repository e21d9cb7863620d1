package org.isfsim.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.isfsim.exact.ExactResult.Effect;
import org.isfsim.exact.FuturesWalk.Futures;
import org.isfsim.exact.Ranges;
import org.isfsim.model.Plan;
import org.junit.jupiter.api.Test;

/** On figures that are made up, so that the answers can be read off. */
class RobustnessTest {

  private static final Plan PLAN = Small.plan();

  /** P of the objective: as assumed, then for China's vote no, abstain, yes. */
  private static Futures futures(double assumed, double no, double abstain, double yes) {
    return new Futures(
        flag(assumed),
        List.of(
            new Effect(
                PLAN.variable("council.china.vote"),
                new double[][] {flag(no), flag(abstain), flag(yes)})));
  }

  private static double[] flag(double p) {
    return new double[] {1 - p, p};
  }

  private static Comparison comparison(List<Alternative> alternatives, Futures... of) {
    return new Comparison(
        alternatives,
        List.of(Small.objective("area = whole")),
        List.of(of).stream()
            .map(
                futures ->
                    new ExactAnswer(
                        Optional.empty(),
                        new boolean[0],
                        List.of(Optional.of(futures)),
                        Map.of(),
                        Map.of()))
            .toList(),
        Optional.empty(),
        Ranges.SUPPORT);
  }

  private static final List<Alternative> TWO =
      List.of(new Alternative("bold", "", PLAN), new Alternative("careful", "", PLAN));

  @Test
  void worstRegretAndFailingFuturesAreThoseOfTheDefinitions() {
    Comparison comparison =
        comparison(TWO, futures(0.5, 0.0, 0.4, 0.9), futures(0.4, 0.3, 0.35, 0.5));
    Robustness any = Robustness.of(comparison, 0, 0).orElseThrow();
    assertThat(any.futures().stream().map(Future::text))
        .containsExactly(
            "as assumed",
            "council.china.vote=no",
            "council.china.vote=abstain",
            "council.china.vote=yes");
    assertThat(any.leftOut()).isEmpty();
    Robustness.Row bold = any.rows().get(0);
    Robustness.Row careful = any.rows().get(1);
    assertThat(bold.worst()).isZero();
    assertThat(bold.worstIn().value()).isEqualTo("no");
    assertThat(bold.regret()).isCloseTo(0.3, within(1e-12));
    assertThat(bold.regretIn().value()).isEqualTo("no");
    assertThat(bold.failing()).extracting(Future::value).containsExactly("no");
    assertThat(any.satisficed(bold)).isCloseTo(0.75, within(1e-12));
    assertThat(careful.worst()).isCloseTo(0.3, within(1e-12));
    assertThat(careful.regret()).isCloseTo(0.4, within(1e-12));
    assertThat(careful.regretIn().value()).isEqualTo("yes");
    assertThat(careful.failing()).isEmpty();
    Robustness level = Robustness.of(comparison, 0, 0.45).orElseThrow();
    assertThat(level.rows().get(0).failing())
        .extracting(Future::text)
        .containsExactly("council.china.vote=no", "council.china.vote=abstain");
    assertThat(level.rows().get(1).failing()).hasSize(3);
  }

  @Test
  void ofFuturesAlikeTheFirstIsNamedAndWhatIsJustEnoughDoesNotFail() {
    Comparison comparison =
        comparison(TWO, futures(0.2, 0.5, 0.2, 0.5), futures(0.6, 0.9, 0.6, 0.9));
    Robustness robustness = Robustness.of(comparison, 0, 0.2).orElseThrow();
    Robustness.Row bold = robustness.rows().get(0);
    assertThat(bold.worstIn().text()).isEqualTo("as assumed");
    assertThat(bold.regretIn().text()).isEqualTo("as assumed");
    assertThat(bold.failing()).isEmpty();
    assertThat(robustness.satisficed(bold)).isEqualTo(1);
    assertThat(Robustness.of(comparison, 0, 0.21).orElseThrow().rows().get(0).failing())
        .extracting(Future::text)
        .containsExactly("as assumed", "council.china.vote=abstain");
  }

  @Test
  void aParameterThatAnAlternativeSetsHasNoFutures() {
    Plan set = Small.plan(Map.of("council.china.vote", "yes"));
    Comparison comparison =
        comparison(
            List.of(TWO.get(0), new Alternative("sure", "", set)),
            futures(0.5, 0.0, 0.4, 0.9),
            new Futures(flag(0.9), List.of()));
    Robustness robustness = Robustness.of(comparison, 0, 0).orElseThrow();
    assertThat(robustness.futures()).hasSize(1);
    assertThat(robustness.leftOut()).containsExactly("council.china.vote");
  }

  @Test
  void aValueThatTheScenarioSaysTooLittleOfIsNoFuture() {
    Futures partial =
        new Futures(
            flag(0.5),
            List.of(
                new Effect(
                    PLAN.variable("council.china.vote"),
                    new double[][] {new double[] {0.2, 0.2}, flag(0.4), flag(0.9)})));
    Comparison comparison = comparison(TWO, partial, futures(0.4, 0.3, 0.35, 0.5));
    assertThat(Robustness.of(comparison, 0, 0).orElseThrow().futures()).hasSize(3);
  }
}
