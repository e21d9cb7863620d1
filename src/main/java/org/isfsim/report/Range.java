package org.isfsim.report;

/**
 * How far an exact probability moves as each single assumption is set to other values.
 *
 * @param low the lowest probability, 0 to 1
 * @param high the highest probability, 0 to 1
 * @param lowBy the setting that gives the lowest, such as {@code council.china.vote=no}
 * @param highBy the setting that gives the highest
 */
public record Range(double low, double high, String lowBy, String highBy) {

  /** Whether anything moves it. */
  boolean isWide() {
    return high > low;
  }
}
