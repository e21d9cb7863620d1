package org.isfsim.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.math3.distribution.BinomialDistribution;
import org.isfsim.montecarlo.Interval;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PairedDifferenceTest {

  @Test
  void theIntervalIsThatOfTheFormula() {
    // 20 gained, 8 lost of 98: shares 21/100 and 9/100 after one case is added to each.
    Interval interval = new PairedDifference(98, 20, 8).interval();
    double half = 1.959963984540054 * Math.sqrt((0.21 + 0.09 - 0.12 * 0.12) / 100);
    assertThat(interval.low()).isCloseTo(0.12 - half, within(1e-12));
    assertThat(interval.high()).isCloseTo(0.12 + half, within(1e-12));
  }

  /** No chance is involved: every result that can occur is weighed with its probability. */
  @ParameterizedTest
  @CsvSource({
    "30, 0.1, 0.1",
    "30, 0.3, 0.05",
    "60, 0.02, 0.02",
    "60, 0.1, 0.3",
    "120, 0.01, 0.05",
    "120, 0.4, 0.4",
    "40, 0, 0",
    "40, 0.05, 0"
  })
  void theIntervalCoversTheTrueDifferenceAboutAsOftenAsItSays(int cases, double more, double less) {
    double covered = 0;
    BinomialDistribution gained = new BinomialDistribution(null, cases, more);
    for (int g = 0; g <= cases; g++) {
      BinomialDistribution lost =
          new BinomialDistribution(null, cases - g, more == 1 ? 0 : less / (1 - more));
      for (int l = 0; l <= cases - g; l++) {
        Interval interval = new PairedDifference(cases, g, l).interval();
        if (interval.low() <= more - less && more - less <= interval.high()) {
          covered += gained.probability(g) * lost.probability(l);
        }
      }
    }
    assertThat(covered).isBetween(0.93, 1 + 1e-9);
  }

  @Test
  void nothingDiscordantStillLeavesRoom() {
    Interval interval = new PairedDifference(1000, 0, 0).interval();
    assertThat(interval.low()).isNegative();
    assertThat(interval.high()).isPositive().isLessThan(0.01);
  }

  @Test
  void theDifferenceIsThatOfTheDiscordantCases() {
    assertThat(new PairedDifference(100, 20, 8).difference()).isEqualTo(0.12);
    assertThat(new PairedDifference(100, 8, 20).difference()).isEqualTo(-0.12);
    assertThat(new PairedDifference(100, 8, 20).isNothing()).isFalse();
    assertThat(new PairedDifference(100, 8, 8).isNothing()).isTrue();
    assertThat(new PairedDifference(1, 1, 0).difference()).isEqualTo(1);
  }

  @Test
  void countsMustFit() {
    assertThatThrownBy(() -> new PairedDifference(0, 0, 0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new PairedDifference(10, -1, 5))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new PairedDifference(10, 5, -1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(new PairedDifference(10, 5, 5).difference()).isZero();
    assertThatThrownBy(() -> new PairedDifference(10, 6, 5))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
