package org.isfsim.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.isfsim.decision.Decisions;
import org.isfsim.model.Indicator;
import org.isfsim.model.Milestone;
import org.isfsim.model.Plan;
import org.isfsim.model.Variable;
import org.isfsim.montecarlo.CaseReader;

/**
 * Evaluates the same cases under several alternatives. A draw depends on the seed, the number of
 * the case and the parameter's address alone, so that case by case the alternatives share whatever
 * they do not set differently: common random numbers (A. M. Law, Simulation Modeling and Analysis,
 * 5th edition, 2015, section 11.2).
 */
final class PairedSampling {

  private final List<Question> questions;
  private final Decisions decisions;
  private final long seed;
  private final long cases;
  private final AtomicLong nextChunk = new AtomicLong();
  private final AtomicLong finished = new AtomicLong();

  /**
   * @param questions the plans of the alternatives with the objectives put to them
   * @param cases how many cases, at least 1
   */
  PairedSampling(List<Question> questions, Decisions decisions, long seed, long cases) {
    this.questions = List.copyOf(questions);
    this.decisions = decisions;
    this.seed = seed;
    this.cases = cases;
  }

  /**
   * Runs the cases; the result does not depend on the number of threads.
   *
   * @param progress is told now and then how many cases are done; called by the workers
   */
  PairedSample run(int threads, LongConsumer progress) {
    ExecutorService workers = Executors.newFixedThreadPool(threads);
    PairedTally total = emptyTally();
    List<Supplier<CaseReader>> sources = questions.stream().map(this::cases).toList();
    try {
      List<Future<PairedTally>> tallies = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        tallies.add(workers.submit(() -> work(sources, progress)));
      }
      for (Future<PairedTally> tally : tallies) {
        total.merge(tally.get());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted", e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException runtime
          ? runtime
          : new IllegalStateException(e.getCause());
    } finally {
      workers.shutdownNow();
    }
    return total.sample();
  }

  private PairedTally emptyTally() {
    return new PairedTally(
        questions.stream().map(PairedSampling::columns).toList(),
        questions.stream().map(question -> question.plan().evidence()).toList());
  }

  private PairedTally work(List<Supplier<CaseReader>> sources, LongConsumer progress) {
    PairedTally tally = emptyTally();
    List<CaseReader> readers = sources.stream().map(Supplier::get).toList();
    int[][] rows = new int[readers.size()][];
    long first = nextChunk.getAndIncrement() * CaseReader.WIDTH + 1;
    while (first <= cases && !Thread.currentThread().isInterrupted()) {
      int count = (int) Math.min(CaseReader.WIDTH, cases - first + 1);
      for (CaseReader reader : readers) {
        reader.read(first, count);
      }
      for (int place = 0; place < count; place++) {
        boolean isFailed = false;
        for (int i = 0; i < rows.length; i++) {
          rows[i] = readers.get(i).values(place);
          isFailed |= readers.get(i).isFailed();
        }
        tally.add(rows, isFailed);
      }
      progress.accept(finished.addAndGet(count));
      first = nextChunk.getAndIncrement() * CaseReader.WIDTH + 1;
    }
    return tally;
  }

  private Supplier<CaseReader> cases(Question question) {
    List<Variable> counted =
        columns(question).stream().map(PairedTally.Column::variable).distinct().toList();
    return CaseReader.of(question.plan(), decisions, seed, counted);
  }

  /** What is counted of an alternative's cases. */
  private static List<PairedTally.Column> columns(Question question) {
    Plan plan = question.plan();
    List<PairedTally.Column> columns = new ArrayList<>();
    columns.add(PairedTally.Column.of(Subjects.OUTCOME, plan.outcome()));
    for (Indicator indicator : plan.indicators()) {
      columns.add(PairedTally.Column.of(indicator.name(), indicator.variable()));
    }
    for (Milestone milestone : plan.milestones()) {
      columns.add(PairedTally.Column.reached(milestone, plan.horizonWeeks()));
    }
    for (Variable flag : question.flags()) {
      columns.add(PairedTally.Column.of(flag.name(), flag));
    }
    return columns;
  }
}
