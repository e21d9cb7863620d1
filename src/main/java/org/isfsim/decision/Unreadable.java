package org.isfsim.decision;

import org.isfsim.document.Problem;

/** Ends the reading of one part of a rule; the reader notes the problem and goes on behind it. */
final class Unreadable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  Unreadable(Problem problem) {
    super(problem.message(), null, false, false);
    this.problem = problem;
  }

  Problem problem() {
    return problem;
  }
}
