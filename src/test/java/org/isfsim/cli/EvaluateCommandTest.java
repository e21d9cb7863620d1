package org.isfsim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EvaluateCommandTest {

  private static final String BASELINE = "scenarios/baseline.yaml";
  private static final String VOTES =
      "council.china.vote,council.france.vote,council.russia.vote,council.united-kingdom.vote,"
          + "council.united-states.vote,council.elected-yes";

  @TempDir private Path folder;

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("votes.csv"), text);
  }

  private static Ran evaluate(String... args) {
    return ExplainCommandTest.run("evaluate", args);
  }

  @Test
  void recordedVotesGiveTheCouncilsResultInEachRow() throws IOException {
    Path votes = file(VOTES + "\nabstain,yes,abstain,yes,yes,6\nno,yes,yes,yes,yes,5\n");
    Ran ran = evaluate(BASELINE, votes.toString());
    assertThat(ran.code()).isZero();
    assertThat(ran.err()).isEmpty();
    assertThat(ran.out().lines())
        .satisfiesExactly(
            line -> assertThat(line).startsWith(VOTES + ",amendment,objection,council,mandate,"),
            line ->
                assertThat(line).startsWith("abstain,yes,abstain,yes,yes,6,false,false,adopted,"),
            line -> assertThat(line).startsWith("no,yes,yes,yes,yes,5,false,true,vetoed,"));
    assertThat(ran.out()).doesNotContain("\r", "error");
  }

  @Test
  void firingAfreshGivesTheSame() throws IOException {
    Path cases = file("aid.policy,note\n" + "all-tied,\n,\n".repeat(10));
    assertThat(evaluate(BASELINE, cases.toString(), "--reference"))
        .isEqualTo(evaluate(BASELINE, cases.toString()));
  }

  @Test
  void fieldsWithCommasAndQuotesComeBackQuoted() throws IOException {
    Path cases = file("\"aid.policy\",council.elected-yes\n\" all-tied\",\" 9\n\"\n");
    assertThat(evaluate(BASELINE, cases.toString()).out()).contains("\n all-tied,\" 9\n\",");
  }

  @Test
  void withAProblemNothingIsWritten() throws IOException {
    Path cases = file("aid.polisy,outcome\nall-tied,x\n");
    Path out = folder.resolve("out.csv");
    Ran ran = evaluate(BASELINE, cases.toString(), "--out", out.toString());
    assertThat(ran.code()).isEqualTo(ExitCode.INVALID);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err())
        .contains("votes.csv:1:1: field 1: ", "did you mean \"aid.policy\"?", "2 problems.");
    assertThat(folder).isDirectoryNotContaining(p -> !p.equals(cases));
  }

  @Test
  void veryManyProblemsAreCounted() throws IOException {
    Ran ran = evaluate(BASELINE, file("aid.policy\n" + "none\n".repeat(500)).toString());
    assertThat(ran.code()).isEqualTo(ExitCode.INVALID);
    assertThat(ran.err().lines()).hasSize(101);
    assertThat(ran.err()).contains("500 problems; the first 100 are listed.");
  }

  @Test
  void aFileIsWrittenOverOnlyWhenThatIsAskedFor() throws IOException {
    Path cases = file("aid.policy\nall-tied\n");
    Path out = folder.resolve("out.csv");
    assertThat(evaluate(BASELINE, cases.toString(), "--out", out.toString()).code()).isZero();
    String written = Files.readString(out);
    assertThat(written).isEqualTo(evaluate(BASELINE, cases.toString()).out());
    Ran again = evaluate(BASELINE, cases.toString(), "--out", out.toString());
    assertThat(again.code()).isEqualTo(ExitCode.INVALID);
    assertThat(again.err()).contains("is there already", "--force");
    assertThat(evaluate(BASELINE, cases.toString(), "--out", out.toString(), "--force").code())
        .isZero();
    assertThat(folder).isDirectoryNotContaining(p -> p.toString().endsWith(".part"));
  }

  @Test
  void rowsThatTheRulesCannotFinishHaveAnError() throws IOException {
    Path rules = Files.createDirectory(folder.resolve("rules"));
    ExplainCommandTest.copyRulesWithAGap(rules);
    Path cases = file("council.elected-yes,council.united-states.vote\n0,yes\n10,no\n");
    Ran ran = evaluate(BASELINE, cases.toString(), "--rules", rules.toString());
    assertThat(ran.code()).isEqualTo(ExitCode.PARTIAL);
    assertThat(ran.err()).contains("could not finish 1 of 2 rows");
    assertThat(ran.out().lines())
        .satisfiesExactly(
            line -> assertThat(line).endsWith(",error"),
            line -> assertThat(line).startsWith("0,yes,,,,").endsWith("no rule decides council"),
            line -> assertThat(line).startsWith("10,no,false,true,vetoed,").endsWith(","));
  }

  @Test
  void standardInputAndJsonWork() {
    InputStream before = System.in;
    System.setIn(
        new ByteArrayInputStream(
            "\uFEFFcouncil.elected-yes\r\n10\r\n".getBytes(StandardCharsets.UTF_8)));
    try {
      Ran ran = evaluate(BASELINE, "-", "--format", "json");
      assertThat(ran.code()).isZero();
      assertThat(ran.out())
          .contains("\"command\": \"evaluate\"", "\"rows\": 1", "\"council.elected-yes\": \"10\"")
          .contains("\"decisions\": {", "\"milestones\": {");
    } finally {
      System.setIn(before);
    }
  }

  @Test
  void aFileThatIsNotThereIsAProblem() {
    Ran ran = evaluate(BASELINE, "not-there.csv");
    assertThat(ran.code()).isEqualTo(ExitCode.INVALID);
    assertThat(ran.err()).contains("not-there.csv: there is no such file");
  }

  @Test
  void anEmptyLineIsNoRow() throws IOException {
    for (String table : List.of("aid.policy\nall-tied\n\n", "aid.policy,note\nall-tied,a\n\n")) {
      Ran ran = evaluate(BASELINE, file(table).toString());
      assertThat(ran.code()).isEqualTo(ExitCode.INVALID);
      assertThat(ran.err()).contains(":3: the line is empty (remove it");
    }
  }

  @Test
  void helpNamesWhatIsTakenAlone() {
    assertThat(Ran.isfsim("evaluate", "--help").out()).doesNotContain("--observed");
    assertThat(Ran.isfsim("rules", "coverage", "--help").out()).doesNotContain("--observed");
    Ran observed = evaluate(BASELINE, "-", "--observed", "council = adopted");
    assertThat(observed.err()).contains("this command looks at all cases");
    for (String format : List.of("xlsx", "text")) {
      Ran ran = evaluate(BASELINE, "-", "--format", format);
      assertThat(ran.code()).isEqualTo(ExitCode.USAGE);
      assertThat(ran.err()).contains("allowed: csv, json, found '" + format + "'");
    }
  }
}
