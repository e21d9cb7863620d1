package org.isfsim.montecarlo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import org.isfsim.decision.Decisions;
import org.isfsim.model.Case;
import org.isfsim.model.CaseEvaluator;
import org.isfsim.model.Plan;
import org.isfsim.montecarlo.RunResult.Stopped;
import org.jspecify.annotations.Nullable;

/**
 * Runs the cases of a plan on several threads. Cases are taken in chunks; what a case comes to
 * depends on its number alone, so the result is the same for any number of threads.
 */
public final class MonteCarlo {

  /** The number of cases that a thread takes at a time. */
  static final int CHUNK = 2048;

  private final Plan plan;
  private final Decisions decisions;
  private final Settings settings;
  private final AtomicLong nextChunk = new AtomicLong();
  private final AtomicLong finished = new AtomicLong();
  private volatile boolean stop;

  /**
   * How to run.
   *
   * @param cases how many cases, 0 or more
   * @param seed the seed
   * @param threads how many threads, 1 or more
   * @param deadline when to stop taking new chunks, by {@link System#nanoTime}, or null
   */
  public record Settings(long cases, long seed, int threads, @Nullable Long deadline) {
    /** Checks the numbers. */
    public Settings {
      if (cases < 0 || threads < 1) {
        throw new IllegalArgumentException(cases + " cases on " + threads + " threads");
      }
    }
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
   * @param sink receives every case in order, or null
   * @param progress is told now and then how many cases are done; called by the workers
   * @throws UncheckedIOException if the sink cannot write
   */
  public RunResult run(@Nullable CaseSink sink, LongConsumer progress) {
    Tally total = new Tally(plan);
    Ordered ordered = sink == null ? null : new Ordered(sink);
    ExecutorService workers = Executors.newFixedThreadPool(settings.threads());
    try {
      @SuppressWarnings({"unchecked", "rawtypes"})
      Future<Tally>[] tallies = new Future[settings.threads()];
      for (int i = 0; i < tallies.length; i++) {
        tallies[i] = workers.submit(() -> work(ordered, progress));
      }
      for (Future<Tally> tally : tallies) {
        total.merge(tally.get());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      stop = true;
    } catch (ExecutionException e) {
      stop = true;
      throw unwrapped(e);
    } finally {
      stop = true;
      workers.shutdown();
    }
    return new RunResult(plan, settings.seed(), settings.cases(), total, stopped(total));
  }

  private Stopped stopped(Tally total) {
    if (total.cases() + total.failed() >= settings.cases()) {
      return Stopped.CASES;
    }
    return settings.deadline() != null && System.nanoTime() >= settings.deadline()
        ? Stopped.TIME_LIMIT
        : Stopped.INTERRUPTED;
  }

  private Tally work(@Nullable Ordered ordered, LongConsumer progress) throws IOException {
    Tally tally = new Tally(plan);
    CaseEvaluator evaluator = new CaseEvaluator(plan, decisions, settings.seed());
    int[] given = CaseEvaluator.nothingGiven(plan);
    Case row = new Case(plan);
    StringBuilder rows = new StringBuilder();
    while (!stop && !late()) {
      long chunk = nextChunk.getAndIncrement();
      long first = chunk * CHUNK + 1;
      if (first > settings.cases()) {
        break;
      }
      long last = Math.min(first + CHUNK - 1, settings.cases());
      for (long number = first; number <= last; number++) {
        evaluator.evaluate(number, given, row);
        String failure = row.failure();
        if (failure != null) {
          tally.fail(number, failure);
        } else {
          tally.add(number, row.values());
          if (ordered != null) {
            ordered.sink.render(row, rows);
          }
        }
      }
      if (ordered != null) {
        ordered.put(chunk, rows.toString());
        rows.setLength(0);
      }
      progress.accept(finished.addAndGet(last - first + 1));
    }
    return tally;
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
    return cause instanceof RuntimeException runtime ? runtime : new IllegalStateException(cause);
  }

  /** Passes chunks on in order; one that comes early waits for those before it. */
  private static final class Ordered {
    private final CaseSink sink;
    private final Map<Long, String> early = new TreeMap<>();
    private long next;

    Ordered(CaseSink sink) {
      this.sink = sink;
    }

    synchronized void put(long chunk, String rows) throws IOException {
      early.put(chunk, rows);
      String ready = early.remove(next);
      while (ready != null) {
        sink.write(ready);
        next++;
        ready = early.remove(next);
      }
    }
  }
}
