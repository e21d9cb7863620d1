package org.isfsim.montecarlo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import org.isfsim.decision.Decisions;
import org.isfsim.model.Case;
import org.isfsim.model.CaseEvaluator;
import org.isfsim.model.Evidence;
import org.isfsim.model.Plan;
import org.isfsim.model.Variable;
import org.isfsim.montecarlo.RunResult.Stopped;
import org.isfsim.sampling.KeyedRandom;
import org.jspecify.annotations.Nullable;

/**
 * Runs the cases of a plan on several threads.
 *
 * <p>Cases are taken in chunks; what a case comes to depends on its number alone, and chunks are
 * put together in the order of their numbers. So at any moment what has been put together is what a
 * run of so many cases would have given, for any number of threads; a run can stop there and go on
 * from there. Chunks worked out elsewhere could be put together in the same way.
 */
public final class MonteCarlo {

  /** The number of cases in a chunk. */
  public static final int CHUNK = 2048;

  private final Plan plan;
  private final Decisions decisions;
  private final Settings settings;
  private final AtomicLong nextChunk = new AtomicLong();
  private volatile boolean stop;

  /**
   * How to run.
   *
   * @param cases how many cases, 0 or more
   * @param seed the seed
   * @param threads how many threads, 1 or more
   * @param deadline when to stop taking new chunks, by {@link System#nanoTime}, or null
   * @param singly whether cases are evaluated one by one instead of in columns
   */
  public record Settings(
      long cases, long seed, int threads, @Nullable Long deadline, boolean singly) {
    /** Checks the numbers. */
    public Settings {
      if (cases < 0 || threads < 1) {
        throw new IllegalArgumentException(cases + " cases on " + threads + " threads");
      }
    }

    /** Cases in columns. */
    public Settings(long cases, long seed, int threads, @Nullable Long deadline) {
      this(cases, seed, threads, deadline, false);
    }
  }

  /** Is told how far a run has come, in order. */
  @FunctionalInterface
  public interface Checkpoints {

    /**
     * The first chunks are put together and their rows written.
     *
     * @param chunks how many
     * @param tally what was counted in them; not to be kept
     */
    void reached(long chunks, Tally tally) throws IOException;
  }

  /** A run of a plan. */
  public MonteCarlo(Plan plan, Decisions decisions, Settings settings) {
    this.plan = plan;
    this.decisions = decisions;
    this.settings = settings;
  }

  /** Asks the run to end after the chunks under way; for another thread to call. */
  public void interrupt() {
    stop = true;
  }

  /**
   * Runs the cases.
   *
   * @param sink receives every case that agrees with what is known in order, or null
   * @param progress is told now and then how many cases are done; called by the workers
   * @throws UncheckedIOException if the sink cannot write
   */
  public RunResult run(@Nullable CaseSink sink, LongConsumer progress) {
    return run(sink, progress, 0, new Tally(plan), (chunks, tally) -> {});
  }

