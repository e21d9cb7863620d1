package org.isfsim.explanation;

import java.util.List;

/** How a case ends. */
public sealed interface Ending {

  /**
   * The case has an outcome.
   *
   * @param outcome the outcome
   */
  record Reached(String outcome) implements Ending {}

  /**
   * The rules could not finish the case: a gap or a conflict.
   *
   * @param decision the column of the decision that failed
   * @param problems what is wrong, with the rules that contradict each other
   * @param combination the inputs for which it is wrong, in words
   */
  record Stopped(String decision, List<String> problems, String combination) implements Ending {
    /** Copies the list. */
    public Stopped {
      problems = List.copyOf(problems);
    }
  }
}
