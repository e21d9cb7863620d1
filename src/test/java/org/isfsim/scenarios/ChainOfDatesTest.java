package org.isfsim.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.isfsim.RandomScenario;
import org.isfsim.Replay;
import org.isfsim.Shipped;
import org.isfsim.model.Milestone;
import org.isfsim.model.Plan;
import org.isfsim.scenario.Selection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The second and the third law of the chain: no effect before its cause, and one state of security
 * at a time. The dates are read from the milestones and the states from the columns of decisions;
 * nothing of the model's own quantities is used. A single case that breaks a law fails; a test that
 * should pass never fails by chance.
 */
final class ChainOfDatesTest {

  private static final int CASES = 20_000;
  private static final long SEED = 7;

  /** What must have happened before or in the week in which a milestone is reached. */
  private static final Map<String, List<String>> NEEDS =
      Map.of(
          "contributions-complete", List.of(),
          "first-troops", List.of("contributions-complete"),
          "force-at-strength", List.of("first-troops"),
          "disarmament-begun", List.of("first-troops"),
          "disarmament-verified", List.of("disarmament-begun"),
          "end-of-presence", List.of("first-troops"));

  static List<Path> files() {
    return Shipped.scenarioFiles();
  }

  static Stream<Long> seeds() {
    return LawSeeds.stream();
  }

  /** Reads a case and says what is out of order in it. */
  private static final class Reading {

    private final Plan plan;
    private final Replay replay;
    private final Map<String, Integer> weeks = new HashMap<>();
    private final List<String> wrong;
    private final Set<String> seen;

    Reading(Plan plan, Replay replay, List<String> wrong, Set<String> seen) {
      this.plan = plan;
      this.replay = replay;
      this.wrong = wrong;
      this.seen = seen;
      for (Milestone milestone : plan.milestones()) {
        int week = replay.number(milestone.week().name());
        if (week <= plan.horizonWeeks()) {
          weeks.put(milestone.name(), week);
          seen.add(milestone.name());
        }
      }
    }

    private boolean has(String milestone) {
      return weeks.containsKey(milestone);
    }

    private int week(String milestone) {
      return weeks.getOrDefault(milestone, Integer.MAX_VALUE);
    }

    private void require(boolean holds, String what) {
      if (!holds) {
        wrong.add("case %d: %s, %s".formatted(replay.row().number(), what, weeks));
      }
    }

    void dates() {
      NEEDS.forEach(
          (later, earlier) ->
              earlier.forEach(
                  need ->
                      require(
                          !has(later) || week(need) <= week(later), need + " before " + later)));
      boolean adopted = replay.text("council").equals("adopted");
      require(!adopted || has("vote"), "a text is adopted by a vote");
      boolean mandateFirst = replay.text("board.needs-adoption").equals("true");
      if (has("board")) {
        require(!mandateFirst || adopted && week("vote") <= week("board"), "vote before Board");
      }
      if (has("handover")) {
        require(!mandateFirst || week("vote") <= week("handover"), "vote before handover");
        boolean board = replay.text("administration").equals("board-of-peace");
        require(!board || week("board") <= week("handover"), "Board before handover");
      }
      if (has("first-troops") && adopted) {
        require(week("vote") <= week("first-troops"), "vote before first troops");
        boolean waits = replay.is("mandate.waits-for-board");
        boolean board = replay.text("administration").equals("board-of-peace");
        require(!waits || !board || week("board") <= week("first-troops"), "Board before troops");
      }
      if (has("police-operating")) {
        require(adopted && week("vote") <= week("police-operating"), "vote before police");
        boolean byForce = replay.text("police.trainer").equals("force") && has("first-troops");
        if (byForce) {
          seen.add("police by the force");
          require(week("first-troops") < week("police-operating"), "first troops before police");
          require(week("police-operating") < week("end-of-presence"), "police before the end");
        }
      }
      for (String ofForce :
          List.of("force-at-strength", "disarmament-begun", "disarmament-verified")) {
        require(
            !has(ofForce) || week(ofForce) < week("end-of-presence"), ofForce + " before the end");
      }
      require(
          !has("end-of-presence") || week("first-troops") < week("end-of-presence"),
          "a presence that ends has lasted");
      if (has("first-troops") && adopted && !replay.is("mandate.extended")) {
        int end = replay.number("mandate.end-week");
        require(week("first-troops") <= end, "no first troops after the mandate");
        require(
            end >= plan.horizonWeeks() || week("end-of-presence") <= end,
            "a presence ends with its mandate");
      }
    }

