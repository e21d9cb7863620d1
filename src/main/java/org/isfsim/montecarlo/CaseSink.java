package org.isfsim.montecarlo;

import java.io.IOException;
import org.isfsim.model.Case;

/**
 * Receives cases for a table of one row per case: rendered by the worker that evaluated them,
 * written by one thread in the order of their numbers.
 */
public interface CaseSink {

  /** Appends the row of a case to the text; called by many threads at once. */
  void render(Case row, StringBuilder text);

  /** Writes rendered rows; called in the order of the case numbers. */
  void write(CharSequence rows) throws IOException;
}
