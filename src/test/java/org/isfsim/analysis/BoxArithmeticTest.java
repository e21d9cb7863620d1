package org.isfsim.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.isfsim.parameter.Domain;
import org.junit.jupiter.api.Test;

/** Boxes are peeled and pasted as the method is defined, and described by what lies in them. */
final class BoxArithmeticTest {

  private static final Prim.Options OPTIONS = new Prim.Options(0.2, 0.3, 5);

  private static final List<Domain> DOMAINS =
      List.of(
          Domain.Numbers.count(0, 11),
          Domain.Choice.of("no", "abstain", "yes"),
          Domain.Flag.FLAG,
          Domain.Numbers.count(0, 4));

  private static CaseColumns cases(int count, SplittableRandom random) {
    int[][] values = new int[DOMAINS.size()][count];
    boolean[] hits = new boolean[count];
    for (int row = 0; row < count; row++) {
      for (int c = 0; c < values.length; c++) {
        values[c][row] = random.nextInt(DOMAINS.get(c).size());
      }
      boolean inside = values[0][row] >= 3 && values[0][row] <= 8 && values[1][row] > 0;
      hits[row] = random.nextInt(10) < (inside ? 8 : 2);
    }
    List<CaseColumns.Column> columns = new ArrayList<>();
    for (int c = 0; c < values.length; c++) {
      BitSet possible = new BitSet();
      possible.set(0, DOMAINS.get(c).size());
      columns.add(new CaseColumns.Column("c" + c, DOMAINS.get(c), possible, values[c]));
    }
    return new CaseColumns(columns, hits, 0);
  }

  /** The cases and the hits in a box, counted one by one. */
  private static int[] inside(CaseColumns data, BitSet[] box) {
    int[] counts = new int[2];
    for (int row = 0; row < data.cases(); row++) {
      boolean isIn = true;
      for (int c = 0; c < box.length; c++) {
        isIn &= box[c].get(data.columns().get(c).values()[row]);
      }
      counts[0] += isIn ? 1 : 0;
      counts[1] += isIn && data.hits()[row] ? 1 : 0;
    }
    return counts;
  }

  private static BitSet[] with(BitSet[] box, int column, BitSet values) {
    BitSet[] changed = box.clone();
    changed[column] = values;
    return changed;
  }

  /**
   * The boxes that one peel, or one paste, may lead to, in the order in which they are looked at.
   */
  private static List<BitSet[]> steps(CaseColumns data, BitSet[] box, boolean isPeel) {
    List<BitSet[]> steps = new ArrayList<>();
    int cases = inside(data, box)[0];
    int most = (int) ((isPeel ? OPTIONS.peel() : OPTIONS.paste()) * cases);
    for (int c = 0; c < box.length; c++) {
      int column = c;
      int size = DOMAINS.get(c).size();
      int lowest = box[c].nextSetBit(0);
      int highest = box[c].length() - 1;
      List<int[]> orders = new ArrayList<>();
      if (!(DOMAINS.get(c) instanceof Domain.Numbers)) {
        IntStream.range(0, size)
            .filter(v -> box[column].get(v) == isPeel)
            .forEach(v -> orders.add(new int[] {v}));
      } else if (isPeel) {
        orders.add(IntStream.rangeClosed(lowest, highest).filter(box[c]::get).toArray());
        orders.add(
            IntStream.rangeClosed(lowest, highest)
                .map(v -> lowest + highest - v)
                .filter(box[column]::get)
                .toArray());
      } else {
        orders.add(IntStream.range(0, lowest).map(v -> lowest - 1 - v).toArray());
        orders.add(IntStream.range(highest + 1, size).toArray());
      }
      for (int[] order : orders) {
        BitSet taken = new BitSet();
        for (int value : order) {
          taken.set(value);
          BitSet before = (BitSet) taken.clone();
          before.clear(value);
          boolean isTooMuch =
              inside(data, with(box, c, taken))[0] > most
                  && inside(data, with(box, c, before))[0] > 0;
          if (isTooMuch) {
            taken.clear(value);
            break;
          }
        }
        BitSet left = (BitSet) box[c].clone();
        if (isPeel) {
          left.andNot(taken);
        } else {
          left.or(taken);
        }
        steps.add(with(box, c, left));
      }
    }
    return steps;
  }

