package org.isfsim.montecarlo;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.isfsim.model.Case;
import org.isfsim.model.Plan;
import org.isfsim.model.Variable;

/**
 * How often each value of the outcome, of the indicators and of the milestones' weeks occurred, and
 * the first case of each outcome.
 *
 * <p>Sums of whole numbers and minima only, so that merging in any order gives the same tally. Not
 * thread-safe: one per worker, merged at the end.
 */
public final class Tally {

  private static final int SHOWN_FAILURES = 20;

  /** The place of the outcome among what is counted. */
  static final int OUTCOME = 0;

  private final Variable[] counted;
  private final long[][] counts;
  private final Variable outcome;
  private final long[] firstCase;
  private final List<FailedCase> failures = new ArrayList<>();
  private long cases;
  private long failed;
  private long apart;

  /**
   * A case that no result could be had for.
   *
   * @param caseNumber its number, from 1
   * @param reason which decision failed and why
   */
  public record FailedCase(long caseNumber, String reason) {}

  /** An empty tally for the plan's outcome, indicators and milestones. */
  public Tally(Plan plan) {
    counted = countedOf(plan).toArray(Variable[]::new);
    counts = new long[counted.length][];
    for (int i = 0; i < counted.length; i++) {
      counts[i] = new long[counted[i].domain().size()];
    }
    outcome = plan.outcome();
    firstCase = new long[outcome.domain().size()];
  }

  /**
   * What a tally counts, each variable once: the outcome, the indicators, the milestones' weeks,
   * and the flags that are asked about.
   */
  static List<Variable> countedOf(Plan plan) {
    return Stream.of(Stream.of(plan.outcome()), plan.reported().stream(), plan.asked().stream())
        .flatMap(of -> of)
        .distinct()
        .toList();
  }

  /** Counts cases with an outcome; what they come to is told by the other methods. */
  void add(int more) {
    cases += more;
  }

  /** Counts a value of a counted variable, by its place, for some cases. */
  void count(int place, int value, int of) {
    counts[place][value] += of;
  }

  /** Counts the first values of a column. */
  void count(int place, short[] column, int of) {
    long[] count = counts[place];
    for (int i = 0; i < of; i++) {
      count[column[i]]++;
    }
  }

  /** Takes note of a case with an outcome. */
  void meet(int result, long caseNumber) {
    if (firstCase[result] == 0 || caseNumber < firstCase[result]) {
      firstCase[result] = caseNumber;
    }
  }

  /** Counts a case, given the row of its values. */
  public void add(long caseNumber, int[] values) {
    cases++;
    countKnown(caseNumber, values);
  }

  /** What has no value is not counted. */
  private void countKnown(long caseNumber, int[] values) {
    for (int i = 0; i < counted.length; i++) {
      int value = values[counted[i].slot()];
      if (value != Case.UNKNOWN) {
        counts[i][value]++;
      }
    }
    int result = values[outcome.slot()];
    if (result != Case.UNKNOWN) {
      meet(result, caseNumber);
    }
  }

  /** Leaves out a case that does not agree with what is known. */
  public void leaveOut() {
    apart++;
  }

  /**
   * Sets a case aside for which a decision has no result. What has a value all the same is counted.
   *
   * @param values the row of its values; empty if it cannot be told whether the case counts
   */
  public void fail(long caseNumber, String reason, int[] values) {
    failed++;
    keep(new FailedCase(caseNumber, reason));
    if (values.length > 0) {
      countKnown(caseNumber, values);
    }
  }

  /** Adds what another tally of the same plan has counted. */
  public void merge(Tally other) {
    cases += other.cases;
    failed += other.failed;
    apart += other.apart;
    for (int i = 0; i < counts.length; i++) {
      for (int j = 0; j < counts[i].length; j++) {
        counts[i][j] += other.counts[i][j];
      }
    }
    for (int i = 0; i < firstCase.length; i++) {
      if (other.firstCase[i] != 0 && (firstCase[i] == 0 || other.firstCase[i] < firstCase[i])) {
        firstCase[i] = other.firstCase[i];
      }
    }
    other.failures.forEach(this::keep);
  }

  /** Writes what was counted, for {@link #read}. */
  public void write(DataOutput out) throws IOException {
    out.writeLong(cases);
    out.writeLong(failed);
    out.writeLong(apart);
    for (long[] of : counts) {
      for (long count : of) {
        out.writeLong(count);
      }
    }
    for (long number : firstCase) {
      out.writeLong(number);
    }
    out.writeInt(failures.size());
    for (FailedCase failure : failures) {
      out.writeLong(failure.caseNumber());
      out.writeUTF(failure.reason());
    }
  }

  /** Takes in what {@link #write} wrote of another tally of the same plan. */
  public void read(DataInput in) throws IOException {
    clear();
    cases = in.readLong();
    failed = in.readLong();
    apart = in.readLong();
    for (long[] of : counts) {
      for (int i = 0; i < of.length; i++) {
        of[i] = in.readLong();
      }
    }
    for (int i = 0; i < firstCase.length; i++) {
      firstCase[i] = in.readLong();
    }
    for (int i = in.readInt(); i > 0; i--) {
      failures.add(new FailedCase(in.readLong(), in.readUTF()));
    }
  }

  /** Forgets everything. */
  void clear() {
    cases = 0;
    failed = 0;
    apart = 0;
    failures.clear();
    Arrays.fill(firstCase, 0);
    for (long[] of : counts) {
      Arrays.fill(of, 0);
    }
  }

  /** Cases with an outcome that agree with what is known. */
  public long cases() {
    return cases;
  }

  /** Cases with an outcome that do not agree with what is known. */
  public long apart() {
    return apart;
  }

  /** Cases set aside. */
  public long failed() {
    return failed;
  }

  /** The first of the cases set aside, by number; at most twenty. */
  public List<FailedCase> failures() {
    return List.copyOf(failures);
  }

  /** How often each value of a counted variable occurred, by index. */
  public long[] counts(Variable variable) {
    for (int i = 0; i < counted.length; i++) {
      if (counted[i].equals(variable)) {
        return Arrays.copyOf(counts[i], counts[i].length);
      }
    }
    throw new IllegalArgumentException(variable.name() + " is not counted");
  }

  /** How often a value of a counted variable occurred, by the variable's place. */
  long count(int place, int value) {
    return counts[place][value];
  }

  /** The number of the first case with an outcome, or 0 when none had it. */
  public long firstCase(int outcomeIndex) {
    return firstCase[outcomeIndex];
  }

  private void keep(FailedCase failure) {
    failures.add(failure);
    failures.sort((a, b) -> Long.compare(a.caseNumber(), b.caseNumber()));
    if (failures.size() > SHOWN_FAILURES) {
      failures.remove(SHOWN_FAILURES);
    }
  }
}
