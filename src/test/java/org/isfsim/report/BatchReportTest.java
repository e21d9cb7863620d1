package org.isfsim.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.isfsim.article.TextStyle;
import org.isfsim.document.Mark;
import org.isfsim.document.Problem;
import org.junit.jupiter.api.Test;

class BatchReportTest {

  private static final BatchReport BATCH =
      new BatchReport(
          org.isfsim.Shipped.model().outcomes(),
          List.of(
              new BatchEntry.Done(FakeRuns.report()),
              new BatchEntry.Invalid(
                  "bad.yaml", List.of(Problem.of(new Mark("bad.yaml", 3, 5), "run", "wrong"))),
              new BatchEntry.Failed("sad.yaml", "the disk is full")));

  @Test
  void everyOutcomeBelongsToOneGroup() {
    assertThat(BATCH.groups().stream().flatMap(group -> group.outcomes().stream()))
        .containsExactlyInAnyOrderElementsOf(org.isfsim.Shipped.outcomes().values());
  }

  @Test
  void groupsAddUpToOne() {
    for (RunReport run : List.of(FakeRuns.report(), FakeRuns.exactReport())) {
      assertThat(BATCH.groups().stream().mapToDouble(g -> g.probability(run)).sum())
          .isCloseTo(1, within(1e-12));
    }
  }

  @Test
  void theTextHasTwoLinesForARunAndNamesWhatCouldNotBeRun() {
    String text = BatchArticle.of(BATCH).text(TextStyle.PLAIN);
    assertThat(text)
        .containsSubsequence(
            "1 run, 1 invalid file, 1 failed run.",
            "\nfake  ",
            " 60.0 %",
            "\n  as-documented; most often not-adopted-veto 60.0 %; 2 cases set aside\n",
            "bad.yaml is invalid:\n  bad.yaml:3:5: run: wrong\n",
            "sad.yaml could not be run:\n  the disk is full\n");
    assertThat(text.lines()).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(80));
  }

  @Test
  void theMarkdownHasARowForARun() {
    assertThat(BatchArticle.of(BATCH).markdown())
        .contains("cases set aside | 60.0 % | - |")
        .contains("bad.yaml:3:5: run: wrong\n")
        .contains("the disk is full");
  }

  @Test
  void aBatchIsWholeWhenNothingIsMissing() {
    assertThat(BATCH.isWhole()).isFalse();
    assertThat(new BatchReport(org.isfsim.Shipped.model().outcomes(), List.of()).isWhole())
        .isTrue();
  }

  @Test
  void differencesAreToldToARunThatWasNamed() {
    BatchReport runs =
        new BatchReport(
            org.isfsim.Shipped.model().outcomes(),
            List.of(
                new BatchEntry.Done(FakeRuns.report()),
                new BatchEntry.Done(FakeRuns.exactReport())));
    String name = BatchReport.name(FakeRuns.report());
    assertThatThrownBy(() -> runs.comparedWith("nobody"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no run is named \"nobody\"")
        .hasMessageContaining(name);
    assertThatThrownBy(() -> runs.comparedWith("fake")).hasMessageContaining("names 2 runs");

    BatchReport compared =
        new BatchReport(runs.groups(), runs.entries(), Optional.of(FakeRuns.report()));
    assertThat(BatchArticle.of(compared).text(TextStyle.PLAIN))
        .contains("Differences to " + name + ", in percentage points")
        // 39 of 100 cases were not deployed, which exactly is 39.49 %.
        .contains(" +0.5 ");
    assertThat(BatchArticle.of(compared).markdown()).contains("Differences to " + name);
    assertThat(FakeRuns.json(compared)).contains("\"base\": \"" + name + "\"", "\"differences\"");
    assertThat(RunTables.scenarios(compared).csv()).contains(",difference_not-adopted-veto,");
    assertThat(RunTables.scenarios(runs).csv()).doesNotContain("difference_");
  }
}
