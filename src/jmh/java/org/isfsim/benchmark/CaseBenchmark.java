package org.isfsim.benchmark;

import java.util.concurrent.TimeUnit;
import org.isfsim.decision.Decisions;
import org.isfsim.model.Case;
import org.isfsim.model.CaseEvaluator;
import org.isfsim.model.Plan;
import org.isfsim.montecarlo.MonteCarlo;
import org.isfsim.montecarlo.RunResult;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** The time of one case of the baseline, from its number to the tally, by different ways. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(value = 2, jvmArgsAppend = "-XX:+UseParallelGC")
public class CaseBenchmark {

  /** Cases of a run; finding the lanes and filling the tables of a run is counted in. */
  private static final int CASES = 1_000_000;

  /** Cases of a run that fires the rules afresh. */
  private static final int REFERENCE_CASES = 200;

  private final Plan plan = Baseline.plan();
  private final long seed = plan.scenario().run().seed();
  private final Decisions decisions = Decisions.remembering(Baseline.rules());
  private final Decisions reference = Decisions.reference(Baseline.rules());
  private final CaseEvaluator evaluator = new CaseEvaluator(plan, decisions, seed);
  private final int[] nothing = CaseEvaluator.nothingGiven(plan);
  private final Case row = new Case(plan);
  private long next;

  /** Gives everything back to Drools. */
  @TearDown
  public void close() {
    decisions.close();
    reference.close();
  }

  /** A run of the program on one thread. */
  @Benchmark
  @OperationsPerInvocation(CASES)
  public RunResult sampled() {
    return run(decisions, CASES, 1, false);
  }

  /** A run of the program on two threads. */
  @Benchmark
  @OperationsPerInvocation(CASES)
  public RunResult sampledOnTwoThreads() {
    return run(decisions, CASES, 2, false);
  }

  /** A run that fires Drools afresh for every decision, on one thread. */
  @Benchmark
  @OperationsPerInvocation(REFERENCE_CASES)
  public RunResult reference() {
    return run(reference, REFERENCE_CASES, 1, true);
  }

  /** One case with the values of all its variables and its findings, as when it is explained. */
  @Benchmark
  public Case oneCaseInFull() {
    next = next % CASES + 1;
    evaluator.evaluate(next, nothing, row);
    return row;
  }

  private RunResult run(Decisions by, long cases, int threads, boolean singly) {
    MonteCarlo.Settings settings = new MonteCarlo.Settings(cases, seed, threads, null, singly);
    RunResult result = new MonteCarlo(plan, by, settings).run(null, done -> {});
    if (result.tally().cases() != cases) {
      throw new IllegalStateException(result.tally().failures().toString());
    }
    return result;
  }
}
