package org.isfsim.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.IntStream;
import org.isfsim.Shipped;
import org.isfsim.parameter.Domain;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The arithmetic between the decisions, taken from the plan of the baseline step by step. */
final class OperationsTest {

  private static final Plan BASELINE = Shipped.baseline(Map.of());
  private static final int NEVER = BASELINE.horizonWeeks() + 1;

  private static Step.Compute step(String name) {
    return BASELINE.steps().stream()
        .filter(Step.Compute.class::isInstance)
        .map(Step.Compute.class::cast)
        .filter(compute -> compute.variable().name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static int apply(String name, int... inputs) {
    Step.Compute step = step(name);
    assertThat(inputs).hasSameSizeAs(step.inputs());
    return step.operation().apply(inputs);
  }

  private static String word(String name, int... inputs) {
    return step(name).variable().domain().text(apply(name, inputs));
  }

  /**
   * The ceasefire as a clock: each week uses up strength, a week of delay twice as much where delay
   * strains it. It ends in the week in which the strength is used up.
   */
  private static int clock(int strength, int planned, int target, boolean strains) {
    int used = 0;
    for (int week = 1; week < NEVER; week++) {
      boolean late = week > target && week <= planned;
      used += strains && late ? 2 : 1;
      if (used >= strength) {
        return week;
      }
    }
    return NEVER;
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void theCeasefireEndsWhenAClockThatCountsWeekByWeekSaysSo(boolean strains) {
    Domain lasts = BASELINE.variable("ceasefire.lasts-weeks").domain();
    Operation operation = step("time.ceasefire-end").operation();
    int strained = 0;
    for (int target : new int[] {0, 1, 12, 50, 111, 112, NEVER}) {
      for (int planned = 0; planned <= NEVER; planned++) {
        for (int value = 0; value < lasts.size(); value++) {
          int strength = lasts.number(value);
          int found = operation.apply(new int[] {value, planned, target, strains ? 1 : 0});
          int expected = clock(strength, planned, target, strains);
          if (found != expected) {
            assertThat(found)
                .as("strength %d, planned %d, target %d", strength, planned, target)
                .isEqualTo(expected);
          }
          strained += found < Math.min(strength, NEVER) ? 1 : 0;
        }
      }
    }
    assertThat(strained > 0).as("some ceasefires end earlier for delay").isEqualTo(strains);
  }

  @Test
  void theCeasefireStepReadsStrengthPlanTargetAndSwitchInThisOrder() {
    assertThat(step("time.ceasefire-end").inputs().stream().map(Variable::name))
        .containsExactly(
            "ceasefire.lasts-weeks", "time.planned", "time.target", "ceasefire.delay-strains");
  }

  @ParameterizedTest
  @CsvSource({
    "0, 12, on-time",
    "12, 12, on-time",
    "13, 12, late",
    "112, 12, late",
    "113, 12, not-by-horizon",
    "113, 113, not-by-horizon"
  })
  void firstTroopsAreOnTimeUpToTheTargetLateAfterItAndNotAtAllAfterTheHorizon(
      int planned, int target, String band) {
    assertThat(NEVER).isEqualTo(113);
    assertThat(word("deployment.timing-band", planned, target)).isEqualTo(band);
  }

  @ParameterizedTest
  @CsvSource({"20, 20, false", "21, 20, true", "19, 20, false", "113, 113, true", "113, 5, true"})
  void theCeasefireHoldsAtTheStartIfItEndsLaterOrNotByTheHorizon(
      int end, int planned, boolean holds) {
    assertThat(word("ceasefire.holds-at-start", end, planned)).isEqualTo("" + holds);
  }

  @ParameterizedTest
  @CsvSource({
    "20, 113, 40, not-during",
    "20, 10, 40, not-during",
    "20, 20, 40, not-during",
    "20, 21, 40, before-withdrawal",
    "20, 40, 40, before-withdrawal",
    "20, 41, 40, after-withdrawal",
    "20, 112, 113, before-withdrawal"
  })
  void theCeasefireEndsDuringTheDeploymentBeforeOrAfterAWithdrawal(
      int firstTroops, int end, int withdrawal, String when) {
    assertThat(word("ceasefire.ends", firstTroops, end, withdrawal)).isEqualTo(when);
  }

  @Test
  void datesThatWouldComeAfterTheHorizonAreNeverAndNeverStaysNever() {
    Domain weeks = BASELINE.variable("force.generation-weeks").domain();
    int sixty = weeks.indexOf("60").orElseThrow();
    assertThat(apply("time.contributions", 52, sixty)).isEqualTo(112);
    assertThat(apply("time.contributions", 53, sixty)).isEqualTo(NEVER);
    assertThat(apply("time.contributions", NEVER, weeks.indexOf("0").orElseThrow()))
        .isEqualTo(NEVER);
  }

  @Test
  void sumsOfTroopsStopAtTheLargestStrengthThatIsCounted() {
    Domain troops = BASELINE.variable("pool.troops.OTHER").domain();
    int most = troops.size() - 1;
    assertThat(troops.number(most)).isEqualTo(60_000);
    int comes = 1;
    int armed = 1;
    assertThat(apply("pool.troops.OTHER", 10, comes, armed, 5)).isEqualTo(15);
    assertThat(apply("pool.troops.OTHER", most - 3, comes, armed, 3)).isEqualTo(most);
    assertThat(apply("pool.troops.OTHER", most - 3, comes, armed, 4)).isEqualTo(most);
    assertThat(apply("pool.troops.OTHER", most, comes, armed, most)).isEqualTo(most);
    assertThat(apply("pool.troops.OTHER", 10, 0, armed, 5)).isEqualTo(10);
    assertThat(apply("pool.troops.OTHER", 10, comes, 0, 5)).isEqualTo(10);
  }

  @Test
  void theCeilingCutsTheForceAndThoseFreeToDisarmAlike() {
    for (String name : new String[] {"force.troops", "force.troops-free-to-disarm"}) {
      assertThat(apply(name, 39, 40)).isEqualTo(39);
      assertThat(apply(name, 40, 40)).isEqualTo(40);
      assertThat(apply(name, 41, 40)).isEqualTo(40);
    }
  }

  @Test
  void allAreUneasyWhenThereAreContingentsAndNoneAcceptsParallelOperations() {
    String mood = "pool.mood.OTHER";
    int nobody = 0;
    int uneasy = 1;
    int atEase = 2;
    assertThat(step(mood).variable().domain().texts())
        .containsExactly("nobody", "all-uneasy", "some-at-ease");
    assertThat(apply(mood, nobody, 0, 1, 0)).isEqualTo(nobody);
    assertThat(apply(mood, nobody, 1, 0, 0)).as("trainers do not count").isEqualTo(nobody);
    assertThat(apply(mood, nobody, 1, 1, 0)).isEqualTo(uneasy);
    assertThat(apply(mood, nobody, 1, 1, 1)).isEqualTo(atEase);
    assertThat(apply(mood, uneasy, 1, 1, 1)).isEqualTo(atEase);
    assertThat(apply(mood, atEase, 1, 1, 0)).isEqualTo(atEase);
    assertThat(word("pool.all-uneasy", uneasy)).isEqualTo("true");
    assertThat(word("pool.all-uneasy", nobody)).isEqualTo("false");
    assertThat(word("pool.all-uneasy", atEase)).isEqualTo("false");
  }

  @ParameterizedTest
  @CsvSource({"0, none", "500, symbolic", "9500, symbolic", "10000, substantial"})
  void aBandIncludesItsLowerBound(int troops, String band) {
    Domain.Numbers domain = (Domain.Numbers) BASELINE.variable("force.troops").domain();
    assertThat(word("force.troops-band", domain.indexOfNumber(troops).orElseThrow()))
        .isEqualTo(band);
  }

  @Test
  void theRatioCountsTroopsAndPoliceForEveryThousandPeople() {
    Step.Compute ratio = step("force.reaches-ratio");
    int[] met = indices(ratio, "20000", "18000", "20", "1900");
    int[] missed = indices(ratio, "20000", "17500", "20", "1900");
    assertThat(ratio.operation().apply(met)).isEqualTo(1);
    assertThat(ratio.operation().apply(missed)).isEqualTo(0);
  }

  private static int[] indices(Step.Compute step, String... values) {
    return IntStream.range(0, values.length)
        .map(i -> step.inputs().get(i).domain().indexOf(values[i]).orElseThrow())
        .toArray();
  }
}
