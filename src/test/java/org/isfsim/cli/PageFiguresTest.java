package org.isfsim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.isfsim.article.Json;
import org.isfsim.decision.Decisions;
import org.isfsim.decision.RuleCache;
import org.isfsim.decision.RuleSet;
import org.isfsim.model.Model;
import org.isfsim.page.PageAnswers;
import org.isfsim.page.PageContents;
import org.isfsim.page.PageData;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a page holds answers as the command line does, here in the same Java. */
class PageFiguresTest {

  private static final Path FOLDER = Ran.HOME.resolve("src/test/resources/org/isfsim/model/second");
  private static final Path RULES = FOLDER.resolve("rules");
  private static final Path TOWN = FOLDER.resolve("scenarios/town.yaml");

  private static final Path PAID_FIRST = FOLDER.resolve("scenarios/paid-first.yaml");

  private static PageAnswers answers;

  @BeforeAll
  static void open() throws IOException {
    Map<String, Path> starts = new LinkedHashMap<>();
    starts.put("town", TOWN);
    starts.put("paid-first", PAID_FIRST);
    answers = PageAnswers.open(PageData.read(data(starts).toBytes()), text -> {});
  }

  /** What a page of scenarios holds. */
  private static PageData data(Map<String, Path> starts) throws IOException {
    RuleSet rules = RuleSet.read(RULES, Model.read(RULES).signatures(), RuleCache.NONE);
    try (Decisions decisions = Decisions.remembering(rules)) {
      return PageContents.of(
          Main.version(),
          decisions,
          Optional.of(RULES),
          Ran.HOME.resolve("seeds"),
          starts,
          Optional.empty());
    }
  }

  static Stream<List<String>> settings() {
    return DrawnSettings.of(RULES, TOWN, 12).stream();
  }

  private static String[] asked(List<String> setting) {
    return setting.toArray(String[]::new);
  }

  private static List<String> command(Path scenario, List<String> setting) {
    List<String> command = new ArrayList<>(List.of("run", scenario.toString()));
    command.addAll(List.of("--cases", "0", "--exact", "all", "--format", "json"));
    command.addAll(List.of("--rules", RULES.toString()));
    for (int i = 0; i < setting.size(); i += 2) {
      command.addAll(List.of("--" + setting.get(i), setting.get(i + 1)));
    }
    return command;
  }

  private static String ran(Path scenario, List<String> setting) {
    Ran ran = Ran.isfsim(command(scenario, setting).toArray(String[]::new));
    assertThat(ran.err()).isEmpty();
    assertThat(ran.code()).isZero();
    return ran.out();
  }

  @ParameterizedTest
  @MethodSource("settings")
  void figuresAreThoseOfARun(List<String> setting) {
    assertThat(answers.answer("figures", asked(setting), new String[0]))
        .isEqualTo(ran(TOWN, setting));
  }

  @ParameterizedTest
  @MethodSource("settings")
  void figuresWorkedOutByTwoEnginesAreTheSame(List<String> setting) throws IOException {
    String[] asked = asked(setting);
    byte[] data = data(Map.of("town", TOWN)).toBytes();
    PageAnswers one = PageAnswers.open(PageData.read(data), text -> {});
    PageAnswers other = PageAnswers.open(PageData.read(data), text -> {});
    int count = Integer.parseInt(one.answer("parts", asked, new String[0]));
    List<String> parts = new ArrayList<>();
    for (int place = 0; place < count; place++) {
      PageAnswers engine = place % 2 == 0 ? one : other;
      parts.add("part");
      parts.add(engine.answer("part", asked, new String[] {"part", String.valueOf(place)}));
    }

    assertThat(count).isPositive();
    assertThat(one.answer("figures", asked, parts.toArray(String[]::new)))
        .isEqualTo(answers.answer("figures", asked, new String[0]));
  }

  @ParameterizedTest
  @MethodSource("settings")
  void aSavedScenarioGivesTheSameFigures(List<String> setting, @TempDir Path folder) {
    copy(folder);
    Path saved = folder.resolve("saved.yaml");
    write(saved, answers.answer("scenario", asked(setting), new String[0]));
    for (String part : List.of("outcomes", "funnel", "indicators", "milestones")) {
      assertThat(part(ran(saved, List.of()), part)).isEqualTo(part(ran(TOWN, setting), part));
    }
  }

