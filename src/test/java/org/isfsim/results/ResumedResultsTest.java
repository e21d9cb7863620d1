package org.isfsim.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.isfsim.Shipped;
import org.isfsim.document.InvalidInputException;
import org.isfsim.model.Plan;
import org.isfsim.montecarlo.MonteCarlo;
import org.isfsim.montecarlo.Tally;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Results that were interrupted are gone on with to the same bytes. */
class ResumedResultsTest {

  private static final Plan PLAN = Shipped.baseline(Map.of());
  private static final long CASES = 9 * MonteCarlo.CHUNK + 100;
  private static final Map<String, String> FACTS = Map.of("seed", "3", "scenario", "baseline");

  @TempDir Path folder;

  /** The form of the table, and the name that it has meanwhile. */
  private CasesAs as = CasesAs.CSV;

  private String part() {
    return "experiments." + as + ".part";
  }

  /** The disk is full, or the process is killed. */
  private static final class Killed extends IOException {
    private static final long serialVersionUID = 1;
  }

  /** Runs on from what is there until so many chunks are done; what was counted. */
  private byte[] run(ResultDirectory results, long until, int threads) throws IOException {
    MonteCarlo run =
        new MonteCarlo(PLAN, Shipped.decisions(), new MonteCarlo.Settings(CASES, 3, threads, null));
    Tally tally = results.tally(0, PLAN);
    run.run(
        results.experiments(PLAN, Rows.layout(PLAN), as),
        done -> {},
        results.chunks(0),
        tally,
        (chunks, counted) -> {
          results.reached(0, chunks, counted);
          if (chunks == until) {
            throw new Killed();
          }
        });
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    tally.write(new DataOutputStream(bytes));
    return bytes.toByteArray();
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
  void runsThatAreKilledAtAnyChunkEndAsOneThatIsNot(CasesAs form) throws IOException {
    as = form;
    Path whole = folder.resolve("whole");
    byte[] counted;
    try (ResultDirectory results = ResultDirectory.open(whole, false, Requests.PLAIN, FACTS)) {
      counted = run(results, -1, 2);
    }
    byte[] rows = Files.readAllBytes(whole.resolve(part()));

    SplittableRandom random = new SplittableRandom(5);
    for (int threads : new int[] {1, 2, 7}) {
      Path killed = folder.resolve("killed" + threads);
      long chunks = 0;
      byte[] then = new byte[0];
      boolean first = true;
      while (then.length == 0) {
        chunks += 1 + random.nextInt(3);
        try (ResultDirectory results =
            first
                ? ResultDirectory.open(killed, false, Requests.PLAIN, FACTS)
                : ResultDirectory.resume(killed, FACTS)) {
          first = false;
          then = run(results, chunks, threads);
        } catch (UncheckedIOException e) {
          assertThat(e).hasCauseInstanceOf(Killed.class);
          // Rows that were written after the last checkpoint do not count.
          Files.writeString(killed.resolve(part()), "half a r", StandardOpenOption.APPEND);
        }
      }
      assertThat(then).as("counted by %d threads", threads).isEqualTo(counted);
      assertThat(Files.readAllBytes(killed.resolve(part()))).isEqualTo(rows);
    }
  }

  @Test
  void whatHasAnotherOriginIsRefusedAndTheDifferenceNamed() throws IOException {
    begin();
    assertThatThrownBy(
            () -> ResultDirectory.resume(folder, Map.of("seed", "4", "scenario", "baseline")))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("another seed: 3")
        .hasMessageContaining("now it is 4");
    assertThat(ResultDirectory.unfinished(folder)).isEqualTo(Requests.PLAIN);
    try (ResultDirectory results = ResultDirectory.resume(folder, FACTS)) {
      assertThat(results.chunks(0)).isEqualTo(2);
      assertThat(results.tally(0, PLAN).cases()).isEqualTo(2 * MonteCarlo.CHUNK);
    }
  }

  @Test
  void rowsThatAreMissingAreNotMadeUp() throws IOException {
    begin();
    Files.writeString(folder.resolve(part()), "short");
    try (ResultDirectory results = ResultDirectory.resume(folder, FACTS)) {
      assertThatThrownBy(() -> results.experiments(PLAN, Rows.layout(PLAN), as))
          .isInstanceOf(InvalidInputException.class)
          .hasMessageContaining("rows are missing");
    }
  }

  @Test
  void aByteThatWasChangedIsNoticedWhereverItIs() throws IOException {
    begin();
    Path table = folder.resolve(part());
    byte[] bytes = Files.readAllBytes(table);
    for (int place = 0; place < bytes.length; place += bytes.length / 3) {
      bytes[place] ^= 1;
      Files.write(table, bytes);
      try (ResultDirectory results = ResultDirectory.resume(folder, FACTS)) {
        assertThatThrownBy(() -> results.experiments(PLAN, Rows.layout(PLAN), as))
            .isInstanceOf(InvalidInputException.class)
            .hasMessageContaining("rows are not as they were written");
      }
      bytes[place] ^= 1;
    }
    Files.write(table, bytes);
    try (ResultDirectory results = ResultDirectory.resume(folder, FACTS)) {
      assertThat(results.experiments(PLAN, Rows.layout(PLAN), as)).isNotNull();
    }
  }

  @Test
  void aDirectoryWithUnfinishedResultsIsNotOverwrittenUnlessForced() throws IOException {
    begin();
    assertThatThrownBy(() -> ResultDirectory.open(folder, false, Requests.PLAIN, FACTS))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("not complete")
        .hasMessageContaining("--resume");
    try (ResultDirectory results = ResultDirectory.open(folder, true, Requests.PLAIN, FACTS)) {
      assertThat(results.chunks(0)).isZero();
    }
  }

  @Test
  void whatWasKilledBeforeItsFirstChunkBeginsAgain() throws IOException {
    Path begun = folder.resolve("begun");
    Path killed = Files.createDirectories(folder.resolve("killed"));
    try (ResultDirectory results = ResultDirectory.open(begun, false, Requests.PLAIN, FACTS)) {
      results.experiments(PLAN, Rows.layout(PLAN), as);
      for (String name : List.of("checkpoint", part())) {
        Files.copy(begun.resolve(name), killed.resolve(name));
      }
    }
    assertThat(begun).as("nothing was counted").doesNotExist();
    Files.writeString(killed.resolve(part()), "half a header");

    try (ResultDirectory results = ResultDirectory.resume(killed, FACTS)) {
      assertThat(results.chunks(0)).isZero();
      run(results, -1, 2);
    }
    assertThat(Files.readString(killed.resolve(part())).lines())
        .hasSize((int) CASES + 1)
        .noneMatch(line -> line.contains("half"));
  }

  @Test
  void thereMustBeSomethingToGoOnWith() {
    assertThatThrownBy(() -> ResultDirectory.resume(folder, FACTS))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("no results to go on with");
  }

  private void begin() throws IOException {
    try (ResultDirectory results = ResultDirectory.open(folder, false, Requests.PLAIN, FACTS)) {
      assertThatThrownBy(() -> run(results, 2, 1)).isInstanceOf(UncheckedIOException.class);
    }
  }

  @Test
  void aRequestIsReadAsItWasWritten() {
    assertThat(RunRequest.of(Requests.PLAIN.fields())).isEqualTo(Requests.PLAIN);
    assertThat(RunRequest.of(Requests.WHOLE.fields())).isEqualTo(Requests.WHOLE);
  }

  @Test
  void pathsOfARequestStartFromTheFolderItWasMadeIn() throws IOException {
    Files.createDirectories(folder.resolve("mine"));
    Path file = Files.writeString(folder.resolve("a.yaml"), "");
    RunRequest seen = Requests.WHOLE.from(folder);
    assertThat(seen.paths()).containsExactly(file, Path.of("other"));
    assertThat(seen.rules()).contains(folder.resolve("mine"));
    assertThat(Requests.WHOLE.from(Path.of("").toAbsolutePath())).isEqualTo(Requests.WHOLE);
  }
}
