package org.isfsim.montecarlo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Intervals for a probability. */
final class IntervalTest {

  /**
   * R. G. Newcombe, "Two-sided confidence intervals for the single proportion", Statistics in
   * Medicine 17, 1998, table I, method 3: Wilson's score interval.
   */
  @ParameterizedTest
  @CsvSource({"81, 263, 0.2553, 0.3662", "15, 148, 0.0624, 0.1605", "1, 29, 0.0061, 0.1718"})
  void countsHaveThePublishedIntervalsOfWilson(int hits, int cases, double low, double high) {
    Interval interval = Interval.of(hits, cases);

    assertThat(interval.low()).isCloseTo(low, within(0.00005));
    assertThat(interval.high()).isCloseTo(high, within(0.00005));
  }

  @ParameterizedTest
  @ValueSource(longs = {100, 1_000, 100_000, 1_000_000_000})
  void whatWasNotSeenIsBoundedByTheRuleOfThree(long cases) {
    Interval none = Interval.of(0, cases);

    assertThat(none.low()).isZero();
    assertThat(none.high()).isCloseTo(3.0 / cases, within(0.02 * 3.0 / cases)).isPositive();
    assertThat(StrictMath.pow(1 - none.high(), cases)).isCloseTo(0.05, within(1e-6));
  }

  @Test
  void whatWasAlwaysSeenIsBoundedAlike() {
    Interval all = Interval.of(1_000, 1_000);

    assertThat(all.high()).isOne();
    assertThat(all.low()).isCloseTo(1 - Interval.of(0, 1_000).high(), within(1e-15));
  }

  @Test
  void withoutCasesEverythingIsPossible() {
    assertThat(Interval.of(0, 0)).isEqualTo(new Interval(0, 1));
  }

  @Test
  void theIntervalHoldsTheFrequencyAndIsTheSameForMissesMirrored() {
    for (int hits = 1; hits < 200; hits++) {
      Interval interval = Interval.of(hits, 200);
      Interval mirrored = Interval.of(200 - hits, 200);
      assertThat(hits / 200.0).isBetween(interval.low(), interval.high());
      assertThat(mirrored.low()).isCloseTo(1 - interval.high(), within(1e-12));
    }
  }

  @ParameterizedTest
  @CsvSource({"-1, 10", "11, 10"})
  void hitsThatCannotBeAreRefused(long hits, long cases) {
    assertThatThrownBy(() -> Interval.of(hits, cases))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(hits + " hits among " + cases);
  }
}
