package org.isfsim.montecarlo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import org.isfsim.decision.Decisions;
import org.isfsim.model.Plan;
import org.isfsim.model.Step;
import org.isfsim.model.Variable;
import org.isfsim.sampling.KeyedRandom;

/**
 * Evaluates cases of a plan many at a time, a column for each variable. One per thread.
 *
 * <p>Each step goes through all cases before the next one does, so that a loop is short and does
 * one thing. A step that nothing asked for depends on is left out; randomness is keyed, so that
 * leaving out a draw changes no other. What is the same in every case is worked out once.
 */
final class Columns {

  /** How many cases at a time: so few that all columns stay close to the processor. */
  static final int WIDTH = 512;

  private final KeyedRandom random;
  private final short[][] columns;
  private final long[] caseKeys = new long[WIDTH];
  private final boolean[] failed = new boolean[WIDTH];
  private final Kernel[] kernels;
  private final boolean alwaysFails;

  /** Carries out one step for the first cases of the columns. */
  interface Kernel {
    void run(int cases);
  }

  /**
   * @param plan what to evaluate
   * @param decisions what decides
   * @param seed the seed of the run
   * @param wanted the variables whose columns will be read
   */
  Columns(Plan plan, Decisions decisions, long seed, Collection<Variable> wanted) {
    this.random = new KeyedRandom(seed);
    this.columns = new short[plan.variables().size()][];
    BitSet needed = needed(plan, wanted);
    BitSet constant = new BitSet();
    List<Kernel> varying = new ArrayList<>();
    for (Step step : plan.steps()) {
      if (step.writes().stream().noneMatch(v -> needed.get(v.slot()))) {
        continue;
      }
      step.writes().forEach(v -> columns[v.slot()] = new short[WIDTH]);
      boolean same = step.reads().stream().allMatch(v -> constant.get(v.slot()));
      if (step instanceof Step.Draw draw) {
        same &= draw.distribution().isFixed();
      }
      Kernel kernel = kernel(step, decisions, constant);
      if (same) {
        step.writes().forEach(v -> constant.set(v.slot()));
        kernel.run(WIDTH);
      } else {
        varying.add(kernel);
      }
    }
    this.kernels = varying.toArray(Kernel[]::new);
    // A decision of constants that fails fails every case.
    this.alwaysFails = failed[0];
  }

  private Kernel kernel(Step step, Decisions decisions, BitSet constant) {
    if (step instanceof Step.Draw draw) {
      short[] to = columns[draw.variable().slot()];
      return draw.parents().isEmpty()
          ? new Kernels.Drawing(draw, caseKeys, to)
          : new Kernels.DrawingGiven(draw, caseKeys, of(draw.parents()), to);
    }
    if (step instanceof Step.Compute compute) {
      short[] to = columns[compute.variable().slot()];
      return Kernels.computing(compute, of(compute.inputs()), to);
    }
    Step.Decide decide = (Step.Decide) step;
    boolean[] varies = new boolean[decide.inputs().size()];
    for (int i = 0; i < varies.length; i++) {
      varies[i] = !constant.get(decide.inputs().get(i).slot());
    }
    return new Kernels.Deciding(
        decisions.table(decide.signature().decision()),
        of(decide.inputs()),
        varies,
        of(decide.results()),
        failed);
  }

  private short[][] of(List<Variable> variables) {
    return variables.stream().map(v -> columns[v.slot()]).toArray(short[][]::new);
  }

  /**
   * The slots of what is wanted and of all that it depends on; decisions always, as one may fail.
   */
  private static BitSet needed(Plan plan, Collection<Variable> wanted) {
    BitSet needed = new BitSet();
    wanted.forEach(v -> needed.set(v.slot()));
    for (int i = plan.steps().size() - 1; i >= 0; i--) {
      Step step = plan.steps().get(i);
      if (step instanceof Step.Decide
          || step.writes().stream().anyMatch(v -> needed.get(v.slot()))) {
        step.writes().forEach(v -> needed.set(v.slot()));
        step.reads().forEach(v -> needed.set(v.slot()));
      }
    }
    return needed;
  }

  /**
   * Evaluates some cases, one after the other by number.
   *
   * @param first the number of the first, from 1
   * @param cases how many, up to {@link #WIDTH}
   * @return whether all of them have an outcome
   */
  boolean evaluate(long first, int cases) {
    for (int i = 0; i < cases; i++) {
      caseKeys[i] = random.caseKey(first + i);
    }
    Arrays.fill(failed, alwaysFails);
    for (Kernel kernel : kernels) {
      kernel.run(cases);
    }
    for (int i = 0; i < cases; i++) {
      if (failed[i]) {
        return false;
      }
    }
    return true;
  }

  /** The indices of a variable's values in the last evaluation, by the place of the case. */
  short[] values(Variable variable) {
    return columns[variable.slot()];
  }
}
