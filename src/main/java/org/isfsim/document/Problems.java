package org.isfsim.document;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects every problem of an input, so that all are reported at once. Not thread-safe. */
public final class Problems {

  private static final Comparator<Problem> IN_FILE_ORDER =
      Comparator.comparing((Problem p) -> p.mark().file())
          .thenComparingInt(p -> p.mark().line())
          .thenComparingInt(p -> p.mark().column());

  private final List<Problem> found = new ArrayList<>();

  /** Adds a problem. */
  public void add(Problem problem) {
    found.add(problem);
  }

  /** Adds a problem that needs no more than its message. */
  public void add(Mark mark, String path, String message) {
    add(Problem.of(mark, path, message));
  }

  /** Whether nothing was found so far. */
  public boolean isEmpty() {
    return found.isEmpty();
  }

  /** How many were found so far; to tell whether a part of the input was sound. */
  public int size() {
    return found.size();
  }

  /** Every problem once, sorted by file, line and column. */
  public List<Problem> all() {
    return found.stream().distinct().sorted(IN_FILE_ORDER).toList();
  }

  /**
   * Ends the reading of the input if anything was found.
   *
   * @throws InvalidInputException with every problem, if there is one
   */
  public void throwIfAny() {
    if (!found.isEmpty()) {
      throw new InvalidInputException(all());
    }
  }
}
