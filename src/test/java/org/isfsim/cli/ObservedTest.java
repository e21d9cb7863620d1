package org.isfsim.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.isfsim.Shipped;
import org.isfsim.SmallScenario;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** What every command says of what was observed. */
class ObservedTest {

  private static final String SCENARIO = SmallScenario.TIMED.toString();
  private static final String ADOPTED = "council = adopted";

  @TempDir Path folder;

  private static JsonNode json(String... args) {
    List<String> words = new ArrayList<>(List.of(args));
    words.addAll(List.of("--format", "json"));
    Ran ran = Ran.isfsim(words.toArray(String[]::new));
    assertThat(ran.code()).as(ran.err()).isZero();
    return new ObjectMapper().readTree(ran.out());
  }

  private Path scenario(String more) throws IOException {
    Path file = folder.resolve("observed.yaml");
    Files.copy(
        Shipped.BASELINE, folder.resolve("baseline.yaml"), StandardCopyOption.REPLACE_EXISTING);
    Files.writeString(
        file,
        """
        format: 1
        extends: baseline.yaml
        id: observed
        title: Something turned out
        %s"""
            .formatted(more));
    return file;
  }

  @Test
  void runTellsWhatWasObservedAndCountsTheCasesThatAgree() {
    JsonNode run =
        json("run", SCENARIO, "--cases", "2000", "--observed", ADOPTED, "--ask", "area != none");
    JsonNode observed = run.get("observed").get(0);
    assertThat(observed.get("statement").asString()).isEqualTo(ADOPTED);
    assertThat(observed.get("probability").asDouble()).isBetween(0.11, 0.12);
    assertThat(run.get("looked-at").asInt()).isEqualTo(2000);
    assertThat(run.get("cases").asInt()).isBetween(170, 300);
    double sum = 0;
    for (JsonNode outcome : run.get("outcomes")) {
      sum += outcome.get("exact").asDouble();
    }
    assertThat(sum).isCloseTo(1, within(1e-9));
    JsonNode answer = run.get("questions").get(0);
    assertThat(answer.get("statement").asString()).isEqualTo("area != none");
    assertThat(answer.get("exact").asDouble())
        .isBetween(answer.get("low").asDouble(), answer.get("high").asDouble());

    Ran text = Ran.isfsim("run", SCENARIO, "--cases", "2000", "--observed", ADOPTED);
    assertThat(text.out().replaceAll("\\s+", " "))
        .contains("of 2,000 that agree", "Observed: council = adopted (11.6 %)")
        .contains("--observed 'council = adopted'");
  }

  @Test
  void aFileMayHoldWhatWasObservedAndAskQuestions() throws IOException {
    Path file =
        scenario(
            """
            observed:
              - council = adopted
            questions:
              troops within a year: first-troops <= 2026-11-04
            """);
    JsonNode run = json("run", file.toString(), "--cases", "0", "--observed", "aid != blocked");
    assertThat(run.get("observed")).hasSize(2);
    assertThat(run.get("observed-together").asDouble())
        .isLessThan(run.get("observed").get(0).get("probability").asDouble());
    assertThat(run.get("questions").get(0).get("name").asString())
        .isEqualTo("troops within a year");
    Ran text = Ran.isfsim("run", file.toString(), "--cases", "0");
    assertThat(text.out()).contains("troops within a year (first-troops <= 2026-11-04): ");
  }

  @Test
  void aStatementInAFileThatCannotBeReadIsToldWithItsPlace() throws IOException {
    Path file =
        scenario(
            """
            observed:
              - council = adoptd
              - "council.vote-weak <= 3"
            questions:
              first: first-trops <= 2026-11-04
            """);
    for (String command : List.of("run", "check", "explain", "signposts")) {
      Ran ran = Ran.isfsim(command, file.toString());
      assertThat(ran.code()).as(command).isEqualTo(ExitCode.INVALID);
      assertThat(ran.err() + ran.out())
          .contains(
              "observed.yaml:6:15: observed: \"adoptd\" is no value of council",
              "observed.yaml:7:6: observed: nothing in a case is named \"council.vote-weak\"",
              "did you mean \"council.vote-week\"?",
              "observed.yaml:9:10: questions.first: nothing in a case is named \"first-trops\"");
    }
  }