  private static Object part(String document, String name) {
    try {
      return Objects.requireNonNull(((Map<?, ?>) Json.read(document)).get(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void copy(Path folder) {
    try (Stream<Path> files = Files.list(TOWN.getParent())) {
      for (Path file : files.toList()) {
        Files.copy(file, folder.resolve(file.getFileName()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void aSettingThatDoesNotFitIsToldWithItsProblems() {
    String told =
        answers.answer("report", new String[] {"set", "budget.advanc=<b>"}, new String[0]);
    assertThat(told).contains("does not fit", "&quot;budget.advanc&quot;").doesNotContain("<b>");
  }

  @Test
  void whatIsImpossibleIsToldAsSuch() {
    assertThat(
            answers.answer("report", new String[] {"observed", "barrier = nowhere"}, new String[0]))
        .contains("does not fit");
    String none =
        answers.answer(
            "report", new String[] {"observed", "outcome = dry and outcome = wet-cellars"}, NO);
    assertThat(none).contains("no case of", "turns out so", "the rules exclude it");
  }

  private static final String[] NO = new String[0];
  private static final String[] DRY = {"outcome", "dry"};

  @Test
  void whyAnOutcomeComesAboutIsToldWithItsRules() {
    assertThat(answers.answer("why", NO, DRY))
        .contains("The most likely case that ends as dry", "Decisions on the way")
        .doesNotContain("<h1>");
  }

  private static Ran ofTheTown(String command, String about) {
    return Ran.isfsim(
        command, TOWN.toString(), "--rules", RULES.toString(), about, "dry", "--format", "html");
  }

  @Test
  void whyNotSaysWhatTheCommandLineSays() {
    Ran ran = ofTheTown("explain", "--why-not");
    String said = answers.answer("why-not", NO, DRY);
    int first = said.indexOf("<ul");
    assertThat(first).isPositive();
    assertThat(ran.out()).contains(said.substring(first, said.indexOf("<h3", first)));
  }

  @Test
  void signpostsAreThoseOfTheCommandLine() {
    Ran ran = ofTheTown("signposts", "--outcome");
    String said = answers.answer("signposts", NO, DRY);
    int from = said.indexOf("<table");
    assertThat(from).isPositive();
    assertThat(ran.out()).contains(said.substring(from, said.indexOf("</table>")));
  }

  @Test
  void twoSettingsStandSideBySide() {
    List<String> setting = DrawnSettings.of(RULES, TOWN, 1).get(0);
    assertThat(answers.answer("comparison", asked(setting), new String[0]))
        .contains("Pinned: the scenario as it is.", "Points");
  }

  @Test
  void aSettingIsOneOfTheScenarioOfItsStartingPoint() {
    String[] paid = {"start", "paid-first", "policy", "as-planned"};
    assertThat(answers.answer("figures", paid, NO))
        .isEqualTo(ran(PAID_FIRST, List.of("policy", "as-planned")));
    assertThat(answers.answer("scenario", paid, NO)).contains("extends: \"paid-first.yaml\"");
  }

  @Test
  void startingPointsOfDifferentScenariosStandSideBySide() {
    assertThat(answers.answer("comparison", NO, new String[] {"start", "paid-first"}))
        .contains("(paid-first), the scenario as it is.", "(town), the scenario as it is.");
  }

  @Test
  void aFileThatExtendsAScenarioOfThePageIsASettingOfIt() {
    assertThat(answers.answer("setting", new String[] {"file", PAID_FIRST.toString()}, NO))
        .isEqualTo("start=paid-first");
    assertThat(answers.answer("setting", new String[] {"file", TOWN.toString()}, NO)).isEmpty();
    Path none = PAID_FIRST.resolveSibling("not-there.yaml");
    assertThat(answers.answer("setting", new String[] {"file", none.toString()}, NO))
        .contains("there is no such file");
  }

  @Test
  void aStartingPointThatThePageLacksIsTold() {
    assertThat(answers.answer("outcomes", new String[] {"start", "paid-frst"}, NO))
        .contains("no such starting point", "town, paid-first", "did you mean");
  }
}
