package org.isfsim.montecarlo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.isfsim.Replay;
import org.isfsim.RuleCopy;
import org.isfsim.Shipped;
import org.isfsim.decision.Decisions;
import org.isfsim.model.Plan;
import org.isfsim.model.Variable;
import org.isfsim.montecarlo.RunResult.Stopped;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs of many cases on several threads. */
final class MonteCarloTest {

  private static final Plan BASELINE = Shipped.baseline(Map.of());
  private static final long SEED = 11;
  private static final long CASES = 5 * MonteCarlo.CHUNK + 123;

  private static MonteCarlo run(Decisions decisions, long cases, int threads) {
    return new MonteCarlo(BASELINE, decisions, new MonteCarlo.Settings(cases, SEED, threads, null));
  }

  private static RunResult result(int threads) {
    return run(Shipped.decisions(), CASES, threads).run(null, done -> {});
  }

  /** Everything that a tally counts. */
  private static Map<String, List<Long>> counted(Tally tally) {
    Map<String, List<Long>> all = new LinkedHashMap<>();
    all.put("cases", List.of(tally.cases(), tally.failed()));
    all.put("outcome", boxed(tally.counts(BASELINE.outcome())));
    BASELINE.indicators().forEach(i -> all.put(i.name(), boxed(tally.counts(i.variable()))));
    BASELINE.milestones().forEach(m -> all.put("date " + m.name(), boxed(tally.counts(m.week()))));
    all.put(
        "first case",
        LongStream.range(0, BASELINE.outcome().domain().size())
            .mapToObj(outcome -> tally.firstCase((int) outcome))
            .toList());
    return all;
  }

  private static List<Long> boxed(long[] counts) {
    return LongStream.of(counts).boxed().toList();
  }

  @Test
  void theTallyIsTheSameForOneTwoAndSevenThreads() {
    Map<String, List<Long>> one = counted(result(1).tally());

    assertThat(counted(result(2).tally())).isEqualTo(one);
    assertThat(counted(result(7).tally())).isEqualTo(one);
    assertThat(one.get("cases")).containsExactly(CASES, 0L);
  }

  @Test
  void theTallyCountsWhatTheCasesComeToAndNamesTheFirstOfEach() {
    RunResult result = result(2);
    Replay replay = new Replay(BASELINE, SEED);
    long[] counts = new long[BASELINE.outcome().domain().size()];
    long[] first = new long[counts.length];
    for (long number = 1; number <= CASES; number++) {
      int outcome = replay.at(number).row().value(BASELINE.outcome());
      counts[outcome]++;
      first[outcome] = first[outcome] == 0 ? number : first[outcome];
    }
    assertThat(result.tally().counts(BASELINE.outcome())).isEqualTo(counts);
    for (int outcome = 0; outcome < first.length; outcome++) {
      assertThat(result.tally().firstCase(outcome)).isEqualTo(first[outcome]);
    }
    assertThat(result.stopped()).isEqualTo(Stopped.CASES);
  }

  /** Writes the number of each case on a line. */
  private static class Numbers implements CaseSink {
    private final StringBuilder written = new StringBuilder();

    @Override
    public List<Variable> variables() {
      return List.of();
    }

    @Override
    public void render(long[] numbers, int cases, short[][] columns, RowBytes rows) {
      for (int i = 0; i < cases; i++) {
        byte[] line = (numbers[i] + "\n").getBytes(StandardCharsets.UTF_8);
        System.arraycopy(line, 0, rows.withRoomFor(line.length), rows.length(), line.length);
        rows.setLength(rows.length() + line.length);
      }
    }

    @Override
    public void write(byte[] rows) throws IOException {
      written.append(new String(rows, StandardCharsets.UTF_8));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7})
  void theSinkGetsEveryCaseInTheOrderOfTheNumbers(int threads) {
    Numbers sink = new Numbers();
    run(Shipped.decisions(), CASES, threads).run(sink, done -> {});

    String expected =
        LongStream.rangeClosed(1, CASES)
            .mapToObj(Long::toString)
            .collect(Collectors.joining("\n", "", "\n"));
    assertThat(sink.written.toString().equals(expected)).isTrue();
  }

