package org.isfsim.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckCommandTest {

  private static final String SCENARIO =
      """
      format: 1
      id: small
      title: A small scenario
      question: Does it load?
      start: 2025-11-04
      horizon: 2027-12-31
      contributors:
        IDN: { name: Indonesia, muslim-majority: true, claims: [S001-26] }
      """;

  @TempDir private Path folder;

  private static String shipped(String name) {
    return Ran.HOME.resolve(name).toString();
  }

  @Test
  void whatIsShippedHasNoProblem() {
    Ran ran = Ran.isfsim("check");
    assertThat(ran.err()).isEmpty();
    assertThat(ran.code()).isZero();
    assertThat(ran.out())
        .contains("ok  register  ", "5 documents, 196 claims, 31 voices, 30 conflicts")
        .contains("ok  rules  ", "102 parameters, 38 decisions")
        .containsPattern("20\\d rules,\\s+\\d,\\d{3}\\s+combinations")
        .contains("ok  scenario  ", "baseline.yaml", "kosovo-1999.yaml")
        .contains("ok  lesson  ", "lesson-1.yaml", "lesson-4.yaml");
  }

  @Test
  void everythingThatDoesNotFitInALessonIsToldAtItsPlace() throws IOException {
    Files.writeString(folder.resolve("small.yaml"), SCENARIO);
    Path lesson = folder.resolve("lesson.yaml");
    Files.writeString(
        lesson,
        """
        format: 1
        title: A lesson
        about: What does not fit.
        scenario: small.yaml
        asks:
          adopted: council = adoptd
        settings:
          one: { title: One, set: { text.task: peacekeeping } }
          two: { title: Two, policy: none-such }
          three: { title: Three, observed: [council = adopted, outcome == x] }
        questions: []
        """);
    Ran ran = Ran.isfsim("check", lesson.toString());
    assertThat(ran.code()).isEqualTo(ExitCode.INVALID);
    assertThat(ran.out())
        .containsPattern("4 problems +lesson")
        .contains("lesson.yaml:6:12: asks.adopted: ", "did you mean \"adopted\"")
        .contains("lesson.yaml:8:40: settings.one.set.text.task: there is no parameter")
        .contains("lesson.yaml:9:30: settings.two.policy: the scenario has no policy")
        .contains("lesson.yaml:10:36: settings.three.observed: ");
    Files.writeString(lesson, Files.readString(lesson).replace("small", "none"));
    assertThat(Ran.isfsim("check", folder.toString()).out())
        .contains("lesson.yaml:4:11: scenario: there is no file", "ok", "small.yaml");
  }

  @Test
  void everyProblemOfEveryFileIsPrintedAndCounted() throws IOException {
    Path good = Files.writeString(folder.resolve("good.yaml"), SCENARIO);
    Files.writeString(
        folder.resolve("bad.yaml"), SCENARIO.replace("title", "titel").replace("-26", "-99"));
    Ran ran = Ran.isfsim("check", folder.toString());
    assertThat(ran.code()).isEqualTo(ExitCode.INVALID);
    assertThat(ran.out()).contains("ok", good.toString(), "problems", "bad.yaml");
    assertThat(ran.out())
        .containsPattern("bad\\.yaml:3:1: .*\"titel\".*did you mean \"title\"")
        .containsPattern("bad\\.yaml:8:\\d+: .*there is no claim S001-99")
        .containsPattern("\\d problems\\.\\n$");
  }

  @Test
  void aRuleThatCitesAnUnknownClaimIsAProblem() throws IOException {
    RulesCommandTest.copyRules(folder);
    Path file = folder.resolve("council.drl");
    Files.writeString(file, Files.readString(file).replace("S004-32", "S004-99"));
    Ran ran = Ran.isfsim("check", folder.toString());
    assertThat(ran.code()).isEqualTo(ExitCode.INVALID);
    assertThat(ran.out())
        .containsPattern("council\\.drl:\\d+:\\d+: .*there is no claim S004-99\\R1 problem\\.");
  }

  @Test
  void aDefaultThatItsClaimsDoNotGiveIsAProblem() throws IOException {
    RulesCommandTest.copyRules(folder);
    Path file = folder.resolve("parameters.yaml");
    String text = Files.readString(file);
    int at = text.indexOf("    default:", text.indexOf("\n  region.opposition:"));
    String rest = text.substring(text.indexOf("\n    basis:", at));
    String written =
        """
            default: { chance: 2/3 }
            ordered: [{ towards: true, claims: [S003-27, S000-43] }]\
        """;
    Files.writeString(file, text.substring(0, at) + written + rest);
    long line = text.substring(0, at).lines().count() + 1;
    assertThat(Ran.isfsim("check", folder.toString()).out())
        .contains(
            "parameters.yaml:"
                + line
                + ":14: parameters.region.opposition.default: the default is not what its claims and"
                + " their voices give; allowed: chance: 4/5 (true above false: two voices (Iran and"
                + " its partners: S003-27; John Spencer: S000-43), so they stand at 4 : 1)\n");
  }

  @Test
  void aParameterThatNothingReadsIsAProblem() throws IOException {
    RulesCommandTest.copyRules(folder);
    Path file = folder.resolve("parameters.yaml");
    String text = Files.readString(file);
    int at = text.indexOf("  region.opposition:");
    String own =
        """
          region.weather:
            kind: uncertainty
            domain: flag
            describes: Whether it rains
            default: { chance: 1/2 }
            basis: assumption
            claims: []
        """;
    Files.writeString(file, text.substring(0, at) + own + text.substring(at));
    long line = text.substring(0, at).lines().count() + 5;
    Ran ran = Ran.isfsim("check", folder.toString());
    assertThat(ran.code()).isEqualTo(ExitCode.INVALID);
    assertThat(ran.out())
        .contains(
            "parameters.yaml:"
                + line
                + ":14: parameters.region.weather: nothing reads this parameter",
            "1 problem.");
  }

  @Test
  void whatIsWrongInEveryFileIsToldAtOnceAndNothingThatFollowsFromIt() throws IOException {
    RulesCommandTest.copyRules(folder);
    Path parameters = folder.resolve("parameters.yaml");
    String text = Files.readString(parameters);
    int at = text.indexOf("domain:", text.indexOf("  council.votes-needed:"));
    Files.writeString(
        parameters, text.substring(0, at) + "domain: votes #" + text.substring(at + 7));
    Path model = folder.resolve("model.yaml");
    Files.writeString(
        model, Files.readString(model).replace("force.exists: { not:", "force.exists: { nt:"));
    Path gates = folder.resolve("gates.drl");
    Files.writeString(gates, Files.readString(gates).replaceFirst("readyInTime", "redyInTime"));
    Ran ran = Ran.isfsim("check", folder.toString());
    assertThat(ran.code()).isEqualTo(ExitCode.INVALID);
    assertThat(ran.out())
        .contains(
            "votes is no domain", "there is no operator \"nt\"", "unknown field \"redyInTime\"")
        .endsWith("3 problems.\n");
  }

  @Test
  void everyFlawOfARuleFolderIsPrintedWithItsPlaceAndAnExample() throws IOException {
    RulesCommandTest.copyRules(folder);
    Path file = folder.resolve("council.drl");
    Files.writeString(
        file,
        Files.readString(file)
            .replace(
                "Council(support == \"too-few\")", "Council(support == \"too-few\", objection)"));
    Files.writeString(
        folder.resolve("politics.drl"),
        Files.readString(folder.resolve("politics.drl"))
            .replace(
                "reporting == \"periodic\",", "reporting == \"periodic\", reporting == \"none\","));

    Ran ran = Ran.isfsim("check", folder.toString());

    assertThat(ran.code()).isEqualTo(ExitCode.INVALID);
    assertThat(ran.out()).contains("3 problems  rules", "38 decisions");
    assertThat(ran.out())
        .contains("council.drl: no rule decides council in 1 of 6 combinations, for example")
        .contains("politics.drl: no rule decides politics.flashpoint in 16 of 128 combinations")
        .containsPattern("politics\\.drl:\\d+:\\d+: rule \"Reports of a .*\" can never fire: ")
        .endsWith("3 problems.\n");

    Ran json = Ran.isfsim("check", folder.toString(), "--format", "json");
    assertThat(json.code()).isEqualTo(ExitCode.INVALID);
    assertThat(json.out())
        .contains("\"kind\": \"gap\"", "\"kind\": \"never-fires\"", "\"whenever\": {")
        .contains("\"reportingContested\": \"true\"");
  }

  @Test
  void aFileOfARegisterOrOfRulesStandsForItsFolder() {
    assertThat(Ran.isfsim("check", shipped("seeds/S001.yaml")).out()).contains("ok  register");
    assertThat(Ran.isfsim("check", shipped("rules/council.drl")).out()).contains("ok  rules");
  }

  @Test
  void aRegisterWithoutItsParametersIsAProblem() throws IOException {
    for (String name :
        new String[] {"S000", "S001", "S002", "S003", "S004", "conflicts", "voices"}) {
      Files.copy(Ran.HOME.resolve("seeds/" + name + ".yaml"), folder.resolve(name + ".yaml"));
    }
    Path file = folder.resolve("conflicts.yaml");
    Files.writeString(
        file,
        Files.readString(file)
            .replace("parameter: contingent.veto-scope", "parameter: contingent.veto-scop"));
    assertThat(Ran.isfsim("check", folder.toString()).out())
        .contains("C1.parameter: there is no parameter \"contingent.veto-scop\"", "1 problem");
  }

  @Test
  void nothingToCheckIsAProblem() {
    assertThat(Ran.isfsim("check", folder.toString()).out()).contains("there is nothing to check");
    Ran ran = Ran.isfsim("check", folder.resolve("x.yaml").toString());
    assertThat(ran.code()).isEqualTo(ExitCode.INVALID);
    assertThat(ran.out()).contains("x.yaml: there is no such file or folder", "1 problem");
  }

  @Test
  void jsonHoldsProblemsWithTheirPlaces() throws IOException {
    Files.writeString(folder.resolve("bad.yaml"), SCENARIO.replace("title", "titel"));
    Ran ran = Ran.isfsim("check", folder.toString(), "--format", "json");
    assertThat(ran.code()).isEqualTo(ExitCode.INVALID);
    assertThat(ran.err()).isEmpty();
    assertThat(ran.out())
        .contains("\"what\": \"scenario\"", "\"line\": 3", "\"column\": 1", "\"advice\"");
  }

  @Test
  void aLineEndInTheNameOfAFileEndsNoLine() throws IOException {
    Path file = folder.resolve("a.yaml\nok  scenario  b.yaml");
    try {
      Files.writeString(file, SCENARIO);
    } catch (IOException | InvalidPathException e) {
      assumeTrue(false, "there are no such names here");
    }
    Ran sound = Ran.isfsim("check", file.toString());
    assertThat(sound.code()).as(sound.out()).isZero();
    Files.writeString(file, SCENARIO + "nothing: 1\n");
    Ran spoilt = Ran.isfsim("check", file.toString());
    Ran run = Ran.isfsim("run", file.toString());
    Files.writeString(file, SCENARIO);
    Ran repeated = Ran.isfsim("run", file.toString(), "--cases", "10", "--exact", "none");
    for (Ran ran : List.of(sound, spoilt, run, repeated)) {
      assertThat((ran.out() + ran.err()).lines())
          .anyMatch(line -> line.contains("a.yaml\\nok"))
          .noneMatch(line -> line.startsWith("ok  scenario  b.yaml"));
    }
    assertThat(repeated.out()).contains("isfsim run $'" + folder);
  }
}
