package org.isfsim.analysis;

import org.isfsim.montecarlo.Interval;

/**
 * How much likelier something is under one alternative than under the first, from cases that both
 * have in common: the same number of a case means the same chance in both.
 *
 * @param cases the number of common cases, at least 1
 * @param gained cases that have it under this alternative and not under the first
 * @param lost cases that have it under the first and not under this alternative
 */
public record PairedDifference(long cases, long gained, long lost) {

  /** The two-sided 95 % point of the normal distribution. */
  private static final double Z = 1.959963984540054;

  /** Checks the counts. */
  public PairedDifference {
    if (cases < 1 || gained < 0 || lost < 0 || gained + lost > cases) {
      throw new IllegalArgumentException(gained + " gained and " + lost + " lost of " + cases);
    }
  }

  /** The difference of the two shares, -1 to 1. */
  public double difference() {
    return (double) (gained - lost) / cases;
  }

  /**
   * The 95 % confidence interval of the difference, -1 to 1: the adjusted Wald interval for paired
   * proportions, which adds one case to both kinds of discordant cases (D. G. Bonett and R. M.
   * Price, "Adjusted Wald Confidence Interval for a Difference of Binomial Proportions Based on
   * Paired Data", Journal of Educational and Behavioral Statistics 37(4), 2012).
   */
  public Interval interval() {
    double n = cases + 2.0;
    double more = (gained + 1) / n;
    double less = (lost + 1) / n;
    double difference = more - less;
    double half = Z * Math.sqrt(Math.max(0, more + less - difference * difference) / n);
    return new Interval(Math.max(-1, difference - half), Math.min(1, difference + half));
  }
}
