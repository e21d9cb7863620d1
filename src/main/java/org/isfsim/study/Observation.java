package org.isfsim.study;

import java.util.List;
import java.util.OptionalDouble;

/**
 * What an answer takes as known.
 *
 * @param rows the statements, in order
 * @param together the probability that all of them hold; empty if it was not worked out
 */
public record Observation(List<Row> rows, OptionalDouble together) {

  /** Nothing is known. */
  public static final Observation NONE = new Observation(List.of(), OptionalDouble.of(1));

  /**
   * One statement.
   *
   * @param statement as it is written
   * @param probability the probability that it holds; empty if it was not worked out
   */
  public record Row(String statement, OptionalDouble probability) {}

  /** Copies the list. */
  public Observation {
    rows = List.copyOf(rows);
  }

  /** Whether nothing is known. */
  public boolean isNone() {
    return rows.isEmpty();
  }
}