    /** The dates from the end of a ceasefire on until it is restored, if it is. */
    private boolean isBroken(int week) {
      int end = week("end-of-ceasefire");
      boolean restored = replay.is("ceasefire.restored");
      int again = end + replay.number("ceasefire.restoration-weeks");
      return end <= week && !(restored && again <= week);
    }

    void security() {
      boolean deployed = !replay.text("deployment").equals("none");
      require(deployed == has("first-troops"), "a deployment and its first troops");
      if (!deployed) {
        return;
      }
      int first = week("first-troops");
      boolean broken = isBroken(first);
      boolean high = replay.text("operations").equals("high-intensity");
      boolean concurrent = replay.text("deployment.sequence").equals("concurrent");
      require(!high || broken, "no high-intensity operations beside a holding ceasefire");
      require(!broken || concurrent, "after combat means under a ceasefire");
      require(
          !broken || !replay.text("deployment").equals("whole-area"),
          "no whole area while fighting goes on");
      require(
          !broken || replay.text("disarmament").equals("none"),
          "no disarmament by a force that arrives in fighting");
      int end = week("end-of-ceasefire");
      boolean endsBeside = end > first && has("end-of-ceasefire");
      require(
          broken || endsBeside || !replay.text("operations-throughout").equals("high-intensity"),
          "no high-intensity operations where the ceasefire holds throughout");
      require(
          !endsBeside || !replay.text("area").equals("whole"),
          "no whole area when the ceasefire ends beside the force");
      require(
          !endsBeside || !has("disarmament-begun") || week("disarmament-begun") < end,
          "no disarmament begins after the ceasefire");
      require(
          !endsBeside || !has("disarmament-verified") || week("disarmament-verified") < end,
          "no disarmament is verified after the ceasefire");
      boolean brokenOff = replay.text("endurance").equals("broken-off");
      require(!brokenOff || broken || endsBeside, "nothing breaks off while the ceasefire holds");
      require(!high || replay.text("results").equals("false"), "no results amid combat");
      seen.add(broken ? "arrives in fighting" : "arrives under a ceasefire");
      seen.add(high ? "high-intensity" : "no high-intensity");
    }
  }

  private static List<String> wrong(Plan plan, Set<String> seen) {
    Replay replay = new Replay(plan, SEED);
    List<String> wrong = new ArrayList<>();
    for (int number = 1; number <= CASES && wrong.size() < 10; number++) {
      Reading reading = new Reading(plan, replay.at(number), wrong, seen);
      reading.dates();
      reading.security();
    }
    return wrong;
  }

  @ParameterizedTest
  @MethodSource("files")
  void datesFollowTheChainAndThereIsOneStateOfSecurityInEveryCase(Path file) {
    assertThat(wrong(Shipped.plan(file, Selection.NONE), new TreeSet<>())).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void theyDoSoInScenariosMadeAtRandom(long seed, @TempDir Path folder) {
    assertThat(wrong(RandomScenario.wide(seed, folder), new TreeSet<>())).isEmpty();
  }

  @Test
  void theCasesThatAreReadTakeEveryBranchOfTheReading() {
    Set<String> seen = new TreeSet<>();
    wrong(Shipped.plan(Shipped.SCENARIOS.resolve("operations-go-on.yaml"), Selection.NONE), seen);
    wrong(Shipped.plan(Shipped.SCENARIOS.resolve("no-veto.yaml"), Selection.NONE), seen);
    Plan peaceful =
        Shipped.baseline(
            Map.of(
                "ceasefire.lasts-weeks",
                "500",
                "council.china.vote",
                "yes",
                "council.russia.vote",
                "yes",
                "police.vetted",
                "true",
                "disarmament.duration-weeks",
                "20"));
    wrong(peaceful, seen);
    assertThat(seen)
        .containsAll(Shipped.baseline(Map.of()).milestones().stream().map(Milestone::name).toList())
        .contains(
            "police by the force",
            "arrives in fighting",
            "arrives under a ceasefire",
            "high-intensity",
            "no high-intensity");
  }
}
