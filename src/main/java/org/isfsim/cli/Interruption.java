package org.isfsim.cli;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.isfsim.document.Printable;
import org.isfsim.results.Runs;
import org.jspecify.annotations.Nullable;

/**
 * Lets a command end properly when it is interrupted: what runs is asked to stop, and the process
 * waits until the partial result is written. The JVM then exits with 130 by itself.
 */
final class Interruption implements AutoCloseable {

  private static final int PATIENCE_SECONDS = 30;

  private final List<Runnable> running = new CopyOnWriteArrayList<>();
  private final CountDownLatch written = new CountDownLatch(1);
  private final Thread hook = new Thread(this::stop, "interruption");
  private volatile boolean interrupted;

  private Interruption() {}

  /** Watches until closed. */
  static Interruption watch() {
    Interruption interruption = new Interruption();
    Runtime.getRuntime().addShutdownHook(interruption.hook);
    return interruption;
  }

  /** Whether the process was asked to end. */
  boolean happened() {
    return interrupted;
  }

  /** What to ask to stop; asked at once if the interruption has already come. */
  void onInterrupt(Runnable stop) {
    running.add(stop);
    if (interrupted) {
      stop.run();
    }
  }

  /** Somebody who waits for runs at a terminal, until an interruption. */
  Runs.Watch watching(Terminal terminal) {
    return new Runs.Watch() {
      @Override
      public void note(String text) {
        terminal.err().println("isfsim: " + Printable.escaped(text));
      }

      @Override
      public Runs.Progress begins(String scenario, long cases) {
        return Progress.of(terminal, scenario, cases);
      }

      @Override
      public boolean isInterrupted() {
        return happened();
      }

      @Override
      public void onInterrupt(Runnable stop) {
        Interruption.this.onInterrupt(stop);
      }
    };
  }

  private void stop() {
    interrupted = true;
    running.forEach(Runnable::run);
    try {
      @Nullable Object unused = written.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    written.countDown();
    if (!interrupted) {
      try {
        Runtime.getRuntime().removeShutdownHook(hook);
      } catch (IllegalStateException e) {
        // The process is ending already; the hook has nothing left to wait for.
        return;
      }
    }
  }
}
