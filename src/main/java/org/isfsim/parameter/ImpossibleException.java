package org.isfsim.parameter;

import org.isfsim.document.Problem;

/** The numbers of a distribution, or a combination of its parents' values, give none. */
final class ImpossibleException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final transient Problem problem;

  ImpossibleException(Problem problem) {
    super(problem.toString());
    this.problem = problem;
  }

  Problem problem() {
    return problem;
  }
}
