package org.isfsim.analysis;

/**
 * Sobol' indices of one input, estimated from a sample, with 95 % intervals.
 *
 * @param first the first-order index; noise can make it negative
 * @param total the total index, at least 0
 */
public record SobolEstimate(Bounded first, Bounded total) {

  /**
   * An estimate with its interval.
   *
   * @param value the estimate
   * @param low the lower bound; may be below 0
   * @param high the upper bound; may be above 1
   */
  public record Bounded(double value, double low, double high) {

    /** Whether a number lies in the interval. */
    public boolean covers(double truth) {
      return low <= truth && truth <= high;
    }
  }
}