  @Test
  void whatIsWrongWithStatementsIsToldWithWhatElseIsWrongInTheFile() throws IOException {
    Path file =
        scenario(
            """
            horizon: 2027-13-31
            levers:
              text.tasks: peacekeping
              text.wordin: own
            contributors:
              IDN: Indonesia
            observed:
              - council = adoptd and aidd = blocked
              - aid = = blocked
              - contributors.IDN.willing = true
            questions:
              first: first-trops <= 2026-11-04
              second: first-troops <= 500
            """);
    List<String> told =
        List.of(
            "observed.yaml:5:10: horizon: \"2027-13-31\" is no date; allowed: a date such as",
            "observed.yaml:7:15: levers.text.tasks: \"peacekeping\" is not one of the values;"
                + " allowed: observation, peacekeeping, enforcement (did you mean",
            "observed.yaml:8:3: levers.text.wordin: there is no parameter \"text.wordin\" (did",
            "observed.yaml:10:8: contributors.IDN: must be a map, found \"Indonesia\"",
            "observed.yaml:12:15: observed: \"adoptd\" is no value of council; allowed: ",
            "observed.yaml:12:26: observed: nothing in a case is named \"aidd\"; allowed: ",
            "observed.yaml:13:11: observed: \"=\" is no value of aid; allowed: ",
            "observed.yaml:16:10: questions.first: nothing in a case is named \"first-trops\"",
            "--observed \"area = wohle\", character 8: \"wohle\" is no value of area; allowed:");
    for (String command :
        List.of("run", "explain", "signposts", "compare", "compare --policy all")) {
      List<String> words = new ArrayList<>(List.of(command.split(" ")));
      words.addAll(List.of(file.toString(), "--observed", "area = wohle"));
      Ran ran = Ran.isfsim(words.toArray(String[]::new));
      assertThat(ran.code()).as(command).isEqualTo(ExitCode.INVALID);
      assertThat(ran.err()).contains(told);
      assertThat(ran.err().lines().filter(line -> line.contains(": "))).hasSize(told.size());
    }
    Ran ran = Ran.isfsim("check", file.toString());
    assertThat(ran.out()).contains(told.subList(0, told.size() - 1));
    assertThat(Ran.isfsim("run", file.toString(), "--ask", "area = wohle").err())
        .contains("--ask \"area = wohle\", character 8: \"wohle\" is no value of area; allowed:");
  }

