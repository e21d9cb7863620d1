package org.isfsim.parameter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Our functions give the bits of Java's. */
final class PortableMathTest {

  private static final int DRAWN = 2_000_000;

  private static final double[] SPECIAL = {
    0.0,
    -0.0,
    1,
    -1,
    2,
    -2,
    3,
    4,
    0.5,
    -0.5,
    0.25,
    -0.25,
    56,
    57,
    1023,
    1024,
    1025,
    -1021,
    -1022,
    -1023,
    -1074,
    -1074.5,
    -1075,
    -1076,
    709.78,
    709.79,
    -745.13,
    -745.14,
    0x1p31,
    -0x1p31,
    0x1p64,
    Double.MIN_VALUE,
    Double.MIN_NORMAL,
    Double.MAX_VALUE,
    -Double.MAX_VALUE,
    Double.POSITIVE_INFINITY,
    Double.NEGATIVE_INFINITY,
    Double.NaN,
    Math.log(2),
    Math.log(2) / 2,
    1.5 * Math.log(2),
    20 * Math.log(2),
    56 * Math.log(2),
    Math.sqrt(2),
    Math.sqrt(0.5)
  };

  @Test
  void expIsThatOfStrictMath() {
    same(PortableMath::exp, StrictMath::exp);
  }

  @Test
  void expm1IsThatOfStrictMath() {
    same(PortableMath::expm1, StrictMath::expm1);
  }

  @Test
  void logIsThatOfStrictMath() {
    same(PortableMath::log, StrictMath::log);
  }

  @Test
  void exp2IsThePowerOfTwoOfStrictMath() {
    same(PortableMath::exp2, exponent -> StrictMath.pow(2, exponent));
  }

  @Test
  void sumIsThatOfJavasStreams() {
    SplittableRandom random = new SplittableRandom(7);
    for (int i = 0; i < 20_000; i++) {
      double[] numbers = random.doubles(random.nextInt(200), -1, 1).toArray();
      for (int j = 0; j < numbers.length; j++) {
        numbers[j] *= Math.scalb(1, random.nextInt(-60, 60));
      }
      assertThat(PortableMath.sum(numbers)).isEqualTo(DoubleStream.of(numbers).sum());
    }
    double[] endless = {1, Double.POSITIVE_INFINITY, 2};
    assertThat(PortableMath.sum(endless)).isEqualTo(DoubleStream.of(endless).sum());
  }

  /** On special numbers, their neighbours, numbers of every size, and those that models have. */
  private static void same(DoubleUnaryOperator ours, DoubleUnaryOperator theirs) {
    for (double x : SPECIAL) {
      compare(ours, theirs, x);
      compare(ours, theirs, Math.nextUp(x));
      compare(ours, theirs, Math.nextDown(x));
    }
    SplittableRandom random = new SplittableRandom(20251104);
    for (int i = 0; i < DRAWN; i++) {
      compare(ours, theirs, Double.longBitsToDouble(random.nextLong()));
      compare(ours, theirs, 1500 * random.nextDouble() - 750);
      compare(ours, theirs, 4 * random.nextDouble() - 2);
      compare(ours, theirs, random.nextInt(-2000, 2000) / (double) random.nextInt(1, 520));
    }
  }

  private static void compare(DoubleUnaryOperator ours, DoubleUnaryOperator theirs, double x) {
    double our = ours.applyAsDouble(x);
    double their = theirs.applyAsDouble(x);
    if (Double.doubleToLongBits(our) != Double.doubleToLongBits(their)) {
      assertThat(our).as("of " + x + ", " + Double.toHexString(x)).isEqualTo(their);
    }
  }

  @Test
  void theLargestIsFirstAndWhatDiffersByRoundingAloneKeepsItsOrder() {
    double third = 1.0 / 3;
    List<Double> sorted =
        Stream.of(0.1, third, Math.nextUp(third), Math.nextDown(third), -0.0, 0.0, 0.5)
            .sorted(PortableMath.largestFirst((Double number) -> number))
            .toList();

    assertThat(sorted)
        .containsExactly(0.5, third, Math.nextUp(third), Math.nextDown(third), 0.1, -0.0, 0.0);
  }
}
