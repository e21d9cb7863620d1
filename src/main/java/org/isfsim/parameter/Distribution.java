package org.isfsim.parameter;

import java.util.Arrays;

/**
 * Probabilities of the values of a {@link Domain}, by index. Immutable.
 *
 * <p>Sampling inverts the distribution function with a guide table: the table gives the first value
 * that a slice of [0, 1) can lead to, from which the search steps upward (H.-C. Chen and Y. Asau,
 * "On generating random variates from an empirical distribution", AIIE Transactions 6(2), 1974; L.
 * Devroye, Non-Uniform Random Variate Generation, 1986, III.2.4, "The method of guide tables"). One
 * uniform number gives one value, in constant expected time, and a larger number never gives a
 * smaller value, so that common random numbers stay common when weights change.
 *
 * <p>Sums are compensated (A. Neumaier, ZAMM 54, 1974) and nothing but basic arithmetic is used:
 * the same weights give the same bits on every platform.
 */
public final class Distribution {

  private static final int BITS = 53;

  /** Up to so many values are told apart by comparing with all limits. */
  private static final int FEW = 4;

  private final double[] probability;
  private final double[] cumulative;
  private final int[] support;
  private final short[] guide;

  /** The numbers below 2^53 from which on a value is larger: limits of cumulative times 2^53. */
  private final long[] limits;

  private Distribution(double[] probability, double[] cumulative, int[] support) {
    this.probability = probability;
    this.cumulative = cumulative;
    this.support = support;
    this.guide = guideOf(cumulative);
    // Exact: a power of two changes no digit, and a whole number is below x if below x rounded up.
    this.limits =
        Arrays.stream(cumulative).mapToLong(c -> (long) Math.ceil(c * (1L << BITS))).toArray();
  }

  /**
   * The distribution proportional to some weights.
   *
   * @param weights one for each value of the domain, at most 32,767; finite, not negative, not all
   *     zero
   * @throws IllegalArgumentException if the weights are not such
   */
  public static Distribution of(double... weights) {
    if (weights.length == 0 || weights.length > Short.MAX_VALUE) {
      throw new IllegalArgumentException("Not a number of values: " + weights.length);
    }
    double[] sums = prefixSums(weights);
    double total = sums[sums.length - 1];
    if (!(total > 0) || Double.isInfinite(total)) {
      throw new IllegalArgumentException("Weights must have a positive sum, found " + total);
    }
    int[] support = new int[weights.length];
    double[] probability = new double[weights.length];
    int count = 0;
    for (int i = 0; i < weights.length; i++) {
      probability[i] = weights[i] / total;
      sums[i] = Math.min(1, sums[i] / total);
      if (i > 0) {
        sums[i] = Math.max(sums[i], sums[i - 1]);
      }
      if (probability[i] > 0) {
        support[count++] = i;
      }
    }
    // What rounding leaves over belongs to the largest possible value, not to those above it.
    Arrays.fill(sums, support[count - 1], sums.length, 1);
    return new Distribution(probability, sums, Arrays.copyOf(support, count));
  }

  /** The distribution that gives one value of a domain of a size for certain. */
  public static Distribution fixed(int size, int value) {
    double[] weights = new double[size];
    weights[value] = 1;
    return of(weights);
  }

  private static double[] prefixSums(double[] weights) {
    double[] sums = new double[weights.length];
    double sum = 0;
    double compensation = 0;
    for (int i = 0; i < weights.length; i++) {
      double w = weights[i];
      if (!(w >= 0)) {
        throw new IllegalArgumentException("A weight must not be negative, found " + w);
      }
      double next = sum + w;
      compensation += sum >= w ? (sum - next) + w : (w - next) + sum;
      sum = next;
      sums[i] = sum + compensation;
    }
    return sums;
  }

  private static short[] guideOf(double[] cumulative) {
    // A power of two, so that slices begin at exact numbers and u * length is exact.
    int length = Integer.highestOneBit(Math.max(1, 2 * cumulative.length - 1));
    short[] guide = new short[length];
    int value = 0;
    for (int slice = 0; slice < length; slice++) {
      double start = (double) slice / length;
      while (cumulative[value] <= start) {
        value++;
      }
      guide[slice] = (short) value;
    }
    return guide;
  }

  /** The number of values of the domain. */
  public int size() {
    return probability.length;
  }

  /** The probability of the value with an index, 0 to 1. */
  public double probability(int index) {
    return probability[index];
  }

  /** The probability of this value or a smaller one; exactly 1 from the largest possible on. */
  public double cumulative(int index) {
    return cumulative[index];
  }

  /** The indices of the possible values, ascending; a new array. */
  public int[] support() {
    return support.clone();
  }

  /** Whether a value can occur. */
  public boolean isPossible(int index) {
    return probability[index] > 0;
  }

  /** Whether only one value can occur. */
  public boolean isFixed() {
    return support.length == 1;
  }

  /**
   * The only value that can occur.
   *
   * @throws IllegalStateException if there are several
   */
  public int fixedValue() {
    if (!isFixed()) {
      throw new IllegalStateException("More than one value is possible: " + this);
    }
    return support[0];
  }

  /**
   * The smallest value whose cumulative probability is above u; never an impossible one. It does
   * not fall as u rises.
   *
   * @param u a uniform number, at least 0 and below 1
   * @return the index of the value
   * @throws IllegalArgumentException if u is outside [0, 1)
   */
  public int sample(double u) {
    if (!(u >= 0 && u < 1)) {
      throw new IllegalArgumentException("A uniform number lies in [0, 1), found " + u);
    }
    int value = guide[(int) (u * guide.length)];
    while (cumulative[value] <= u) {
      value++;
    }
    return value;
  }

  /**
   * Samples many times, as {@link #sample(double)} would.
   *
   * @param numbers uniform numbers times 2^53, whole, from 0 to 2^53 - 1
   * @param count how many of them
   * @param to receives the indices of the values
   */
  public void sample(long[] numbers, int count, short[] to) {
    if (support.length <= FEW) {
      sampleFew(numbers, count, to);
      return;
    }
    int shift = BITS - Integer.numberOfTrailingZeros(guide.length);
    for (int i = 0; i < count; i++) {
      long number = numbers[i];
      int value = guide[(int) (number >>> shift)];
      while (limits[value] <= number) {
        value++;
      }
      to[i] = (short) value;
    }
  }

  /** With few values, comparing with each limit is quicker than to look for a place to begin. */
  private void sampleFew(long[] numbers, int count, short[] to) {
    int last = support.length - 1;
    long first = limits[support[0]];
    long second = limits[support[Math.min(1, last)]];
    long third = limits[support[Math.min(2, last)]];
    int lowest = support[0];
    int toSecond = support[Math.min(1, last)] - lowest;
    int toThird = support[Math.min(2, last)] - support[Math.min(1, last)];
    int toFourth = support[last] - support[Math.min(2, last)];
    for (int i = 0; i < count; i++) {
      long number = numbers[i];
      to[i] =
          (short)
              (lowest
                  + (number >= first ? toSecond : 0)
                  + (number >= second ? toThird : 0)
                  + (number >= third ? toFourth : 0));
    }
  }

  /** Whether the other gives every value the very same probability. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Distribution that && Arrays.equals(probability, that.probability);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(probability);
  }

  @Override
  public String toString() {
    return Arrays.toString(probability);
  }
}
