package org.isfsim.results;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import org.isfsim.analysis.Losses;
import org.isfsim.analysis.Observed;
import org.isfsim.decision.Decisions;
import org.isfsim.document.InvalidInputException;
import org.isfsim.exact.ExactWalk;
import org.isfsim.exact.Ranges;
import org.isfsim.exact.TooLargeException;
import org.isfsim.exact.WalkMemory;
import org.isfsim.model.Model;
import org.isfsim.model.Plan;
import org.isfsim.model.Variable;
import org.isfsim.montecarlo.CaseSink;
import org.isfsim.montecarlo.MonteCarlo;
import org.isfsim.montecarlo.RowBytes;
import org.isfsim.montecarlo.RunResult;
import org.isfsim.montecarlo.Tally;
import org.isfsim.report.BatchEntry;
import org.isfsim.report.Circumstances;
import org.isfsim.report.ExactFigures;
import org.isfsim.report.RunReport;
import org.isfsim.scenario.Scenario;
import org.isfsim.study.Observation;
import org.isfsim.study.Observations;
import org.jspecify.annotations.Nullable;

/** Runs scenarios one after the other, exactly and sampled, for one command. */
public final class Runs {

  /** How much time passes at least from checkpoint to checkpoint. */
  private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(500);

  private final Model model;
  private final Observations observations;
  private final WalkMemory memory = new WalkMemory();
  private final Decisions decisions;
  private final Circumstances circumstances;
  private final Watch watch;
  private final Request request;
  private final @Nullable ResultDirectory directory;
  private CaseLayout layout = new CaseLayout(List.of());
  private boolean headerPrinted;
  private int begun;

  /** What is worked out exactly. */
  public enum Exact {
    OUTCOMES,
    ALL,
    NONE;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** How far a run is. */
  public interface Progress extends LongConsumer, AutoCloseable {
    @Override
    void close();
  }

  /** Who waits for the runs. */
  public interface Watch {

    /** Is told what could not be done as asked. */
    void note(String text);

    /** Is told that a run begins. */
    Progress begins(String scenario, long cases);

    /** Whether the runs are to end. */
    boolean isInterrupted();

    /** What to do then, at once if it is so already. */
    void onInterrupt(Runnable stop);
  }

  /**
   * What is asked for.
   *
   * @param cases how many cases, unless the scenario says
   * @param seed another seed than the scenario's
   * @param threads how many threads
   * @param timeLimit how long to sample at most
   * @param exact what to work out exactly
   * @param ranges to which values assumptions are set
   * @param rows where every case is printed as a row, too
   * @param casesAs the form of the table of cases in the directory
   * @param reference whether cases are evaluated one by one, by firing rules afresh
   */
  public record Request(
      Optional<Long> cases,
      Optional<Long> seed,
      int threads,
      Optional<Duration> timeLimit,
      Exact exact,
      Ranges ranges,
      Optional<Appendable> rows,
      CasesAs casesAs,
      boolean reference) {}

  /** Runs of a model's scenarios. */
  public Runs(
      Model model,
      Observations observations,
      Decisions decisions,
      Circumstances circumstances,
      Watch watch,
      Request request,
      @Nullable ResultDirectory directory) {
    this.model = model;
    this.observations = observations;
    this.decisions = decisions;
    this.circumstances = circumstances;
    this.watch = watch;
    this.request = request;
    this.directory = directory;
  }

  /**
   * Runs scenarios.
   *
   * @param jobs how many side by side
   * @return in the order given
   */
  public List<BatchEntry> run(List<Loaded> loaded, int jobs) throws IOException {
    layout = new CaseLayout(Loaded.ready(loaded).stream().map(Loaded.Ready::scenario).toList());
    ExecutorService workers = Executors.newFixedThreadPool(jobs);
    try {
      List<Future<BatchEntry>> running = new ArrayList<>();
      for (Loaded entry : loaded) {
        running.add(workers.submit(() -> loaded.size() == 1 ? run(entry) : runIfPossible(entry)));
      }
      List<BatchEntry> entries = new ArrayList<>();
      for (Future<BatchEntry> entry : running) {
        entries.add(entry.get());
      }
      return entries;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException io) {
        throw io;
      }
      if (e.getCause() instanceof RuntimeException runtime) {
        throw runtime;
      }
      throw new IllegalStateException(e.getCause());
    } finally {
      workers.shutdownNow();
    }
  }

  /** Runs one of several scenarios; what is wrong with it does not stop the others. */
  private BatchEntry runIfPossible(Loaded loaded) throws IOException {
    try {
      return run(loaded);
    } catch (InvalidInputException e) {
      return new BatchEntry.Invalid(((Loaded.Ready) loaded).scenario().file(), e.problems());
    }
  }

