package org.apache.commons.math3.util;

/**
 * The tables of {@link FastMath}, worked out. The library has them as seven thousand literals,
 * which are a tenth of the program that a page holds. What they were worked out with stands beside
 * them in the library, for this package alone; so this class is in that package. A test holds every
 * bit.
 */
public final class FastMathLiteralArraysStandIn {

  private static final int POWERS = 750;

  /** The first power of e that a double does not hold, for which the tables have no number. */
  private static final int INFINITE = 710;

  /** The last power of e whose reciprocal is worked out as it is. */
  private static final int UNSCALED = 500;

  /** A scale for larger powers, which have squares beyond what a double holds. */
  private static final double SCALE = 0x1p-520;

  private static final int FRACTIONS = 1024;

  private FastMathLiteralArraysStandIn() {}

  /** The powers of e from -750 to 749: their leading parts. */
  public static double[] loadExpIntA() {
    return powers()[0];
  }

  /** The same: what the leading parts leave. */
  public static double[] loadExpIntB() {
    return powers()[1];
  }

  /** The powers of e from 0 to 1 in steps of 1/1024: their leading parts. */
  public static double[] loadExpFracA() {
    return fractions()[0];
  }

  /** The same: what the leading parts leave. */
  public static double[] loadExpFracB() {
    return fractions()[1];
  }

  /** The logarithms from 1 to 2 in steps of 1/1024, in two parts each. */
  public static double[][] loadLnMant() {
    double[][] table = new double[FRACTIONS][];
    for (int i = 0; i < FRACTIONS; i++) {
      table[i] = FastMathCalc.slowLog(1 + (double) i / FRACTIONS);
    }
    return table;
  }

  private static double[][] powers() {
    double[][] tables = new double[2][2 * POWERS];
    double[] power = new double[2];
    double[] reciprocal = new double[2];
    for (int i = 0; i < POWERS; i++) {
      boolean isFinite = i < INFINITE;
      double scale = i > UNSCALED ? SCALE : 1;
      FastMathCalc.expint(i, power);
      for (int part = 0; part < 2; part++) {
        tables[part][POWERS + i] = isFinite ? power[part] : Double.NaN;
        power[part] *= scale;
      }
      if (i > 0) {
        FastMathCalc.splitReciprocal(power, reciprocal);
        for (int part = 0; part < 2; part++) {
          tables[part][POWERS - i] = isFinite ? reciprocal[part] * scale : Double.NaN;
        }
      }
    }
    return tables;
  }

  private static double[][] fractions() {
    double[][] tables = new double[2][FRACTIONS + 1];
    double[] power = new double[2];
    for (int i = 0; i <= FRACTIONS; i++) {
      FastMathCalc.slowexp((double) i / FRACTIONS, power);
      tables[0][i] = power[0];
      tables[1][i] = power[1];
    }
    return tables;
  }
}
