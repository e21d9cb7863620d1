package org.isfsim.parameter;

import java.util.Comparator;
import java.util.function.ToDoubleFunction;

/**
 * Functions that give the same bits on every platform, also where a program is compiled for a
 * browser, whose own functions differ from one maker to the next.
 *
 * <p>Each gives what {@link StrictMath} is defined to give: the result of fdlibm 5.3, the "freely
 * distributable" library, from which the constants and the order of operations are taken. A test
 * holds them equal.
 *
 * <p>Copyright (C) 1993 by Sun Microsystems, Inc. All rights reserved. Developed at SunSoft, a Sun
 * Microsystems, Inc. business. Permission to use, copy, modify, and distribute this software is
 * freely granted, provided that this notice is preserved.
 */
public final class PortableMath {

  private static final double LN2_HIGH = 6.93147180369123816490e-01;
  private static final double LN2_LOW = 1.90821492927058770002e-10;
  private static final double INVERSE_LN2 = 1.44269504088896338700e+00;
  private static final double EXP_OVERFLOW = 7.09782712893383973096e+02;
  private static final double EXP_UNDERFLOW = -7.45133219101941108420e+02;
  private static final double TWO_TO_54 = 0x1p54;

  /** High words of half of ln 2, and of one and a half times it. */
  private static final int HALF_LN2 = 0x3fd62e42;

  private static final int ONE_AND_A_HALF_LN2 = 0x3ff0a2b2;

  private PortableMath() {}

  /** The exponential function, as {@link StrictMath#exp}. */
  public static double exp(double argument) {
    double x = argument;
    int high = highWord(x);
    boolean negative = high < 0;
    high &= 0x7fffffff;
    if (high >= 0x40862e42) {
      if (Double.isNaN(x)) {
        return x;
      }
      if (x > EXP_OVERFLOW) {
        return Double.POSITIVE_INFINITY;
      }
      if (x < EXP_UNDERFLOW) {
        return 0;
      }
    }
    double upper = 0;
    double lower = 0;
    int k = 0;
    if (high > HALF_LN2) {
      if (high < ONE_AND_A_HALF_LN2) {
        upper = negative ? x + LN2_HIGH : x - LN2_HIGH;
        lower = negative ? -LN2_LOW : LN2_LOW;
        k = negative ? -1 : 1;
      } else {
        k = (int) (INVERSE_LN2 * x + (negative ? -0.5 : 0.5));
        upper = x - k * LN2_HIGH;
        lower = k * LN2_LOW;
      }
      x = upper - lower;
    } else if (high < 0x3e300000) {
      return 1 + x;
    }
    double c = x - expTail(x * x);
    if (k == 0) {
      return 1 - ((x * c) / (c - 2) - x);
    }
    double y = 1 - ((lower - (x * c) / (2 - c)) - upper);
    return k >= -1021 ? scaled(y, k) : scaled(y, k + 1000) * 9.33263618503218878990e-302;
  }

  /** A Remez approximation of the rest of the exponential function, by the square. */
  private static double expTail(double t) {
    return t
        * (1.66666666666666019037e-01
            + t
                * (-2.77777777770155933842e-03
                    + t
                        * (6.61375632143793436117e-05
                            + t * (-1.65339022054652515390e-06 + t * 4.13813679705723846039e-08))));
  }

  /** The exponential function less 1, as {@link StrictMath#expm1}. */
  public static double expm1(double argument) {
    double x = argument;
    int high = highWord(x);
    boolean negative = high < 0;
    high &= 0x7fffffff;
    if (high >= 0x4043687a) {
      if (Double.isNaN(x)) {
        return x;
      }
      if (x > EXP_OVERFLOW) {
        return Double.POSITIVE_INFINITY;
      }
      if (negative) {
        return -1;
      }
    }
    double c = 0;
    int k = 0;
    if (high > HALF_LN2) {
      double upper;
      double lower;
      if (high < ONE_AND_A_HALF_LN2) {
        upper = negative ? x + LN2_HIGH : x - LN2_HIGH;
        lower = negative ? -LN2_LOW : LN2_LOW;
        k = negative ? -1 : 1;
      } else {
        k = (int) (INVERSE_LN2 * x + (negative ? -0.5 : 0.5));
        upper = x - k * LN2_HIGH;
        lower = k * LN2_LOW;
      }
      x = upper - lower;
      c = (upper - x) - lower;
    } else if (high < 0x3c900000) {
      return x;
    }
    double half = 0.5 * x;
    double squared = x * half;
    double r = 1 + expm1Tail(squared);
    double t = 3 - r * half;
    double e = squared * ((r - t) / (6 - x * t));
    if (k == 0) {
      return x - (x * e - squared);
    }
    e = x * (e - c) - c;
    e -= squared;
    if (k == -1) {
      return 0.5 * (x - e) - 0.5;
    }
    if (k == 1) {
      return x < -0.25 ? -2 * (e - (x + 0.5)) : 1 + 2 * (x - e);
    }
    if (k <= -2 || k > 56) {
      return scaled(1 - (e - x), k) - 1;
    }
    if (k < 20) {
      return scaled(ofWords(0x3ff00000 - (0x200000 >> k), 0) - (e - x), k);
    }
    return scaled((x - (e + ofWords((0x3ff - k) << 20, 0))) + 1, k);
  }

