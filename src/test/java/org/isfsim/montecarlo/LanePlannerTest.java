package org.isfsim.montecarlo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.isfsim.RuleCopy;
import org.isfsim.Shipped;
import org.isfsim.decision.Decisions;
import org.isfsim.model.Plan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What cases of some kind need not work out. */
final class LanePlannerTest {

  private static final Plan BASELINE = Shipped.baseline(Map.of());

  private static LanePlan plan(Plan plan, Decisions decisions) {
    return LanePlanner.plan(plan, decisions, Tally.countedOf(plan));
  }

  /** The names of all that the cases work out from here on that take a value at each fork. */
  private static Set<String> workedOut(LanePlan lane, Map<String, String> values) {
    Set<String> names = new TreeSet<>();
    Arrays.stream(lane.worksOut())
        .forEach(slot -> names.add(BASELINE.variables().get(slot).name()));
    if (lane.fork().slot() >= 0) {
      var fork = BASELINE.variables().get(lane.fork().slot());
      int value =
          fork.domain()
              .indexOf(values.getOrDefault(fork.name(), ""))
              .orElseThrow(() -> new AssertionError("a value of " + fork.name()));
      names.addAll(workedOut(lane.fork().branches().get(lane.fork().branchOf()[value]), values));
    }
    return names;
  }

  @Test
  void aRejectedTextLeavesNeitherContributorsNorDeploymentToWorkOut() {
    LanePlan lanes = plan(BASELINE, Shipped.decisions());

    assertThat(workedOut(lanes, Map.of("objection", "true", "council", "vetoed")))
        .contains("council.china.vote", "outcome", "aid", "council.yes-votes")
        .noneMatch(name -> name.startsWith("contributors."))
        .doesNotContain("force", "deployment", "endurance", "council.vote-held");
    assertThat(
            workedOut(
                lanes,
                Map.of(
                    "objection",
                    "false",
                    "council",
                    "adopted",
                    "force",
                    "at-yardstick",
                    "gates",
                    "true",
                    "deployment",
                    "whole-area",
                    "endurance",
                    "stays")))
        .contains("contributors.IDN.willing", "force", "deployment", "endurance", "disarmament");
  }

  /** Without this rule, a case in which nothing deploys has no result of the decision. */
  @Test
  void whatMayFailIsWorkedOutEvenIfNobodyAsks(@TempDir Path folder) throws IOException {
    RuleCopy copy =
        new RuleCopy(folder.resolve("rules"))
            .delete("area", "There is no area without a deployment");
    try (Decisions decisions = Decisions.remembering(Shipped.rules(copy.folder()))) {
      LanePlan lanes =
          LanePlanner.plan(BASELINE, decisions, List.of(BASELINE.variable("council.yes-votes")));

      assertThat(workedOut(lanes, Map.of("objection", "true", "council", "vetoed")))
          .contains("area");
    }
    assertThat(
            workedOut(
                LanePlanner.plan(
                    BASELINE, Shipped.decisions(), List.of(BASELINE.variable("council.yes-votes"))),
                Map.of("objection", "true", "council", "vetoed")))
        .doesNotContain("area", "council");
  }
}
