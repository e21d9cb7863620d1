package org.isfsim.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.isfsim.Replay;
import org.isfsim.Shipped;
import org.isfsim.scenario.Contributor;
import org.isfsim.scenario.Selection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Dates and sums of whole cases, worked out a second time from the values that were drawn. */
final class TimelineTest {

  private static final int CASES = 3_000;
  private static final long SEED = 7;

  /** A case in which everything goes as the plan hopes; tests change one thing. */
  private static Map<String, String> smooth() {
    Map<String, String> given = new LinkedHashMap<>();
    given.put("council.vote-held", "true");
    given.put("council.vote-week", "3");
    given.put("council.china.vote", "abstain");
    given.put("council.russia.vote", "abstain");
    given.put("council.france.vote", "yes");
    given.put("council.united-kingdom.vote", "yes");
    given.put("council.elected-yes", "8");
    given.put("contributors.OTHER.willing", "true");
    given.put("contributors.OTHER.accepts-parallel-operations", "true");
    given.put("contributors.OTHER.will-disarm", "true");
    given.put("contributors.OTHER.troops", "20000");
    given.put("force.generation-weeks", "4");
    given.put("board.established-week", "5");
    given.put("phase-one.complete-week", "6");
    given.put("force.deployment-weeks", "2");
    given.put("israel.accepts-text", "true");
    given.put("israel.grants-access", "true");
    given.put("idf.operations-beside", "none");
    given.put("ceasefire.lasts-weeks", "500");
    given.put("endurance.contributors-leave", "false");
    return given;
  }

  private static Replay smoothWith(String... addressesAndValues) {
    Map<String, String> given = smooth();
    for (int i = 0; i < addressesAndValues.length; i += 2) {
      given.put(addressesAndValues[i], addressesAndValues[i + 1]);
    }
    return new Replay(Shipped.baseline(Map.of()), SEED).at(1, given);
  }

  @Test
  void firstTroopsComeWhenTheLastGateIsOpenAndTheLagIsOver() {
    assertThat(smoothWith().number("time.first-troops")).isEqualTo(3 + 4 + 2);
    assertThat(smoothWith("board.established-week", "30").number("time.first-troops"))
        .isEqualTo(30 + 2);
    assertThat(smoothWith("phase-one.complete-week", "40").number("time.first-troops"))
        .isEqualTo(40 + 2);
  }

  @Test
  void aDeploymentUpToTheTargetIsOnTime() {
    assertThat(smoothWith("force.generation-weeks", "7").text("on-time")).isEqualTo("true");
    assertThat(smoothWith("force.generation-weeks", "8").text("on-time")).isEqualTo("false");
    assertThat(smoothWith("force.generation-weeks", "8").text("deployment.timing"))
        .isEqualTo("late");
  }

  @Test
  void anEndedCeasefireNeedNotEndTheForce() {
    Replay kept = smoothWith("ceasefire.lasts-weeks", "50", "endurance.outlasts-ceasefire", "true");
    assertThat(kept.number("time.ceasefire-end")).isEqualTo(50);
    assertThat(kept.text("endurance")).isEqualTo("stays");
    assertThat(kept.number("time.presence-end")).isEqualTo(113);
    assertThat(kept.text("outcome")).isNotEqualTo("ended-early");

    Replay broken =
        smoothWith("ceasefire.lasts-weeks", "50", "endurance.outlasts-ceasefire", "false");
    assertThat(broken.text("endurance")).isEqualTo("broken-off");
    assertThat(broken.number("time.presence-end")).isEqualTo(50);
    assertThat(broken.text("outcome")).isEqualTo("ended-early");
  }

  @Test
  void anEarlyEndKeepsWhatTheDeploymentHadBeen() {
    Replay broken =
        smoothWith(
            "ceasefire.lasts-weeks", "50",
            "endurance.outlasts-ceasefire", "false",
            "command.rules-shared", "true",
            "command.defined-space", "true");
    assertThat(broken.text("outcome")).isEqualTo("ended-early");
    assertThat(broken.text("stage")).isEqualTo("enforcement-at-yardstick");
  }

  @Test
  void contributorsThatLeaveEndThePresenceWhenTheyHaveLeft() {
    Map<String, String> given = smooth();
    given.put("idf.operations-beside", "strikes");
    given.put("idf.operations", "none");
    given.put("endurance.contributors-leave", "true");
    given.put("endurance.withdrawal-weeks", "20");
    for (Contributor contributor : Shipped.baseline(Map.of()).scenario().contributors()) {
      given.put("contributors." + contributor.id() + ".accepts-parallel-operations", "false");
    }
    Replay left = new Replay(Shipped.baseline(Map.of()), SEED).at(1, given);

    assertThat(left.is("pool.all-uneasy")).isTrue();
    assertThat(left.text("endurance")).isEqualTo("withdrawn");
    assertThat(left.number("time.presence-end")).isEqualTo(9 + 20);
  }

