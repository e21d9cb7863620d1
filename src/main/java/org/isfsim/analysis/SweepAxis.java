package org.isfsim.analysis;

import java.util.List;

/**
 * An address that is varied.
 *
 * @param address a parameter, a band, or a number of a distribution
 * @param values the values as written, in the order in which they are tried
 * @param isParameter whether it is a parameter, so that one walk serves all of its values
 * @param isNumber whether the values are numbers, so that they have a distance
 */
public record SweepAxis(
    String address, List<String> values, boolean isParameter, boolean isNumber) {

  /** Copies the list. */
  public SweepAxis {
    values = List.copyOf(values);
  }

  /** The number that a value of a number begins with, such as 33 of {@code 33%}. */
  public double number(int value) {
    return Double.parseDouble(values.get(value).replaceFirst("[^-0-9.].*$", ""));
  }
}
