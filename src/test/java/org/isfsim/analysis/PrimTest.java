package org.isfsim.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.BitSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.BinomialDistribution;
import org.junit.jupiter.api.Test;

/** PRIM on cases with planted boxes. Seeds are fixed. */
final class PrimTest {

  private static final int CASES = 8000;
  private static final Prim.Options OPTIONS = new Prim.Options(0.05, 0.05, 20);

  /** Share from 30 % to 69 %, vote abstain or yes, access true: 13 % of all cases. */
  private static final Predicate<int[]> BOX =
      of -> of[0] >= 30 && of[0] < 70 && of[2] >= 1 && of[3] == 1;

  /** Weeks from 400 on with vote no: 8 % of all cases; apart from the first. */
  private static final Predicate<int[]> OTHER_BOX = of -> of[1] >= 400 && of[2] == 0;

  private static List<DiscoveredBox> find(CaseColumns data, int most) {
    return new BoxFinder(data, OPTIONS, 20).find(most, OptionalInt.empty());
  }

  @Test
  void aPlantedBoxOfNumbersAndNamesIsFoundAgain() {
    for (long seed = 1; seed <= 5; seed++) {
      DiscoveredBox box = find(PlantedCases.of(CASES, seed, BOX, 0), 1).get(0);
      assertThat(box.region().sampled().coverage()).isGreaterThan(0.95);
      assertThat(box.region().sampled().density()).isGreaterThan(0.95);
      assertThat(box.region().limits())
          .extracting(Restriction::address)
          .containsExactlyInAnyOrder("share", "vote", "access");
      assertThat(box.region().limits())
          .filteredOn(limit -> !limit.address().equals("share"))
          .extracting(Restriction::inWords)
          .containsExactlyInAnyOrder("abstain or yes", "true");
    }
  }

  @Test
  void aBoxUnderNoiseIsFoundAndWhatDoesNothingIsLeftOut() {
    DiscoveredBox box = find(PlantedCases.of(CASES, 6, BOX, 0.2), 1).get(0);
    assertThat(box.region().limits())
        .extracting(Restriction::address)
        .containsExactlyInAnyOrder("share", "vote", "access");
    assertThat(box.limits())
        .allSatisfy(limit -> assertThat(limit.quasiP()).isLessThan(1e-6))
        .allSatisfy(
            limit ->
                assertThat(limit.densityWithout()).isLessThan(box.region().sampled().density()));
  }

  @Test
  void aSecondBoxIsFoundOutsideTheFirst() {
    CaseColumns data = PlantedCases.of(CASES, 7, BOX.or(OTHER_BOX), 0);
    List<DiscoveredBox> boxes = find(data, 3);
    assertThat(boxes).hasSize(2);
    assertThat(boxes.get(1).region().limits())
        .extracting(limit -> limit.address() + " " + limit.inWords())
        .contains("vote no")
        .anyMatch(words -> words.startsWith("weeks at least"));
    double coverage = boxes.stream().mapToDouble(box -> box.region().sampled().coverage()).sum();
    assertThat(coverage).isGreaterThan(0.95);
  }

  @Test
  void peelsRemoveAtMostTheirShareOrOneValueAndRaiseTheDensity() {
    CaseColumns data = PlantedCases.of(CASES, 8, BOX, 0.1);
    Prim prim = new Prim(data, OPTIONS);
    List<Prim.Box> trajectory = prim.trajectory(IntStream.range(0, CASES).toArray());
    assertThat(trajectory.size()).isGreaterThan(10);
    for (int i = 1; i < trajectory.size(); i++) {
      Prim.Box before = trajectory.get(i - 1);
      Prim.Box box = trajectory.get(i);
      assertThat(box.density()).isGreaterThan(before.density());
      assertThat(box.rows().length).isGreaterThanOrEqualTo(OPTIONS.fewest());
      int changed = -1;
      for (int c = 0; c < box.allowed().length; c++) {
        if (!box.allowed()[c].equals(before.allowed()[c])) {
          assertThat(changed).isEqualTo(-1);
          changed = c;
        }
      }
      int removed = before.rows().length - box.rows().length;
      int values = before.allowed()[changed].cardinality() - box.allowed()[changed].cardinality();
      if (removed > 0 && values > 1) {
        assertThat(removed).isLessThanOrEqualTo((int) (0.05 * before.rows().length));
      }
    }
  }

  @Test
  void pastingGivesBackWhatAGreedyPeelTookTooMuchOf() {
    CaseColumns data = PlantedCases.of(CASES, 9, BOX, 0);
    Prim prim = new Prim(data, OPTIONS);
    List<Prim.Box> trajectory = prim.trajectory(IntStream.range(0, CASES).toArray());
    Prim.Box last = trajectory.get(trajectory.size() - 1);
    // Nothing more can be pasted that would raise the density.
    for (int c = 0; c < last.allowed().length; c++) {
      if (prim.isRestricted(last, c)) {
        Prim.Box wider = prim.without(last, c, IntStream.range(0, CASES).toArray());
        assertThat(wider.density()).isLessThan(last.density());
      }
    }
  }

  @Test
  void quasiPIsTheTailOfTheBinomialDistribution() {
    Prim.Box box = new Prim.Box(new BitSet[0], new int[50], 31);
    Prim.Box without = new Prim.Box(new BitSet[0], new int[200], 92);
    double tail = 1 - new BinomialDistribution(null, 50, 0.46).cumulativeProbability(30);
    assertThat(BoxFinder.quasiP(box, without)).isCloseTo(tail, within(1e-12));
  }

  @Test
  void whereNothingMattersNoRestrictionIsCalledSignificantOften() {
    int boxes = 0;
    for (long seed = 1; seed <= 10; seed++) {
      CaseColumns data = PlantedCases.of(2000, seed, of -> false, 0.6);
      boxes +=
          find(data, 1).stream().anyMatch(box -> box.region().sampled().density() > 0.6) ? 1 : 0;
    }
    // Hits are 30 % of all; chance alone makes no box with coverage twice as dense.
    assertThat(boxes).isZero();
  }

  @Test
  void aStepOfTheTrajectoryCanBeChosen() {
    CaseColumns data = PlantedCases.of(CASES, 10, BOX, 0.1);
    DiscoveredBox box = new BoxFinder(data, OPTIONS, 20).find(1, OptionalInt.of(3)).get(0);
    assertThat(box.chosen()).isEqualTo(3);
    assertThatThrownBy(() -> new BoxFinder(data, OPTIONS, 20).find(1, OptionalInt.of(9999)))
        .isInstanceOf(BoxFinder.StepOutOfRangeException.class);
  }

  @Test
  void valuesThatNoCaseHadAreInsideUnlessTheyLieBeyondACut() {
    // Few cases: most weeks occur in none of them.
    CaseColumns data = PlantedCases.of(300, 11, of -> of[1] >= 260, 0);
    Restriction limit = find(data, 1).get(0).region().limits().get(0);
    assertThat(limit.inWords()).startsWith("at least ");
    assertThat(limit.allowed().nextSetBit(0)).isBetween(250, 275);
    assertThat(limit.allowed().get(519)).isTrue();
  }
}
