package org.isfsim.article;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FiguresTest {

  @Test
  void aPercentageHasOneDecimal() {
    assertThat(Figures.percent(0.4512)).isEqualTo("45.1 %");
    assertThat(Figures.percent(0.001)).isEqualTo("0.1 %");
  }

  @Test
  void whatIsRareIsNotRoundedToNothingAndWhatIsUsualNotToEverything() {
    assertThat(Figures.percent(1e-9)).isEqualTo("<0.1 %");
    assertThat(Figures.percent(0.99999)).isEqualTo(">99.9 %");
    assertThat(Figures.percent(1)).isEqualTo("100 %");
    assertThat(Figures.percent(1 - 1e-15)).isEqualTo("100 %");
  }

  @Test
  void aShareIsToldAsPeopleCount() {
    assertThat(Figures.outOf(0.4512)).isEqualTo("45 of 100");
    assertThat(Figures.outOf(0.0001)).isEqualTo("fewer than 1 of 100");
    assertThat(Figures.outOf(0.9999)).isEqualTo("more than 99 of 100");
    assertThat(Figures.outOf(0)).isEqualTo("none");
    assertThat(Figures.outOf(1 - 1e-15)).isEqualTo("all");
  }

  @Test
  void anIntervalNamesItsUnitOnce() {
    assertThat(Figures.percents(0.448, 0.454)).isEqualTo("44.8-45.4 %");
    assertThat(Figures.percents(0.0001, 0.0002)).isEqualTo("<0.1 %");
    assertThat(Figures.percents(0.0001, 0.002)).isEqualTo("<0.1 to 0.2 %");
  }

  @Test
  void whatWasNotSeenHasAnUpperBoundThatIsRoundedUp() {
    assertThat(Figures.share(new Share(0, 100_000)))
        .isEqualTo("not seen in 100,000 cases (below 0.003 %)");
    assertThat(Figures.share(new Share(0, 1))).isEqualTo("not seen in 1 case (below 95 %)");
    assertThat(Figures.bound(0.00012341)).isEqualTo("0.013 %");
  }
}
