package org.isfsim.analysis;

import java.util.Optional;
import org.isfsim.parameter.PortableMath;

/**
 * Estimates Sobol' indices from three columns of results: f(A) and f(B) for two independent samples
 * of the inputs, and f(AB) for the first sample with one input taken from the second.
 *
 * <p>First order: mean of (f(B) - m) (f(AB) - f(A)), total: half the mean of (f(A) - f(AB))^2, both
 * divided by the variance of f(A) and f(B) together, m being their mean (A. Saltelli et al.,
 * Variance based sensitivity analysis of model output: design and estimator for the total
 * sensitivity index, Computer Physics Communications 181, 2010, table 2 (b) and (f); (f) is M. J.
 * W. Jansen's, 1999). Taking m away changes no expectation and lessens the noise of a rare result.
 *
 * <p>Intervals are those of a ratio of two means by the delta method (A. Janon, T. Klein, A.
 * Lagnoux, M. Nodet and C. Prieur, Asymptotic normality and efficiency of two Sobol index
 * estimators, ESAIM: Probability and Statistics 18, 2014). They hold for large samples; where no
 * case was seen to change, the bound is that of an event not seen, 1 - 0.05^(1/n).
 */
final class SobolEstimator {

  /** The 97.5 % point of the normal distribution. */
  private static final double Z = 1.959963984540054;

  private static final double UNSEEN = 0.05;

  private SobolEstimator() {}

  /**
   * The estimates for one input.
   *
   * @param a results of the first sample
   * @param b results of the second sample, as many
   * @param ab results of the first sample with the input taken from the second, as many
   * @return empty if the results do not vary
   */
  static Optional<SobolEstimate> of(double[] a, double[] b, double[] ab) {
    int n = a.length;
    if (b.length != n || ab.length != n || n < 2) {
      throw new IllegalArgumentException(n + ", " + b.length + " and " + ab.length + " results");
    }
    double mean = 0;
    double lowest = Double.POSITIVE_INFINITY;
    double highest = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < n; i++) {
      mean += (a[i] + b[i]) / (2.0 * n);
      lowest = Math.min(lowest, Math.min(a[i], b[i]));
      highest = Math.max(highest, Math.max(a[i], b[i]));
    }
    double[] variance = new double[n];
    double[] first = new double[n];
    double[] total = new double[n];
    for (int i = 0; i < n; i++) {
      double fromA = a[i] - mean;
      double fromB = b[i] - mean;
      double change = ab[i] - a[i];
      variance[i] = (fromA * fromA + fromB * fromB) / 2;
      first[i] = fromB * change;
      total[i] = change * change / 2;
    }
    if (!(highest > lowest)) {
      return Optional.empty();
    }
    double span = highest - lowest;
    double unseen = -PortableMath.expm1(PortableMath.log(UNSEEN) / n) * span * span / 2;
    return Optional.of(
        new SobolEstimate(
            ratio(first, variance, unseen, true), ratio(total, variance, unseen, false)));
  }

  private static SobolEstimate.Bounded ratio(
      double[] part, double[] whole, double unseen, boolean bothWays) {
    int n = part.length;
    double mean = mean(whole);
    double ratio = mean(part) / mean;
    double squares = 0;
    boolean isSeen = false;
    for (int i = 0; i < n; i++) {
      double deviation = (part[i] - ratio * whole[i]) / mean;
      squares += deviation * deviation;
      isSeen |= part[i] != 0;
    }
    double half = isSeen ? Z * Math.sqrt(squares / (n - 1.0) / n) : unseen / mean;
    double low = isSeen || bothWays ? ratio - half : ratio;
    return new SobolEstimate.Bounded(ratio, bothWays ? low : Math.max(0, low), ratio + half);
  }

  private static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.length;
  }
}
