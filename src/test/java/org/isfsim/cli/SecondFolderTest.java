package org.isfsim.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.isfsim.model.DomainWords;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A rule folder that has nothing to do with the one that comes with the program: whether a town's
 * flood barrier is ready before the wet season.
 */
class SecondFolderTest {

  private static final Path FOLDER = Ran.HOME.resolve("src/test/resources/org/isfsim/model/second");
  private static final String RULES = FOLDER.resolve("rules").toString();
  private static final String TOWN = FOLDER.resolve("scenarios/town.yaml").toString();
  private static final String PAID = FOLDER.resolve("scenarios/paid-first.yaml").toString();

  @TempDir private Path folder;

  static Stream<List<String>> commands() {
    return Stream.of(
        List.of("check", RULES, TOWN, PAID),
        List.of("run", TOWN),
        List.of("run", TOWN, "--exact", "all"),
        List.of("run", TOWN, "--format", "json"),
        List.of("explain", TOWN),
        List.of("explain", TOWN, "--all"),
        List.of("explain", TOWN, "--why-not", "dry"),
        List.of("reach", TOWN),
        List.of("reach", TOWN, "--outcome", "dry", "--sides"),
        List.of("sensitivity", TOWN),
        List.of("compare", TOWN, PAID),
        List.of("sweep", TOWN, "--vary", "budget.advance"),
        List.of("signposts", TOWN),
        List.of("parameters"),
        List.of("rules", "list"),
        List.of("rules", "show", "barrier"),
        List.of("rules", "graph"),
        List.of("rules", "coverage", TOWN),
        List.of("rules", "schema"));
  }

  private static Ran ran(List<String> command) {
    List<String> args = new ArrayList<>(command);
    args.addAll(List.of("--rules", RULES));
    return Ran.isfsim(args.toArray(String[]::new));
  }

  @ParameterizedTest
  @MethodSource("commands")
  void everyCommandAnswersWithoutAWordOfTheFirstFolder(List<String> command) {
    Ran ran = ran(command);

    assertThat(ran.err()).isEmpty();
    assertThat(ran.code()).isZero();
    assertThat(ran.out()).isNotBlank();
    assertThat(DomainWords.in(ran.out())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"run", "reach"})
  void aPrintedCommandNamesTheFolder(String command) {
    List<String> printed =
        ran(List.of(command, TOWN))
            .out()
            .lines()
            .map(String::strip)
            .filter(line -> line.startsWith("isfsim ") && !line.startsWith("isfsim sources "))
            .filter(line -> !line.startsWith("isfsim " + Main.version()))
            .toList();
    assertThat(printed)
        .isNotEmpty()
        .allSatisfy(line -> assertThat(line).contains(" --rules " + RULES));
  }

  @Test
  void ofOneThingTheNumberIsOne() {
    assertThat(ran(List.of("rules", "graph")).out())
        .contains(" 3 indicators, 1 milestone; ")
        .doesNotContain(" 1 milestones");
  }

  @Test
  void givenCasesAreEvaluatedAlikeByTheReference() throws IOException {
    Path cases =
        Files.writeString(
            folder.resolve("cases.csv"),
            """
            order.week,contributors.DYKE.offers,contributors.DYKE.gates
            1,true,8
            50,true,8
            1,false,
            """);
    Ran quick = ran(List.of("evaluate", TOWN, cases.toString()));
    Ran reference = ran(List.of("evaluate", TOWN, cases.toString(), "--reference"));

    assertThat(quick.err()).isEmpty();
    assertThat(quick.code()).isZero();
    assertThat(quick.out()).isEqualTo(reference.out());
    assertThat(DomainWords.in(quick.out())).isEmpty();
    assertThat(quick.out().lines().skip(2).findFirst().orElseThrow()).contains("flooded-streets");
  }

  /**
   * Each frequency is within five standard deviations of its probability; had the seed been drawn,
   * three comparisons of a sound program would fail together with a chance below 2e-6.
   */
  @Test
  void sampledFrequenciesFitTheExactProbabilities() {
    String json = ran(List.of("run", TOWN, "--format", "json")).out();
    Matcher outcome =
        Pattern.compile(
                "\"outcome\": \"([a-z-]+)\".*?\"exact\": ([0-9.E-]+).*?\"probability\":"
                    + " ([0-9.E-]+)",
                Pattern.DOTALL)
            .matcher(json);
    List<String> seen = new ArrayList<>();
    while (outcome.find()) {
      double exact = Double.parseDouble(outcome.group(2));
      double bound = 5 * Math.sqrt(exact * (1 - exact) / 20_000);
      assertThat(Double.parseDouble(outcome.group(3)))
          .as(outcome.group(1))
          .isCloseTo(exact, within(bound));
      seen.add(outcome.group(1));
    }
    assertThat(seen).containsExactly("flooded-streets", "wet-cellars", "dry");
  }

  @Test
  void aNewScenarioOfTheFolderComesWithItsSchemaAndHasNoProblem() throws IOException {
    Path file = folder.resolve("my.yaml");
    Ran made = ran(List.of("new", file.toString()));

    assertThat(made.code()).isZero();
    assertThat(made.err()).contains("isfsim check " + file + " --rules " + RULES);
    assertThat(Files.readAllLines(file).get(0))
        .isEqualTo("# yaml-language-server: $schema=scenario.schema.json");
    assertThat(DomainWords.in(Files.readString(file))).isEmpty();
    assertThat(Files.readString(folder.resolve("scenario.schema.json")))
        .isEqualTo(ran(List.of("rules", "schema")).out())
        .contains("season.week")
        .doesNotContain("council");
    assertThat(ran(List.of("check", file.toString())).code()).isZero();
    assertThat(Ran.isfsim("check", TOWN).code()).isEqualTo(ExitCode.INVALID);
  }

  @Test
  void aSchemaOfOtherRulesStaysAndIsNamed() throws IOException {
    Path schema = Files.writeString(folder.resolve("scenario.schema.json"), "{}");
    Ran made = ran(List.of("new", folder.resolve("my.yaml").toString()));

    assertThat(made.code()).isZero();
    assertThat(made.err())
        .contains(schema + " is of other rules and stays; \"isfsim rules schema --rules " + RULES);
    assertThat(schema).hasContent("{}");
  }
}
