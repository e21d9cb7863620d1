package org.isfsim.scenario;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.isfsim.document.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** One bad file for each kind of mistake, with its whole message in the text file beside it. */
class BadScenariosTest {

  private static final Path FOLDER = TestScenarios.file("bad");

  @TempDir Path folder;

  static Stream<String> badFiles() {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".yaml"))
          .sorted()
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @MethodSource("badFiles")
  void eachMistakeHasItsOwnMessage(String name) throws IOException {
    String found =
        TestScenarios.problemsOf(FOLDER.resolve(name), Selection.NONE).stream()
            .map(problem -> problem.toString().replace(FOLDER + "/", ""))
            .collect(joining("\n", "", "\n"));

    assertThat(found)
        .isEqualTo(Files.readString(FOLDER.resolve(name.replaceFirst("yaml$", "txt"))));
  }

  @Test
  void everyMistakeStandsInALineAndAColumn() {
    for (String name : badFiles().filter(file -> !file.equals("empty.yaml")).toList()) {
      assertThat(TestScenarios.problemsOf(FOLDER.resolve(name), Selection.NONE))
          .as(name)
          .isNotEmpty()
          .allSatisfy(problem -> assertThat(problem.mark().line()).isPositive())
          .allSatisfy(problem -> assertThat(problem.mark().column()).isPositive());
    }
  }

  @Test
  void severalProblemsAreReportedAtOnceInTheOrderOfTheFile() {
    List<Problem> problems =
        TestScenarios.problemsOf(FOLDER.resolve("several.yaml"), Selection.NONE);

    assertThat(problems)
        .extracting(problem -> problem.mark().line())
        .containsExactly(1, 2, 3, 4, 6, 7, 9, 10, 12, 14, 14);
  }

  @Test
  void aProblemOfAnExtendedFileIsReportedAtItsOwnPlace() {
    assertThat(TestScenarios.problemsOf(FOLDER.resolve("parent-is-wrong.yaml"), Selection.NONE))
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.mark().file()).endsWith("value-out-of-range.yaml");
              assertThat(problem.mark().line()).isEqualTo(7);
            });
  }

  @Test
  void aMissingFileADirectoryAndAHugeFileAreProblems() throws IOException {
    Path huge = folder.resolve("huge.yaml");
    Files.write(huge, new byte[(1 << 20) + 1]);

    assertThat(messages(folder.resolve("absent.yaml"))).containsExactly("there is no such file");
    assertThat(messages(folder)).containsExactly("is a directory, not a file");
    assertThat(messages(huge)).containsExactly("the file is too long");
  }

  private static List<String> messages(Path file) {
    return TestScenarios.problemsOf(file, Selection.NONE).stream().map(Problem::message).toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          council.chna.vote | yes | there is no parameter "council.chna.vote" (did you mean "council.china.vote"?)
          nothing.of-the-sort | yes | there is no parameter "nothing.of-the-sort" ("isfsim parameters" lists them)
          council.china.vote | perhaps | "perhaps" is not one of the values; allowed: no, abstain, yes
          council.china.vote | '' | a value is missing after "="
          council.china.vote | { choice | not valid YAML: the map in braces of line 1 lacks a comma or its closing brace
          text.tasks | {choice: {enforcement: 1}} | must be a single value, found a map; allowed: observation, peacekeeping, enforcement
          contributors.XYZ.willing | true | there is no parameter "contributors.XYZ.willing" (did you mean "contributors.IDN.willing"?)
          bands.disarmament.verification | 33% | the number of cuts is 1 for 3 bands; allowed: 2 cuts between weak, partial, full
          text.tasks.choice.yes | 3 | text.tasks is the single value enforcement, it has no numbers
          armed-group.consent.choice.accept | 3 | armed-group.consent depends on other parameters (set armed-group.consent as a whole)
          police.course-weeks.uniform.mx | 3 | unknown key "mx"; allowed: min, max
          police.course-weeks.triangular.max | 3 | police.course-weeks has no number "triangular.max"; allowed: police.course-weeks.uniform.min, police.course-weeks.uniform.max
          """)
  void aBadValueOnTheCommandLineNamesTheOption(String address, String text, String message) {
    List<Problem> problems =
        TestScenarios.problemsOf(
            TestScenarios.file("good/every-form.yaml"),
            Selection.ofSets(Map.of(address, text == null ? "" : text)));

    assertThat(problems)
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.mark().toString()).isEqualTo("--set " + address);
              assertThat(problem.toString()).contains(message);
            });
  }

  @Test
  void anUnknownPolicyNamesThoseThatThereAre() {
    assertThat(
            TestScenarios.problemsOf(
                TestScenarios.file("good/every-form.yaml"), Selection.ofPolicy("as-documentd")))
        .singleElement()
        .hasToString(
            "--policy as-documentd: the scenario has no policy \"as-documentd\"; allowed:"
                + " as-documented, aid-as-drafted, peacekeeping-text (did you mean"
                + " \"as-documented\"?)");
  }
}
