package org.isfsim.benchmark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.isfsim.model.Plan;
import org.isfsim.model.Step;
import org.isfsim.model.Variable;
import org.isfsim.parameter.ConditionalDistribution;
import org.isfsim.parameter.Distribution;
import org.isfsim.sampling.KeyedRandom;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The draws of all parameters of a case of the baseline, and nothing else: what a case costs at
 * least if nothing is left out. One after the other: the compiler may not use vector instructions.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
    value = 2,
    jvmArgsAppend = {"-XX:+UseParallelGC", "-XX:-UseSuperWord"})
public class DrawBenchmark {

  private static final int CASES = 10_000;

  private final KeyedRandom random;
  private final long[] keys;
  private final double[] numbers;
  private final Alone[] alone;
  private final Given[] given;
  private final int[] values;

  /** A parameter whose distribution is the same in every case. */
  private record Alone(long key, int slot, Distribution distribution) {}

  /** A parameter whose distribution depends on others; {@code values} has room for theirs. */
  private record Given(
      long key, int slot, ConditionalDistribution distribution, int[] parents, int[] values) {}

  /** Lays out the parameters of the baseline. */
  public DrawBenchmark() {
    Plan plan = Baseline.plan();
    List<Alone> same = new ArrayList<>();
    List<Given> dependent = new ArrayList<>();
    int[] fixed = new int[plan.variables().size()];
    Arrays.fill(fixed, -1);
    for (Step.Draw draw : plan.draws()) {
      Variable variable = draw.variable();
      long key = KeyedRandom.parameterKey(variable.name());
      int[] parents = draw.parents().stream().mapToInt(Variable::slot).toArray();
      int[] known = Arrays.stream(parents).map(slot -> fixed[slot]).toArray();
      if (Arrays.stream(known).allMatch(value -> value >= 0)) {
        Distribution distribution = draw.distribution().at(known);
        fixed[variable.slot()] = distribution.isFixed() ? distribution.fixedValue() : -1;
        same.add(new Alone(key, variable.slot(), distribution));
      } else {
        dependent.add(new Given(key, variable.slot(), draw.distribution(), parents, known));
      }
    }
    random = new KeyedRandom(plan.scenario().run().seed());
    alone = same.toArray(Alone[]::new);
    given = dependent.toArray(Given[]::new);
    keys =
        LongStream.concat(
                same.stream().mapToLong(Alone::key), dependent.stream().mapToLong(Given::key))
            .toArray();
    numbers = new double[keys.length];
    values = new int[plan.variables().size()];
  }

  /** The keyed uniform number of every parameter. */
  @Benchmark
  @OperationsPerInvocation(CASES)
  public double[] numbers() {
    for (long number = 1; number <= CASES; number++) {
      long key = random.caseKey(number);
      for (int i = 0; i < keys.length; i++) {
        numbers[i] = KeyedRandom.uniform(key, keys[i]);
      }
    }
    return numbers;
  }

  /**
   * The keyed uniform number of every parameter, and the value that its distribution makes of it.
   */
  @Benchmark
  @OperationsPerInvocation(CASES)
  public int[] values() {
    for (long number = 1; number <= CASES; number++) {
      long key = random.caseKey(number);
      for (Alone draw : alone) {
        values[draw.slot] = draw.distribution.sample(KeyedRandom.uniform(key, draw.key));
      }
      for (Given draw : given) {
        for (int i = 0; i < draw.values.length; i++) {
          draw.values[i] = values[draw.parents[i]];
        }
        Distribution distribution = draw.distribution.at(draw.values);
        values[draw.slot] = distribution.sample(KeyedRandom.uniform(key, draw.key));
      }
    }
    return values;
  }
}
