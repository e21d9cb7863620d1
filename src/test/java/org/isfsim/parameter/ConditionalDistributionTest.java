package org.isfsim.parameter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.isfsim.document.Mark;
import org.isfsim.document.Problem;
import org.junit.jupiter.api.Test;

final class ConditionalDistributionTest {

  /** Of a parent with two values and one with three; of 1 and 2 there is none. */
  private final ConditionalDistribution given =
      new ConditionalDistribution(
          List.of("a", "b"),
          new int[] {2, 3},
          values -> {
            if (values[0] == 1 && values[1] == 2) {
              throw new ImpossibleException(Problem.of(Mark.of("test"), "", "there is none"));
            }
            return new double[] {1 + values[0], 1 + values[1], values[0] * values[1]};
          });

  @Test
  void everyCombinationHasItsOwnDistribution() {
    for (int a = 0; a < 2; a++) {
      for (int b = 0; b < 3; b++) {
        if (a == 1 && b == 2) {
          continue;
        }
        Distribution expected = Distribution.of(1 + a, 1 + b, a * b);
        assertThat(given.at(a, b)).isEqualTo(expected).hasSameHashCodeAs(expected);
        // The same again from what was kept.
        assertThat(given.at(a, b)).isSameAs(given.at(a, b));
        assertThat(given.isDefinedAt(a, b)).isTrue();
      }
    }
    // Both have one weight of each: what is equal is kept once.
    assertThat(given.at(0, 0)).isNotEqualTo(given.at(0, 1)).isNotEqualTo("another thing");
    assertThat(given.at(0, 0).toString()).isEqualTo("[0.5, 0.5, 0.0]");
  }

  @Test
  void whatHasNoDistributionIsToldAndFound() {
    assertThat(given.isDefinedAt(1, 2)).isFalse();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> given.at(1, 2))
        .withMessageContaining("No distribution for [a, b] = [1, 2]");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> given.at(1))
        .withMessageContaining("a value for each of [a, b], found [1]");
  }

  @Test
  void theValuesThatCanOccurAreThoseOfEveryCombination() {
    assertThat(given.support(List.of(new int[] {0}, new int[] {0, 1, 2}))).containsExactly(0, 1);
    assertThat(given.support(List.of(new int[] {1}, new int[] {1}))).containsExactly(0, 1, 2);
  }

  @Test
  void whatDependsOnNothingMayBeFixed() {
    ConditionalDistribution fixed = ConditionalDistribution.of(Distribution.fixed(3, 1));
    assertThat(fixed.isUnconditional()).isTrue();
    assertThat(fixed.isFixed()).isTrue();
    assertThat(fixed.at().fixedValue()).isEqualTo(1);
    assertThat(fixed.at().isPossible(1)).isTrue();
    assertThat(fixed.at().isPossible(0)).isFalse();
    ConditionalDistribution free = ConditionalDistribution.of(Distribution.of(1, 1));
    assertThat(free.isUnconditional()).isTrue();
    assertThat(free.isFixed()).isFalse();
    assertThat(given.isUnconditional()).isFalse();
    assertThat(given.isFixed()).isFalse();
    assertThat(given.parents()).containsExactly("a", "b");
  }
}
