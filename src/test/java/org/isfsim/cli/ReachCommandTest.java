package org.isfsim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.isfsim.SmallScenario;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReachCommandTest {

  private static final String SCENARIO = SmallScenario.TIMED.toString();
  private static final String NAMED =
      Ran.HOME.resolve("scenarios/named-contributors-only.yaml").toString();
  private static final Set<String> ARMED =
      Set.of(
          "deployed-without-mandate",
          "ended-early",
          "observation",
          "peacekeeping",
          "enforcement-dual-command",
          "enforcement-partial-area",
          "enforcement-below-yardstick",
          "enforcement-at-yardstick");

  static JsonNode json(String... args) {
    Ran ran = Ran.isfsim(args);
    assertThat(ran.code()).as(ran.err()).isZero();
    try {
      return new JsonMapper().readTree(ran.out());
    } catch (JacksonException e) {
      throw new AssertionError(ran.out(), e);
    }
  }

  /** The words of a printed command after the name of the program. */
  static String[] words(JsonNode command, String... more) {
    List<String> words = new ArrayList<>(List.of(command.asString().split(" ")));
    words.remove(0);
    words.addAll(List.of(more));
    return words.toArray(String[]::new);
  }

  @Test
  void eachOutcomeHasACaseThatReplaysOrAReason() {
    JsonNode answer = json("reach", SCENARIO, "--format", "json");
    assertThat(answer.get("outcomes")).hasSize(13);
    double total = 0;
    int typical = 0;
    int replayable = 0;
    for (JsonNode outcome : answer.get("outcomes")) {
      if (outcome.get("reachable").asString().equals("yes")) {
        total += outcome.get("probability").asDouble();
        for (JsonNode of : outcome.get("typical")) {
          assertThat(of.get("given").asDouble()).isBetween(0.5, 1 + 1e-12);
          assertThat(of.get("before").asDouble()).isLessThan(of.get("given").asDouble());
          typical++;
        }
        JsonNode replayed = json(words(outcome.get("case").get("command"), "--format", "json"));
        assertThat(replayed.get("outcome")).isEqualTo(outcome.get("outcome"));
        JsonNode drawn = outcome.get("drawn");
        if (drawn != null) {
          replayable++;
          JsonNode again = json(words(drawn.get("command"), "--format", "json"));
          assertThat(again.get("outcome")).isEqualTo(outcome.get("outcome"));
        }
      } else {
        // One of each is tried: every run is a walk.
        JsonNode way = outcome.get("reachedBy").get(0);
        JsonNode run = json(words(way.get("command"), "--cases", "0", "--format", "json"));
        assertThat(run.get("outcomes"))
            .as(way.get("command").asString())
            .anyMatch(
                of ->
                    of.get("outcome").equals(outcome.get("outcome"))
                        && of.get("reachable").asString().equals("yes"));
        assertThat(outcome.get("wouldHaveToChange")).isNotEmpty();
        // What cannot be proved is not said to exclude it.
        assertThat(outcome.get("excludedBy").isEmpty())
            .isEqualTo(!outcome.get("complete").asBoolean());
      }
    }
    assertThat(total).isBetween(1 - 1e-9, 1 + 1e-9);
    assertThat(typical).isPositive();
    assertThat(replayable).isPositive();
  }

  private static String[] of(String command, List<String> words, String... more) {
    return Stream.concat(Stream.concat(Stream.of(command), words.stream()), Stream.of(more))
        .toArray(String[]::new);
  }

  @Test
  void withNamedContributorsAndTheWideVetoEveryArmedDeploymentIsExcluded() {
    String wide = "contingent.veto-scope=all-muslim-majority";
    List<String> words = new ArrayList<>(List.of(NAMED, "--set", wide));
    SmallScenario.DURATIONS.forEach(duration -> words.addAll(List.of("--set", duration)));
    Ran text = Ran.isfsim(of("reach", words, "--outcome", "ended-early"));
    // What excludes one of them is enough: each is a search of its own.
    JsonNode answer = json(of("run", words, "--cases", "0", "--format", "json"));
    int armed = 0;
    for (JsonNode outcome : answer.get("outcomes")) {
      if (ARMED.contains(outcome.get("outcome").asString())) {
        assertThat(outcome.get("reachable").asString()).isEqualTo("no");
        armed++;
      }
    }
    assertThat(armed).isEqualTo(ARMED.size());
    // Where a line is broken says nothing.
    assertThat(text.out().replaceAll("\\s+", " "))
        .contains(
            "ended-early: no",
            "unreachable as long as contingent.veto-scope=all-muslim-majority, and contributors",
            "any one of (contingent.veto-scope, contributors, contributors.ARE.muslim-majority,"
                + " contributors.AZE.muslim-majority, contributors.EGY.muslim-majority,"
                + " contributors.IDN.muslim-majority) changes");
  }

  @Test
  void oneOutcomeIsToldWithWhatIsEnoughForItAndTheRulesOnTheWay() {
    JsonNode answer =
        json("reach", SCENARIO, "--outcome", "not-adopted-veto", "--sides", "--format", "json");
    JsonNode outcome = answer.get("outcomes").get(0);
    assertThat(answer.get("outcomes")).hasSize(1);
    assertThat(outcome.get("conditions").get("enough").findValuesAsString("address"))
        .isNotEmpty()
        .containsAnyOf("council.china.vote", "council.russia.vote")
        .doesNotContain("contributors.IDN.troops");
    assertThat(outcome.get("conditions").get("way").findValuesAsString("decision"))
        .contains("outcome", "council");
    assertThat(answer.get("sides").findValuesAsString("parameter"))
        .contains("contingent.veto-scope");
    assertThat(answer.get("sides"))
        .allSatisfy(side -> assertThat(side.get("reachable")).hasSize(1));
  }

  @Test
  void anUnknownOutcomeIsAProblem() {
    Ran ran = Ran.isfsim("reach", SCENARIO, "--outcome", "peacekeping");
    assertThat(ran.code()).isEqualTo(ExitCode.INVALID);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err())
        .contains("there is no outcome \"peacekeping\"", "did you mean \"peacekeeping\"?");
  }

  @Test
  void whatWasObservedExcludesAnOutcomeAndTheRulesDoNot() {
    String[] words = {"reach", SCENARIO, "--outcome", "no-vote", "--observed", "council = adopted"};
    Ran ran = Ran.isfsim(words);
    assertThat(ran.code()).as(ran.err()).isZero();
    assertThat(ran.out())
        .contains("Excluded by what was observed whatever the settings")
        .doesNotContain("by the rules");
  }

  @Test
  void columnsAreNamedAsInOtherTables() {
    Ran ran = Ran.isfsim("reach", SCENARIO, "--outcome", "no-vote", "--format", "csv");
    String head = ran.out().lines().findFirst().orElseThrow();
    assertThat(List.of(head.split(","))).allMatch(name -> name.matches("[a-z0-9_]+"));
    assertThat(head).contains("by_rules");
  }
}