  @Test
  void ofAFileThatCannotBeReadStatementsAreStillLookedAt() throws IOException {
    Path file =
        scenario(
            """
            observed:
              - council = adoptd
              - contributors.IDN.willing = true
              - contributors.IDN.wiling = true
            """);
    Files.delete(folder.resolve("baseline.yaml"));
    String observed = "area = wohle or first-troops <= 2029-12-31";
    Ran ran = Ran.isfsim("run", file.toString(), "--observed", observed);
    assertThat(ran.code()).isEqualTo(ExitCode.INVALID);
    assertThat(ran.err().lines().filter(line -> line.contains(": "))).hasSize(4);
    assertThat(ran.err())
        .contains(
            "observed.yaml:2:10: extends: there is no file ",
            "observed.yaml:6:15: observed: \"adoptd\" is no value of council",
            "observed.yaml:8:5: observed: nothing in a case is named \"contributors.IDN.wiling\"",
            "--observed \"" + observed + "\", character 8: \"wohle\" is no value of area");
    Files.writeString(file, "{");
    assertThat(Ran.isfsim("run", file.toString(), "--observed", observed).err())
        .contains("observed.yaml:", "not valid YAML", "\"wohle\" is no value of area");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "run --cases 0 | outcome = peacekeeping | possible if text.tasks or text.wording changes",
        "reach | outcome = peacekeeping | possible if text.tasks or text.wording changes",
        "explain | council = vetoed and authority = enforce | the rules exclude it",
        "sensitivity | council.vote-week > 100 | no case of",
        "signposts | council.vote-week > 100 | no case of",
        "sweep --vary text.tasks | council.vote-week > 100 | no case of",
        "compare --policy all | council.vote-week > 100 | no case of",
        "discover --outcome ended-early | council.vote-week > 100 | no case of"
      })
  void whatCannotBeIsAnErrorThatSaysWhatExcludesIt(String command, String what, String why) {
    List<String> words = new ArrayList<>(List.of(command.split(" ")));
    words.add(1, SCENARIO);
    words.addAll(List.of("--observed", what));
    Ran ran = Ran.isfsim(words.toArray(String[]::new));
    assertThat(ran.code()).isEqualTo(ExitCode.INVALID);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err()).contains("--observed \"" + what + "\": no case of ", why);
  }

  @Test
  void aSampleWithoutAnyCaseThatAgreesIsAnError() {
    String rare = "outcome = enforcement-at-yardstick";
    Ran ran = Ran.isfsim("run", SCENARIO, "--cases", "20", "--observed", rare);
    assertThat(ran.code()).isEqualTo(ExitCode.INVALID);
    assertThat(ran.err()).contains("none of 20 sampled cases turns out as was observed", "one in ");
  }

  @Test
  void oneImpossibleScenarioOfAFolderDoesNotStopTheOthers() {
    Ran ran =
        Ran.isfsim(
            "run",
            SCENARIO,
            Ran.HOME.resolve("scenarios/no-consent.yaml").toString(),
            "--cases",
            "0",
            "--observed",
            "armed-group.consent = accept");
    assertThat(ran.out() + ran.err()).contains("timed as-documented", "no case of");
    assertThat(ran.code()).isEqualTo(ExitCode.PARTIAL);
  }

  @Test
  void explainTakesTheFirstCaseThatAgrees() {
    JsonNode explained = json("explain", SCENARIO, "--observed", "outcome = ended-early");
    int number = explained.get("case").asInt();
    assertThat(explained.get("outcome").asString()).isEqualTo("ended-early");
    Ran other =
        Ran.isfsim("explain", SCENARIO, "--case", "1", "--observed", "outcome = ended-early");
    assertThat(other.code()).isEqualTo(ExitCode.INVALID);
    assertThat(other.err()).contains("the first that does is --case " + number);
  }

  @Test
  void theCaseThatReachesAnOutcomeAgreesAlsoWhereTheOutcomeDoesNotHangOnWhatWasObserved() {
    Ran ran =
        Ran.isfsim("reach", SCENARIO, "--outcome", "ended-early", "--observed", "police = vetted");
    assertThat(ran.code()).as(ran.err()).isZero();
    assertThat(ran.out()).contains("ended-early: yes", "--set police.");
  }

  @Test
  void compareTellsHowManyCasesOfEachAlternativeAgree() {
    JsonNode compared =
        json(
            "compare",
            SCENARIO,
            "--policy",
            "as-documented,heavily-amended",
            "--cases",
            "4000",
            "--observed",
            ADOPTED);
    assertThat(
            compared
                .get("alternatives")
                .get(1)
                .get("observed")
                .get(0)
                .get("probability")
                .asDouble())
        .isGreaterThan(0.8);
    for (JsonNode row : compared.get("tables").get("comparison")) {
      if (row.has("difference_low") && row.get("kind").asString().equals("outcome")) {
        double exact = row.get("exact_difference").asDouble();
        // Far wider than the interval, so that chance does not fail it: a miss is a mistake.
        double room = row.get("difference_high").asDouble() - row.get("difference_low").asDouble();
        assertThat(exact)
            .isBetween(
                row.get("difference_low").asDouble() - room,
                row.get("difference_high").asDouble() + room);
      }
    }
  }

  @Test
  void sensitivityHasNoTotalIndicesOfWhatWasObserved() {
    Ran ran = Ran.isfsim("sensitivity", SCENARIO, "--observed", ADOPTED, "--total");
    assertThat(ran.code()).isEqualTo(ExitCode.USAGE);
    assertThat(ran.err()).contains("there are no total indices");
    Ran whole = Ran.isfsim("rules", "coverage", SCENARIO, "--observed", ADOPTED);
    assertThat(whole.code()).isEqualTo(ExitCode.INVALID);
    assertThat(whole.err()).contains("this command looks at all cases");
  }

  @Test
  void signpostsFitAScreenAndHoldEverythingInTables() {
    String[] words = {"signposts", SCENARIO, "--outcome", "ended-early", "--observed", ADOPTED};
    Ran text = Ran.isfsim(words);
    assertThat(text.code()).as(text.err()).isZero();
    assertThat(text.out()).contains("What to watch for ended-early", "Observed: council = adopted");
    assertThat(text.out().lines())
        .hasSizeLessThanOrEqualTo(60)
        .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
    JsonNode answer = json(words);
    JsonNode first = answer.get("tables").get("signposts").get(0);
    assertThat(first.get("bits").asDouble()).isPositive();
    assertThat(answer.get("tables").get("values").size()).isGreaterThan(100);
    Ran csv =
        Ran.isfsim(
            "signposts", SCENARIO, "--of", "area = whole", "--format", "csv", "--table", "values");
    assertThat(csv.out()).startsWith("signpost,value,target,value_probability");
  }

  @Test
  void rangesStayWithinDistributionsUnlessTheDomainIsAskedFor() {
    String support = Ran.isfsim("run", SCENARIO, "--cases", "0").out();
    String domain = Ran.isfsim("run", SCENARIO, "--cases", "0", "--ranges", "domain").out();
    assertThat(domain).contains("--ranges domain", "=113)");
    assertThat(support).doesNotContain("=113)", "--ranges");
  }
}
