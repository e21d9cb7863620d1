package org.isfsim.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.isfsim.decision.DecisionTable;
import org.isfsim.decision.Decisions;
import org.isfsim.decision.Failure;
import org.isfsim.decision.Finding;
import org.isfsim.parameter.ConditionalDistribution;
import org.isfsim.sampling.KeyedRandom;

/**
 * Evaluates cases of a plan one by one. The same whether results are remembered or fired afresh:
 * only the decisions given differ. One per thread.
 */
public final class CaseEvaluator {

  private final Plan plan;
  private final KeyedRandom random;
  private final Runner[] runners;

  /** Carries out one step on a case whose inputs are known. */
  private interface Runner {
    void run(Case row, long caseKey, int[] given);

    /** The slots that it reads. */
    int[] inputs();

    /** The slots that it sets. */
    int[] outputs();
  }

  /**
   * @param plan what to evaluate
   * @param decisions what decides
   * @param seed the seed of the run
   */
  public CaseEvaluator(Plan plan, Decisions decisions, long seed) {
    this.plan = plan;
    this.random = new KeyedRandom(seed);
    List<Runner> made = new ArrayList<>();
    for (Step step : plan.steps()) {
      if (step instanceof Step.Draw draw) {
        made.add(new Drawing(draw));
      } else if (step instanceof Step.Compute compute) {
        made.add(new Computing(compute));
      } else if (step instanceof Step.Decide decide) {
        made.add(new Deciding(decide, decisions.table(decide.signature().decision())));
      }
    }
    runners = made.toArray(Runner[]::new);
  }

  /** No value is given: everything is drawn. */
  public static int[] nothingGiven(Plan plan) {
    int[] given = new int[plan.variables().size()];
    Arrays.fill(given, -1);
    return given;
  }

  /** Given values by address, as indices of their domains. */
  public static int[] given(Plan plan, Map<String, Integer> values) {
    int[] given = nothingGiven(plan);
    values.forEach((address, value) -> given[plan.variable(address).slot()] = value);
    return given;
  }

  /**
   * Evaluates a case. Where a decision has no result, what depends on it has none either; all else
   * is worked out.
   *
   * @param caseNumber from 1
   * @param given by slot, the index of a parameter's value that is not to be drawn, else -1
   * @param row receives the case
   */
  public void evaluate(long caseNumber, int[] given, Case row) {
    row.begin(caseNumber);
    long key = random.caseKey(caseNumber);
    for (Runner runner : runners) {
      if (row.failure() == null || row.areKnown(runner.inputs())) {
        runner.run(row, key, given);
      } else {
        for (int slot : runner.outputs()) {
          row.set(slot, Case.UNKNOWN);
        }
      }
    }
  }

  /** The plan that is evaluated. */
  public Plan plan() {
    return plan;
  }

  private static final class Drawing implements Runner {
    private final int slot;
    private final int[] parents;
    private final int[] parentValues;
    private final ConditionalDistribution distribution;
    private final long key;

    Drawing(Step.Draw draw) {
      slot = draw.variable().slot();
      parents = slots(draw.parents());
      parentValues = new int[parents.length];
      distribution = draw.distribution();
      key = KeyedRandom.parameterKey(draw.variable().name());
    }

    @Override
    public void run(Case row, long caseKey, int[] given) {
      if (given[slot] >= 0) {
        row.set(slot, given[slot]);
        return;
      }
      for (int i = 0; i < parents.length; i++) {
        parentValues[i] = row.values()[parents[i]];
      }
      row.set(slot, distribution.at(parentValues).sample(KeyedRandom.uniform(caseKey, key)));
    }

    @Override
    public int[] inputs() {
      return parents;
    }

    @Override
    public int[] outputs() {
      return new int[] {slot};
    }
  }

  private static final class Computing implements Runner {
    private final int slot;
    private final int[] inputs;
    private final int[] values;
    private final Operation operation;

    Computing(Step.Compute compute) {
      slot = compute.variable().slot();
      inputs = slots(compute.inputs());
      values = new int[inputs.length];
      operation = compute.operation();
    }

    @Override
    public void run(Case row, long caseKey, int[] given) {
      for (int i = 0; i < inputs.length; i++) {
        values[i] = row.values()[inputs[i]];
      }
      row.set(slot, operation.apply(values));
    }

    @Override
    public int[] inputs() {
      return inputs;
    }

    @Override
    public int[] outputs() {
      return new int[] {slot};
    }
  }

  private static final class Deciding implements Runner {
    private final Step.Decide decide;
    private final DecisionTable table;
    private final int[] inputs;
    private final long[] strides;
    private final int[] results;
    private int[][] known = new int[0][];

    Deciding(Step.Decide decide, DecisionTable table) {
      this.decide = decide;
      this.table = table;
      inputs = slots(decide.inputs());
      results = slots(decide.results());
      strides = decide.signature().strides();
    }

    @Override
    public void run(Case row, long caseKey, int[] given) {
      long key = 0;
      for (int i = 0; i < inputs.length; i++) {
        key += strides[i] * row.values()[inputs[i]];
      }
      int code = table.lookup(key);
      row.setFinding(decide.number(), code);
      int[] values = resultsOf(code);
      for (int i = 0; i < results.length; i++) {
        if (values[i] == Finding.NONE) {
          row.set(results[i], Case.UNKNOWN);
          row.fail(failure(code));
        } else {
          row.set(results[i], values[i]);
        }
      }
    }

    private String failure(int code) {
      return decide.column()
          + ": "
          + table.finding(code).failures().stream()
              .map(Failure::what)
              .collect(Collectors.joining("; "));
    }

    @Override
    public int[] inputs() {
      return inputs;
    }

    @Override
    public int[] outputs() {
      return results;
    }

    private int[] resultsOf(int code) {
      if (code >= known.length) {
        known = Arrays.copyOf(known, Math.max(code + 1, 2 * known.length));
      }
      int[] values = known[code];
      if (values == null) {
        values = table.finding(code).results();
        known[code] = values;
      }
      return values;
    }
  }

  private static int[] slots(List<Variable> variables) {
    return variables.stream().mapToInt(Variable::slot).toArray();
  }
}
