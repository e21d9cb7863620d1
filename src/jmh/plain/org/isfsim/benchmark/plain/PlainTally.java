package org.isfsim.benchmark.plain;

import java.util.Arrays;

/**
 * How often each value of what is reported occurred, and the first case of each outcome: what the
 * program tallies too. One per thread.
 */
public final class PlainTally {

  private final long[] counts = new long[Reported.NAMES.size() * Reported.VALUES];
  private final long[] firstCase = new long[Reported.VALUES];

  /** Counts a case. Cases are to come in ascending order. */
  void add(long caseNumber, int[] row) {
    for (int place = 0; place < row.length; place++) {
      counts[place * Reported.VALUES + row[place]]++;
    }
    if (firstCase[row[Reported.OUTCOME]] == 0) {
      firstCase[row[Reported.OUTCOME]] = caseNumber;
    }
  }

  /** How often each value occurred of what is reported at a place, by index. */
  public long[] counts(int place) {
    return Arrays.copyOfRange(
        counts, place * Reported.VALUES, place * Reported.VALUES + Reported.VALUES);
  }

  /** The number of the first case with an outcome, or 0 when none had it. */
  public long firstCase(int outcome) {
    return firstCase[outcome];
  }
}
