package org.isfsim.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import org.isfsim.decision.Decisions;
import org.isfsim.model.Case;
import org.isfsim.model.CaseEvaluator;
import org.isfsim.model.Indicator;
import org.isfsim.model.Milestone;
import org.isfsim.model.Plan;
import org.isfsim.model.Variable;

/**
 * Evaluates the same cases under several alternatives. A draw depends on the seed, the number of
 * the case and the parameter's address alone, so that case by case the alternatives share whatever
 * they do not set differently: common random numbers (A. M. Law, Simulation Modeling and Analysis,
 * 5th edition, 2015, section 11.2).
 */
final class PairedSampling {

  private static final int CHUNK = 1024;

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
    try {
      List<Future<PairedTally>> tallies = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        tallies.add(workers.submit(() -> work(progress)));
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

  private PairedTally work(LongConsumer progress) {
    PairedTally tally = emptyTally();
    List<CaseEvaluator> evaluators = new ArrayList<>();
    List<Case> rows = new ArrayList<>();
    for (Question question : questions) {
      evaluators.add(new CaseEvaluator(question.plan(), decisions, seed));
      rows.add(new Case(question.plan()));
    }
    List<int[]> given =
        questions.stream().map(question -> CaseEvaluator.nothingGiven(question.plan())).toList();
    long first = nextChunk.getAndIncrement() * CHUNK + 1;
    while (first <= cases && !Thread.currentThread().isInterrupted()) {
      long last = Math.min(first + CHUNK - 1, cases);
      for (long number = first; number <= last; number++) {
        for (int i = 0; i < rows.size(); i++) {
          evaluators.get(i).evaluate(number, given.get(i), rows.get(i));
        }
        tally.add(rows);
      }
      progress.accept(finished.addAndGet(last - first + 1));
      first = nextChunk.getAndIncrement() * CHUNK + 1;
    }
    return tally;
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
