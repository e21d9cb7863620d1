package org.isfsim.montecarlo;

import org.isfsim.model.Plan;

/**
 * What a Monte Carlo run of one scenario under one policy gave.
 *
 * @param plan the plan that was run, with its scenario
 * @param seed the seed
 * @param requested how many cases were asked for
 * @param tally what was counted; its number of cases is what was really run
 * @param stopped why it ended
 */
public record RunResult(Plan plan, long seed, long requested, Tally tally, Stopped stopped) {

  /** Why a run ended. */
  public enum Stopped {
    /** All cases were run. */
    CASES("cases"),
    /** The time limit was reached. */
    TIME_LIMIT("time-limit"),
    /** It was interrupted; what was counted is valid. */
    INTERRUPTED("interrupted");

    private final String label;

    Stopped(String label) {
      this.label = label;
    }

    /** The word in results. */
    public String label() {
      return label;
    }
  }
}
