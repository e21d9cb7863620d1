package org.isfsim.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * {@code report.html} in Chromium, opened from disk without a network. Left out, with a message,
 * unless the property {@value BrowserPages#WANTED} asks for it; {@code .ci/run} does.
 *
 * <p>With the property {@code isfsim.pictures} pictures of the reports are kept in that folder.
 */
class ReportInBrowserTest {

  private static final String AXE = "/META-INF/resources/webjars/axe-core/4.6.3/axe.min.js";

  @TempDir private static Path folder;
  private static Chromium chromium;

  @BeforeAll
  static void start() throws IOException {
    assumeTrue(
        Boolean.getBoolean(BrowserPages.WANTED),
        "left out: reports in Chromium; mvn surefire:test -Dtest=ReportInBrowserTest -D"
            + BrowserPages.WANTED
            + "=true");
    run("baseline", "baseline", "--cases", "2000");
    run("exact", "baseline", "--cases", "0");
    run("batch", Ran.HOME.resolve("scenarios").toString(), "--cases", "500", "--exact", "none");
    chromium = new Chromium(Chromium.program().orElseThrow(), 1024);
  }

  @AfterAll
  static void end() throws IOException {
    if (chromium != null) {
      chromium.close();
    }
  }

  private static void run(String name, String... words) {
    String[] command = new String[words.length + 3];
    command[0] = "run";
    System.arraycopy(words, 0, command, 1, words.length);
    command[words.length + 1] = "--out";
    command[words.length + 2] = folder.resolve(name).toString();
    Ran ran = Ran.isfsim(command);
    assertThat(ran.code()).as(ran.err()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"baseline", "exact", "batch"})
  void aReportFitsEveryWindowAsksForNothingAndAxeFindsNothingSerious(String name)
      throws IOException {
    Path page = folder.resolve(name).resolve("report.html");
    assertThat(Files.size(page)).isLessThan(3_000_000);
    chromium.open(page, "");
    for (int width : new int[] {360, 1024, 1920}) {
      chromium.size(width);
      keep(name + "-" + width, chromium.picture(false));
      keep(name + "-" + width + "-whole", chromium.picture(true));
      String wide = chromium.evaluate("document.documentElement.scrollWidth");
      assertThat(Integer.parseInt(wide)).as("%s at %d", name, width).isLessThanOrEqualTo(width);
    }
    chromium.size(1024);
    assertThat(chromium.requested()).allMatch(url -> url.matches("(file|data|about):.*"));
    assertThat(chromium.complaints()).isEmpty();
    try (InputStream axe = getClass().getResourceAsStream(AXE)) {
      chromium.evaluate(
          new String(Objects.requireNonNull(axe).readAllBytes(), StandardCharsets.UTF_8) + ";0");
    }
    String found =
        chromium.evaluate(
            "axe.run(document).then(function (found) { return JSON.stringify(found.violations"
                + ".filter(function (v) { return /serious|critical/.test(v.impact); })"
                + ".map(function (v) { return v.id + ': ' + v.nodes.slice(0, 5).map("
                + "function (n) { return n.html.slice(0, 200); }).join(' | '); })); })");
    assertThat(found).as("what axe finds in %s", name).isEqualTo("[]");
  }

  @Test
  void theFirstCaseOfAnOutcomeShowsItsTimelineWhenItIsAsked() {
    chromium.open(folder.resolve("baseline/report.html"), "");
    String said =
        chromium.evaluate(
            "(function () { var all = Array.from(document.querySelectorAll('details.more'));"
                + "var of = all.find(function (d) { return d.firstElementChild.textContent"
                + ".indexOf('When things happen') === 0; });"
                + "of.firstElementChild.click(); return of.innerText; })()");
    assertThat(said).contains("Case", "not-adopted-veto", "2025-11-");
  }

  private static void keep(String name, byte[] picture) throws IOException {
    String kept = System.getProperty("isfsim.pictures", "");
    if (!kept.isEmpty()) {
      Files.write(Files.createDirectories(Path.of(kept)).resolve(name + ".png"), picture);
    }
  }
}
