package org.isfsim.analysis;

import java.util.List;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import org.isfsim.model.Evidence;
import org.isfsim.model.Milestone;
import org.isfsim.model.Variable;

/**
 * Counts what common cases give under several alternatives. Sums of whole numbers only, so that
 * merging in any order gives the same tally. Not thread-safe: one per worker.
 */
final class PairedTally {

  /**
   * What is counted of a case.
   *
   * @param name its name
   * @param size how many values are told apart
   * @param variable the variable that it is read from
   * @param value the value of the column for the index of the variable's value
   * @param weeks for a milestone, how many weeks are told apart; else 0
   */
  record Column(String name, int size, Variable variable, IntUnaryOperator value, int weeks) {

    static Column of(String name, Variable variable) {
      return new Column(name, variable.domain().size(), variable, index -> index, 0);
    }

    static Column reached(Milestone milestone, int horizonWeeks) {
      Variable week = milestone.week();
      return new Column(
          milestone.name(),
          2,
          week,
          index -> week.domain().number(index) <= horizonWeeks ? 1 : 0,
          horizonWeeks + 1);
    }
  }

  private final List<List<Column>> columns;
  private final long[][][] counts;
  private final long[][][] gained;
  private final long[][][] lost;
  private final long[][][] weeks;
  private final List<Evidence> evidence;
  private final long[][][] hits;
  private final long[][][] firstHits;
  private final long[] agreeing;
  private final long[] both;
  private final int[][] values;
  private long cases;
  private long failed;

  /**
   * @param columns for each alternative what is counted, by the same names in the same order
   * @param evidence for each alternative what is known of its cases
   */
  PairedTally(List<List<Column>> columns, List<Evidence> evidence) {
    this.columns = columns;
    this.evidence = evidence;
    hits = zeros();
    firstHits = zeros();
    agreeing = new long[columns.size()];
    both = new long[columns.size()];
    counts = zeros();
    gained = zeros();
    lost = zeros();
    weeks =
        columns.stream()
            .map(
                of ->
                    of.stream()
                        .filter(c -> c.weeks() > 0)
                        .map(c -> new long[c.weeks()])
                        .toArray(long[][]::new))
            .toArray(long[][][]::new);
    values = new int[columns.size()][columns.get(0).size()];
  }

  private long[][][] zeros() {
    return columns.stream()
        .map(of -> of.stream().map(c -> new long[c.size()]).toArray(long[][]::new))
        .toArray(long[][][]::new);
  }

  /**
   * Counts a case.
   *
   * @param rows for every alternative the index of each variable's value, by slot
   * @param isFailed whether the rules could not finish it under some of them
   */
  void add(int[][] rows, boolean isFailed) {
    if (isFailed) {
      failed++;
      return;
    }
    cases++;
    boolean isFirst = evidence.get(0).holdsIn(rows[0]);
    for (int a = 0; a < values.length; a++) {
      int milestone = 0;
      boolean isHere = evidence.get(a).holdsIn(rows[a]);
      boolean isBoth = isHere && isFirst;
      agreeing[a] += isHere ? 1 : 0;
      both[a] += isBoth ? 1 : 0;
      for (int c = 0; c < values[a].length; c++) {
        Column column = columns.get(a).get(c);
        int index = rows[a][column.variable().slot()];
        int value = column.value().applyAsInt(index);
        values[a][c] = value;
        counts[a][c][value] += isHere ? 1 : 0;
        int first = values[0][c];
        if (isBoth) {
          hits[a][c][value]++;
          firstHits[a][c][first]++;
        }
        if (isBoth && value != first) {
          gained[a][c][value]++;
          lost[a][c][first]++;
        }
        if (column.weeks() > 0) {
          if (isHere && value == 1) {
            weeks[a][milestone][column.variable().domain().number(index)]++;
          }
          milestone++;
        }
      }
    }
  }

  /** Adds what another tally of the same columns has counted. */
  void merge(PairedTally other) {
    cases += other.cases;
    failed += other.failed;
    add(counts, other.counts);
    add(gained, other.gained);
    add(lost, other.lost);
    add(weeks, other.weeks);
    add(hits, other.hits);
    add(firstHits, other.firstHits);
    for (int a = 0; a < agreeing.length; a++) {
      agreeing[a] += other.agreeing[a];
      both[a] += other.both[a];
    }
  }

  private static void add(long[][][] to, long[][][] more) {
    for (int a = 0; a < to.length; a++) {
      for (int c = 0; c < to[a].length; c++) {
        for (int v = 0; v < to[a][c].length; v++) {
          to[a][c][v] += more[a][c][v];
        }
      }
    }
  }

  PairedSample sample() {
    return new PairedSample(
        columns.get(0).stream().map(Column::name).toList(),
        cases,
        failed,
        counts,
        gained,
        lost,
        weeks,
        evidence.stream().allMatch(Evidence::isNone)
            ? Optional.empty()
            : Optional.of(new PairedSample.Agreement(agreeing, both, hits, firstHits)));
  }
}
