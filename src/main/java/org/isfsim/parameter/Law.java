package org.isfsim.parameter;

import org.apache.commons.math3.distribution.LogNormalDistribution;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.special.Beta;

/**
 * A continuous law that is put onto the grid of a {@link Domain.Numbers}.
 *
 * <p>The grid point x gets the mass of [x − step/2, x + step/2), which is what rounding to the
 * nearest point would give; mass that no point gets is cut off and the rest divided by its sum. So
 * a law that begins on a point gives that point half a cell. Formulas are those of Johnson, Kotz
 * and Balakrishnan, Continuous Univariate Distributions, 2nd ed., 1994–95, in the chapters named.
 * Masses in the upper tail are differences of the upper tail, so that they keep their relative
 * precision.
 */
sealed interface Law {

  /** The mass of an interval, at least 0. */
  double mass(double low, double high);

  /**
   * The mass at each point of a grid, not yet divided by its sum.
   *
   * @return one weight for each value of the domain
   */
  default double[] onto(Domain.Numbers grid) {
    double[] weights = new double[grid.size()];
    double half = grid.step() / 2.0;
    for (int i = 0; i < weights.length; i++) {
      double mass = mass(grid.number(i) - half, grid.number(i) + half);
      weights[i] = mass > 0 ? mass : 0;
    }
    return weights;
  }

  /**
   * Rises linearly from min to the mode and falls to max (chapter 26.9); F(x) = (x − min)² / ((max
   * − min)(mode − min)) below the mode, 1 − F(x) = (max − x)² / ((max − min)(max − mode)) above it.
   */
  record Triangular(double min, double mode, double max) implements Law {
    @Override
    public double mass(double low, double high) {
      double a = Math.max(low, min);
      double b = Math.min(high, max);
      if (!(a < b)) {
        return 0;
      }
      if (b <= mode) {
        return below(b) - below(a);
      }
      return a >= mode ? above(a) - above(b) : 1 - below(a) - above(b);
    }

    private double below(double x) {
      return x <= min ? 0 : (x - min) * (x - min) / ((max - min) * (mode - min));
    }

    private double above(double x) {
      return x >= max ? 0 : (max - x) * (max - x) / ((max - min) * (max - mode));
    }
  }

  /**
   * The beta law with shapes a and b stretched to [min, max] (chapter 25); its distribution
   * function is the regularised incomplete beta function. PERT is the one with a = 1 + 4 (mode −
   * min) / (max − min) and b = 1 + 4 (max − mode) / (max − min) (D. G. Malcolm et al., Operations
   * Research 7(5), 1959).
   */
  record Stretched(double a, double b, double min, double max) implements Law {

    static Stretched pert(double min, double mode, double max) {
      double width = max - min;
      return new Stretched(1 + 4 * (mode - min) / width, 1 + 4 * (max - mode) / width, min, max);
    }

    @Override
    public double mass(double low, double high) {
      double x = Math.max(0, (low - min) / (max - min));
      double y = Math.min(1, (high - min) / (max - min));
      if (!(x < y)) {
        return 0;
      }
      return x > a / (a + b)
          ? Beta.regularizedBeta(1 - x, b, a) - Beta.regularizedBeta(1 - y, b, a)
          : Beta.regularizedBeta(y, a, b) - Beta.regularizedBeta(x, a, b);
    }
  }

  /** The normal law with a mean and a standard deviation (chapter 13), cut off at the domain. */
  record Normal(double mean, double sd) implements Law {
    @Override
    public double mass(double low, double high) {
      return new NormalDistribution(null, mean, sd).probability(low, high);
    }
  }

  /**
   * The law of a quantity whose logarithm is normal (chapter 14), with the median exp(µ) and the
   * standard deviation sigma of the logarithm, cut off at the domain.
   */
  record LogNormal(double median, double sigma) implements Law {
    @Override
    public double mass(double low, double high) {
      if (high <= 0) {
        return 0;
      }
      LogNormalDistribution law = new LogNormalDistribution(null, PortableMath.log(median), sigma);
      return low <= 0 ? law.cumulativeProbability(high) : law.probability(low, high);
    }
  }

  /**
   * The exponential law that begins at min and has the mean {@code mean} (chapter 19): 1 − F(x) =
   * exp(−(x − min) / (mean − min)), cut off at the domain.
   */
  record Exponential(double min, double mean) implements Law {
    @Override
    public double mass(double low, double high) {
      double scale = mean - min;
      double a = Math.max(low, min);
      if (!(a < high)) {
        return 0;
      }
      return PortableMath.exp(-(a - min) / scale) * -PortableMath.expm1(-(high - a) / scale);
    }
  }
}
