package org.isfsim.decision;

/** Fires the rules of a decision; what the tables know of Drools. */
@FunctionalInterface
interface Firing {

  /** The verdict for a combination, fresh from the rules. Thread-safe. */
  Verdict fire(String decision, int[] combination);
}
