package org.isfsim.coverage;

/** How likely it is that a rule fires in a case. */
public sealed interface Weight {

  /** Whether it can happen at all, as far as is known. */
  boolean isPossible();

  /** The probability, or the share of the sampled cases. */
  double probability();

  /**
   * From the exact walk.
   *
   * @param probability the probability, within rounding
   * @param isPossible whether some case has it, by exhaustion
   * @param isCertain whether every case has it, by exhaustion
   */
  record Exact(double probability, boolean isPossible, boolean isCertain) implements Weight {}

  /**
   * From sampled cases.
   *
   * @param count how many have it
   * @param cases how many were sampled
   */
  record Sampled(long count, long cases) implements Weight {
    @Override
    public boolean isPossible() {
      return count > 0;
    }

    @Override
    public double probability() {
      return cases == 0 ? 0 : (double) count / cases;
    }
  }
}
