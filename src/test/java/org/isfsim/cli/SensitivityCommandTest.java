package org.isfsim.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.Map;
import org.isfsim.SmallScenario;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class SensitivityCommandTest {

  private static final String SMALL = SmallScenario.FILE.toString();

  /** Where a line is broken says nothing. */
  private static String words(String text) {
    return text.replaceAll("\\s+", " ");
  }

  @Test
  void aReaderSeesWhatMovesAnOutcomeAndWhichDisagreementMatters() {
    Ran ran = Ran.isfsim("sensitivity", SMALL, "--outcome", "no-contingents");
    assertThat(ran.code()).as(ran.err()).isZero();
    assertThat(words(ran.out()))
        .contains("no-contingents: 5.4 %")
        .containsPattern("Israel bars \\(contingent.veto-scope\\).*2.9 % 5.4 % 11.6 %")
        .contains("C1, Whose armed contingents Israel bars")
        .contains("turkey-only by S000-14; all-muslim-majority by S003-16")
        .contains("share of the variance");
    assertThat(ran.out().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThan(81));
  }

  @Test
  void theTablesOfAllFormatsSayTheSame() {
    String[] asked = {"sensitivity", SMALL, "--indicator", "authority", "--saltelli", "200"};
    JsonNode json =
        ReachCommandTest.json(
            asked[0], asked[1], asked[2], asked[3], asked[4], asked[5], "--format", "json");
    JsonNode strongest = json.get("tables").get("indices").get(0);
    assertThat(strongest.get("target").asString()).isEqualTo("authority=none");
    for (String table : new String[] {"indices", "sources"}) {
      Ran csv =
          Ran.isfsim(
              asked[0],
              asked[1],
              asked[2],
              asked[3],
              asked[4],
              asked[5],
              "--format",
              "csv",
              "--table",
              table);
      assertThat(csv.code()).as(csv.err()).isZero();
      long columns = csv.out().lines().findFirst().orElseThrow().split(",", -1).length;
      assertThat(columns).isGreaterThan(3);
      assertThat(csv.out().lines().count()).isGreaterThan(3);
      if (table.equals("indices")) {
        assertThat(csv.out())
            .contains(
                "authority=none,"
                    + strongest.get("probability").asString()
                    + ","
                    + strongest.get("parameter").asString()
                    + ",");
      }
    }
    Ran page = Ran.isfsim("sensitivity", SMALL, "--indicator", "authority", "--format", "md");
    assertThat(page.out()).startsWith("# ").contains("| parameter | lowest | at |");
    Map<String, Double> probability = new HashMap<>();
    for (JsonNode of : json.get("tables").get("indices")) {
      probability.put(of.get("target").asString(), of.get("probability").asDouble());
    }
    assertThat(probability.values().stream().mapToDouble(p -> p).sum()).isCloseTo(1, within(1e-9));
    assertThat(json.get("sampled").get("pairs").asInt()).isEqualTo(200);
  }

  @Test
  void totalIndicesAreAtLeastFirstOrderOnes() {
    JsonNode json =
        ReachCommandTest.json(
            "sensitivity", SMALL, "--indicator", "authority", "--total", "--format", "json");
    assertThat(json.get("tables").get("overall")).isNotEmpty();
    assertThat(json.get("notWorkedOut")).isEmpty();
    for (JsonNode row : json.get("tables").get("overall")) {
      assertThat(row.get("total").asDouble())
          .isGreaterThanOrEqualTo(row.get("first").asDouble() - 1e-12);
    }
  }

  @Test
  void everyNameThatIsNotKnownIsAProblem() {
    Ran ran =
        Ran.isfsim(
            "sensitivity",
            SMALL,
            "--outcome",
            "peacekeping",
            "--indicator",
            "aid=bloked",
            "--indicator",
            "legitimcy");
    assertThat(ran.code()).isEqualTo(ExitCode.INVALID);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err())
        .contains("there is no outcome \"peacekeping\"", "did you mean \"peacekeeping\"?")
        .contains("the indicator aid is never \"bloked\"; allowed: blocked, restricted")
        .contains("there is no indicator \"legitimcy\"", "did you mean \"legitimacy\"?")
        .contains("3 problems.");
    assertThat(Ran.isfsim("sensitivity", SMALL, "--saltelli", "5").code())
        .isEqualTo(ExitCode.USAGE);
  }
}
