package org.isfsim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.isfsim.site.DocumentationSite;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a page does in Chromium, opened from disk without a network. */
class PageInBrowserTest {

  private static final Path SECOND = Ran.HOME.resolve("src/test/resources/org/isfsim/model/second");
  private static final Path TOWN = SECOND.resolve("scenarios/town.yaml");
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

  @Test
  void aPageIsWrittenToStandardOutputToo() throws IOException {
    Path page = BrowserPages.page(folder, TOWN, RULES);
    Ran ran = Ran.isfsim("page", TOWN.toString(), "--rules", RULES.toString(), "-o", "-");
    assertThat(ran.err()).isEmpty();
    assertThat(ran.code()).isZero();
    assertThat(ran.out()).isEqualTo(Files.readString(page));
  }

  @Test
  void aMovedControlChangesAnswerAndLink() throws IOException {
    chromium.open(BrowserPages.page(folder, TOWN, RULES), "");
    List<String> setting = DrawnSettings.of(RULES, TOWN, 1).get(0);
    chromium.evaluate("location.hash = '" + BrowserPages.linked(setting) + "'");
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

  /** What is shown after several changes, renewed where it differs, is what is shown at once. */
  @Test
  void oneChangeAfterTheOtherShowsWhatTheLastOneShowsAlone() throws IOException {
    List<String> links =
        DrawnSettings.of(RULES, TOWN, 4).stream().map(BrowserPages::linked).toList();
    String last = links.get(links.size() - 1);
    chromium.open(BrowserPages.page(folder, TOWN, RULES), last);
    assertThat(told("#status", "All of it")).isNotEmpty();
    String shown = "document.getElementById('result').textContent.replace(/\\s+/g, ' ')";
    String alone = chromium.evaluate(shown);
    chromium.open(BrowserPages.page(folder, TOWN, RULES), "");
    String first = chromium.evaluate(shown);
    for (String link : links) {
      chromium.evaluate("document.querySelector('#result details').open = true");
      become(link);
      assertThat(told("#status", " after ")).isNotEmpty();
      assertThat(chromium.evaluate("document.querySelector('#result details').open"))
          .isEqualTo("true");
    }
    assertThat(told("#status", "All of it")).isNotEmpty();
    assertThat(alone).isNotEqualTo(first);
    assertThat(chromium.evaluate(shown)).isEqualTo(alone);
    assertThat(
            chromium.evaluate(
                "String(Array.from(document.querySelectorAll('#result select.here')).every("
                    + "function (place) { return place.value === document.querySelector("
                    + "'[data-set=\"' + place.getAttribute('aria-label') + '\"]').value; }))"))
        .isEqualTo("true");
    assertThat(chromium.complaints()).isEmpty();
  }

  @Test
  void untilSomethingIsChangedThePageRehearsesAndShowsTheSame() throws IOException {
    // A page whose rehearsal takes some seconds.
    Path scenario = Ran.HOME.resolve("scenarios/baseline.yaml");
    chromium.open(BrowserPages.page(folder, scenario, Ran.HOME.resolve("rules")), "");
    String shown = "document.getElementById('result').innerHTML";
    String before = chromium.evaluate(shown);
    String sets =
        chromium.evaluate(
            "new Promise(function (resolve) { window.rehearsed = [];"
                + " var post = Worker.prototype.postMessage;"
                + " Worker.prototype.postMessage = function (message) {"
                + " if (message.question === 'outcomes') {"
                + " window.rehearsed.push(String(message.setting)); }"
                + " return post.apply(this, arguments); };"
                + " var begun = Date.now(); var wait = setInterval(function () {"
                + " if (window.rehearsed.length > 3 || Date.now() - begun > 60000) {"
                + " clearInterval(wait); resolve(window.rehearsed.join(' ')); } }, 20); })");
    assertThat(sets).contains("set,");
    assertThat(chromium.evaluate(shown)).isEqualTo(before);
    assertThat(chromium.evaluate("location.hash")).isEmpty();
    chromium.evaluate("location.hash = 'set=text.tasks%3Dpeacekeeping'");
    assertThat(told("#status", "Outcomes")).isNotEmpty();
    String count = chromium.evaluate("String(window.rehearsed.length)");
    chromium.evaluate("new Promise(function (resolve) { setTimeout(resolve, 300); })");
    assertThat(chromium.evaluate("String(window.rehearsed.length)")).isEqualTo(count);
  }

  /** Changes the link, and waits until the page has taken it. */
  private static void become(String link) {
    chromium.evaluate(
        "new Promise(function (resolve) { window.addEventListener('hashchange', resolve,"
            + " { once: true }); location.hash = '"
            + link
            + "'; }).then(function () { return ''; })");
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
    chromium.open(BrowserPages.page(folder, TOWN, RULES), "");
    String file = "format: 1\nextends: ./town.yaml\nid: mine\ntitle: Mine\n";
    String text = file + "levers: { budget.advance: true }\n";
    assertThat(BrowserPages.asked(chromium, "dropped", List.of("file", text)))
        .isEqualTo("set=budget.advance%3Dtrue");
    assertThat(
            BrowserPages.asked(
                chromium, "dropped", List.of("file", text.replace("town", "nowhere"))))
        .contains("there is no file", "nowhere.yaml");
    assertThat(BrowserPages.asked(chromium, "dropped", List.of("file", "a: [")))
        .contains("not valid YAML");
  }

  @Test
  void whomToBelieveIsASwitchWhereTheReportSaysIt() throws IOException {
    chromium.open(BrowserPages.page(folder, TOWN, RULES), "");
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
    chromium.open(BrowserPages.page(folder, TOWN, RULES), "");
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
    chromium.open(BrowserPages.page(folder, TOWN, RULES), "");
    BrowserPages.asked(chromium, "report", List.of());
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
    chromium.open(BrowserPages.page(folder, scenario, RULES), "");
    assertThat(chromium.evaluate("document.querySelector('h1').textContent")).isEqualTo(evil);
    assertThat(chromium.evaluate("document.querySelectorAll('img').length")).isEqualTo("0");
    assertThat(BrowserPages.asked(chromium, "report", List.of())).contains("&lt;img");
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
    chromium.open(BrowserPages.page(folder, TOWN, RULES), "set=crew.trained%3Dtrue");
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
    chromium.open(BrowserPages.page(folder, TOWN, RULES), "");
    chromium.size(width);
    int wide = Integer.parseInt(chromium.evaluate("document.documentElement.scrollWidth"));
    chromium.size(1024);
    assertThat(wide).isLessThanOrEqualTo(width);
  }
}
