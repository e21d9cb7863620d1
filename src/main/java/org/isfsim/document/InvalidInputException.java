package org.isfsim.document;

import java.util.List;

/** An input cannot be used; carries every problem found in it, in the order of the file. */
public final class InvalidInputException extends RuntimeException {

  private final transient List<Problem> problems;

  /** Fails with all problems found; the list must not be empty. */
  public InvalidInputException(List<Problem> problems) {
    super(String.join("\n", problems.stream().map(Problem::toString).toList()));
    this.problems = List.copyOf(problems);
  }

  /** Fails with one problem. */
  public InvalidInputException(Problem problem) {
    this(List.of(problem));
  }

  /** Every problem, in the order in which they stand in the file. */
  public List<Problem> problems() {
    return problems;
  }
}
