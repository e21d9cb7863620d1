package org.isfsim.montecarlo;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.isfsim.decision.Decisions;
import org.isfsim.model.Case;
import org.isfsim.model.CaseEvaluator;
import org.isfsim.model.Plan;
import org.isfsim.model.Variable;
import org.isfsim.sampling.KeyedRandom;

/**
 * Tells what some variables come to in cases one after the other. They are worked out many at a
 * time, as in a run; where some of them fail, one by one. One per thread.
 */
public final class CaseReader {

  /** How many cases can be worked out at a time. */
  public static final int WIDTH = Lane.WIDTH;

  private final KeyedRandom random;
  private final Lane lane;
  private final int[] slots;
  private final short[][] columns;
  private final CaseEvaluator evaluator;
  private final int[] given;
  private final Case row;
  private final int[] values;
  private long first;
  private boolean isInColumns;

  private CaseReader(
      Plan plan, Decisions decisions, long seed, LanePlan lanes, List<Variable> wanted) {
    this.random = new KeyedRandom(seed);
    this.lane = Lane.of(lanes, wanted, 0);
    this.slots = wanted.stream().mapToInt(Variable::slot).toArray();
    this.columns = new short[slots.length][WIDTH];
    this.evaluator = new CaseEvaluator(plan, decisions, seed);
    this.given = CaseEvaluator.nothingGiven(plan);
    this.row = new Case(plan);
    this.values = new int[plan.variables().size()];
    Arrays.fill(values, Case.UNKNOWN);
  }

  /**
   * Makes readers of the same cases, one for each thread.
   *
   * @param wanted the variables whose values are asked for, beside what is known of the cases
   */
  public static Supplier<CaseReader> of(
      Plan plan, Decisions decisions, long seed, Collection<Variable> wanted) {
    List<Variable> read =
        Stream.concat(wanted.stream(), plan.evidence().flags().stream()).distinct().toList();
    LanePlan lanes = LanePlanner.plan(plan, decisions, read);
    return () -> new CaseReader(plan, decisions, seed, lanes, read);
  }

  /**
   * Works out some cases.
   *
   * @param from the number of the first, from 1
   * @param count how many, up to {@link #WIDTH}
   */
  public void read(long from, int count) {
    first = from;
    isInColumns = lane.run(random, from, count);
    if (isInColumns) {
      lane.gather(columns);
    }
  }

  /**
   * The index of the value of each variable that is wanted in a case, by slot; {@link Case#UNKNOWN}
   * where the rules give none. Good until the next case is asked for; not to be changed.
   *
   * @param place how many cases come before it among those that were worked out
   */
  public int[] values(int place) {
    if (!isInColumns) {
      evaluator.evaluate(first + place, given, row);
      return row.values();
    }
    for (int i = 0; i < slots.length; i++) {
      values[slots[i]] = columns[i][place];
    }
    return values;
  }

  /** Whether the rules could not finish the case whose values were asked for last. */
  public boolean isFailed() {
    return !isInColumns && row.failure() != null;
  }
}
