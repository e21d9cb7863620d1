package org.isfsim.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.isfsim.SmallScenario;
import org.isfsim.study.Variant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class CompareCommandTest {

  private static final String SMALL = SmallScenario.FILE.toString();

  /** Durations set, so that a walk takes little time. */
  private static final List<String> SHORT =
      List.of(
          "--set", "council.vote-week=4",
          "--set", "board.establishment-weeks=10",
          "--set", "phase-one.complete-week=12",
          "--set", "force.generation-weeks=10",
          "--set", "disarmament.begin-weeks=8",
          "--set", "disarmament.duration-weeks=20",
          "--set", "endurance.withdrawal-weeks=10",
          "--cases", "500");

  private static String[] compare(String... more) {
    List<String> args = new ArrayList<>(List.of("compare", SMALL));
    args.addAll(SHORT);
    args.addAll(List.of(more));
    return args.toArray(String[]::new);
  }

  @Test
  void oneDocumentHoldsEveryTable() {
    JsonNode answer =
        ReachCommandTest.json(
            compare(
                "--policy", "as-documented",
                "--variant", "wide: contingent.veto-scope=all-muslim-majority",
                "--require", "area != none",
                "--avoid", "endurance = withdrawn",
                "--at-least", "2%",
                "--format", "json"));
    assertThat(answer.get("alternatives").findValuesAsString("name"))
        .containsExactly("as-documented", "wide");
    assertThat(answer.get("objectives").toString())
        .contains("area != none", "not (endurance = withdrawn)");
    JsonNode tables = answer.get("tables");
    double total = 0;
    for (JsonNode row : tables.get("comparison")) {
      boolean isFirst = row.get("alternative").asString().equals("as-documented");
      if (isFirst && row.get("kind").asString().equals("outcome")) {
        total += row.get("exact").asDouble();
        assertThat(row.has("exact_difference")).isFalse();
      }
    }
    assertThat(total).isCloseTo(1, within(1e-9));
    assertThat(tables.get("trade-offs").findValuesAsString("mark")).contains("best", "worst");
    assertThat(tables.get("robustness")).hasSize(4);
    assertThat(tables.get("robustness").get(0).get("level").asDouble()).isEqualTo(0.02);
    assertThat(tables.get("futures").findValuesAsString("kind")).contains("switch", "uncertainty");
    assertThat(tables.get("milestones").findValuesAsString("milestone")).contains("first-troops");
    assertThat(tables.get("differences-whatever-the-weights")).isNotEmpty();
  }

  @Test
  void theTextFitsTheWidthAndMarksTheBestAndTheWorst() {
    Ran ran =
        Ran.isfsim(
            compare(
                "--policy", "as-documented,heavily-amended",
                "--require", "area = whole",
                "--require", "authority = enforce"));
    assertThat(ran.code()).as(ran.err()).isZero();
    assertThat(ran.out().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
    assertThat(ran.out())
        .contains("Outcomes", "Trade-offs", "Robustness: area = whole", "Milestones", "Indicators")
        .contains("2 heavily-amended", "gains", "costs", "worst in", "holds");
    String trade = ran.out().substring(ran.out().indexOf("Trade-offs"));
    assertThat(trade.lines().filter(line -> line.startsWith("  1 as-documented")).findFirst())
        .hasValueSatisfying(line -> assertThat(line).contains("+").contains("-"));
  }

  @Test
  void aTableIsPrintedAsCsvAndThePageAsMarkdown() {
    Ran csv =
        Ran.isfsim(
            compare(
                "--policy", "as-documented,peacekeeping-text",
                "--format", "csv",
                "--table", "trade-offs"));
    assertThat(csv.out())
        .startsWith("criterion,stated,alternative,probability,difference,change,mark\n")
        .contains("authority = enforce,false,as-documented,")
        .contains(",less,lowest\n");
    Ran md =
        Ran.isfsim(
            compare("--levers", "text.tasks", "--require", "area != none", "--format", "md"));
    assertThat(md.out())
        .startsWith("# All combinations of levers of small\n")
        .contains("## Pareto set", "| --- | ---: |");
  }

  @Test
  void everyCombinationOfNamedLeversIsSearched() {
    Ran ran =
        Ran.isfsim(
            compare(
                "--levers", "text.tasks,aid.policy",
                "--levers", "force.ceiling=5000,20000",
                "--require", "area != none",
                "--require", "aid >= humanitarian"));
    assertThat(ran.code()).as(ran.err()).isZero();
    assertThat(ran.err()).contains("24 combinations of 3 levers");
    assertThat(ran.out())
        .contains("Pareto set", "force.ceiling: 5000, 20000", "as it stands", "aid.policy=");
    JsonNode json =
        ReachCommandTest.json(
            compare(
                "--levers", "text.tasks,aid.policy",
                "--require", "area != none",
                "--format", "json"));
    assertThat(json.get("tables").get("combinations")).hasSize(12);
    assertThat(json.get("tables").get("pareto")).isNotEmpty();
  }

  @Test
  void allProblemsOfTheAlternativesAreToldAtOnce() {
    Ran ran =
        Ran.isfsim(
            compare(
                "--policy", "heavily-amendet",
                "--variant", "late: board.establishment-weeks=-3, aid.polici=all-tied",
                "--variant", "nothing"));
    assertThat(ran.code()).isEqualTo(ExitCode.INVALID);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err())
        .contains("the scenario has no policy \"heavily-amendet\"")
        .contains("did you mean \"heavily-amended\"?")
        .contains("--variant late: board.establishment-weeks:")
        .contains("--variant late: aid.polici: there is no parameter")
        .contains("--variant nothing: \"nothing\" sets nothing");
  }

  @Test
  void wrongCommandLinesSayWhatIsMissing() {
    assertThat(Ran.isfsim("compare", SMALL).code()).isEqualTo(ExitCode.USAGE);
    assertThat(Ran.isfsim("compare", SMALL).err()).contains("nothing to compare small with");
    Ran level = Ran.isfsim(compare("--policy", "all", "--at-least", "2"));
    assertThat(level.code()).isEqualTo(ExitCode.USAGE);
    assertThat(level.err()).contains("\"2\" is no percentage");
    Ran table =
        Ran.isfsim(
            compare(
                "--policy",
                "as-documented,peacekeeping-text",
                "--format",
                "csv",
                "--table",
                "trade-off"));
    assertThat(table.code()).isEqualTo(ExitCode.INVALID);
    assertThat(table.err()).contains("did you mean \"trade-offs\"?");
    Ran levers = Ran.isfsim(compare("--levers", "text.task,force.ceiling,council.china.vote"));
    assertThat(levers.code()).isEqualTo(ExitCode.INVALID);
    assertThat(levers.err())
        .contains("there is no lever \"text.task\"", "the values of force.ceiling must be stated")
        .contains("council.china.vote is no lever but of the kind uncertainty");
    Ran twice = Ran.isfsim(compare(SMALL, "--variant", "a: force.ceiling=500"));
    assertThat(twice.err()).doesNotContain("Exception");
  }

  @Test
  void everyRequirementThatDoesNotParseIsTold() {
    Ran ran =
        Ran.isfsim(
            compare(
                "--policy", "as-documented,peacekeeping-text",
                "--require", "aid >= humanitarain",
                "--avoid", "outcome < peacekeeping"));
    assertThat(ran.code()).isEqualTo(ExitCode.INVALID);
    assertThat(ran.err())
        .contains("--require \"aid >= humanitarain\", character 8:")
        .contains("did you mean \"humanitarian\"?")
        .contains("--avoid \"outcome < peacekeeping\", character 9:")
        .contains("2 problems.");
  }

  @Test
  void aRequirementThatDoesNotFitAnAlternativeIsToldWithItsFile(@TempDir Path folder)
      throws IOException {
    Path other =
        Files.writeString(
            folder.resolve("other.yaml"),
            """
            format: 1
            id: other
            title: Another contributor
            question: Does it fit?
            horizon: 2027-12-31
            contributors:
              FRA: { name: France }
            """);
    String required = "contributors.IDN.willing = true";
    String baseline = Ran.HOME.resolve("scenarios/baseline.yaml").toString();
    Ran ran = Ran.isfsim("compare", baseline, other.toString(), "--require", required);
    assertThat(ran.code()).isEqualTo(ExitCode.INVALID);
    assertThat(ran.err())
        .contains(
            "--require \""
                + required
                + "\", character 1: of "
                + other
                + ": nothing in a case is"
                + " named \"contributors.IDN.willing\"")
        .contains("1 problem.");
  }

  @Test
  void aVariantMayHoldCommasInBrackets() {
    assertThat(Variant.parts("a=[1, 2], b={ choice: { x: 1, y: 2 } },c=3"))
        .containsExactly("a=[1, 2]", " b={ choice: { x: 1, y: 2 } }", "c=3");
  }

  @Test
  void whatCannotHappenIsTheSameInEveryTable() {
    Ran ran =
        Ran.isfsim(
            compare(
                "--policy", "as-documented,heavily-amended",
                "--require", "authority = enforce"));
    assertThat(ran.code()).as(ran.err()).isZero();
    assertThat(ran.out().lines().filter(line -> line.strip().startsWith("peacekeeping ")))
        .hasSize(2)
        .allSatisfy(line -> assertThat(line.strip()).matches("peacekeeping +- .*"));
  }
}
