package org.isfsim.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.isfsim.article.Json;
import org.isfsim.page.PageAnswers;
import org.isfsim.page.PageData;
import org.isfsim.page.PageWriter;
import org.isfsim.site.DocumentationSite;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Pages in Chromium, opened from disk without a network. Left out, with a message, unless the
 * property {@value #WANTED} asks for them: they need Chromium, and the engine that a whole build
 * compiles. {@code .ci/run} has both.
 */
class PageInBrowserTest {

  static final String WANTED = "isfsim.browser";

  /** How many settings of each scenario are compared. */
  private static final int SETTINGS = Integer.getInteger("isfsim.page.settings", 40);

  /** Of how many settings of a large scenario ranges are compared too. */
  private static final int WITH_RANGES = 1;

  private static final Path SECOND = Ran.HOME.resolve("src/test/resources/org/isfsim/model/second");
  private static final Path TOWN = SECOND.resolve("scenarios/town.yaml");
  private static final Path RULES = SECOND.resolve("rules");

  @TempDir private static Path folder;
  private static Chromium chromium;

  @BeforeAll
  static void start() throws IOException {
    Optional<Path> program = Chromium.program();
    assumeTrue(
        Boolean.getBoolean(WANTED),
        "left out: pages in Chromium; after mvn package: mvn surefire:test"
            + " -Dtest=PageInBrowserTest -D"
            + WANTED
            + "=true");
    assertThat(PageWriter.hasEngine()).as("mvn package has compiled the engine").isTrue();
    chromium = new Chromium(program.orElseThrow(), 1024);
  }

  @AfterAll
  static void end() throws IOException {
    if (chromium != null) {
      chromium.close();
    }
  }

  private static Path page(Path scenario, Path rules, String... more) {
    Path page = folder.resolve(scenario.getFileName() + ".html");
    List<String> command = new ArrayList<>(List.of("page", scenario.toString()));
    command.addAll(List.of("-o", page.toString(), "--rules", rules.toString()));
    command.addAll(List.of(more));
    Ran ran = Ran.isfsim(command.toArray(String[]::new));
    assertThat(ran.err()).isEmpty();
    assertThat(ran.code()).isZero();
    return page;
  }

  /** What the page's engine says to a question about a setting. */
  private static String asked(String question, List<String> setting) throws IOException {
    String detail =
        Json.document(Json.object("question", question, "setting", linked(setting), "number", 1));
    String answer =
        chromium.evaluate(
            "new Promise(function (resolve) {"
                + "document.addEventListener('isfsim-answer', function (event) {"
                + "resolve(JSON.stringify(event.detail)); }, { once: true });"
                + "document.dispatchEvent(new CustomEvent('isfsim-question', { detail: "
                + detail
                + "})); })");
    Map<?, ?> told = (Map<?, ?>) Json.read(answer);
    assertThat(told.get("defect")).isNull();
    return String.valueOf(told.get("text"));
  }

  private static String linked(List<String> setting) {
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < setting.size(); i += 2) {
      parts.add(setting.get(i) + "=" + encoded(setting.get(i + 1)));
    }
    return String.join("&", parts);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
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

  @ParameterizedTest
  @CsvSource({"town", "paid-first"})
  void everyFigureOfASmallScenarioIsThatOfARun(String name) throws IOException {
    Path scenario = SECOND.resolve("scenarios/" + name + ".yaml");
    chromium.open(page(scenario, RULES), "");
    for (List<String> setting : DrawnSettings.of(RULES, scenario, SETTINGS)) {
      Object page = Json.read(asked("figures", setting));
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
    Path page = page(scenario, rules);
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
      found.add(asked("outcome-figures", setting));
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
      assertThat(Json.read(asked("range-figures", drawn.get(i))))
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
    byte[] packed = Base64.getDecoder().decode(block.group(1));
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

  @Test
  void aMovedControlChangesAnswerAndLink() throws IOException {
    chromium.open(page(TOWN, RULES), "");
    List<String> setting = DrawnSettings.of(RULES, TOWN, 1).get(0);
    chromium.evaluate("location.hash = '" + linked(setting) + "'");
    String shown =
        chromium.evaluate(
            "new Promise(function (resolve) { var wait = setInterval(function () {"
                + "if (document.getElementById('status').textContent.indexOf('All of it') === 0) {"
                + "clearInterval(wait); resolve(document.getElementById('result').innerHTML); }"
                + "}, 50); })");
    assertThat(shown).contains(", changed");
    assertThat(chromium.evaluate("document.querySelectorAll('.control.changed').length"))
        .isNotEqualTo("0");
    chromium.evaluate("document.getElementById('reset').click()");
    assertThat(chromium.evaluate("document.getElementById('result').textContent"))
        .doesNotContain(", changed");
  }

  /** Waits until an element says something, and tells what. */
  private static String told(String element, String until) {
    return chromium.evaluate(
        "new Promise(function (resolve) { var wait = setInterval(function () {"
            + "var of = document.querySelector('"
            + element
            + "'); if (of && of.textContent.indexOf('"
            + until
            + "') >= 0) { clearInterval(wait); resolve(of.textContent); } }, 50); })");
  }

  /** A page of two scenarios and a variant of each. */
  private static Path several() {
    return written(
        "several.html",
        TOWN.toString(),
        SECOND.resolve("scenarios/paid-first.yaml").toString(),
        "--variant",
        "late: budget.advance=false");
  }

  private static void begin(String start) {
    chromium.evaluate(
        "(function () { var of = document.getElementById('start-with'); of.value = '"
            + start
            + "'; of.dispatchEvent(new Event('input', { bubbles: true })); })()");
    assertThat(told("#status", "All of it")).isNotEmpty();
  }

  @Test
  void aPageOfSeveralScenariosBeginsWithAnyOfThemAndKeepsTheChoiceInTheLink() throws IOException {
    chromium.open(several(), "");
    String choices =
        "Array.from(document.querySelectorAll('#start-with option')).map(function (o) {"
            + " return o.value; }).join('|')";
    assertThat(chromium.evaluate(choices)).isEqualTo("town|town late|paid-first|paid-first late");
    String first = chromium.evaluate("document.querySelector('h1').textContent");
    chromium.evaluate("document.getElementById('pin').click()");
    begin("paid-first");
    assertThat(chromium.evaluate("location.hash")).isEqualTo("#start=paid-first");
    assertThat(chromium.evaluate("document.getElementById('start-says').textContent"))
        .startsWith("Against town: budget.advance = true instead of false");
    assertThat(chromium.evaluate("document.querySelector('h1').textContent")).isNotEqualTo(first);
    assertThat(told("#comparison", "Points"))
        .contains("(town), the scenario as it is.", "(paid-first), the scenario as it is.");
    begin("paid-first late");
    String link = chromium.evaluate("location.hash.slice(1)");
    assertThat(link).isEqualTo("start=paid-first%20late&set=budget.advance%3Dfalse");
    String shown = chromium.evaluate("document.getElementById('result').innerText");
    assertThat(shown).contains(", changed", "budget.advance = false instead of true");
    chromium.open(several(), link);
    assertThat(told("#status", "All of it")).isNotEmpty();
    assertThat(chromium.evaluate("document.getElementById('start-with').value"))
        .isEqualTo("paid-first late");
    assertThat(chromium.evaluate("document.getElementById('result').innerText")).isEqualTo(shown);
    chromium.evaluate("location.hash = 'start=town'");
    assertThat(told("h1", first)).isEqualTo(first);
    assertThat(chromium.evaluate("document.querySelector('h1').textContent")).isEqualTo(first);
    assertThat(chromium.complaints()).isEmpty();
  }

  /** The page of a lesson. */
  private static Path lesson() {
    return written("lesson.html", "--lesson", LessonsTest.TOWN.toString());
  }

  /** A page of the small rules, without a word about it. */
  private static Path written(String name, String... asked) {
    Path page = folder.resolve(name);
    List<String> words = new ArrayList<>(List.of("page"));
    words.addAll(List.of(asked));
    words.addAll(List.of("--rules", RULES.toString(), "-o", page.toString()));
    Ran ran = Ran.isfsim(words.toArray(String[]::new));
    assertThat(ran.err()).isEmpty();
    return page;
  }

  @Test
  void aLessonsPageShowsItsSettingsAndChecksAnswers() throws IOException {
    chromium.open(lesson(), "");
    assertThat(chromium.evaluate("document.getElementById('lesson-title').textContent"))
        .isEqualTo("What paying first <b>buys</b>");
    chromium.evaluate("document.querySelectorAll('[data-setting]')[1].click()");
    assertThat(told("#status", "All of it")).isNotEmpty();
    assertThat(chromium.evaluate("location.hash")).contains("budget.advance");
    assertThat(chromium.evaluate("document.getElementById('result').textContent"))
        .contains("it stays dry (outcome = dry)");
    chromium.evaluate("document.getElementById('question-3').value = 'planned'");
    chromium.evaluate("document.querySelectorAll('[data-check]')[2].click()");
    assertThat(told("[data-question=\"3\"] .said", "Compare")).startsWith("Not yet.");
    chromium.evaluate("document.getElementById('question-3').value = 'paid'");
    chromium.evaluate("document.querySelectorAll('[data-check]')[2].click()");
    assertThat(told("[data-question=\"3\"] .said", "Money")).startsWith("Right. Paid first");
    assertThat(chromium.complaints()).isEmpty();
  }

  @Test
  void aDroppedScenarioMayNameItsParentByARelativeName() throws IOException {
    chromium.open(page(TOWN, RULES), "");
    String file = "format: 1\nextends: ./town.yaml\nid: mine\ntitle: Mine\n";
    String text = file + "levers: { budget.advance: true }\n";
    assertThat(asked("dropped", List.of("file", text))).isEqualTo("set=budget.advance%3Dtrue");
    assertThat(asked("dropped", List.of("file", text.replace("town", "nowhere"))))
        .contains("there is no file", "nowhere.yaml");
    assertThat(asked("dropped", List.of("file", "a: ["))).contains("not valid YAML");
  }

  @Test
  void whomToBelieveIsASwitchWhereTheReportSaysIt() throws IOException {
    chromium.open(page(TOWN, RULES), "");
    String switches = "document.querySelectorAll('#result select.here')";
    assertThat(Integer.parseInt(chromium.evaluate(switches + ".length"))).isPositive();
    chromium.evaluate(
        "(function () { var of = "
            + switches
            + "[0]; of.selectedIndex = 1; of.dispatchEvent(new Event('change')); })()");
    assertThat(told("#status", "All of it")).isNotEmpty();
    assertThat(chromium.evaluate("location.hash")).startsWith("#set=");
  }

  @Test
  void reasonsOfAnOutcomeAreToldOnThePage() throws IOException {
    chromium.open(page(TOWN, RULES), "");
    chromium.evaluate("document.getElementById('reasons').open = true");
    chromium.evaluate("document.getElementById('outcome').value = 'dry'");
    for (String question : List.of("why", "why-not", "signposts")) {
      chromium.evaluate("document.querySelector('[data-ask=\"" + question + "\"]').click()");
      assertThat(told("#asking", "After")).isNotEmpty();
      assertThat(chromium.evaluate("document.getElementById('reason').textContent"))
          .contains("dry")
          .doesNotContain("does not fit");
    }
    assertThat(chromium.complaints()).isEmpty();
  }

  @Test
  void aPageAsksForNothingAndItsPolicyOfContentIsKept() throws IOException {
    chromium.open(page(TOWN, RULES), "");
    asked("report", List.of());
    assertThat(chromium.requested()).allMatch(url -> url.matches("(file|blob|about):.*"));
    assertThat(chromium.complaints()).isEmpty();
  }

  @Test
  void textsOfAScenarioStayTexts() throws IOException {
    String evil = "<img src=x onerror=document.title='broken'></script><script>alert(1)</script>";
    Path scenario = folder.resolve("evil.yaml");
    Files.writeString(
        scenario,
        Files.readString(TOWN).replaceFirst("(?m)^title: .*$", "title: \"" + evil + "\""));
    chromium.open(page(scenario, RULES), "");
    assertThat(chromium.evaluate("document.querySelector('h1').textContent")).isEqualTo(evil);
    assertThat(chromium.evaluate("document.querySelectorAll('img').length")).isEqualTo("0");
    assertThat(asked("report", List.of())).contains("&lt;img");
  }

  /** What axe says of impact "serious" or "critical". */
  private static String found() throws IOException {
    try (InputStream axe =
        Objects.requireNonNull(
            PageInBrowserTest.class.getResourceAsStream(
                "/META-INF/resources/webjars/axe-core/4.6.3/axe.min.js"))) {
      chromium.evaluate(new String(axe.readAllBytes(), StandardCharsets.UTF_8) + ";0");
    }
    return chromium.evaluate(
        "axe.run(document).then(function (found) { return found.violations.filter(function (v) {"
            + " return v.impact === 'serious' || v.impact === 'critical'; }).map(function (v) {"
            + " return v.id + ': ' + v.nodes.slice(0, 3).map(function (n) { return n.html; })"
            + ".join(' | '); }).join('\\n'); })");
  }

  @ParameterizedTest
  @CsvSource({"360", "1920"})
  void axeFindsNothingSeriousInAPage(int width) throws IOException {
    chromium.open(lesson(), "");
    chromium.size(width);
    chromium.evaluate(
        "document.querySelectorAll('details').forEach(function (d) { d.open = true; })");
    String found = found();
    chromium.size(1024);
    assertThat(found).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"1", "2", "3", "4"})
  void aWorksheetPrintsOnTwoSides(int number) throws IOException {
    Path sheet = Path.of("docs/teaching/lesson-" + number + "-worksheet.html");
    Path file = folder.resolve("worksheet-" + number + ".html");
    Files.writeString(file, DocumentationSite.of(Ran.HOME).get(sheet));
    chromium.open(file, "");
    assertThat(chromium.printed()).isEqualTo(2);
  }

  @Test
  void onATelephoneTheAnswerIsNearAndHowItBeginsStaysInSight() throws IOException {
    chromium.size(360);
    chromium.open(page(TOWN, RULES), "set=crew.trained%3Dtrue");
    double top = number("document.querySelector('#result h1').getBoundingClientRect().top");
    chromium.evaluate(
        "document.querySelectorAll('aside details').forEach(function (d) { d.open = true; })");
    double below = number("document.querySelector('.short').getBoundingClientRect().bottom");
    double end = number("document.querySelector('aside').getBoundingClientRect().bottom");
    double height = number("innerHeight");
    String begins = chromium.evaluate("document.querySelector('#result h2 + *').textContent");
    String isShort = chromium.evaluate("document.getElementById('short').textContent");
    String link = chromium.evaluate("location.hash");
    chromium.evaluate("document.querySelector('.short a').click()");
    String focused = chromium.evaluate("document.activeElement.id");
    String linkAfter = chromium.evaluate("location.hash");
    double topAfter = number("document.getElementById('result').getBoundingClientRect().top");
    chromium.size(1024);
    String shown = chromium.evaluate("getComputedStyle(document.querySelector('.short')).display");
    assertThat(top).isBetween(0.0, height);
    assertThat(end).isGreaterThan(height);
    assertThat(below).isLessThanOrEqualTo(height);
    assertThat(isShort).isEqualTo(begins).isNotBlank();
    assertThat(focused).isEqualTo("result");
    assertThat(topAfter).isBetween(-1.0, height / 2);
    assertThat(linkAfter).isEqualTo(link).contains("set=");
    assertThat(shown).isEqualTo("none");
  }

  private static double number(String expression) {
    return Double.parseDouble(chromium.evaluate(expression));
  }

  @ParameterizedTest
  @CsvSource({"360", "1024", "1920"})
  void nothingStandsOutOfTheWindow(int width) throws IOException {
    chromium.open(page(TOWN, RULES), "");
    chromium.size(width);
    int wide = Integer.parseInt(chromium.evaluate("document.documentElement.scrollWidth"));
    chromium.size(1024);
    assertThat(wide).isLessThanOrEqualTo(width);
  }
}
