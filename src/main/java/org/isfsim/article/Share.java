package org.isfsim.article;

import org.isfsim.montecarlo.Interval;

/**
 * How many of the sampled cases have something.
 *
 * @param count cases that have it, 0 to cases
 * @param cases cases with an outcome, at least 0
 */
public record Share(long count, long cases) {

  /** Checks the counts. */
  public Share {
    if (count < 0 || count > cases) {
      throw new IllegalArgumentException(count + " of " + cases + " cases");
    }
  }

  /** Whether there are cases, so that it has a probability. */
  public boolean isKnown() {
    return cases > 0;
  }

  /** Whether any case has it. */
  public boolean isSeen() {
    return count > 0;
  }

  /**
   * The share, 0 to 1.
   *
   * @throws IllegalStateException without cases
   */
  public double probability() {
    if (!isKnown()) {
      throw new IllegalStateException("No cases, so no probability");
    }
    return (double) count / cases;
  }

  /** Its confidence interval; for what was not seen, from 0 to the upper bound. */
  public Interval interval() {
    return Interval.of(count, cases);
  }
}
