package org.isfsim.report;

/**
 * How far an exact probability moves as each single assumption is set to each value of its domain.
 *
 * @param low the lowest probability, 0 to 1
 * @param high the highest probability, 0 to 1
 * @param by the address of the assumption that moves it farthest
 */
public record Range(double low, double high, String by) {

  /** The distance from the lowest to the highest. */
  public double width() {
    return high - low;
  }
}
