package org.isfsim.analysis;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.isfsim.decision.Decisions;
import org.isfsim.exact.Dependence;
import org.isfsim.model.Case;
import org.isfsim.model.Plan;
import org.isfsim.model.Step;
import org.isfsim.model.Variable;
import org.isfsim.montecarlo.CaseReader;
import org.isfsim.parameter.Domain;

/**
 * Sampled cases by column: the values of the uncertain parameters on which a target depends, and
 * whether each case hits the target.
 *
 * @param columns the parameters, at least none
 * @param hits whether each case hits the target; not to be changed
 * @param failed how many cases were left out, since the rules could not finish them
 * @param apart how many were left out, since they do not agree with what is known
 */
record CaseColumns(List<CaseColumns.Column> columns, boolean[] hits, int failed, int apart) {

  private static final int BLOCK = 16 * CaseReader.WIDTH;
  private static final int FAILED = -1;
  private static final int APART = -2;

  /** Copies the list. */
  CaseColumns {
    columns = List.copyOf(columns);
  }

  /** All cases agree with what is known. */
  CaseColumns(List<CaseColumns.Column> columns, boolean[] hits, int failed) {
    this(columns, hits, failed, 0);
  }

  /**
   * A parameter and its value in each case.
   *
   * @param address the parameter
   * @param domain its values
   * @param possible the indices of those that it can have; not to be changed
   * @param values the index of its value in each case; not to be changed
   */
  record Column(String address, Domain domain, BitSet possible, int[] values) {

    /** Whether the values are numbers, of which a range can be cut off; else names or a flag. */
    boolean isNumeric() {
      return domain instanceof Domain.Numbers;
    }
  }

  /** The number of cases. */
  int cases() {
    return hits.length;
  }

  /** The number of cases that hit the target. */
  int hitCount() {
    return count(IntStream.range(0, hits.length));
  }

  /** How many of some cases hit the target. */
  int count(IntStream cases) {
    return (int) cases.filter(i -> hits[i]).count();
  }

  /**
   * Samples the first cases of a plan.
   *
   * @param cases how many, at least 1
   */
  static CaseColumns sample(Plan plan, Decisions decisions, Target target, int cases, long seed) {
    List<Variable> bearing = Dependence.parameters(plan, decisions, target.variable());
    List<Variable> parameters =
        plan.draws().stream()
            .filter(draw -> !draw.distribution().isFixed())
            .map(Step.Draw::variable)
            .filter(bearing::contains)
            .toList();
    int[][] values = new int[parameters.size()][cases];
    int[] results = new int[cases];
    List<Variable> wanted = new ArrayList<>(parameters);
    wanted.add(target.variable());
    Supplier<CaseReader> source = CaseReader.of(plan, decisions, seed, wanted);
    IntStream.range(0, (cases + BLOCK - 1) / BLOCK)
        .parallel()
        .forEach(
            block -> {
              CaseReader reader = source.get();
              int last = Math.min(cases, (block + 1) * BLOCK);
              for (int from = block * BLOCK; from < last; from += CaseReader.WIDTH) {
                int count = Math.min(CaseReader.WIDTH, last - from);
                reader.read(from + 1L, count);
                for (int place = 0; place < count; place++) {
                  int[] row = reader.values(place);
                  results[from + place] = result(plan, row, reader.isFailed(), target);
                  for (int p = 0; p < values.length; p++) {
                    values[p][from + place] = row[parameters.get(p).slot()];
                  }
                }
              }
            });
    int[] kept = IntStream.range(0, cases).filter(i -> results[i] >= 0).toArray();
    boolean[] hits = new boolean[kept.length];
    for (int i = 0; i < kept.length; i++) {
      hits[i] = target.contains(results[kept[i]]);
    }
    Map<Variable, BitSet> possible = Dependence.possible(plan);
    List<Column> columns = new ArrayList<>();
    for (int p = 0; p < values.length; p++) {
      int[] all = values[p];
      int[] column = IntStream.of(kept).map(i -> all[i]).toArray();
      Variable of = parameters.get(p);
      columns.add(
          new Column(of.name(), of.domain(), possible.getOrDefault(of, new BitSet()), column));
    }
    int apart = (int) IntStream.of(results).filter(result -> result == APART).count();
    return new CaseColumns(columns, hits, cases - kept.length - apart, apart);
  }

  private static int result(Plan plan, int[] row, boolean isFailed, Target target) {
    if (!plan.evidence().holdsIn(row)) {
      return isFailed && !plan.evidence().isRuledOutBy(row) ? FAILED : APART;
    }
    int value = row[target.variable().slot()];
    return value == Case.UNKNOWN ? FAILED : value;
  }
}
