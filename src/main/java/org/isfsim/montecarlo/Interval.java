package org.isfsim.montecarlo;

import org.apache.commons.math3.stat.interval.ConfidenceInterval;
import org.apache.commons.math3.stat.interval.WilsonScoreInterval;
import org.isfsim.parameter.PortableMath;

/**
 * A confidence interval for a probability.
 *
 * @param low the lower bound, 0 to 1
 * @param high the upper bound, 0 to 1
 */
public record Interval(double low, double high) {

  /** The confidence of every interval that a report shows. */
  public static final double CONFIDENCE = 0.95;

  private static final WilsonScoreInterval WILSON = new WilsonScoreInterval();

  /**
   * The interval for a count of hits among cases.
   *
   * <p>Wilson's score interval (E. B. Wilson, JASA 22, 1927), two-sided 95 %. Without a hit, or
   * with nothing but hits, the exact one-sided 95 % bound, 1 - 0.05^(1/n), about 3/n (C. J. Clopper
   * and E. S. Pearson, Biometrika 26, 1934), so that what was not seen is never called impossible.
   *
   * @param hits 0 to cases
   * @param cases the number of cases; 0 gives the whole range
   */
  public static Interval of(long hits, long cases) {
    if (hits < 0 || hits > cases) {
      throw new IllegalArgumentException(hits + " hits among " + cases + " cases");
    }
    if (cases == 0) {
      return new Interval(0, 1);
    }
    double unseen = -PortableMath.expm1(PortableMath.log(1 - CONFIDENCE) / cases);
    if (hits == 0) {
      return new Interval(0, unseen);
    }
    if (hits == cases) {
      return new Interval(1 - unseen, 1);
    }
    if (cases <= Integer.MAX_VALUE) {
      ConfidenceInterval wilson = WILSON.createInterval((int) cases, (int) hits, CONFIDENCE);
      return new Interval(Math.max(0, wilson.getLowerBound()), Math.min(1, wilson.getUpperBound()));
    }
    throw new IllegalArgumentException("More than 2^31 - 1 cases: " + cases);
  }
}
