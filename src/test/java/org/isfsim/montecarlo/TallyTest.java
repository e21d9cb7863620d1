package org.isfsim.montecarlo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.isfsim.SmallScenario;
import org.isfsim.model.Case;
import org.isfsim.model.Plan;
import org.isfsim.model.Variable;
import org.junit.jupiter.api.Test;

/** A tally counts what it is given, whatever it is put together from. */
final class TallyTest {

  private static final Plan PLAN = SmallScenario.plan(Map.of());
  private static final int OUTCOME = PLAN.outcome().slot();
  private static final Variable INDICATOR = PLAN.indicators().get(0).variable();

  /** A row in which two counted variables have a value. */
  private static int[] row(int outcome, int indicator) {
    int[] row = new int[PLAN.variables().size()];
    Arrays.fill(row, Case.UNKNOWN);
    row[OUTCOME] = outcome;
    row[INDICATOR.slot()] = indicator;
    return row;
  }

  private static byte[] written(Tally tally) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    tally.write(new DataOutputStream(bytes));
    return bytes.toByteArray();
  }

  @Test
  void everyCaseIsCountedOnceAndTheFirstOfEachOutcomeKept() {
    Tally tally = new Tally(PLAN);
    tally.add(9, row(1, 0));
    tally.add(4, row(1, 1));
    tally.add(7, row(1, 1));
    tally.add(8, row(2, Case.UNKNOWN));
    tally.leaveOut();
    tally.fail(5, "a gap", row(Case.UNKNOWN, 1));
    tally.fail(6, "a gap", new int[0]);
    tally.add(3);

    assertThat(tally.cases()).isEqualTo(7);
    assertThat(tally.apart()).isEqualTo(1);
    assertThat(tally.failed()).isEqualTo(2);
    assertThat(Arrays.copyOf(tally.counts(PLAN.outcome()), 4)).containsExactly(0, 3, 1, 0);
    assertThat(Arrays.copyOf(tally.counts(INDICATOR), 2)).containsExactly(1, 3);
    assertThat(List.of(tally.firstCase(0), tally.firstCase(1), tally.firstCase(2)))
        .containsExactly(0L, 4L, 8L);
    assertThatThrownBy(() -> tally.counts(PLAN.draws().get(0).variable()))
        .hasMessageContaining("is not counted");
  }

  @Test
  void columnsCountAsTheirValuesDo() {
    Tally tally = new Tally(PLAN);
    tally.count(Tally.OUTCOME, new short[] {2, 0, 2, 1, 5}, 4);
    tally.count(Tally.OUTCOME, 1, 10);
    assertThat(Arrays.copyOf(tally.counts(PLAN.outcome()), 6)).containsExactly(1, 11, 2, 0, 0, 0);
    assertThat(tally.count(Tally.OUTCOME, 1)).isEqualTo(11);
  }

  @Test
  void partsPutTogetherInAnyOrderAreTheWhole() throws IOException {
    SplittableRandom random = new SplittableRandom(2);
    Tally whole = new Tally(PLAN);
    List<Tally> parts = List.of(new Tally(PLAN), new Tally(PLAN), new Tally(PLAN));
    for (int number = 1; number <= 200; number++) {
      int[] row = row(random.nextInt(4), random.nextInt(2));
      int kind = random.nextInt(4);
      for (Tally tally : List.of(whole, parts.get(random.nextInt(3)))) {
        if (kind == 0) {
          tally.fail(number, "reason " + number, row);
        } else if (kind == 1) {
          tally.leaveOut();
        } else {
          tally.add(number, row);
        }
      }
    }
    for (List<Integer> order : List.of(List.of(0, 1, 2), List.of(2, 1, 0), List.of(1, 0, 2))) {
      Tally together = new Tally(PLAN);
      order.forEach(part -> together.merge(parts.get(part)));
      assertThat(written(together)).isEqualTo(written(whole));
    }
    assertThat(whole.failures()).hasSize(20);
    assertThat(whole.failures().stream().map(Tally.FailedCase::caseNumber)).isSorted();

    Tally read = new Tally(PLAN);
    read.add(1, row(3, 1));
    read.fail(1, "of before", row(3, 1));
    read.read(new DataInputStream(new ByteArrayInputStream(written(whole))));
    assertThat(written(read)).isEqualTo(written(whole));
    assertThat(read.failures()).isEqualTo(whole.failures());
    read.clear();
    assertThat(written(read)).isEqualTo(written(new Tally(PLAN)));
  }

  @Test
  void whatIsCountedIsCountedOnce() {
    assertThat(Tally.countedOf(PLAN))
        .doesNotHaveDuplicates()
        .startsWith(PLAN.outcome())
        .containsAll(PLAN.reported());
    assertThat(LongStream.of(new Tally(PLAN).counts(PLAN.outcome())).sum()).isZero();
  }
}