  private static double expm1Tail(double t) {
    return t
        * (-3.33333333333331316428e-02
            + t
                * (1.58730158725481460165e-03
                    + t
                        * (-7.93650757867487942473e-05
                            + t * (4.00821782732936239552e-06 + t * -2.01099218183624371326e-07))));
  }

  /** The natural logarithm, as {@link StrictMath#log}. */
  public static double log(double argument) {
    double x = argument;
    if (!(x > 0) || x == Double.POSITIVE_INFINITY) {
      return x == 0 ? Double.NEGATIVE_INFINITY : x < 0 ? Double.NaN : x;
    }
    int k = 0;
    int high = highWord(x);
    if (high < 0x00100000) {
      k -= 54;
      x *= TWO_TO_54;
      high = highWord(x);
    }
    k += (high >> 20) - 1023;
    high &= 0x000fffff;
    int i = (high + 0x95f64) & 0x100000;
    x = ofWords(high | (i ^ 0x3ff00000), lowWord(x));
    k += i >> 20;
    double f = x - 1;
    double dk = k;
    if ((0x000fffff & (2 + high)) < 3) {
      if (f == 0) {
        return k == 0 ? 0 : dk * LN2_HIGH + dk * LN2_LOW;
      }
      double r = f * f * (0.5 - 0.33333333333333333 * f);
      return k == 0 ? f - r : dk * LN2_HIGH - ((r - dk * LN2_LOW) - f);
    }
    double s = f / (2 + f);
    double z = s * s;
    double w = z * z;
    double odd =
        w
            * (3.999999999940941908e-01
                + w * (2.222219843214978396e-01 + w * 1.531383769920937332e-01));
    double even =
        z
            * (6.666666666666735130e-01
                + w
                    * (2.857142874366239149e-01
                        + w * (1.818357216161805012e-01 + w * 1.479819860511658591e-01)));
    double r = even + odd;
    if (((high - 0x6147a) | (0x6b851 - high)) > 0) {
      double half = 0.5 * f * f;
      return k == 0
          ? f - (half - s * (half + r))
          : dk * LN2_HIGH - ((half - (s * (half + r) + dk * LN2_LOW)) - f);
    }
    return k == 0 ? f - s * (f - r) : dk * LN2_HIGH - ((s * (f - r) - dk * LN2_LOW) - f);
  }

  /** A power of two, as {@link StrictMath#pow} of 2 and the exponent. */
  public static double exp2(double exponent) {
    if (exponent == 0.5) {
      return Math.sqrt(2);
    }
    if (Double.isNaN(exponent)) {
      return exponent;
    }
    if (exponent >= 1024) {
      return Double.POSITIVE_INFINITY;
    }
    if (exponent <= -1075) {
      return 0;
    }
    // The logarithm of 2 to base 2 is 1, so that nothing is lost before this point.
    double upper = ofWords(highWord(exponent), 0);
    double lower = exponent - upper;
    double z = lower + upper;
    int j = highWord(z);
    int i = j & 0x7fffffff;
    int n = 0;
    if (i > 0x3fe00000) {
      n = j + (0x00100000 >> ((i >> 20) - 0x3ff + 1));
      int k = ((n & 0x7fffffff) >> 20) - 0x3ff;
      double t = ofWords(n & ~(0x000fffff >> k), 0);
      n = ((n & 0x000fffff) | 0x00100000) >> (20 - k);
      n = j < 0 ? -n : n;
      upper -= t;
    }
    double t = ofWords(highWord(lower + upper), 0);
    double u = t * 6.93147182464599609375e-01;
    double v = (lower - (t - upper)) * 6.93147180559945286227e-01 + t * -1.90465429995776804525e-09;
    z = u + v;
    double w = v - (z - u);
    double rest = z - expTail(z * z);
    double r = (z * rest) / (rest - 2) - (w + z * w);
    z = 1 - (r - z);
    return (highWord(z) + (n << 20)) >> 20 <= 0 ? Math.scalb(z, n) : scaled(z, n);
  }

  /**
   * The largest number first. Numbers that differ by rounding alone, which depends on the order of
   * sums, keep the order that they have.
   */
  public static <T> Comparator<T> largestFirst(ToDoubleFunction<? super T> number) {
    return Comparator.comparingDouble(of -> 0 - Math.rint(number.applyAsDouble(of) * 1e12));
  }

  /**
   * The sum of some numbers, as {@link java.util.stream.DoubleStream#sum} gives it: what rounding
   * takes away is added again at the end (W. Kahan, "Further Remarks on Reducing Truncation
   * Errors", Communications of the ACM 8, 1965). Not every platform's streams do so.
   */
  public static double sum(double... numbers) {
    double sum = 0;
    double lost = 0;
    double plain = 0;
    for (double number : numbers) {
      double next = number - lost;
      double more = sum + next;
      lost = (more - sum) - next;
      sum = more;
      plain += number;
    }
    double whole = sum - lost;
    return Double.isNaN(whole) && Double.isInfinite(plain) ? plain : whole;
  }

  private static int highWord(double x) {
    return (int) (Double.doubleToRawLongBits(x) >>> 32);
  }

  private static int lowWord(double x) {
    return (int) Double.doubleToRawLongBits(x);
  }

  private static double ofWords(int high, int low) {
    return Double.longBitsToDouble((long) high << 32 | low & 0xffffffffL);
  }

  /** Adds to the exponent; the result must be a normal number. */
  private static double scaled(double x, int k) {
    return ofWords(highWord(x) + (k << 20), lowWord(x));
  }
}
