package org.apache.commons.math3.util;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What a page works out is, bit for bit, what the library has as literals. */
class FastMathLiteralArraysStandInTest {

  @Test
  void powersOfE() {
    assertThat(FastMathLiteralArraysStandIn.loadExpIntA())
        .containsExactly(FastMathLiteralArrays.loadExpIntA());
    assertThat(FastMathLiteralArraysStandIn.loadExpIntB())
        .containsExactly(FastMathLiteralArrays.loadExpIntB());
  }

  @Test
  void powersBetweenThem() {
    assertThat(FastMathLiteralArraysStandIn.loadExpFracA())
        .containsExactly(FastMathLiteralArrays.loadExpFracA());
    assertThat(FastMathLiteralArraysStandIn.loadExpFracB())
        .containsExactly(FastMathLiteralArrays.loadExpFracB());
  }

  @Test
  void logarithms() {
    assertThat(FastMathLiteralArraysStandIn.loadLnMant())
        .isDeepEqualTo(FastMathLiteralArrays.loadLnMant());
  }
}
