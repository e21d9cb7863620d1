package org.isfsim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.isfsim.article.Json;
import org.isfsim.page.PageAnswers;
import org.isfsim.page.PageBlocks;
import org.isfsim.page.PageData;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The figures of a page in Chromium are those of the command line, whichever engine it runs. */
class PageFiguresInBrowserTest {

  /** How many settings of each scenario are compared. */
  private static final int SETTINGS = Integer.getInteger("isfsim.page.settings", 40);

  /** What a page says once it has worked out all, or that it cannot. */
  private static final String ENDED =
      "new Promise(function (resolve) { var wait = setInterval(function () {"
          + "var said = document.getElementById('status').textContent;"
          + "if (/^(All of it|A defect)/.test(said)) { clearInterval(wait); resolve(said); }"
          + "}, 50); })";

  /** Bytes that a page may have. */
  private static final int LARGEST = 1_500_000;

  /** Of how many settings of a large scenario ranges are compared too. */
  private static final int WITH_RANGES = 1;

  /** How many settings are compared where a browser has no WebAssembly. */
  private static final int IN_JAVASCRIPT = 4;

  private static final Path SECOND = Ran.HOME.resolve("src/test/resources/org/isfsim/model/second");
  private static final Path RULES = SECOND.resolve("rules");

  @TempDir private static Path folder;
  private static Chromium chromium;

  @BeforeAll
  static void start() throws IOException {
    chromium = BrowserPages.chromium();
  }

  @AfterAll
  static void end() throws IOException {
    if (chromium != null) {
      chromium.close();
    }
  }

  private static Map<?, ?> ran(Path scenario, Path rules, List<String> setting, String exact)
      throws IOException {
    List<String> command = new ArrayList<>(List.of("run", scenario.toString()));
    command.addAll(List.of("--cases", "0", "--exact", exact, "--format", "json"));
    command.addAll(List.of("--rules", rules.toString()));
    for (int i = 0; i < setting.size(); i += 2) {
      command.addAll(List.of("--" + setting.get(i), setting.get(i + 1)));
    }
    Ran ran = Ran.isfsim(command.toArray(String[]::new));
    assertThat(ran.code()).as(ran.err()).isZero();
    return (Map<?, ?>) Json.read(ran.out());
  }

  /**
   * A browser that cannot start the engine as WebAssembly, as older ones, runs it as JavaScript.
   */
  @Test
  void withoutWebAssemblyTheFiguresAreTheSame() throws IOException {
    Path scenario = SECOND.resolve("scenarios/town.yaml");
    Path page = BrowserPages.page(folder, scenario, RULES);
    Path older = folder.resolve("older.html");
    String text = Files.readString(page);
    String none = PageBlocks.engine("no engine".getBytes(StandardCharsets.UTF_8));
    String broken =
        text.replaceFirst("(?<=id=\"webassembly\">)[^<]*", Matcher.quoteReplacement(none));
    assertThat(broken).isNotEqualTo(text);
    Files.writeString(older, broken);
    for (List<String> setting : DrawnSettings.of(RULES, scenario, IN_JAVASCRIPT)) {
      chromium.open(page, "");
      Map<?, ?> assembled = BrowserPages.answered(chromium, "report", setting);
      assertThat(assembled.get("engine")).isEqualTo("WebAssembly");
      chromium.open(older, "");
      Map<?, ?> interpreted = BrowserPages.answered(chromium, "report", setting);
      assertThat(interpreted.get("engine")).isEqualTo("JavaScript");
      assertThat(interpreted.get("text")).isEqualTo(assembled.get("text"));
      // Two workers begin together where a link has a setting; each finds out.
      chromium.open(older, BrowserPages.linked(setting));
      assertThat(chromium.evaluate(ENDED)).startsWith("All of it");
    }
  }

  @ParameterizedTest
  @CsvSource({"town", "paid-first"})
  void everyFigureOfASmallScenarioIsThatOfARun(String name) throws IOException {
    Path scenario = SECOND.resolve("scenarios/" + name + ".yaml");
    chromium.open(BrowserPages.page(folder, scenario, RULES), "");
    for (List<String> setting : DrawnSettings.of(RULES, scenario, SETTINGS)) {
      Object page = Json.read(BrowserPages.asked(chromium, "figures", setting));
      assertThat(page).as(setting.toString()).isEqualTo(ran(scenario, RULES, setting, "all"));
    }
  }

  /**
   * Of every setting the page's figures are those of the same program in this process, to the last
   * character; of the first ones with ranges, they are those of the command line.
   */
  @ParameterizedTest
  @CsvSource({"baseline", "adopted", "precedents/kosovo-1999"})
  void outcomesAndFunnelAreThoseOfARun(String name) throws Exception {
    Path rules = Ran.HOME.resolve("rules");
    Path scenario = Ran.HOME.resolve("scenarios/" + name + ".yaml");
    Path page = BrowserPages.page(folder, scenario, rules);
    assertThat(Files.size(page)).isLessThan(LARGEST);
    PageAnswers here = PageAnswers.open(held(page), text -> {});
    List<List<String>> drawn = DrawnSettings.of(rules, scenario, SETTINGS);
    // Two processors: one for Chromium, one for what it is held against.
    CompletableFuture<List<String>> expected =
        CompletableFuture.supplyAsync(
            () ->
                drawn.stream()
                    .map(
                        setting ->
                            here.answer(
                                "outcome-figures", setting.toArray(String[]::new), new String[0]))
                    .toList());
    chromium.open(page, "");
    List<String> found = new ArrayList<>();
    for (List<String> setting : drawn) {
      found.add(BrowserPages.asked(chromium, "outcome-figures", setting));
    }
    List<Integer> answered = new ArrayList<>();
    for (int i = 0; i < drawn.size(); i++) {
      assertThat(found.get(i)).as(drawn.get(i).toString()).isEqualTo(expected.get().get(i));
      // What was observed may exclude a setting, which both then say.
      if (found.get(i).contains("\"exact\": ")) {
        answered.add(i);
      } else {
        assertThat(found.get(i)).contains("turns out so");
      }
    }
    assertThat(answered).hasSizeGreaterThan(drawn.size() / 2);
    for (int i : answered.subList(0, WITH_RANGES)) {
      Map<?, ?> run = ran(scenario, rules, drawn.get(i), "outcomes");
      assertThat(Json.read(BrowserPages.asked(chromium, "range-figures", drawn.get(i))))
          .as(drawn.get(i).toString())
          .isEqualTo(run);
      Map<?, ?> outcomes = (Map<?, ?>) Json.read(found.get(i));
      assertThat(exact(outcomes)).isEqualTo(exact(run));
      assertThat(outcomes.get("funnel")).isEqualTo(run.get("funnel"));
    }
  }

  /** What a page holds of its model. */
  private static PageData held(Path page) throws IOException {
    Matcher block =
        Pattern.compile("id=\"model\">([^<]*)</script>").matcher(Files.readString(page));
    assertThat(block.find()).isTrue();
    byte[] packed = PageBlocks.read(block.group(1));
    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
      return PageData.read(in.readAllBytes());
    }
  }

  private static List<List<Object>> exact(Map<?, ?> report) {
    List<List<Object>> rows = new ArrayList<>();
    for (Object row : (List<?>) Objects.requireNonNull(report.get("outcomes"))) {
      Map<?, ?> of = (Map<?, ?>) row;
      rows.add(List.of(of.get("outcome"), of.get("reachable"), of.get("exact")));
    }
    return rows;
  }
}
