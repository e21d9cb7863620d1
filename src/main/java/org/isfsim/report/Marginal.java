package org.isfsim.report;

import java.util.Arrays;
import java.util.List;
import org.isfsim.parameter.PortableMath;

/**
 * The exact probability of every value of an indicator or of a milestone's week.
 *
 * @param probabilities by the index of the value, 0 to 1 each
 */
public record Marginal(List<Double> probabilities) {

  /** What rounding leaves of certainty. */
  private static final double ROUNDING = 1e-9;

  /** Copies the list. */
  public Marginal {
    probabilities = List.copyOf(probabilities);
  }

  static Marginal of(double[] probabilities) {
    return new Marginal(
        Arrays.stream(probabilities).map(p -> Math.max(0, Math.min(1, p))).boxed().toList());
  }

  /** The probability of a value. */
  double at(int index) {
    return probabilities.get(index);
  }

  /** The probability of the values before an index together. */
  double below(int index) {
    double sum =
        PortableMath.sum(
            probabilities.subList(0, index).stream().mapToDouble(Double::doubleValue).toArray());
    return sum > 1 - ROUNDING ? 1 : sum;
  }

  /**
   * The first index, of those before a limit, at which a share of their probability is reached.
   *
   * @param limit indices from here on do not count
   * @param share 0 to 1
   */
  int quantile(int limit, double share) {
    double wanted = below(limit) * share * (1 - ROUNDING);
    double sum = 0;
    for (int i = 0; i < limit; i++) {
      sum += at(i);
      if (sum >= wanted && sum > 0) {
        return i;
      }
    }
    throw new IllegalStateException("Nothing of it is probable");
  }
}
