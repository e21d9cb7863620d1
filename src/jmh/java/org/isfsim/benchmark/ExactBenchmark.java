package org.isfsim.benchmark;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.isfsim.decision.Decisions;
import org.isfsim.exact.ExactResult;
import org.isfsim.exact.ExactWalk;
import org.isfsim.exact.TooLargeException;
import org.isfsim.model.Plan;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** The time of exact answers about the baseline in a process that is warm. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5)
@Measurement(iterations = 5)
@Fork(value = 2, jvmArgsAppend = "-XX:+UseParallelGC")
public class ExactBenchmark {

  private final Plan plan = Baseline.plan();
  private final Decisions decisions = Decisions.remembering(Baseline.rules());

  /** Gives everything back to Drools. */
  @TearDown
  public void close() {
    decisions.close();
  }

  /** The outcomes with their ranges and witnesses, as {@code run --exact outcomes} asks for. */
  @Benchmark
  public ExactResult outcomesAndRanges() throws TooLargeException {
    return new ExactWalk(plan, decisions).outcomes();
  }

  /**
   * Those, and every indicator and milestone that is not too large, as {@code run --exact all} asks
   * for.
   */
  @Benchmark
  public List<Object> everything() throws TooLargeException {
    ExactWalk walk = new ExactWalk(plan, decisions);
    ExactResult outcomes = walk.outcomes();
    return List.of(outcomes, walk.marginals(plan.reported()));
  }
}
