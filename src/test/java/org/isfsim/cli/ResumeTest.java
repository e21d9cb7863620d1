package org.isfsim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.isfsim.SmallScenario;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code run --resume} on the command line. */
final class ResumeTest {

  private static final String SCENARIO = Ran.HOME.resolve("scenarios/baseline.yaml").toString();
  private static final String SMALL = SmallScenario.TIMED.toString();
  private static final List<String> RESULTS =
      List.of("experiments.csv", "outcomes.csv", "report.md", "report.html");

  @TempDir private Path folder;
  private Path part;

  /** Results that stopped at their time limit, before the first case or soon after. */
  @BeforeEach
  void begin() {
    part = folder.resolve("part");
    Ran ran =
        Ran.isfsim(
            "run",
            SCENARIO,
            "--cases",
            "9000",
            "--exact",
            "none",
            "--time-limit",
            "1ms",
            "--out",
            part.toString());
    assertThat(ran.code()).as(ran.err()).isZero();
    assertThat(part.resolve("checkpoint")).exists();
    assertThat(ran.err()).contains("to go on with it: isfsim run --resume " + part);
    assertThat(ran.out()).contains("baseline.yaml --cases 9000 --seed");
  }

  @Test
  void theCommandThatRepeatsARunSaysWhatWasWorkedOutExactly() {
    for (String exact : List.of("none", "all")) {
      Ran ran = Ran.isfsim("run", SMALL, "--cases", "300", "--exact", exact);
      assertThat(ran.out()).contains(" --cases 300 --seed 20251104 --exact " + exact);
    }
    assertThat(Ran.isfsim("run", SMALL, "--cases", "300").out()).doesNotContain("--exact");
  }

  @Test
  void aReportThatTakesThePlaceOfAnotherSaysWhatIsLost() throws IOException {
    Path out = folder.resolve("exact");
    String[] run = {"run", SMALL, "--cases", "0", "--out", out.toString()};
    assertThat(Ran.isfsim(run).code()).isZero();
    assertThat(Ran.isfsim("report", out.toString()).code()).isEqualTo(ExitCode.INVALID);
    Ran again = Ran.isfsim("report", out.toString(), "--force");
    assertThat(again.err()).contains("The report that was there is gone");
    // Of a run without cases nothing is sampled.
    assertThat(Files.readString(out.resolve("report.html"))).doesNotContain("Sampled");
  }

  @Test
  void resultsThatStoppedEarlyEndAsOthersDo() throws IOException {
    Path whole = folder.resolve("whole");
    Ran all =
        Ran.isfsim(
            "run", SCENARIO, "--cases", "9000", "--exact", "none", "--out", whole.toString());
    Ran rest = Ran.isfsim("run", "--resume", part.toString());

    assertThat(all.code()).as(all.err()).isZero();
    assertThat(rest.code()).as(rest.err()).isZero();
    assertThat(part.resolve("checkpoint")).doesNotExist();
    for (String name : RESULTS) {
      assertThat(Files.readAllBytes(part.resolve(name)))
          .as(name)
          .isEqualTo(Files.readAllBytes(whole.resolve(name)));
    }
    try (var files = Files.list(part)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder(
              "experiments.csv",
              "constants.csv",
              "outcomes.csv",
              "indicators.csv",
              "milestones.csv",
              "funnel.csv",
              "report.md",
              "report.html",
              "metadata.json");
    }
  }

  @Test
  void compressedCasesOfSeveralPoliciesEndAsOthersDo() throws IOException {
    Path cut = folder.resolve("cut");
    Path whole = folder.resolve("whole");
    String[] run = {
      "run",
      SCENARIO,
      "--policy",
      "all",
      "--cases",
      "3000",
      "--exact",
      "none",
      "--cases-as",
      "csv.gz",
      "--out",
      whole.toString()
    };
    assertThat(Ran.isfsim(run).code()).isZero();
    run[run.length - 1] = cut.toString();
    String[] limited = Arrays.copyOf(run, run.length + 2);
    limited[run.length] = "--time-limit";
    limited[run.length + 1] = "1ms";
    assertThat(Ran.isfsim(limited).code()).isZero();
    assertThat(cut.resolve("checkpoint")).exists();
    assertThat(Ran.isfsim("run", "--resume", cut.toString()).code()).isZero();
    for (String name : List.of("experiments.csv.gz", "constants.csv", "report.md")) {
      assertThat(Files.readAllBytes(cut.resolve(name)))
          .as(name)
          .isEqualTo(Files.readAllBytes(whole.resolve(name)));
    }
    Path plain = folder.resolve("plain");
    run[run.length - 1] = plain.toString();
    run[run.length - 3] = "csv";
    assertThat(Ran.isfsim(run).code()).isZero();
    try (var gzip =
        new GZIPInputStream(Files.newInputStream(whole.resolve("experiments.csv.gz")))) {
      assertThat(gzip.readAllBytes())
          .isEqualTo(Files.readAllBytes(plain.resolve("experiments.csv")));
    }
  }

  @Test
  void anotherSeedIsRefusedAndNamed() {
    Ran ran =
        Ran.isfsim(
            "run",
            SCENARIO,
            "--cases",
            "9000",
            "--exact",
            "none",
            "--seed",
            "3",
            "--resume",
            part.toString());

    assertThat(ran.code()).isEqualTo(ExitCode.INVALID);
    assertThat(ran.err()).contains("begun with another seed: 20251104", "now it is 3");
  }

  @Test
  void aDamagedCheckpointIsSaidToBe() throws IOException {
    byte[] bytes = Files.readAllBytes(part.resolve("checkpoint"));
    for (int place = 0; place < bytes.length; place += bytes.length / 7) {
      bytes[place] ^= 4;
      Files.write(part.resolve("checkpoint"), bytes);
      Ran ran = Ran.isfsim("run", "--resume", part.toString());

      assertThat(ran.code()).isEqualTo(ExitCode.INVALID);
      assertThat(ran.err()).contains("the checkpoint is damaged", "--force begins anew");
      bytes[place] ^= 4;
    }
    Files.write(part.resolve("checkpoint"), new byte[10]);
    assertThat(Ran.isfsim("run", "--resume", part.toString()).err()).contains("damaged");
  }

  @Test
  void aDirectoryThatAnotherCommandWritesIntoIsLeftAlone() throws IOException {
    try (FileChannel channel =
            FileChannel.open(
                part.resolve("lock.part"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = channel.lock()) {
      assertThat(lock.isValid()).isTrue();
      Ran ran = Ran.isfsim("run", "--resume", part.toString());

      assertThat(ran.code()).isEqualTo(ExitCode.INVALID);
      assertThat(ran.err()).contains("another command is writing results there");
    }
    assertThat(Ran.isfsim("run", "--resume", part.toString()).code()).isZero();
  }

  @Test
  void anOptionThatIsGivenAgainTakesThePlaceOfTheFirst() throws IOException {
    Ran fewer = Ran.isfsim("run", "--resume", part.toString(), "--cases", "7000");
    assertThat(fewer.code()).as(fewer.err()).isZero();
    assertThat(Files.readString(part.resolve("metadata.json")))
        .contains("\"cases\": 7000", "\"--time-limit\"");
  }

  @Test
  void anotherValueOnTheLaterCommandIsRefused() {
    Ran ran = Ran.isfsim("run", "--resume", part.toString(), "--set", "text.tasks=peacekeeping");
    assertThat(ran.code()).isEqualTo(ExitCode.INVALID);
    assertThat(ran.err()).contains("begun with another set of values by --set");
  }
}
