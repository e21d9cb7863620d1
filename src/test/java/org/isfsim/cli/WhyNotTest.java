package org.isfsim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class WhyNotTest {

  private static final String BASELINE = Ran.HOME.resolve("scenarios/baseline.yaml").toString();
  private static final String GOAL = "enforcement-at-yardstick";

  /** The number of the first case that ends as not deployed. */
  private static final String NUMBER =
      ReachCommandTest.json(
              "explain", BASELINE, "--observed", "outcome = not-deployed", "--format", "json")
          .get("case")
          .asString();

  @Test
  void whatStoodInTheWayIsListedAndEachChangeLeadsThere() {
    JsonNode answer =
        ReachCommandTest.json(
            "explain", BASELINE, "--case", NUMBER, "--why-not", GOAL, "--format", "json");
    assertThat(answer.get("outcome").asString()).isEqualTo("not-deployed");
    assertThat(answer.get("endsSo").asBoolean()).isFalse();
    assertThat(answer.get("obstacle").get("decision").asString()).isEqualTo("outcome");
    assertThat(answer.get("obstacle").get("because").get(0).get("rule").asString())
        .isEqualTo("A force was ready and did not deploy");
    assertThat(answer.get("obstacle").findValuesAsString("parameter")).isNotEmpty();
    assertThat(answer.get("changes").findValuesAsString("kind"))
        .startsWith("levers", "uncertainties", "switches");
    int sets = 0;
    for (JsonNode list : answer.get("changes")) {
      for (JsonNode set : list.get("sets")) {
        sets++;
        JsonNode replayed =
            ReachCommandTest.json(ReachCommandTest.words(set.get("command"), "--format", "json"));
        assertThat(replayed.get("outcome").asString()).isEqualTo(GOAL);
      }
    }
    assertThat(sets).isPositive();
  }

  @Test
  void aSwitchThatWouldHaveToBeJudgedOtherwiseNamesTheSourcesOfBothSides() {
    JsonNode answer =
        ReachCommandTest.json(
            "explain",
            BASELINE,
            "--set",
            "text.tasks=enforcement",
            "--set",
            "contingent.veto-scope=all-muslim-majority",
            "--set",
            "contributors.OTHER.willing=false",
            "--set",
            "council.china.vote=abstain",
            "--set",
            "council.russia.vote=abstain",
            "--set",
            "council.france.vote=yes",
            "--set",
            "council.united-kingdom.vote=yes",
            "--set",
            "council.elected-yes=9",
            "--set",
            "contributors.IDN.willing=true",
            "--set",
            "contributors.IDN.accepts-parallel-operations=true",
            "--set",
            "israel.grants-access=false",
            "--why-not",
            "not-deployed",
            "--format",
            "json");
    assertThat(answer.get("outcome").asString()).isEqualTo("no-contingents");
    JsonNode switches = answer.get("changes").get(2);
    assertThat(switches.get("kind").asString()).isEqualTo("switches");
    assertThat(switches.get("sets").findValuesAsString("conflict")).contains("C1");
    assertThat(switches.get("sets").get(0).toString()).contains("S003-16");
  }

  @Test
  void aCaseThatEndsSoAlreadyIsSaidToDoSo() {
    Ran ran = Ran.isfsim("explain", BASELINE, "--case", NUMBER, "--why-not", "not-deployed");
    assertThat(ran.code()).isZero();
    assertThat(ran.out()).contains("ends as not-deployed already");
  }

  @Test
  void theTextNamesActualAndRequiredAndGivesACommand() {
    Ran ran = Ran.isfsim("explain", BASELINE, "--case", NUMBER, "--why-not", GOAL);
    assertThat(ran.code()).isZero();
    assertThat(ran.out())
        .contains("What stood in the way", "required", "a way:", "because:")
        .contains("Levers: do otherwise", "Uncertainties: happen otherwise")
        .contains("Switches: judge otherwise", "isfsim explain", "--case " + NUMBER);
  }

  @Test
  void anUnknownOutcomeIsAProblem() {
    Ran ran = Ran.isfsim("explain", BASELINE, "--why-not", "not-deploied");
    assertThat(ran.code()).isEqualTo(ExitCode.INVALID);
    assertThat(ran.err()).contains("did you mean \"not-deployed\"?");
  }

  @Test
  void theCommandThatShowsARuleNamesTheFolder() {
    String rules = Ran.HOME.resolve("rules").toString();
    Ran ran =
        Ran.isfsim("explain", BASELINE, "--case", NUMBER, "--why-not", GOAL, "--rules", rules);
    assertThat(ran.out().replaceAll("\\s+", " "))
        .contains("isfsim rules show DECISION --rules " + rules + ".");
  }
}