  /**
   * Goes on with a run.
   *
   * @param sink receives every case in order, from the first that is run here on, or null
   * @param progress is told now and then how many cases are done; called by the workers
   * @param chunks how many chunks an earlier run has put together
   * @param tally what was counted in them; is added to
   * @param checkpoints is told how far the run has come
   * @throws UncheckedIOException if the sink or a checkpoint cannot write
   */
  public RunResult run(
      @Nullable CaseSink sink,
      LongConsumer progress,
      long chunks,
      Tally tally,
      Checkpoints checkpoints) {
    nextChunk.set(chunks);
    Merger merger =
        new Merger(plan, settings.cases(), sink, progress, chunks, tally, checkpoints, () -> stop);
    Set<Variable> wanted = new LinkedHashSet<>(Tally.countedOf(plan));
    if (sink != null) {
      wanted.addAll(sink.variables());
    }
    Optional<LanePlan> lanes =
        !settings.singly() && plan.evidence().isNone()
            ? Optional.of(LanePlanner.plan(plan, decisions, wanted))
            : Optional.empty();
    ExecutorService workers = Executors.newFixedThreadPool(settings.threads());
    try {
      Future<?>[] working = new Future<?>[settings.threads()];
      for (int i = 0; i < working.length; i++) {
        working[i] = workers.submit(() -> work(lanes, List.copyOf(wanted), sink, merger));
      }
      for (Future<?> worker : working) {
        worker.get();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      stop = true;
    } catch (ExecutionException e) {
      stop = true;
      throw unwrapped(e);
    } finally {
      stop = true;
      end(workers);
    }
    return new RunResult(
        plan, settings.seed(), settings.cases(), tally, stopped(tally), first(tally));
  }

  /** The first case of each outcome, evaluated again. */
  private Map<Integer, int[]> first(Tally tally) {
    Map<Integer, int[]> first = new HashMap<>();
    CaseEvaluator evaluator = new CaseEvaluator(plan, decisions, settings.seed());
    Case row = new Case(plan);
    for (int outcome = 0; outcome < plan.outcome().domain().size(); outcome++) {
      if (tally.firstCase(outcome) > 0) {
        evaluator.evaluate(tally.firstCase(outcome), CaseEvaluator.nothingGiven(plan), row);
        first.put(outcome, row.values().clone());
      }
    }
    return first;
  }

  /** Waits until no worker touches the sink any more; each ends with its chunk. */
  private static void end(ExecutorService workers) {
    workers.shutdown();
    try {
      while (!workers.awaitTermination(1, TimeUnit.MINUTES)) {
        continue;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Stopped stopped(Tally total) {
    if (total.cases() + total.apart() + total.failed() >= settings.cases()) {
      return Stopped.CASES;
    }
    return late() ? Stopped.TIME_LIMIT : Stopped.INTERRUPTED;
  }

  @SuppressWarnings("NullAway") // A worker has no result.
  private @Nullable Void work(
      Optional<LanePlan> lanes, List<Variable> wanted, @Nullable CaseSink sink, Merger merger)
      throws IOException {
    Singly singly = new Singly(plan, decisions, settings.seed(), sink);
    Worker worker =
        lanes.isPresent()
            ? new InColumns(plan, lanes.get(), wanted, settings.seed(), sink, singly)
            : singly;
    RowBytes rows = new RowBytes();
    try {
      while (!stop && !late()) {
        long chunk = nextChunk.getAndIncrement();
        long first = chunk * CHUNK + 1;
        if (first > settings.cases()) {
          break;
        }
        Tally tally = merger.emptyTally();
        worker.run(first, Math.min(first + CHUNK - 1, settings.cases()), tally, rows);
        byte[] taken = rows.taken();
        merger.put(chunk, tally, sink == null || taken.length == 0 ? taken : sink.packed(taken));
      }
      return null;
    } catch (IOException | RuntimeException | Error e) {
      stop = true;
      throw e;
    }
  }

  private boolean late() {
    Long deadline = settings.deadline();
    return deadline != null && System.nanoTime() - deadline >= 0;
  }

  private static RuntimeException unwrapped(ExecutionException e) {
    Throwable cause = e.getCause();
    if (cause instanceof IOException io) {
      return new UncheckedIOException(io);
    }
    if (cause instanceof Error error) {
      throw error;
    }
    return cause instanceof RuntimeException runtime ? runtime : new IllegalStateException(cause);
  }

  /** Evaluates the cases of a chunk. */
  private interface Worker {

    /** Counts the cases from a first to a last number, and appends their rows. */
    void run(long first, long last, Tally tally, RowBytes rows);
  }

  /** Case by case. */
  private static final class Singly implements Worker {
    private static final int[] NOTHING = {};
    private final CaseEvaluator evaluator;
    private final Evidence evidence;
    private final int[] given;
    private final Case row;
    private final @Nullable CaseSink sink;
    private final int[] slots;
    private final long[] numbers = new long[1];
    private final short[][] columns;

    Singly(Plan plan, Decisions decisions, long seed, @Nullable CaseSink sink) {
      this.evaluator = new CaseEvaluator(plan, decisions, seed);
      this.evidence = plan.evidence();
      this.given = CaseEvaluator.nothingGiven(plan);
      this.row = new Case(plan);
      this.sink = sink;
      this.slots =
          sink == null ? NOTHING : sink.variables().stream().mapToInt(Variable::slot).toArray();
      this.columns = new short[slots.length][1];
    }

    @Override
    public void run(long first, long last, Tally tally, RowBytes rows) {
      for (long number = first; number <= last; number++) {
        evaluator.evaluate(number, given, row);
        String failure = row.failure();
        boolean agrees = evidence.holdsIn(row.values());
        if (failure == null && !agrees || evidence.isRuledOutBy(row.values())) {
          tally.leaveOut();
        } else if (failure != null) {
          tally.fail(number, failure, agrees ? row.values() : NOTHING);
        } else {
          tally.add(number, row.values());
          if (sink != null) {
            numbers[0] = number;
            for (int i = 0; i < slots.length; i++) {
              columns[i][0] = (short) row.values()[slots[i]];
            }
            sink.render(numbers, 1, columns, rows);
          }
        }
      }
    }
  }

  /** Many cases at a time. */
  private static final class InColumns implements Worker {
    private final KeyedRandom random;
    private final Lane lane;
    private final Singly singly;
    private final @Nullable CaseSink sink;
    private final long[] numbers = new long[Lane.WIDTH];

    /** What rows are made of: by the place of what is wanted, and as the sink has it. */
    private final short[][] gathered;

    private final short[][] columns;

    InColumns(
        Plan plan,
        LanePlan lanes,
        List<Variable> wanted,
        long seed,
        @Nullable CaseSink sink,
        Singly singly) {
      this.random = new KeyedRandom(seed);
      this.lane = Lane.of(lanes, wanted, Tally.countedOf(plan).size());
      this.singly = singly;
      this.sink = sink;
      this.gathered = new short[wanted.size()][0];
      List<Variable> ofRows = sink == null ? List.of() : sink.variables();
      this.columns = new short[ofRows.size()][Lane.WIDTH];
      for (int i = 0; i < columns.length; i++) {
        gathered[wanted.indexOf(ofRows.get(i))] = columns[i];
      }
    }

    @Override
    public void run(long first, long last, Tally tally, RowBytes rows) {
      for (long from = first; from <= last; from += Lane.WIDTH) {
        int cases = (int) Math.min(Lane.WIDTH, last - from + 1);
        if (!lane.run(random, from, cases)) {
          // Some fail: one by one they are told why.
          singly.run(from, from + cases - 1, tally, rows);
          continue;
        }
        tally.add(cases);
        lane.count(tally, from);
        if (sink != null) {
          lane.gather(gathered);
          for (int i = 0; i < cases; i++) {
            numbers[i] = from + i;
          }
          sink.render(numbers, cases, columns, rows);
        }
      }
    }
  }
}
