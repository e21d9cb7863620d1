package org.isfsim.montecarlo;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import org.isfsim.model.Plan;
import org.jspecify.annotations.Nullable;

/**
 * Puts chunks together in the order of their numbers: tallies are merged, rows are written. A chunk
 * that comes early waits for those before it. Thread-safe.
 */
final class Merger {

  /** How many chunks may wait for an earlier one before workers wait too: they take memory. */
  private static final int MOST_EARLY = 64;

  /** After how many milliseconds a waiting worker looks whether the run is to stop. */
  private static final long PATIENCE = 100;

  private final Plan plan;
  private final long cases;
  private final @Nullable CaseSink sink;
  private final LongConsumer progress;
  private final Tally tally;
  private final MonteCarlo.Checkpoints checkpoints;
  private final BooleanSupplier stop;
  private final Map<Long, Finished> early = new TreeMap<>();
  private final ConcurrentLinkedQueue<Tally> empty = new ConcurrentLinkedQueue<>();
  private long next;

  private record Finished(Tally tally, byte[] rows) {}

  /**
   * @param cases how many cases the run has
   * @param sink receives the rows, or null
   * @param progress is told how many cases are done
   * @param chunks how many chunks were put together before
   * @param tally what was counted in them; is added to
   * @param checkpoints is told of every chunk that is put together
   * @param stop whether the run is to stop
   */
  Merger(
      Plan plan,
      long cases,
      @Nullable CaseSink sink,
      LongConsumer progress,
      long chunks,
      Tally tally,
      MonteCarlo.Checkpoints checkpoints,
      BooleanSupplier stop) {
    this.plan = plan;
    this.cases = cases;
    this.sink = sink;
    this.progress = progress;
    this.next = chunks;
    this.tally = tally;
    this.checkpoints = checkpoints;
    this.stop = stop;
  }

  /** A tally for the next chunk of a worker. */
  Tally emptyTally() {
    Tally known = empty.poll();
    return known == null ? new Tally(plan) : known;
  }

  /**
   * Takes a chunk, and puts together what can be.
   *
   * @param chunk its number
   * @param counted what was counted in it; not to be touched afterwards
   * @param rows the rows of its cases, packed
   */
  synchronized void put(long chunk, Tally counted, byte[] rows) throws IOException {
    early.put(chunk, new Finished(counted, rows));
    Finished ready = early.remove(next);
    while (ready != null) {
      if (sink != null && ready.rows().length > 0) {
        sink.write(ready.rows());
      }
      tally.merge(ready.tally());
      ready.tally().clear();
      empty.add(ready.tally());
      next++;
      checkpoints.reached(next, tally);
      ready = early.remove(next);
    }
    progress.accept(Math.min(next * MonteCarlo.CHUNK, cases));
    notifyAll();
    // Whoever works on the earliest chunk does not wait: with it, none is early any more.
    while (early.size() >= MOST_EARLY && !stop.getAsBoolean()) {
      try {
        wait(PATIENCE);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }
}
