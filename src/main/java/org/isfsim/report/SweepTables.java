package org.isfsim.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.isfsim.analysis.SweepAxis;
import org.isfsim.analysis.SweepTable;
import org.isfsim.analysis.SweepTable.Point;
import org.isfsim.analysis.SweepTable.Threshold;
import org.isfsim.article.Table;

/** A sweep as tables for other programs. */
public final class SweepTables {

  private SweepTables() {}

  /** The names of the tables, for messages. */
  public static List<String> names() {
    return List.of("sweep", "thresholds");
  }

  /** The tables: a row for each combination of values, and the thresholds. */
  public static List<Table> of(SweepTable table) {
    return List.of(points(table), thresholds(table));
  }

  private static Table points(SweepTable table) {
    List<String> columns = new ArrayList<>(table.axes().stream().map(SweepAxis::address).toList());
    columns.add("most_likely");
    columns.addAll(table.outcomes());
    columns.addAll(table.measures());
    List<List<Object>> rows = new ArrayList<>();
    for (Point point : table.points()) {
      List<Object> cells = new ArrayList<>();
      for (int a = 0; a < table.axes().size(); a++) {
        cells.add(table.axes().get(a).values().get(point.at().get(a)));
      }
      cells.add(point.outcome().map(p -> table.outcomes().get(point.mostLikely())));
      for (int o = 0; o < table.outcomes().size(); o++) {
        int outcome = o;
        cells.add(point.outcome().map(p -> p[outcome]));
      }
      for (double p : point.measure()) {
        cells.add(point.outcome().isPresent() ? Optional.of(p) : Optional.empty());
      }
      rows.add(cells);
    }
    return Table.data("sweep", columns, rows);
  }

  private static Table thresholds(SweepTable table) {
    Table.Builder rows =
        new Table.Builder("thresholds", "address", "beside", "below", "above", "before", "after");
    for (Threshold t : table.thresholds()) {
      rows.row(t.address(), t.beside(), t.below(), t.above(), t.before(), t.after());
    }
    return rows.build();
  }
}
