package org.isfsim.benchmark;

import java.util.Locale;

/**
 * A measured time, or the quotient of two.
 *
 * @param value the mean
 * @param low the lower end of its interval, or the mean itself if there is none
 * @param high the upper end
 */
record Figure(double value, double low, double high) {

  /** A mean with the half-width of its interval, which is not a number for a single measurement. */
  static Figure of(double mean, double error) {
    return Double.isNaN(error)
        ? new Figure(mean, mean, mean)
        : new Figure(mean, Math.max(0, mean - error), mean + error);
  }

  /** How many times the other this is; the interval is the widest that those of the two allow. */
  Figure over(Figure other) {
    return new Figure(
        value / other.value,
        low / other.high,
        other.low > 0 ? high / other.low : Double.POSITIVE_INFINITY);
  }

  /** The same in a unit that is so many times as large. */
  Figure in(double unit) {
    return new Figure(value / unit, low / unit, high / unit);
  }

  @Override
  public String toString() {
    return low == high ? text(value) : text(value) + " (" + text(low) + " to " + text(high) + ")";
  }

  /** Three digits, or all before the point. */
  static String text(double value) {
    double size = Math.abs(value);
    String format = size >= 100 ? "%,.0f" : size >= 10 ? "%.1f" : "%.2f";
    return String.format(Locale.ROOT, format, value);
  }
}
