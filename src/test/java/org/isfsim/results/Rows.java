package org.isfsim.results;

import java.util.List;
import org.isfsim.model.Plan;
import org.isfsim.model.Variable;
import org.isfsim.montecarlo.CaseSink;
import org.isfsim.montecarlo.RowBytes;

/** Rows of cases in tests. */
final class Rows {

  private Rows() {}

  /** A layout of the cases of one plan. */
  static CaseLayout layout(Plan plan) {
    return new CaseLayout(List.of(plan.scenario()));
  }

  /** A row of a case, given the index of each variable's value by slot. */
  static void add(CaseSink sink, long number, int[] values, RowBytes rows) {
    List<Variable> variables = sink.variables();
    short[][] columns = new short[variables.size()][1];
    for (int i = 0; i < columns.length; i++) {
      columns[i][0] = (short) values[variables.get(i).slot()];
    }
    sink.render(new long[] {number}, 1, columns, rows);
  }

  /** What a sink is given to write. */
  static byte[] taken(RowBytes rows) {
    return java.util.Arrays.copyOf(rows.withRoomFor(0), rows.length());
  }
}
