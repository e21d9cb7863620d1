package org.isfsim.benchmark.plain;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.isfsim.parameter.Distribution;

/**
 * The distributions of the baseline that are neither flat nor of two or three values.
 *
 * @param electedYes the yes votes of the ten elected members
 * @param ceasefireLasts the weeks of strain that the ceasefire bears, counted from 1, by the hazard
 * @param trainingWeeks the weeks of police training, counted from 1, by the weeks of the course,
 *     counted from 12
 */
record Tables(
    Distribution electedYes, List<Distribution> ceasefireLasts, List<Distribution> trainingWeeks) {

  static Tables ofBaseline() {
    return new Tables(
        tenMembersTwoToOne(),
        Stream.of(200, 100, 50).map(mean -> weeksFromOne(520, exponential(mean))).toList(),
        IntStream.rangeClosed(12, 52)
            .mapToObj(course -> weeksFromOne(260, triangular(course)))
            .toList());
  }

  /** Binomial: ten members, each votes yes with two thirds. */
  private static Distribution tenMembersTwoToOne() {
    double[] weights = new double[11];
    weights[0] = 1;
    for (int yes = 1; yes <= 10; yes++) {
      weights[yes] = weights[yes - 1] * 2 * (11 - yes) / yes;
    }
    return Distribution.of(weights);
  }

  /** Each week gets what lies up to half a week around it. */
  private static Distribution weeksFromOne(int weeks, DoubleUnaryOperator cumulative) {
    return Distribution.of(
        IntStream.rangeClosed(1, weeks)
            .mapToDouble(
                week -> cumulative.applyAsDouble(week + 0.5) - cumulative.applyAsDouble(week - 0.5))
            .toArray());
  }

  /** The exponential distribution function that begins at 1. */
  private static DoubleUnaryOperator exponential(double mean) {
    return x -> x <= 1 ? 0 : -StrictMath.expm1(-(x - 1) / (mean - 1));
  }

  /** The triangular distribution function from 12 to 100. */
  private static DoubleUnaryOperator triangular(double mode) {
    return x -> {
      if (x <= 12) {
        return 0;
      }
      if (x < mode) {
        return (x - 12) * (x - 12) / (88 * (mode - 12));
      }
      return x >= 100 ? 1 : 1 - (100 - x) * (100 - x) / (88 * (100 - mode));
    };
  }
}
