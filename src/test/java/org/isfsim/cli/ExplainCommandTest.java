package org.isfsim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

final class ExplainCommandTest {

  private static final String BASELINE = "scenarios/baseline.yaml";

  /** Runs one command as the program would. */
  static Ran run(String name, String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Terminal terminal =
        new Terminal(new PrintWriter(out), new PrintWriter(err, true), 80, false, false);
    Session session = new Session(terminal, Home.of(Ran.HOME));
    Failures failures = new Failures(terminal.err(), false);
    CommandLine line =
        new CommandLine(
            name.equals("explain") ? new ExplainCommand(session) : new EvaluateCommand(session));
    int code =
        line.setErr(terminal.err())
            .setOut(terminal.out())
            .setParameterExceptionHandler(failures)
            .setExecutionExceptionHandler(failures)
            .execute(args);
    terminal.out().flush();
    return new Ran(code, out.toString(), err.toString());
  }

  private static Ran explain(String... args) {
    return run("explain", args);
  }

  @Test
  void aCaseReadsAsABriefingInEightyColumns() {
    Ran ran = explain(BASELINE, "--case", "2369");
    assertThat(ran.code()).isZero();
    assertThat(ran.err()).isEmpty();
    assertThat(ran.out().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThan(81));
    assertThat(ran.out())
        .startsWith("Case 2369 of baseline: ")
        .contains("Timeline", "Decisions on the way to this outcome", "Indicators")
        .contains("council: ", "norm: Charter of the United Nations", "rules/council.drl:")
        .contains("(opinion)");
  }

  @Test
  void everythingIsShownToThoseWhoAsk() {
    Ran ran = explain(BASELINE, "--all");
    assertThat(ran.out().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThan(81));
    assertThat(ran.out())
        .contains("precedent: ", "Parameters", "contributors.IDN.troops", "assumption of isfsim")
        .doesNotContain("Did not bear");
  }

  @Test
  void whatIsSetIsSaidAndTakesEffect() {
    Ran ran =
        explain(
            BASELINE,
            "--set",
            "council.elected-yes=10",
            "--set",
            "council.russia.vote=no",
            "--decision",
            "council");
    assertThat(ran.code()).isZero();
    assertThat(ran.out())
        .contains("not-adopted-veto", "council: vetoed")
        .contains("council.elected-yes = 10", "council.russia.vote = no")
        .contains("A permanent member votes no against enough yes votes")
        .doesNotContain("Timeline", "contingent.IDN");
  }

  @ParameterizedTest
  @ValueSource(strings = {"contingent", "contingent.IDN"})
  void aContributorsDecisionCanBeAskedFor(String decision) {
    Ran ran = explain(BASELINE, "--decision", decision);
    assertThat(ran.out()).contains("contingent.IDN (Indonesia): ");
    assertThat(ran.out().contains("contingent.EGY")).isEqualTo(decision.equals("contingent"));
  }

  @Test
  void anUnknownDecisionIsAProblemWithAdvice() {
    Ran ran = explain(BASELINE, "--decision", "forse");
    assertThat(ran.code()).isEqualTo(ExitCode.INVALID);
    assertThat(ran.err())
        .contains("--decision forse: there is no decision \"forse\"", "did you mean \"force\"?");
    assertThat(ran.out()).isEmpty();
  }

  @Test
  void anUnknownAddressAndPolicyAreProblems() {
    Ran ran = explain(BASELINE, "--set", "council.chna.vote=no", "--policy", "as-documentd");
    assertThat(ran.code()).isEqualTo(ExitCode.INVALID);
    assertThat(ran.err()).contains("council.china.vote", "as-documented", "2 problems.");
  }

  @Test
  void casesAreNumberedFromOne() {
    Ran ran = explain(BASELINE, "--case", "0");
    assertThat(ran.code()).isEqualTo(ExitCode.USAGE);
    assertThat(ran.err()).contains("cases are numbered from 1, found 0");
  }

  @Test
  void jsonHoldsTheSame() {
    Ran ran = explain(BASELINE, "--format", "json", "--all", "--policy", "peacekeeping-text");
    assertThat(ran.code()).isZero();
    assertThat(ran.out())
        .contains(
            "\"command\": \"explain\"",
            "\"policy\": \"peacekeeping-text\"",
            "\"column\": \"contingent.IDN\"",
            "\"onTheWay\": true",
            "\"paragraphs\": [",
            "\"how\": \"drawn\"");
  }

  @Test
  void aCaseThatTheRulesCannotFinishIsExplainedUpToThere(@TempDir Path folder) throws IOException {
    copyRulesWithAGap(folder);
    Ran ran = explain(BASELINE, "--rules", folder.toString(), "--set", "council.elected-yes=0");
    assertThat(ran.code()).isEqualTo(ExitCode.PARTIAL);
    assertThat(ran.out())
        .contains("stopped at council", "no rule decides council", "support is \"too-few\"")
        .contains("council: no result");
  }

  /** Rules that do not say what follows when too few members vote yes. */
  static void copyRulesWithAGap(Path folder) throws IOException {
    try (var files = Files.list(Ran.HOME.resolve("rules"))) {
      for (Path file : files.toList()) {
        Files.copy(file, folder.resolve(file.getFileName()));
      }
    }
    Path council = folder.resolve("council.drl");
    String text = Files.readString(council);
    int from = text.indexOf("rule \"Too few");
    int to = text.indexOf("rule \"A permanent member");
    Files.writeString(council, text.substring(0, from) + text.substring(to));
    assertThat(List.of(from, to)).doesNotContain(-1);
  }
}
