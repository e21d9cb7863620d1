package org.isfsim.exact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Which nodes of a result are handed on as a whole. */
final class LanesTest {

  private static final int[] SIZES = {2, 3, 4, 5};
  private static final int[] OUT = {0, 2, 3};

  private static Lanes lanes(List<Factor.Function> functions, int[]... scopes) {
    return Objects.requireNonNull(Lanes.of(SIZES, functions, List.of(scopes), OUT));
  }

  @Test
  void theyAreTheLastNodesOfTheResultAndOfTheOneTableThatKnowsThem() {
    Lanes lanes = lanes(List.of(), new int[] {0, 1}, new int[] {1, 2, 3});

    assertThat(lanes).isEqualTo(new Lanes(1, 2, 20));
    assertThat(lanes.before(OUT)).containsExactly(0);
    assertThat(lanes.before(List.of(new int[] {0, 1}, new int[] {1, 2, 3})))
        .containsExactly(new int[] {0, 1}, new int[] {1});
  }

  @Test
  void whatAnotherTableKnowsIsNoneOfThem() {
    assertThat(lanes(List.of(), new int[] {1, 2}, new int[] {0, 2, 3}).nodes()).isEqualTo(1);
    assertThat(Lanes.of(SIZES, List.of(), List.of(new int[] {3}, new int[] {2, 3}), OUT)).isNull();
  }

  @Test
  void whatAFunctionKnowsIsNoneOfThem() {
    var asks = new Factor.Function(new int[] {2}, 1, new int[] {0, 0, 1, 2});

    assertThat(lanes(List.of(asks), new int[] {0, 2, 3}).nodes()).isEqualTo(1);
    assertThat(Lanes.of(SIZES, List.of(asks), List.of(new int[] {0, 3, 2}), OUT)).isNull();
  }

  @Test
  void aTableThatHasThemElsewhereHasNone() {
    assertThat(Lanes.of(SIZES, List.of(), List.of(new int[] {3, 1}), OUT)).isNull();
  }

  @Test
  void aRowInWhichNothingWeighsIsLeftOut() {
    Lanes lanes = new Lanes(0, 1, 2);

    assertThat(lanes.rows(Algebra.SUM_PRODUCT, new double[] {0, 0, 3, 0, 0, 4}))
        .containsExactly(0, 1, 1);
    double no = Double.POSITIVE_INFINITY;
    assertThat(lanes.rows(Algebra.MIN_PLUS, new double[] {no, 5, no, no})).containsExactly(0, no);
  }
}
