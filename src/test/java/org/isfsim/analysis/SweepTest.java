package org.isfsim.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.isfsim.Exactly;
import org.isfsim.Shipped;
import org.isfsim.exact.TooLargeException;
import org.isfsim.model.Plan;
import org.junit.jupiter.api.Test;

class SweepTest {

  private static final double SAME = 1e-12;

  private static SweepTable sweep(List<Statement> measures, SweepAxis... axes)
      throws TooLargeException {
    return new Sweep(List.of(axes), measures, Small::plan, Shipped.decisions()).run(what -> {});
  }

  private static SweepAxis parameter(String address, boolean isNumber, String... values) {
    return new SweepAxis(address, List.of(values), true, isNumber);
  }

  private static void assertWalk(SweepTable.Point point, Map<String, String> sets) {
    Plan plan = Small.plan(sets);
    assertThat(point.outcome().orElseThrow())
        .containsExactly(new Exactly(plan).of(List.of(plan.outcome())).get(0), within(SAME));
  }

  @Test
  void everyPointIsWhatSettingItsValuesGives() throws TooLargeException {
    Statement whole = Small.statement("area = whole");
    SweepTable table =
        sweep(
            List.of(whole),
            parameter("text.tasks", false, "enforcement", "observation"),
            parameter("council.elected-yes", true, "9", "5", "7"));
    assertThat(table.points()).hasSize(6);
    assertWalk(table.point(0, 1), Map.of("council.elected-yes", "5"));
    assertWalk(table.point(1, 2), Map.of("text.tasks", "observation", "council.elected-yes", "7"));
    Question question =
        Question.of(
            Small.plan(Map.of("text.tasks", "observation", "council.elected-yes", "9")),
            List.of(whole));
    assertThat(table.point(1, 0).measure()[0])
        .isCloseTo(new Exactly(question.plan()).of(question.flags()).get(0)[1], within(SAME));
  }

  @Test
  void bandsAndNumbersOfDistributionsAreSweptToo() throws TooLargeException {
    SweepAxis weight =
        new SweepAxis("council.china.vote.choice.no", List.of("1", "8"), false, true);
    SweepTable table = sweep(List.of(), weight, parameter("text.tasks", false, "peacekeeping"));
    assertWalk(
        table.point(1, 0),
        Map.of("council.china.vote.choice.no", "8", "text.tasks", "peacekeeping"));
    SweepAxis band = new SweepAxis("bands.force.troops", List.of("[2000, 40000]"), false, false);
    assertWalk(sweep(List.of(), band).point(0), Map.of("bands.force.troops", "[2000, 40000]"));
  }

  @Test
  void aThresholdLiesBetweenNeighbouringValuesOfTheDomain() throws TooLargeException {
    SweepTable table = sweep(List.of(), parameter("council.elected-yes", true, "0", "10"));
    assertThat(table.thresholds()).hasSize(1);
    SweepTable.Threshold threshold = table.thresholds().get(0);
    int below = Integer.parseInt(threshold.below());
    assertThat(Integer.parseInt(threshold.above())).isEqualTo(below + 1);
    assertThat(mostLikely(below)).isEqualTo(threshold.before());
    assertThat(mostLikely(below + 1)).isEqualTo(threshold.after()).isNotEqualTo(threshold.before());
  }

  private static String mostLikely(int electedYes) {
    Plan plan = Small.plan(Map.of("council.elected-yes", String.valueOf(electedYes)));
    return new Exactly(plan)
        .outcomes().entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey();
  }
}
