package org.isfsim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.isfsim.document.InvalidInputException;
import org.isfsim.document.Mark;
import org.isfsim.document.Problems;
import org.isfsim.report.ComparisonTables;
import org.isfsim.report.DiscoveryArticle;
import org.isfsim.report.LeverPage;
import org.isfsim.report.SensitivityTables;
import org.isfsim.report.SweepPage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MainTest {

  static Stream<String> commands() {
    return Stream.of(
        "",
        "run",
        "compare",
        "sweep",
        "check",
        "rules",
        "rules list",
        "rules show",
        "rules graph",
        "rules coverage",
        "sources",
        "sources list",
        "sources show",
        "sources conflicts",
        "sources verify",
        "parameters",
        "new",
        "completion");
  }

  @Test
  void tellsItsVersion() {
    Ran ran = Ran.isfsim("--version");
    assertThat(ran.code()).isZero();
    assertThat(ran.out()).startsWith("isfsim ");
  }

  @Test
  void withoutACommandItShowsItsHelp() {
    Ran ran = Ran.isfsim();
    assertThat(ran.code()).isZero();
    assertThat(ran.out()).isEqualTo(Ran.isfsim("--help").out());
    assertThat(ran.err()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("commands")
  void everyCommandHasHelpWithExamplesAndExitCodesInEightyColumns(String command) {
    Ran ran = Ran.isfsim((command + " --help").strip().split(" ", -1));
    assertThat(ran.code()).isZero();
    assertThat(ran.err()).isEmpty();
    assertThat(ran.out())
        .contains(("Usage: isfsim " + command).strip(), "Exit codes:", "Examples:", "--help")
        .contains(("isfsim " + command).strip())
        .doesNotContain("\u001b");
    String[] parts = ran.out().split("\nExamples:\n");
    assertThat(parts[0].lines()).allSatisfy(line -> assertThat(line).hasSizeLessThan(81));
    // A command is copied as it stands, however long it is.
    assertThat(parts[1].lines())
        .allSatisfy(line -> assertThat(line).startsWith("  ").doesNotEndWith("\\"));
  }

  @Test
  void theHelpOfACommandWithTablesNamesThem() {
    Map<String, List<String>> tables =
        Map.of(
            "compare", ComparisonTables.names(),
            "compare --levers", LeverPage.names(),
            "sweep", SweepPage.names(),
            "sensitivity", SensitivityTables.names(),
            "discover", DiscoveryArticle.names());
    tables.forEach(
        (command, names) -> {
          String help = Ran.isfsim(command.split(" ", -1)[0], "--help").out();
          String words = help.substring(help.indexOf("Tables: "));
          assertThat(words.substring(0, words.indexOf('.')).split("[\\s,;:]+"))
              .as(command)
              .containsAll(names);
        });
  }

  @Test
  void aMisspeltCommandIsAWrongCommandLineWithAdvice() {
    Ran ran = Ran.isfsim("sorces");
    assertThat(ran.code()).isEqualTo(ExitCode.USAGE);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err())
        .isEqualToNormalizingNewlines(
            """
            isfsim: there is no command "sorces"; did you mean "sources"?
            "isfsim --help" tells how it is used.
            """);
  }

  @Test
  void aMisspeltMemberOfAGroupIsAWrongCommandLineWithAdvice() {
    Ran ran = Ran.isfsim("sources", "lst");
    assertThat(ran.code()).isEqualTo(ExitCode.USAGE);
    assertThat(ran.err()).startsWith("isfsim sources: there is no command \"lst\"; did you mean");
  }

  @Test
  void aMisspeltOptionIsAWrongCommandLineWithAdvice() {
    Ran ran = Ran.isfsim("parameters", "--asumptions");
    assertThat(ran.code()).isEqualTo(ExitCode.USAGE);
    assertThat(ran.err())
        .startsWith(
            "isfsim parameters: there is no option --asumptions; did you mean \"--assumptions\"?");
  }

  @Test
  void aGroupAloneNamesItsMembers() {
    Ran ran = Ran.isfsim("sources");
    assertThat(ran.code()).isEqualTo(ExitCode.USAGE);
    assertThat(ran.err()).contains("a command is missing: list, show, conflicts, verify");
  }

  @Test
  void aMissingArgumentIsAWrongCommandLine() {
    Ran ran = Ran.isfsim("sources", "show");
    assertThat(ran.code()).isEqualTo(ExitCode.USAGE);
    assertThat(ran.err()).contains("missing required parameter: 'ID'", "sources show --help");
  }

  @Test
  void anArgumentTooManyIsAWrongCommandLine() {
    Ran ran = Ran.isfsim("sources", "list", "more");
    assertThat(ran.code()).isEqualTo(ExitCode.USAGE);
    assertThat(ran.err()).contains("the argument \"more\" is one too many");
  }

  @ParameterizedTest
  @ValueSource(strings = {"xml", "yaml"})
  void anUnknownFormatSaysWhatIsAllowed(String format) {
    Ran ran = Ran.isfsim("sources", "list", "--format", format);
    assertThat(ran.code()).isEqualTo(ExitCode.USAGE);
    assertThat(ran.err()).contains("allowed: text, md, html, csv, json, found '" + format + "'");
  }

  @Test
  void theCompletionScriptKnowsEveryCommand() {
    Ran ran = Ran.isfsim("completion");
    assertThat(ran.code()).isZero();
    assertThat(ran.out())
        .startsWith("#!/")
        .contains("sources", "verify", "parameters", "--assumptions", "--stacktrace")
        .doesNotContain("\r");
  }

  @Test
  void everyProblemOfAnInvalidInputIsALineAndTheyAreCounted() {
    StringWriter err = new StringWriter();
    Problems problems = new Problems();
    problems.add(new Mark("a.yaml", 3, 1), "x", "is wrong");
    problems.add(new Mark("a.yaml", 2, 7), "", "is wrong too");
    Failures failures = new Failures(new PrintWriter(err, true), false);
    assertThat(failures.handle(new InvalidInputException(problems.all())))
        .isEqualTo(ExitCode.INVALID);
    assertThat(err.toString())
        .isEqualToNormalizingNewlines(
            "a.yaml:2:7: is wrong too\na.yaml:3:1: x: is wrong\n2 problems.\n");
  }

  @Test
  void aDefectIsOneLineWithoutAStackTrace() {
    StringWriter err = new StringWriter();
    int code =
        new Failures(new PrintWriter(err, true), false)
            .handle(new IllegalStateException("no such week\nmore"));
    assertThat(code).isEqualTo(ExitCode.DEFECT);
    assertThat(err.toString())
        .isEqualToNormalizingNewlines(
            "isfsim: a defect of isfsim itself: IllegalStateException: no such week; please report"
                + " it; --stacktrace shows where\n");
  }

  @Test
  void aStackTraceIsShownToThoseWhoAsk() {
    StringWriter err = new StringWriter();
    new Failures(new PrintWriter(err, true), true).handle(new IllegalStateException("x"));
    assertThat(err.toString()).contains("\tat org.isfsim.cli.MainTest");
  }

  @Test
  void anUnknownHomeIsAProblemAndNoDefect() {
    Ran ran = Ran.at(Home.of(java.nio.file.Path.of("not-there")), 80, "sources", "list");
    assertThat(ran.code()).isEqualTo(ExitCode.INVALID);
    assertThat(ran.err()).contains("the register folder does not exist");
  }

  @Test
  void aReaderThatHasSeenEnoughEndsTheProgramQuietly() {
    assertThat(writingTo("Broken pipe")).isEqualTo(new Ran(ExitCode.DONE, "", ""));
  }

  @Test
  void aFullDiskIsSaidAndDoesNotPassForSuccess() {
    assertThat(writingTo("No space left on device"))
        .isEqualTo(
            new Ran(
                ExitCode.PARTIAL,
                "",
                "isfsim: standard output cannot be written: No space left on device"
                    + System.lineSeparator()));
  }

  private static Ran writingTo(String failure) {
    OutputStream broken =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException(failure);
          }
        };
    StringWriter err = new StringWriter();
    Terminal terminal =
        new Terminal(
            new PrintWriter(
                new Terminal.Guarded(broken, OutputFailure::new),
                false,
                java.nio.charset.StandardCharsets.UTF_8),
            new PrintWriter(err, true),
            80,
            false,
            false);
    int code = Main.run(new Session(terminal, Home.of(Ran.HOME)), "sources", "list");
    return new Ran(code, "", err.toString());
  }

  @Test
  void theWidthIsThatOfTheTerminalWithinReason() {
    assertThat(Terminal.width(null)).isEqualTo(80);
    assertThat(Terminal.width("120")).isEqualTo(120);
    assertThat(Terminal.width("5")).isEqualTo(40);
    assertThat(Terminal.width("wide")).isEqualTo(80);
  }

  @Test
  void anOptionWithoutItsEqualsSignSaysWhatItTakes() {
    Ran ran = Ran.isfsim("run", "scenarios/baseline.yaml", "--set", "text.tasks");
    assertThat(ran.code()).isEqualTo(ExitCode.USAGE);
    assertThat(ran.err())
        .startsWith("isfsim run: option '--set' takes ADDRESS=VALUE, found text.tasks\n");
  }

  @Test
  void whatIsSetTwiceIsAProblem() {
    Ran ran =
        Ran.isfsim(
            "reach", "baseline", "--set", "force.ceiling=1000", "--set", "force.ceiling=2000");
    assertThat(ran.code()).isEqualTo(ExitCode.INVALID);
    assertThat(ran.err()).isEqualTo("--set force.ceiling: is set twice\n1 problem.\n");
  }

  @Test
  void aWordThatResultsDoNotHaveIsTold() {
    assertThat(Ran.isfsim("outcomes", "xyzzy").err())
        .startsWith("outcomes: no word of results has \"xyzzy\" in it");
  }
}
