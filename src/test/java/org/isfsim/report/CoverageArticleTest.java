package org.isfsim.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.isfsim.coverage.Weight;
import org.junit.jupiter.api.Test;

class CoverageArticleTest {

  @Test
  void aFigureIsNeverRoundedToAllOrNothing() {
    assertThat(CoverageArticle.figure(new Weight.Exact(0, false, false))).isEqualTo("never");
    assertThat(CoverageArticle.figure(new Weight.Exact(1e-300, true, false))).isEqualTo("<0.1 %");
    assertThat(CoverageArticle.figure(new Weight.Exact(0.0011, true, false))).isEqualTo("0.1 %");
    assertThat(CoverageArticle.figure(new Weight.Exact(0.9989, true, false))).isEqualTo("99.9 %");
    assertThat(CoverageArticle.figure(new Weight.Exact(0.99951, true, false))).isEqualTo(">99.9 %");
    assertThat(CoverageArticle.figure(new Weight.Exact(1 + 1e-15, true, false)))
        .isEqualTo(">99.9 %");
    assertThat(CoverageArticle.figure(new Weight.Exact(1, true, true))).isEqualTo("always");
    assertThat(CoverageArticle.figure(new Weight.Sampled(0, 20_000))).isEqualTo("not seen");
    assertThat(CoverageArticle.figure(new Weight.Sampled(20_000, 20_000)))
        .isEqualTo("about >99.9 %");
    assertThat(CoverageArticle.figure(new Weight.Sampled(5_000, 20_000))).isEqualTo("about 25.0 %");
  }
}
