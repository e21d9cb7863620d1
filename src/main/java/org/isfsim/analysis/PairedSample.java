package org.isfsim.analysis;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What common cases gave under several alternatives. Columns are the outcome, the indicators, the
 * milestones and the objectives; a milestone's values are 0 for not reached and 1 for reached.
 *
 * @param columns the names of the columns
 * @param cases how many common cases have a result under every alternative
 * @param failed how many were set aside, because the rules leave them undecided under some
 * @param counts by alternative, column and value, how many cases have it
 * @param gained likewise, how many have it that do not under the first alternative
 * @param lost likewise, how many do not have it that do under the first alternative
 * @param weeks by alternative and milestone, how many cases reach it in each week
 * @param agreement which cases agree with what is known; empty if nothing is
 */
public record PairedSample(
    List<String> columns,
    long cases,
    long failed,
    long[][][] counts,
    long[][][] gained,
    long[][][] lost,
    long[][][] weeks,
    Optional<Agreement> agreement) {

  /**
   * Which cases agree with what is known. Everything else counts those alone: of one alternative
   * those that agree under it, of two those that agree under both.
   *
   * @param cases by alternative, how many agree
   * @param both by alternative, how many agree under it and under the first
   * @param hits by alternative, column and value, how many have it and agree under both
   * @param firstHits likewise, how many have it under the first
   */
  public record Agreement(long[] cases, long[] both, long[][][] hits, long[][][] firstHits) {}

  /** Copies the list. */
  public PairedSample {
    columns = List.copyOf(columns);
  }

  /** The place of a column. */
  public int column(String name) {
    int column = columns.indexOf(name);
    if (column < 0) {
      throw new IllegalArgumentException("No column " + name + " among " + columns);
    }
    return column;
  }

  /** How many cases of an alternative count: all, or those that agree with what is known. */
  public long cases(int alternative) {
    return agreement.map(a -> a.cases()[alternative]).orElse(cases);
  }

  /** How many cases have a value under an alternative. */
  public long count(int alternative, String column, int value) {
    return counts[alternative][column(column)][value];
  }

  /** The difference of an alternative to the first in the share of cases that have a value. */
  public PairedDifference difference(int alternative, String column, int value) {
    int at = column(column);
    long more = gained[alternative][at][value];
    long less = lost[alternative][at][value];
    return agreement
        .map(
            a ->
                new PairedDifference(
                    a.both()[alternative],
                    more,
                    less,
                    Optional.of(
                        new PairedDifference.Given(
                            a.cases()[alternative],
                            counts[alternative][at][value],
                            a.cases()[0],
                            counts[0][at][value],
                            a.hits()[alternative][at][value],
                            a.firstHits()[alternative][at][value]))))
        .orElseGet(() -> new PairedDifference(cases, more, less));
  }

  /**
   * The first week by which half of the cases that reach a milestone reach it, or -1 if none does:
   * the inverse of the empirical distribution function (R. J. Hyndman and Y. Fan, "Sample Quantiles
   * in Statistical Packages", The American Statistician 50, 1996, definition 1).
   *
   * @param milestone the place of the milestone in the plan
   */
  public int medianWeek(int alternative, int milestone) {
    long[] byWeek = weeks[alternative][milestone];
    long total = Arrays.stream(byWeek).sum();
    long sum = 0;
    for (int week = 0; week < byWeek.length; week++) {
      sum += byWeek[week];
      if (total > 0 && 2 * sum >= total) {
        return week;
      }
    }
    return -1;
  }
}
