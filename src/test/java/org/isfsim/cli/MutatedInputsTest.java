package org.isfsim.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.isfsim.cli.InputReaders.End;
import org.isfsim.cli.InputReaders.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The same as {@link MutationsTest} for the readers alone, some hundred times as fast: whatever is
 * changed in an input, it is read or refused with clear problems, in little time and memory.
 *
 * <p>{@code -Dmutations.inputs=N} tries more, {@code -Dmutations.seed=N} others; a failure names
 * the seed of its input. What came of each kind is logged.
 */
final class MutatedInputsTest {

  private static final int INPUTS = Integer.getInteger("mutations.inputs", 1_000);
  private static final long SEED = Long.getLong("mutations.seed", 14);

  /** Far more than any input takes, and far less than a user would wait. */
  private static final long MOST_NANOS = 10_000_000_000L;

  private static final long MOST_BYTES = 1L << 30;
  private static final int SHOWN = 20;

  @TempDir private Path folder;

  /** What came of a kind of input. */
  private static final class Tally {
    private long results;
    private long refused;
    private long failures;
    private long slowest;
    private long largest;

    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "%,d results, %,d refused, %,d failures; at most %,d ms and %,d KiB",
          results,
          refused,
          failures,
          slowest / 1_000_000,
          largest >> 10);
    }
  }

  @Test
  void whateverIsChangedInAnInputItIsReadOrRefusedWithClearProblems() throws IOException {
    Map<Kind, Tally> tallies = new EnumMap<>(Kind.class);
    List<String> failures = new ArrayList<>();
    try (InputReaders readers = new InputReaders(folder)) {
      Map<Kind, List<byte[]>> sound = new EnumMap<>(Kind.class);
      for (Kind kind : Kind.values()) {
        tallies.put(kind, new Tally());
        sound.put(kind, readers.sound(kind));
        for (byte[] input : readers.sound(kind)) {
          assertThat(readers.read(kind, input))
              .as("%s as it stands: %s", kind, new String(input, StandardCharsets.UTF_8))
              .isEqualTo(End.RESULT);
        }
      }
      for (int i = 0; i < INPUTS; i++) {
        long seed = SEED * 1_000_003 + i;
        SplittableRandom random = new SplittableRandom(seed);
        Kind kind = kind(random);
        byte[] input = changed(sound, kind, random);
        tried(readers, kind, input, seed, Objects.requireNonNull(tallies.get(kind)), failures);
      }
    }
    tallies.forEach(
        (kind, tally) ->
            System.getLogger("mutations").log(System.Logger.Level.INFO, "{0}: {1}", kind, tally));
    assertThat(failures).isEmpty();
    assertThat(tallies.values()).allMatch(tally -> tally.refused > 0);
  }

  /** Inputs that were found by a fuzzer, or by hand, to be a defect once. */
  @ParameterizedTest
  @EnumSource(Kind.class)
  void whatWasADefectOnceIsReadOrRefusedWithClearProblems(Kind kind) throws IOException {
    Path inputs = Ran.HOME.resolve("src/test/resources/org/isfsim/cli/inputs/" + kind);
    if (!Files.isDirectory(inputs)) {
      return;
    }
    try (InputReaders readers = new InputReaders(folder);
        Stream<Path> files = Files.list(inputs)) {
      for (Path file : files.sorted().toList()) {
        assertThatCode(() -> readers.read(kind, Files.readAllBytes(file)))
            .as("%s", file)
            .doesNotThrowAnyException();
      }
    }
  }

  /** What takes long to read is tried more seldom. */
  private static Kind kind(SplittableRandom random) {
    Kind kind = Kind.values()[random.nextInt(Kind.values().length)];
    boolean isLong = kind == Kind.SHIPPED_SCENARIO && random.nextInt(4) > 0;
    return isLong ? Kind.SCENARIO : kind;
  }

  private static byte[] changed(Map<Kind, List<byte[]>> sound, Kind kind, SplittableRandom random) {
    List<byte[]> own = Objects.requireNonNull(sound.get(kind));
    byte[] input = own.get(random.nextInt(own.size()));
    if (random.nextInt(4) == 0) {
      List<byte[]> others =
          random.nextInt(4) == 0 ? Objects.requireNonNull(sound.get(kind(random))) : own;
      input = Mutation.crossed(input, others.get(random.nextInt(others.size())), random);
    }
    return random.nextInt(8) == 0 ? input : Mutation.of(input, random);
  }

  private static void tried(
      InputReaders readers,
      Kind kind,
      byte[] input,
      long seed,
      Tally tally,
      List<String> failures) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    long start = System.nanoTime();
    String wrong = "";
    try {
      if (readers.read(kind, input) == End.RESULT) {
        tally.results++;
      } else {
        tally.refused++;
      }
    } catch (AssertionError e) {
      wrong = String.valueOf(e.getMessage());
    }
    long nanos = System.nanoTime() - start;
    long bytes = threads.getCurrentThreadAllocatedBytes() - before;
    tally.slowest = Math.max(tally.slowest, nanos);
    tally.largest = Math.max(tally.largest, bytes);
    if (nanos > MOST_NANOS || bytes > MOST_BYTES) {
      wrong += nanos / 1_000_000 + " ms and " + bytes + " bytes";
    }
    if (!wrong.isEmpty()) {
      tally.failures++;
      if (failures.size() < SHOWN) {
        failures.add(kind + " of seed " + seed + ": " + wrong);
      }
    }
  }
}