  /** Runs one scenario if it can be run. */
  private BatchEntry run(Loaded loaded) throws IOException {
    if (loaded instanceof Loaded.Unusable unusable) {
      return new BatchEntry.Invalid(unusable.file().toString(), unusable.problems());
    }
    Loaded.Ready ready = (Loaded.Ready) loaded;
    Scenario scenario = ready.scenario();
    if (watch.isInterrupted()) {
      return new BatchEntry.Failed(scenario.file(), "interrupted before it began");
    }
    Plan plan = Observed.in(model.plan(scenario)).withFunnel();
    Observation observation =
        request.exact() == Exact.NONE ? Observations.unexamined(plan) : observations.of(plan);
    ExactFigures exact;
    try {
      exact = exact(plan);
    } catch (TooLargeException e) {
      if (cases(scenario) == 0) {
        return new BatchEntry.Failed(
            scenario.file(),
            "too large for an exact answer, and --cases 0 asks for no other: " + needed(e));
      }
      tooLarge(plan, "this scenario", needed(e));
      exact = ExactFigures.NONE;
    }
    RunResult sample = sample(plan);
    Observations.requireSome(sample, observation);
    return new BatchEntry.Done(
        RunReport.of(sample, circumstances, exact, observation, ready.changes()));
  }

  private ExactFigures exact(Plan plan) throws TooLargeException {
    if (request.exact() == Exact.NONE) {
      return ExactFigures.NONE;
    }
    Losses losses = Losses.in(plan, decisions);
    ExactWalk walk = new ExactWalk(losses.plan(), decisions, memory);
    ExactFigures figures =
        ExactFigures.of(walk.outcomes(request.ranges()), plan.outcome().domain());
    try {
      if (request.exact() == Exact.ALL) {
        figures = with(figures, plan, walk.marginals(plan.reported()));
      }
      ExactWalk.Marginals marginals = walk.marginalsByGroup(losses.asked());
      figures = with(figures, plan, marginals).with(losses, marginals.known());
    } catch (TooLargeException e) {
      tooLarge(plan, "what else is asked", String.valueOf(e.getMessage()));
    }
    return figures;
  }

  private static String needed(TooLargeException e) {
    return e.getMessage()
        + " (a nearer horizon, fewer contributors, or dates and numbers of fewer values make it"
        + " smaller; --cases N samples it)";
  }

  private long cases(Scenario scenario) {
    return request.cases().orElseGet(() -> (long) scenario.run().cases());
  }

  private ExactFigures with(ExactFigures figures, Plan plan, ExactWalk.Marginals marginals) {
    marginals
        .tooLarge()
        .forEach(
            (variable, why) -> {
              // Why cases are lost is left out where it cannot be worked out.
              if (plan.variables().contains(variable)) {
                tooLarge(plan, variable.name(), why);
              }
            });
    return figures.with(marginals.known());
  }

  private void tooLarge(Plan plan, String what, String why) {
    watch.note(
        plan.scenario().file()
            + ": "
            + what
            + " is too large for an exact answer: "
            + why
            + (cases(plan.scenario()) == 0 ? "; not worked out" : "; sampled alone"));
  }

  private RunResult sample(Plan plan) throws IOException {
    Scenario scenario = plan.scenario();
    long cases = cases(scenario);
    Long deadline =
        request.timeLimit().map(limit -> System.nanoTime() + limit.toNanos()).orElse(null);
    MonteCarlo run =
        new MonteCarlo(
            plan,
            decisions,
            new MonteCarlo.Settings(
                cases,
                request.seed().orElseGet(() -> scenario.run().seed()),
                request.threads(),
                deadline,
                request.reference()));
    watch.onInterrupt(run::interrupt);
    int number = begun++;
    long chunks = directory == null ? 0 : directory.chunks(number);
    Tally tally = directory == null ? new Tally(plan) : directory.tally(number, plan);
    try (Progress progress = watch.begins(scenario.id(), cases)) {
      long[] reached = {chunks};
      // The first chunk is noted at once.
      long[] noted = {System.nanoTime() - PAUSE};
      RunResult result =
          run.run(
              sink(plan),
              progress,
              chunks,
              tally,
              (now, counted) -> {
                reached[0] = now;
                if (directory != null && System.nanoTime() - noted[0] >= PAUSE) {
                  directory.reached(number, now, counted);
                  noted[0] = System.nanoTime();
                }
              });
      if (directory != null) {
        directory.reached(number, reached[0], tally);
      }
      return result;
    }
  }

  private @Nullable CaseSink sink(Plan plan) throws IOException {
    if (cases(plan.scenario()) == 0) {
      return null;
    }
    CaseSink file =
        directory == null || request.casesAs() == CasesAs.NONE
            ? null
            : directory.experiments(plan, layout, request.casesAs());
    if (request.rows().isEmpty()) {
      return file;
    }
    Appendable out = request.rows().get();
    ExperimentsCsv printed =
        new ExperimentsCsv(
            plan,
            layout,
            CasesAs.CSV,
            bytes -> out.append(new String(bytes, StandardCharsets.UTF_8)));
    if (!headerPrinted) {
      printed.writeHeader();
      headerPrinted = true;
    }
    return file == null ? printed : both(file, printed);
  }

  /** The same rows to a file and to standard output; rendered once. */
  private static CaseSink both(CaseSink file, CaseSink printed) {
    return new CaseSink() {
      @Override
      public List<Variable> variables() {
        return file.variables();
      }

      @Override
      public void render(long[] numbers, int cases, short[][] columns, RowBytes rows) {
        file.render(numbers, cases, columns, rows);
      }

      @Override
      public void write(byte[] rows) throws IOException {
        file.write(file.packed(rows));
        printed.write(rows);
      }
    };
  }
}
