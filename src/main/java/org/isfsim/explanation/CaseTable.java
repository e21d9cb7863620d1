package org.isfsim.explanation;

import java.io.IOException;
import java.util.List;
import org.isfsim.document.Problem;

/** What became of a table of given cases. */
public sealed interface CaseTable {

  /**
   * The table cannot be used.
   *
   * @param problems the problems that were kept, in the order of the file
   * @param total how many there are; more than were kept if there are very many
   */
  record Refused(List<Problem> problems, long total) implements CaseTable {
    /** Copies the list. */
    public Refused {
      problems = List.copyOf(problems);
    }
  }

  /**
   * Every row was evaluated; close it when done.
   *
   * <p>The rows wait in a temporary file, so that nothing needs to be written before the last row
   * is known to be sound, whatever their number. They are read from there, in order, by iterating.
   */
  non-sealed interface Evaluated extends CaseTable, Iterable<Row>, AutoCloseable {

    /** The columns that were given, as given. */
    List<String> givenColumns();

    /** The columns that were computed: decisions' results, then indicators, then milestones. */
    TableColumns computedColumns();

    /** How many rows there are. */
    long rows();

    /** How many rows the rules could not finish. */
    long failed();

    @Override
    void close() throws IOException;
  }

  /**
   * A row.
   *
   * @param number its number and the number of its case, from 1
   * @param given the fields that were given, as given
   * @param computed the computed values as written; dates as ISO dates, empty if there is none, all
   *     empty if the rules could not finish the case
   * @param error why the rules could not finish the case; empty if they could
   */
  record Row(long number, List<String> given, List<String> computed, String error) {
    /** Copies the lists. */
    public Row {
      given = List.copyOf(given);
      computed = List.copyOf(computed);
    }
  }
}
