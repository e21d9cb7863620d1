package org.isfsim.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.isfsim.article.Figures;
import org.isfsim.document.InvalidInputException;
import org.isfsim.report.BatchArticle;
import org.isfsim.report.BatchEntry;
import org.isfsim.report.BatchReport;
import org.isfsim.report.FakeRuns;
import org.isfsim.report.Glossary;
import org.isfsim.report.RunReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code report.html}: the report of a run that is handed on. */
class RunPageTest {

  private static final Metadata METADATA =
      new Metadata(List.of("isfsim", "run"), "17", Instant.EPOCH, Instant.EPOCH);

  @TempDir private Path folder;

  private String page(RunReport report) throws Exception {
    Path directory = folder.resolve("results");
    try (ResultDirectory results =
        ResultDirectory.open(directory, true, Requests.PLAIN, Map.of())) {
      results.finish(report, METADATA);
    }
    return Files.readString(directory.resolve("report.html"));
  }

  @Test
  void itsFiguresAreThoseOfTheJson() throws Exception {
    String html = page(FakeRuns.exactReport());
    JsonNode json = JsonMapper.builder().build().readTree(FakeRuns.json(FakeRuns.exactReport()));
    for (JsonNode outcome : json.get("outcomes")) {
      Matcher row =
          Pattern.compile(
                  "<tr>\\s*<th scope=\"row\">(?:<details><summary>)?"
                      + outcome.get("outcome").asString()
                      + "<.*?</tr>",
                  Pattern.DOTALL)
              .matcher(html);
      assertThat(row.find()).as(outcome.get("outcome").asString()).isTrue();
      boolean isReachable = outcome.get("reachable").asString().equals("yes");
      assertThat(row.group().contains(">yes<")).isEqualTo(isReachable);
      if (isReachable) {
        assertThat(row.group())
            .contains(
                "<td class=\"figure\">"
                    + Figures.percent(outcome.get("exact").asDouble()).replace("<", "&lt;")
                    + "</td>");
        assertThat(row.group())
            .contains(Figures.percent(outcome.get("probability").asDouble()).replace("0 %", ""));
      }
    }
  }

  @Test
  void itSaysWhatItIsAboutAndExplainsItsWords() throws Exception {
    assertThat(page(FakeRuns.exactReport()))
        .contains("<h1>A small plan</h1>", "Which outcomes are reachable?")
        .contains("No vote on the text is held, and no force deploys")
        .contains("Every assumption, with the claims that bear on it")
        .contains("isfsim run &#39;some folder/fake.yaml&#39; --cases 102 --seed 7")
        .contains("role=\"img\" aria-label=\"Exact probability of each outcome");
  }

  @Test
  void itNeedsNoOtherFileAndHasAScopeOnEveryHeader() throws Exception {
    String html = page(FakeRuns.report());
    assertThat(html)
        .doesNotContainPattern("(?i)<script|<link|<img|url\\(|@import")
        .doesNotContainPattern("(?:href|src)=\"(?!#)")
        .doesNotContainPattern("<th(?! scope=)(?!ead)");
    assertThat(html.split("<figure>", -1).length).isEqualTo(html.split("role=\"img\"", -1).length);
  }

  @Test
  void theSameRunGivesTheSameBytes() throws Exception {
    assertThat(page(FakeRuns.report())).isEqualTo(page(FakeRuns.report()));
  }

  @Test
  void resultsThatAreThereGiveAReportWithTheSameFigures() throws Exception {
    page(FakeRuns.exactReport());
    String html =
        ResultsArticle.of(folder.resolve("results"), Glossary.of(org.isfsim.Shipped.model()))
            .html();
    assertThat(html)
        .contains("<h1>Results of fake, policy as-documented</h1>")
        .contains("<td class=\"figure\">60.0 %</td>", "<code>isfsim run</code>")
        .contains("(<code>council.china.vote=yes</code>) to", "&lt;0.1 %");
    assertThatThrownBy(() -> ResultsArticle.of(folder, List.of()))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("no whole results");
  }

  @Test
  void aBatchHasAnIndexAndASectionForEveryRun() {
    BatchReport batch =
        new BatchReport(
            org.isfsim.Shipped.model().outcomes(),
            List.of(
                new BatchEntry.Done(FakeRuns.report()),
                new BatchEntry.Done(FakeRuns.exactReport()),
                new BatchEntry.Failed("sad.yaml", "the <disk> is full")));
    String html = BatchArticle.of(batch).html();
    assertThat(html).contains("<nav aria-label=\"Contents\">", "the &lt;disk&gt; is full");
    assertThat(html.split("<h2 id=\"s\\d+\">fake as-documented</h2>", -1)).hasSize(3);
    assertThat(html).contains("Against fake as-documented nothing differs.");
  }
}