  /** The scenarios and values of the second calculation, so that every branch of it is taken. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "baseline.yaml",
        "baseline.yaml board.gates-deployment=false phase-one.gates-deployment=false",
        "baseline.yaml ceasefire.delay-strains=false deployment.sequence=concurrent",
        "baseline.yaml force.ceiling=5000 contributors.EGY.gives=trainers",
        "precedent-sized-force.yaml",
        "force-without-mandate.yaml"
      })
  void everyDateAndSumIsWhatTheDrawnValuesGive(String words) {
    Plan plan = plan(words);
    Replay replay = new Replay(plan, SEED);
    Set<String> seen = new HashSet<>();
    for (int number = 1; number <= CASES; number++) {
      replay.at(number);
      force(plan, replay, seen);
      timeline(plan, replay, seen);
    }
    assertThat(seen)
        .contains("deployed", "not deployed", "ceasefire ended", "presence ended", "ceiling");
  }

  private static Plan plan(String words) {
    String[] parts = words.split(" ");
    Map<String, String> sets = new HashMap<>();
    for (int i = 1; i < parts.length; i++) {
      String[] set = parts[i].split("=");
      sets.put(set[0], set[1]);
    }
    return Shipped.plan(Shipped.SCENARIOS.resolve(parts[0]), Selection.ofSets(sets));
  }

  private static void force(Plan plan, Replay replay, Set<String> seen) {
    int troops = 0;
    int free = 0;
    int contingents = 0;
    int atEase = 0;
    boolean trainers = false;
    for (Contributor contributor : plan.scenario().contributors()) {
      String prefix = "contributors." + contributor.id() + ".";
      String result = replay.text("contingent." + contributor.id());
      if (!result.startsWith("available")) {
        continue;
      }
      if (replay.text(prefix + "gives").equals("trainers")) {
        trainers = true;
        continue;
      }
      troops += replay.number(prefix + "troops");
      free += result.equals("available") ? replay.number(prefix + "troops") : 0;
      contingents++;
      atEase += replay.is(prefix + "accepts-parallel-operations") ? 1 : 0;
    }
    int ceiling = replay.number("force.ceiling");
    if (troops > ceiling) {
      seen.add("ceiling");
    }
    assertThat(replay.number("force.troops"))
        .isEqualTo(Math.min(Math.min(troops, 60_000), ceiling));
    assertThat(replay.number("force.troops-free-to-disarm"))
        .isEqualTo(Math.min(Math.min(free, 60_000), ceiling));
    assertThat(replay.is("pool.all-uneasy")).isEqualTo(contingents > 0 && atEase == 0);
    assertThat(replay.is("pool.trainers." + lastContributor(plan))).isEqualTo(trainers);
    assertThat(replay.text("force").equals("none")).isEqualTo(replay.number("force.troops") == 0);
  }

  private static String lastContributor(Plan plan) {
    var contributors = plan.scenario().contributors();
    return contributors.get(contributors.size() - 1).id();
  }

  private static void timeline(Plan plan, Replay replay, Set<String> seen) {
    int never = plan.horizonWeeks() + 1;
    boolean adopted = replay.text("council").equals("adopted");
    int ready = replay.number("council.vote-week") + replay.number("force.generation-weeks");
    if (adopted && replay.is("board.gates-deployment")) {
      ready = Math.max(ready, replay.number("board.established-week"));
    }
    if (adopted && replay.is("phase-one.gates-deployment")) {
      ready = Math.max(ready, replay.number("phase-one.complete-week"));
    }
    int planned =
        ready >= never ? never : Math.min(never, ready + replay.number("force.deployment-weeks"));
    assertThat(replay.number("time.planned")).isEqualTo(planned);

    boolean deployed = !replay.text("deployment").equals("none");
    seen.add(deployed ? "deployed" : "not deployed");
    int first = deployed ? planned : never;
    assertThat(replay.number("time.first-troops")).isEqualTo(first);
    assertThat(deployed && planned == never).isFalse();

    int ceasefireEnd = replay.number("time.ceasefire-end");
    int withdrawal = Math.min(never, first + replay.number("endurance.withdrawal-weeks"));
    int presenceEnd =
        switch (replay.text("endurance")) {
          case "broken-off" -> ceasefireEnd;
          case "withdrawn" -> withdrawal;
          default -> never;
        };
    seen.add(ceasefireEnd < never ? "ceasefire ended" : "ceasefire held");
    seen.add(presenceEnd < never ? "presence ended" : "presence stays");
    assertThat(replay.number("time.presence-end")).isEqualTo(presenceEnd);
    if (presenceEnd < never) {
      assertThat(presenceEnd).isGreaterThan(first);
    }
    int strength = Math.min(never, first + replay.number("force.build-up-weeks"));
    assertThat(replay.number("date.at-strength"))
        .isEqualTo(strength < presenceEnd ? strength : never);
    disarmament(replay, never, first, presenceEnd);
    milestones(plan, replay, never);
  }

  private static void disarmament(Replay replay, int never, int first, int presenceEnd) {
    int begins = Math.min(never, first + replay.number("disarmament.begin-weeks"));
    int completes = Math.min(never, begins + replay.number("disarmament.duration-weeks"));
    String disarmament = replay.text("disarmament");
    assertThat(replay.number("date.disarmament-begun"))
        .isEqualTo(disarmament.equals("none") ? never : begins);
    assertThat(replay.number("date.disarmament-verified"))
        .isEqualTo(disarmament.equals("verified") ? completes : never);
    if (!disarmament.equals("none")) {
      assertThat(begins).isLessThan(presenceEnd);
    }
    if (disarmament.equals("verified")) {
      assertThat(completes).isLessThan(presenceEnd);
    }
  }

  private static void milestones(Plan plan, Replay replay, int never) {
    for (Milestone milestone : plan.milestones()) {
      int week = replay.number(milestone.week().name());
      LocalDate date = plan.date(week);
      assertThat(!date.isAfter(plan.scenario().horizon()))
          .as("%s in week %d", milestone.name(), week)
          .isEqualTo(week != never);
    }
  }
}
