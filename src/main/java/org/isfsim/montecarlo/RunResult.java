package org.isfsim.montecarlo;

import java.util.Map;
import org.isfsim.model.Plan;

/**
 * What a Monte Carlo run of one scenario under one policy gave.
 *
 * @param plan the plan that was run, with its scenario
 * @param seed the seed
 * @param requested how many cases were asked for
 * @param tally what was counted; its number of cases is what was really run
 * @param stopped why it ended
 * @param first the first case of each outcome that occurred: the index of each variable's value by
 *     slot
 */
public record RunResult(
    Plan plan, long seed, long requested, Tally tally, Stopped stopped, Map<Integer, int[]> first) {

  /** A run whose cases are not at hand. */
  public RunResult(Plan plan, long seed, long requested, Tally tally, Stopped stopped) {
    this(plan, seed, requested, tally, stopped, Map.of());
  }

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
