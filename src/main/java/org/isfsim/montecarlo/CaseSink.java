package org.isfsim.montecarlo;

import java.io.IOException;
import java.util.List;
import org.isfsim.model.Variable;

/**
 * Receives cases for a table of one row per case: rendered by the worker that evaluated them,
 * written by one thread in the order of their numbers.
 */
public interface CaseSink {

  /** The variables whose values a row is made of, each once. */
  List<Variable> variables();

  /**
   * Appends the rows of some cases; called by many threads at once.
   *
   * @param numbers the numbers of the cases
   * @param cases how many of them count
   * @param columns for each of {@link #variables} the index of its value in each case
   */
  void render(long[] numbers, int cases, short[][] columns, RowBytes rows);

  /** The rows of a chunk as they are written, compressed, say; called by many threads at once. */
  default byte[] packed(byte[] rows) {
    return rows;
  }

  /** Writes what was packed; called in the order of the case numbers. */
  void write(byte[] packed) throws IOException;
}
