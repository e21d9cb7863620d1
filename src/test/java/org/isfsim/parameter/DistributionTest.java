package org.isfsim.parameter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DistributionTest {

  private static final double BELOW_ONE = Math.nextDown(1.0);

  private static int linearSearch(Distribution distribution, double u) {
    for (int i = 0; i < distribution.size(); i++) {
      if (u < distribution.cumulative(i)) {
        return i;
      }
    }
    throw new AssertionError("The cumulative probability does not reach 1");
  }

  private static Distribution random(SplittableRandom random) {
    return random(random, 1 + random.nextInt(200));
  }

  private static Distribution random(SplittableRandom random, int size) {
    double[] weights = new double[size];
    for (int i = 0; i < weights.length; i++) {
      boolean impossible = random.nextInt(3) == 0;
      weights[i] = impossible ? 0 : StrictMath.exp(20 * random.nextDouble() - 10);
    }
    weights[random.nextInt(weights.length)] = 1;
    return Distribution.of(weights);
  }

  @Test
  void guidedInversionEqualsALinearSearch() {
    SplittableRandom random = new SplittableRandom(1);
    for (int trial = 0; trial < 500; trial++) {
      Distribution distribution = random(random);
      for (int draw = 0; draw < 200; draw++) {
        double u = random.nextDouble();
        assertThat(distribution.sample(u)).isEqualTo(linearSearch(distribution, u));
      }
    }
  }

  @Test
  void atAnEdgeTheNextPossibleValueIsDrawn() {
    SplittableRandom random = new SplittableRandom(2);
    for (int trial = 0; trial < 500; trial++) {
      Distribution distribution = random(random);
      for (int i = 0; i < distribution.size() - 1; i++) {
        double edge = distribution.cumulative(i);
        if (edge > 0 && edge < 1) {
          assertThat(distribution.sample(edge)).isEqualTo(linearSearch(distribution, edge));
          assertThat(distribution.sample(edge)).isGreaterThan(i);
          assertThat(distribution.sample(Math.nextDown(edge))).isLessThanOrEqualTo(i);
        }
      }
    }
  }

  /** Of every number of possible values from 1 up, at random numbers and around every edge. */
  @Test
  void aColumnOfNumbersGivesTheSameValuesAsEachAlone() {
    SplittableRandom random = new SplittableRandom(4);
    for (int trial = 0; trial < 500; trial++) {
      Distribution distribution = trial < 250 ? random(random) : random(random, 1 + trial % 10);
      long[] numbers = new long[1000];
      int count = 0;
      for (int i = 0; i < distribution.size(); i++) {
        long edge = (long) (distribution.cumulative(i) * 0x1.0p53);
        for (long number = edge - 1; number <= edge + 1; number++) {
          if (number >= 0 && number < 1L << 53) {
            numbers[count++] = number;
          }
        }
      }
      while (count < numbers.length) {
        numbers[count++] = random.nextLong() >>> 11;
      }
      short[] values = new short[count];
      distribution.sample(numbers, count, values);
      for (int i = 0; i < count; i++) {
        assertThat((int) values[i]).isEqualTo(distribution.sample(numbers[i] * 0x1.0p-53));
      }
    }
  }

  @Test
  void anImpossibleValueIsNeverDrawn() {
    SplittableRandom random = new SplittableRandom(3);
    for (int trial = 0; trial < 500; trial++) {
      Distribution distribution = random(random);
      assertThat(distribution.isPossible(distribution.sample(0))).isTrue();
      assertThat(distribution.isPossible(distribution.sample(BELOW_ONE))).isTrue();
      for (int draw = 0; draw < 100; draw++) {
        assertThat(distribution.isPossible(distribution.sample(random.nextDouble()))).isTrue();
      }
    }
  }

  @Test
  void aLargerNumberNeverGivesASmallerValue() {
    SplittableRandom random = new SplittableRandom(4);
    for (int trial = 0; trial < 100; trial++) {
      Distribution distribution = random(random);
      int last = 0;
      for (int step = 0; step < 1000; step++) {
        int value = distribution.sample(step / 1000.0);
        assertThat(value).isGreaterThanOrEqualTo(last);
        last = value;
      }
    }
  }

  @Test
  void probabilitiesAddToOneAndTheCumulativeEndsAtExactlyOne() {
    SplittableRandom random = new SplittableRandom(5);
    for (int trial = 0; trial < 500; trial++) {
      Distribution distribution = random(random);
      double sum = 0;
      for (int i = 0; i < distribution.size(); i++) {
        sum += distribution.probability(i);
        assertThat(distribution.cumulative(i)).isCloseTo(sum, within(1e-13));
      }
      int[] support = distribution.support();
      assertThat(distribution.cumulative(support[support.length - 1])).isEqualTo(1.0);
    }
  }

  @Test
  void frequenciesFollowTheProbabilities() {
    // A grid of equally spaced numbers: the count of a value is within one of its share.
    Distribution distribution = Distribution.of(1, 2, 0, 4, 1);
    int[] counts = new int[5];
    int n = 80_000;
    for (int k = 0; k < n; k++) {
      counts[distribution.sample((k + 0.5) / n)]++;
    }
    assertThat(counts).containsExactly(10_000, 20_000, 0, 40_000, 10_000);
  }

  @Test
  void aFixedValueIsDrawnForEveryNumber() {
    Distribution fixed = Distribution.fixed(7, 3);
    assertThat(fixed.isFixed()).isTrue();
    assertThat(fixed.fixedValue()).isEqualTo(3);
    assertThat(fixed.sample(0)).isEqualTo(3);
    assertThat(fixed.sample(BELOW_ONE)).isEqualTo(3);
    assertThatIllegalStateException().isThrownBy(() -> Distribution.of(1, 1).fixedValue());
  }

  @Test
  void numbersOutsideTheUnitIntervalAreRefused() {
    Distribution distribution = Distribution.of(1, 1);
    for (double u : new double[] {-1e-300, 1, 2, Double.NaN}) {
      assertThatIllegalArgumentException().isThrownBy(() -> distribution.sample(u));
    }
  }

  @Test
  void weightsWithoutAPositiveFiniteSumAreRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> Distribution.of());
    assertThatIllegalArgumentException().isThrownBy(() -> Distribution.of(0, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> Distribution.of(1, -1));
    assertThatIllegalArgumentException().isThrownBy(() -> Distribution.of(1, Double.NaN));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Distribution.of(1, Double.POSITIVE_INFINITY));
  }
}
