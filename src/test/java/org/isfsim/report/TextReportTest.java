package org.isfsim.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.isfsim.article.TextStyle;
import org.junit.jupiter.api.Test;

class TextReportTest {

  private static final Pattern NOT_NEUTRAL =
      Pattern.compile(
          "\\b(will|shall|impossible|predict\\w*|guarantee\\w*|terror\\w*|regime|militants?"
              + "|occup(y|ier)|liberat\\w*|should|must)\\b",
          Pattern.CASE_INSENSITIVE);

  private static List<String> texts() {
    return Stream.of(FakeRuns.report(), FakeRuns.exactReport())
        .flatMap(
            report ->
                Stream.of(
                    RunArticle.of(report).text(TextStyle.PLAIN),
                    RunArticle.of(report).text(new TextStyle(80, true, false)),
                    RunArticle.of(report).text(new TextStyle(120, true, false)),
                    RunArticle.of(report).markdown()))
        .toList();
  }

  @Test
  void itFitsEightyColumnsAndNeverExceedsTheWidth() {
    for (int width : new int[] {60, 80, 100, 120}) {
      for (RunReport report : List.of(FakeRuns.report(), FakeRuns.exactReport())) {
        assertThat(RunArticle.of(report).text(new TextStyle(width, true, false)).lines())
            .allSatisfy(line -> assertThat(line.length()).as(line).isLessThanOrEqualTo(width));
      }
    }
  }

  @Test
  void itIsNeutralAndPredictsNothing() {
    for (String text : texts()) {
      assertThat(text).doesNotContainPattern(NOT_NEUTRAL);
      assertThat(text).contains("Under these assumptions");
    }
  }

  @Test
  void whatASampleDidNotShowIsNeverSaidToBeNothing() {
    String text = RunArticle.of(FakeRuns.report()).text(TextStyle.PLAIN);
    assertThat(text).contains("peacekeeping                 not seen in 100 cases (below 3 %)");
    assertThat(text).doesNotContainPattern("(?<![\\d.])0(\\.0)? %").doesNotContain("100.0 %");
  }

  @Test
  void itRunsFromTheQuestionToTheCommandThatRepeatsIt() {
    assertThat(RunArticle.of(FakeRuns.exactReport()).text(TextStyle.PLAIN))
        .containsSubsequence(
            "A small plan\n",
            "policy as-documented",
            "\nWhich outcomes are reachable?\n",
            "4 of the 13 outcomes are reachable, most likely",
            "not-adopted-veto (60.0 %), not-deployed (39.5 %)",
            "Not reachable: no-vote",
            "\nOutcomes\n",
            "10.0 % (council.china.vote=yes) to 90.0 % (council.china.vote=no)",
            "The rules give no outcome for 2.0 % of the sampled ones",
            "\nThe assumptions that move an outcome most\n",
            "\nSides taken\n",
            "isfsim sources conflicts C1\n",
            "\nMilestones",
            "\nIndicators\n",
            "\nWhat it rests on\n",
            "isfsim parameters --assumptions\n",
            "\nTo repeat it\n",
            "isfsim run 'some folder/fake.yaml' --cases 102 --seed 7\n");
  }

  @Test
  void nothingStandsWhereStrongestAssumptionsAreNotKnown() {
    assertThat(RunArticle.of(FakeRuns.report()).text(TextStyle.PLAIN)).doesNotContain("move");
  }

  @Test
  void plainTextIsAsciiWithoutEscapesAndColourOnlyAddsEscapes() {
    String plain = RunArticle.of(FakeRuns.report()).text(TextStyle.PLAIN);
    assertThat(plain).matches("\\p{ASCII}*").doesNotContain("\u001b");
    String coloured = RunArticle.of(FakeRuns.report()).text(new TextStyle(80, false, true));
    assertThat(coloured).contains("\u001b[1mOutcomes\u001b[0m");
    assertThat(coloured.replaceAll("\u001b\\[[0-9]+m", "")).isEqualTo(plain);
  }

  @Test
  void indicatorsAreCompactAndOpinionsAreLabelledWithTheirDocuments() {
    assertThat(RunArticle.of(FakeRuns.report()).text(new TextStyle(120, false, false)))
        .contains("Factors of success present")
        .contains("(opinion of S002)")
        .containsPattern("Authority of the force +none 100 %\n")
        .containsPattern("Yes votes in the Council +median 7, nine in ten 0 to 15\n");
  }
}
