package org.isfsim.document;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

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

  /** What is read, or nothing if it is invalid: then its problems are added. */
  public <T> Optional<T> attempt(Supplier<T> reading) {
    try {
      return Optional.of(reading.get());
    } catch (InvalidInputException e) {
      found.addAll(e.problems());
      return Optional.empty();
    }
  }

  /** Does something that fails where an input is invalid; then the problems are added. */
  public void check(Runnable checking) {
    try {
      checking.run();
    } catch (InvalidInputException e) {
      found.addAll(e.problems());
    }
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
