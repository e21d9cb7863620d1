package org.isfsim.explanation;

import java.util.ArrayList;
import java.util.List;
import org.isfsim.document.Mark;
import org.isfsim.document.Problem;

/**
 * The problems of a table: the first hundred are kept, the others counted. The column of a mark is
 * the number of the field in its row.
 */
final class TableProblems {

  /** How many problems are kept. */
  static final int KEPT = 100;

  private final String file;
  private final List<Problem> kept = new ArrayList<>();
  private long total;

  TableProblems(String file) {
    this.file = file;
  }

  /** Adds a problem. */
  void add(Problem problem) {
    total++;
    if (kept.size() < KEPT) {
      kept.add(problem);
    }
  }

  /** A problem of the file as a whole. */
  Problem ofFile(String message) {
    return Problem.of(Mark.of(file), "", message);
  }

  /** A problem of a line. */
  Problem ofLine(long line, String message) {
    return Problem.of(new Mark(file, (int) line, 0), "", message);
  }

  /** The place of a field, numbered from 1. */
  Mark mark(long line, int field) {
    return new Mark(file, (int) line, field);
  }

  /** What a problem of a field says of its place. */
  static String path(int field, String address) {
    return "field " + field + (address.isEmpty() ? "" : ", " + address);
  }

  boolean isEmpty() {
    return total == 0;
  }

  CaseTable.Refused refused() {
    return new CaseTable.Refused(kept, total);
  }
}
