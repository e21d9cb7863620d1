package org.isfsim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.isfsim.RuleCopy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that cannot be used: exit code 3, a message that says where, and nothing else. */
final class MalformedInputTest {

  private static final Path BAD =
      Path.of("src", "test", "resources", "org", "isfsim", "scenario", "bad");

  @TempDir Path folder;

  private Ran run(Path file, String... more) {
    return Ran.isfsim(
        Stream.concat(Stream.of("run", file.toString(), "--cases", "200"), Stream.of(more))
            .toArray(String[]::new));
  }

  private List<Path> leftBehind() throws IOException {
    try (Stream<Path> found = Files.walk(folder)) {
      return found.filter(path -> !path.equals(folder)).toList();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "syntax-brace",
        "duplicate-key",
        "unknown-key",
        "parameter-unknown",
        "value-unknown",
        "weight-zero",
        "date-impossible",
        "band-not-ascending",
        "cycle",
        "contributor-without-name",
        "several"
      })
  void aBadScenarioIsRefusedWithLineAndColumnAndLeavesNothing(String name) throws IOException {
    Path file = BAD.resolve(name + ".yaml");

    Ran ran = run(file, "--out", folder.resolve("results").toString());

    assertThat(ran.code()).isEqualTo(ExitCode.INVALID);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err()).containsPattern("\\Q" + file + "\\E:[1-9][0-9]*:[1-9][0-9]*: ");
    assertThat(ran.err()).doesNotContain("Exception", "\tat ");
    assertThat(leftBehind()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "reach --outcome peacekeping | --outcome peacekeping: there is no outcome",
        "signposts --outcome peacekeping | --outcome peacekeping: there is no outcome",
        "signposts --of area=wohle | --of \"area=wohle\", character 6: \"wohle\" is no value",
        "sensitivity --outcome peacekeping | --outcome peacekeping: there is no outcome",
        "discover --outcome peacekeping | --outcome peacekeping: there is no outcome",
        "explain --why-not peacekeping --decision frce | --why-not peacekeping: there is no outcome"
            + " | --decision frce: there is no decision",
        "sweep --vary text.taks --of area=wohle | --vary text.taks: there is no parameter"
            + " | --of \"area=wohle\", character 6: \"wohle\"",
        "compare --policy all --require area=wohle --avoid aidd=x | --avoid \"aidd=x\", character 1:"
            + " | --require \"area=wohle\", character 6: \"wohle\" is no value"
      })
  void whatIsWronglyAskedIsToldWithWhatIsWrongInTheScenario(String line) throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("bad.yaml"),
            """
            format: 1
            id: bad
            title: A bad scenario
            question: What is wrong?
            horizon: 2027-12-31
            levers:
              text.tasks: enforcment
            """);
    List<String> parts = List.of(line.split(" \\| "));
    List<String> words = new ArrayList<>(List.of(parts.get(0).split(" ")));
    words.add(1, file.toString());
    Ran ran = Ran.isfsim(words.toArray(String[]::new));
    assertThat(ran.code()).isEqualTo(ExitCode.INVALID);
    assertThat(ran.err())
        .contains("bad.yaml:7:15: levers.text.tasks: \"enforcment\" is not one of the values")
        .contains(parts.subList(1, parts.size()))
        .contains(parts.size() + " problems.");
  }

  @Test
  void aFileThatIsNotThereIsToldWithOneBesideItWhoseNameIsClose() throws IOException {
    Path near = Files.createFile(folder.resolve("town.yaml"));
    Path missing = folder.resolve("twon.yaml");
    assertThat(run(missing).err())
        .contains(missing + ": there is no such file (did you mean \"" + near + "\"?)");
    assertThat(run(folder.resolve("quite-another.yaml")).err())
        .contains("quite-another.yaml: there is no such file\n");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aLinkThatLeadsNowhereIsToldSo() throws IOException {
    Path loop = folder.resolve("loop.yaml");
    Files.createSymbolicLink(loop, loop);
    assertThat(run(loop).err()).startsWith(loop + ": the link leads nowhere\n");
    assertThat(Ran.isfsim("check", loop.toString()).out()).contains(loop + ": the link leads");
  }

  @Test
  void everyProblemOfAFileIsPrintedAtOnce() {
    Ran ran = run(BAD.resolve("several.yaml"));

    assertThat(ran.err().lines().filter(line -> line.contains("several.yaml:")))
        .hasSizeGreaterThan(5);
  }

  @Test
  void aBadFileAmongGoodOnesIsListedAndDoesNotStopThem() throws IOException {
    Path good =
        Files.writeString(
            folder.resolve("good.yaml"),
            Files.readString(Ran.HOME.resolve("scenarios/baseline.yaml")));
    Path bad = Files.copy(BAD.resolve("value-unknown.yaml"), folder.resolve("bad.yaml"));

    Ran ran = run(good, bad.toString(), "--exact", "none");

    assertThat(ran.code()).isEqualTo(ExitCode.PARTIAL);
    assertThat(ran.out()).contains("baseline").doesNotContain("Exception");
    assertThat(ran.err()).containsPattern("bad\\.yaml:[1-9][0-9]*:[1-9][0-9]*: ");
  }

  /** Each takes a sound file and spoils one place of it. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          an unknown field    | support == "no-vote"           | supports == "no-vote"
          a type error        | support == "no-vote"           | support == 1
          a syntax error      | Council(support == "no-vote")  | Council(support == "no-vote"
          an impure construct | decide("no-vote");             | System.exit(1);
          """)
  void aBadRuleFileIsRefusedWithFileLineAndColumn(String what, String sound, String spoilt)
      throws IOException {
    RuleCopy copy = new RuleCopy(folder.resolve("rules")).replace("council", sound, spoilt);
    Path out = folder.resolve("results");

    Ran ran =
        run(
            Ran.HOME.resolve("scenarios/baseline.yaml"),
            "--rules",
            copy.folder().toString(),
            "--out",
            out.toString());

    assertThat(ran.code()).as(what).isEqualTo(ExitCode.INVALID);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err()).containsPattern("council\\.drl:[1-9][0-9]*:[1-9][0-9]*: ");
    assertThat(out).doesNotExist();
  }

  @Test
  void aRuleFileWithoutRulesIsRefused() throws IOException {
    RuleCopy copy = new RuleCopy(folder.resolve("rules"));
    Files.writeString(copy.folder().resolve("council.drl"), "package isfsim.council\n");

    Ran ran = run(Ran.HOME.resolve("scenarios/baseline.yaml"), "--rules", copy.folder().toString());

    assertThat(ran.code()).isEqualTo(ExitCode.INVALID);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err()).containsPattern("council\\.drl:[1-9][0-9]*:[1-9][0-9]*: ");
  }

  /** Where too few members vote yes, no rule is left that decides. */
  @Test
  void casesThatTheRulesDoNotDecideAreCountedAndTheRestIsValid() throws IOException {
    RuleCopy copy =
        new RuleCopy(folder.resolve("rules")).delete("council", "Too few members vote yes");

    Ran ran =
        run(
            Ran.HOME.resolve("scenarios/baseline.yaml"),
            "--rules",
            copy.folder().toString(),
            "--exact",
            "none",
            "--format",
            "json");

    assertThat(ran.code()).isEqualTo(ExitCode.PARTIAL);
    assertThat(ran.out()).containsPattern("\"failed\" ?: ?[1-9][0-9]*");
  }

  /** A named pipe that nobody writes into would be waited for. */
  @Test
  @Timeout(60)
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void whatIsNoRegularFileIsRefusedAndNotWaitedFor() throws Exception {
    Path pipe = folder.resolve("pipe.yaml");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    String baseline = Ran.HOME.resolve("scenarios/baseline.yaml").toString();
    for (List<String> words :
        List.of(
            List.of("check", folder.toString()),
            List.of("check", pipe.toString()),
            List.of("run", folder.toString()),
            List.of("run", pipe.toString()),
            List.of("reach", pipe.toString()),
            List.of("evaluate", baseline, pipe.toString()))) {
      Ran ran = Ran.isfsim(words.toArray(String[]::new));
      assertThat(ran.code()).as(ran.out() + ran.err()).isEqualTo(ExitCode.INVALID);
      assertThat(ran.out() + ran.err()).contains(pipe + ": is no regular file");
    }
  }
}