  /** The step that gains most for each case that it takes or gives, or the box itself. */
  private static BitSet[] best(CaseColumns data, BitSet[] box, boolean isPeel) {
    int[] now = inside(data, box);
    double most = 0;
    BitSet[] best = box;
    for (BitSet[] step : steps(data, box, isPeel)) {
      int[] then = inside(data, step);
      int moved = Math.abs(then[0] - now[0]);
      if (moved > 0 && (!isPeel || then[0] >= OPTIONS.fewest())) {
        double gain = ((double) then[1] / then[0] - (double) now[1] / now[0]) / moved;
        if (gain > most) {
          most = gain;
          best = step;
        }
      }
    }
    return best;
  }

  @Test
  void everyStepIsTheOneThatGainsMostForEachCaseAmongAllThatMayBeTaken() {
    SplittableRandom random = new SplittableRandom(4);
    int pasted = 0;
    for (int i = 0; i < 150; i++) {
      CaseColumns data = cases(60 + random.nextInt(100), random);
      Prim prim = new Prim(data, OPTIONS);
      List<Prim.Box> boxes = prim.trajectory(IntStream.range(0, data.cases()).toArray());
      BitSet[] box = boxes.get(0).allowed();
      assertThat(box).isEqualTo(IntStream.range(0, 4).mapToObj(prim::occurring).toArray());
      int at = 0;
      for (boolean isPeel : new boolean[] {true, false}) {
        for (BitSet[] next = best(data, box, isPeel); next != box; ) {
          at++;
          pasted += isPeel ? 0 : 1;
          assertThat(boxes).hasSizeGreaterThan(at);
          Prim.Box found = boxes.get(at);
          assertThat(found.allowed()).isEqualTo(next);
          int[] counts = inside(data, next);
          assertThat(found.rows()).hasSize(counts[0]);
          assertThat(found.hits()).isEqualTo(counts[1]);
          assertThat(found.density()).isEqualTo((double) counts[1] / counts[0]);
          box = next;
          next = best(data, box, isPeel);
        }
      }
      assertThat(boxes).hasSize(at + 1);
    }
    assertThat(pasted).as("pastes").isPositive();
  }

  @Test
  void sharesAndNumbersOfABoxMustFit() {
    for (double[] wrong :
        new double[][] {
          {0, 0.1, 1}, {1, 0.1, 1}, {0.1, 0, 1}, {0.1, 1, 1}, {0.1, 0.1, 0}, {Double.NaN, 0.1, 1}
        }) {
      assertThatThrownBy(() -> new Prim.Options(wrong[0], wrong[1], (int) wrong[2]))
          .as(Arrays.toString(wrong))
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThat(new Prim.Options(0.1, 0.9, 1).fewest()).isEqualTo(1);
  }

  @Test
  void massDensityCoverageAndBalanceAreThoseOfTheDefinitions() {
    BoxStatistics box = new BoxStatistics(40, 30, 200, 50);
    assertThat(box.mass()).isCloseTo(0.2, within(1e-15));
    assertThat(box.density()).isCloseTo(0.75, within(1e-15));
    assertThat(box.coverage()).isCloseTo(0.6, within(1e-15));
    assertThat(box.balance()).isCloseTo(2 * 0.6 * 0.75 / (0.6 + 0.75), within(1e-15));
    assertThat(new BoxStatistics(0, 0, 200, 0).density()).isZero();
    assertThat(new BoxStatistics(0, 0, 200, 0).coverage()).isZero();
    assertThat(new BoxStatistics(5, 0, 200, 9).balance()).isZero();
  }

  @Test
  void aRestrictionNamesNothingThatCannotOccur() {
    assertThat(restriction(0, set(0, 1, 2, 3, 4), set(0, 1, 2)).inWords()).isEqualTo("at most 2");
    assertThat(restriction(0, set(0, 1, 2, 3, 4), set(2, 3, 4, 9)).inWords())
        .isEqualTo("at least 2");
    assertThat(restriction(0, set(0, 2, 4, 6), set(2, 3, 4)).inWords()).isEqualTo("2 to 4");
    assertThat(restriction(0, set(0, 1, 2, 3), set(1, 3)).inWords()).isEqualTo("1, 3");
    assertThat(restriction(0, set(0, 1, 2, 3), set(3)).inWords()).isEqualTo("3");
    assertThat(restriction(1, set(0, 2), set(0, 1, 2)).inWords()).isEqualTo("no or yes");
    assertThat(restriction(1, set(0, 2), set(0, 1, 2)).values()).containsExactly("no", "yes");
  }

  private static Restriction restriction(int column, BitSet possible, BitSet allowed) {
    return new Restriction("c", DOMAINS.get(column), possible, allowed);
  }

  private static BitSet set(int... values) {
    BitSet set = new BitSet();
    Arrays.stream(values).forEach(set::set);
    return set;
  }
}