  @Test
  void progressEndsAtTheNumberOfCases() {
    AtomicLong most = new AtomicLong();
    run(Shipped.decisions(), CASES, 3).run(null, done -> most.accumulateAndGet(done, Math::max));

    assertThat(most).hasValue(CASES);
  }

  @Test
  void withoutCasesNothingIsCounted() {
    RunResult result = run(Shipped.decisions(), 0, 2).run(null, done -> {});

    assertThat(result.tally().cases()).isZero();
    assertThat(result.stopped()).isEqualTo(Stopped.CASES);
  }

  @Test
  void aRunThatIsInterruptedKeepsWholeChunks() {
    MonteCarlo run = run(Shipped.decisions(), 100 * MonteCarlo.CHUNK, 2);
    RunResult result = run.run(null, done -> run.interrupt());

    assertThat(result.stopped()).isEqualTo(Stopped.INTERRUPTED);
    assertThat(result.tally().cases())
        .isPositive()
        .isLessThan(100 * MonteCarlo.CHUNK)
        .satisfies(cases -> assertThat(cases % MonteCarlo.CHUNK).isZero());
  }

  @Test
  void aRunPastItsTimeTakesNoMoreChunks() {
    MonteCarlo run =
        new MonteCarlo(
            BASELINE,
            Shipped.decisions(),
            new MonteCarlo.Settings(1_000_000, SEED, 2, System.nanoTime()));
    RunResult result = run.run(null, done -> {});

    assertThat(result.stopped()).isEqualTo(Stopped.TIME_LIMIT);
    assertThat(result.tally().cases()).isZero();
  }

  @Test
  void aSinkThatCannotWriteEndsTheRun() {
    CaseSink full =
        new Numbers() {
          @Override
          public void write(byte[] rows) throws IOException {
            throw new IOException("no space left");
          }
        };

    assertThatThrownBy(() -> run(Shipped.decisions(), CASES, 2).run(full, done -> {}))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("no space left");
  }

  /** A rule is missing, so that a deployed force may neither stay nor end. */
  @Test
  void casesThatTheRulesDoNotDecideAreSetAsideWithNumberAndReason(@TempDir Path folder)
      throws IOException {
    RuleCopy copy =
        new RuleCopy(folder.resolve("rules"))
            .delete("endurance", "Contributors take their troops home");
    List<Long> gaps = new ArrayList<>();
    long[] expected = new long[BASELINE.outcome().domain().size()];
    Replay shipped = new Replay(BASELINE, SEED);
    for (long number = 1; number <= CASES; number++) {
      if (shipped.at(number).text("endurance").equals("withdrawn")) {
        gaps.add(number);
      } else {
        expected[shipped.row().value(BASELINE.outcome())]++;
      }
    }
    assertThat(gaps).hasSizeGreaterThan(20);

    try (Decisions decisions = Decisions.remembering(Shipped.rules(copy.folder()))) {
      for (int threads : new int[] {1, 7}) {
        Numbers sink = new Numbers();
        Tally tally = run(decisions, CASES, threads).run(sink, done -> {}).tally();

        assertThat(tally.failed()).isEqualTo(gaps.size());
        assertThat(tally.cases()).isEqualTo(CASES - gaps.size());
        assertThat(tally.counts(BASELINE.outcome())).isEqualTo(expected);
        assertThat(tally.failures().stream().map(Tally.FailedCase::caseNumber))
            .containsExactlyElementsOf(gaps.subList(0, 20));
        assertThat(tally.failures().stream().map(Tally.FailedCase::reason))
            .containsOnly("endurance: no rule decides endurance");
        assertThat(sink.written.toString().lines())
            .as("rows of cases that could be decided")
            .hasSize((int) tally.cases())
            .doesNotContain(Long.toString(gaps.get(0)));
      }
    }
  }
}
