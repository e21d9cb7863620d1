package org.isfsim.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.isfsim.decision.Decisions;
import org.isfsim.exact.Dependence;
import org.isfsim.model.Case;
import org.isfsim.model.CaseEvaluator;
import org.isfsim.model.Plan;
import org.isfsim.model.Step;
import org.isfsim.model.Variable;
import org.isfsim.sampling.KeyedRandom;

/**
 * Saltelli's scheme over the cases of a plan: cases 1 to N are the first sample, cases N + 1 to 2 N
 * the second, and each of the first is evaluated again with the uniform number of one parameter
 * taken from its partner in the second (A. Saltelli et al., Computer Physics Communications 181,
 * 2010). A parameter that depends on others gets the value that this number gives for its parents
 * in the first case. N (k + 2) cases for k parameters; those that come out the same are not
 * evaluated again.
 */
public final class SaltelliSample {

  private static final int BLOCK = 256;
  private static final long MOST_RESULTS = 200_000_000;

  private final Plan plan;
  private final Decisions decisions;
  private final long seed;
  private final List<Variable> variables;
  private final List<Step.Draw> draws;

  private SaltelliSample(
      Plan plan, Decisions decisions, long seed, List<Variable> variables, List<Step.Draw> draws) {
    this.plan = plan;
    this.decisions = decisions;
    this.seed = seed;
    this.variables = variables;
    this.draws = draws;
  }

  /**
   * Estimates the indices of every uncertain parameter on which a target depends.
   *
   * @param base how many pairs of cases to begin with, at least 2
   * @param seed the seed of the cases
   * @throws IllegalArgumentException if the results would not fit in memory
   */
  public static SampledIndices of(
      Plan plan, Decisions decisions, List<Target> targets, int base, long seed) {
    Set<Variable> variables = new LinkedHashSet<>();
    Set<Variable> bearing = new LinkedHashSet<>();
    for (Target target : targets) {
      if (variables.add(target.variable())) {
        bearing.addAll(Dependence.parameters(plan, decisions, target.variable()));
      }
    }
    List<Step.Draw> draws =
        plan.draws().stream()
            .filter(draw -> bearing.contains(draw.variable()) && !draw.distribution().isFixed())
            .toList();
    if ((long) base * (draws.size() + 2) * variables.size() > MOST_RESULTS) {
      throw new IllegalArgumentException(base + " pairs of cases are too many");
    }
    return new SaltelliSample(plan, decisions, seed, List.copyOf(variables), draws)
        .estimate(targets, base);
  }

  /** Results by variable, then column (first, second, then one for each draw), then pair. */
  private record Results(int[][][] values, boolean[] isFailed, long evaluations) {}

  private SampledIndices estimate(List<Target> targets, int base) {
    Results results = evaluate(base);
    int failed = 0;
    for (boolean isFailed : results.isFailed()) {
      failed += isFailed ? 1 : 0;
    }
    List<Integer> hits = new ArrayList<>();
    List<Map<String, SobolEstimate>> byTarget = new ArrayList<>();
    for (Target target : targets) {
      int[][] columns = results.values()[variables.indexOf(target.variable())];
      double[] a = hits(target, columns[0], results.isFailed());
      double[] b = hits(target, columns[1], results.isFailed());
      int hit = (int) (DoubleStream.of(a).sum() + DoubleStream.of(b).sum());
      hits.add(hit);
      boolean isEnough = Math.min(hit, a.length + b.length - hit) >= SampledIndices.FEWEST_HITS;
      Map<String, SobolEstimate> estimates = new LinkedHashMap<>();
      for (int i = 0; i < draws.size() && isEnough; i++) {
        String address = draws.get(i).variable().name();
        SobolEstimator.of(a, b, hits(target, columns[i + 2], results.isFailed()))
            .ifPresent(estimate -> estimates.put(address, estimate));
      }
      byTarget.add(estimates);
    }
    return new SampledIndices(base, failed, results.evaluations(), hits, byTarget);
  }

  private static double[] hits(Target target, int[] values, boolean[] isFailed) {
    return IntStream.range(0, values.length)
        .filter(i -> !isFailed[i])
        .mapToDouble(i -> target.contains(values[i]) ? 1 : 0)
        .toArray();
  }

  private Results evaluate(int base) {
    int[][][] values = new int[variables.size()][draws.size() + 2][base];
    boolean[] isFailed = new boolean[base];
    int blocks = (base + BLOCK - 1) / BLOCK;
    long evaluations =
        IntStream.range(0, blocks)
            .parallel()
            .mapToLong(
                block ->
                    new Block(values, isFailed, base)
                        .run(block * BLOCK, Math.min(base, (block + 1) * BLOCK)))
            .sum();
    return new Results(values, isFailed, evaluations);
  }

  /** Evaluates some pairs, in a thread of its own. */
  private final class Block {
    private final int[][][] values;
    private final boolean[] isFailed;
    private final int base;
    private final CaseEvaluator evaluator = new CaseEvaluator(plan, decisions, seed);
    private final KeyedRandom random = new KeyedRandom(seed);
    private final long[] keys =
        draws.stream().mapToLong(d -> KeyedRandom.parameterKey(d.variable().name())).toArray();
    private final int[] given = CaseEvaluator.nothingGiven(plan);
    private final Case first = new Case(plan);
    private final Case other = new Case(plan);
    private long evaluations;

    Block(int[][][] values, boolean[] isFailed, int base) {
      this.values = values;
      this.isFailed = isFailed;
      this.base = base;
    }

    long run(int from, int to) {
      for (int pair = from; pair < to; pair++) {
        run(pair);
      }
      return evaluations;
    }

    private void run(int pair) {
      long partner = (long) base + pair + 1;
      keep(partner, 1, pair, other);
      keep(pair + 1L, 0, pair, first);
      long partnerKey = random.caseKey(partner);
      for (int i = 0; i < draws.size() && !isFailed[pair]; i++) {
        Step.Draw draw = draws.get(i);
        int slot = draw.variable().slot();
        int[] parents = draw.parents().stream().mapToInt(first::value).toArray();
        double uniform = KeyedRandom.uniform(partnerKey, keys[i]);
        int value = draw.distribution().at(parents).sample(uniform);
        if (value == first.values()[slot]) {
          copy(first, i + 2, pair);
        } else {
          given[slot] = value;
          keep(pair + 1L, i + 2, pair, other);
          given[slot] = -1;
        }
      }
    }

    private void keep(long caseNumber, int column, int pair, Case row) {
      evaluations++;
      evaluator.evaluate(caseNumber, given, row);
      if (row.failure() != null) {
        isFailed[pair] = true;
      } else {
        copy(row, column, pair);
      }
    }

    private void copy(Case row, int column, int pair) {
      for (int v = 0; v < variables.size(); v++) {
        values[v][column][pair] = row.value(variables.get(v));
      }
    }
  }
}
