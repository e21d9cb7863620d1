package org.isfsim.report;

import java.util.List;
import java.util.OptionalDouble;
import org.isfsim.article.Figures;

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

  /** What is known, how likely it was, and what that means for the figures. */
  public String inWords() {
    List<String> statements =
        rows.stream()
            .map(
                row ->
                    row.statement()
                        + (row.probability().isPresent()
                            ? " (" + Figures.percent(row.probability().getAsDouble()) + ")"
                            : ""))
            .toList();
    String all =
        rows.size() > 1 && together.isPresent()
            ? ", together " + Figures.percent(together.getAsDouble())
            : "";
    return "Observed: "
        + String.join("; ", statements)
        + all
        + ". Every figure is a share of the cases that turn out so; unlike what is set, what is"
        + " observed also tells what is likely to have come before it.";
  }
}
