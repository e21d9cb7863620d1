package org.isfsim.report;

import java.util.ArrayList;
import java.util.List;
import org.isfsim.analysis.SweepAxis;
import org.isfsim.analysis.SweepTable;
import org.isfsim.analysis.SweepTable.Point;
import org.isfsim.analysis.SweepTable.Threshold;
import org.isfsim.article.Article;
import org.isfsim.article.Figures;
import org.isfsim.article.Json;
import org.isfsim.article.Table;

/** A sweep: its chart and tables, and where the most likely outcome changes. */
public final class SweepPage {

  private final SweepTable table;
  private final Article article = new Article();
  private final List<SweepChart.Series> series;

  private SweepPage(SweepTable table) {
    this.table = table;
    this.series = SweepChart.chosen(table);
  }

  /**
   * The page.
   *
   * @param about what is swept: the scenario with its policy and the values set
   */
  public static Article of(SweepTable table, String about) {
    SweepPage page = new SweepPage(table);
    String addresses = String.join(" and ", table.axes().stream().map(SweepAxis::address).toList());
    page.article.heading(1, "Sweep over " + addresses);
    page.article.paragraph("Exact probabilities in %; all else is as in " + about + ".");
    page.article.picture(
        new SweepChart(table, "Exact probabilities over " + addresses + " (" + about + ")"));
    if (table.axes().size() == 1) {
      page.lines();
    } else {
      page.grids();
    }
    page.thresholds();
    return page.article
        .value(
            "vary",
            table.axes().stream()
                .map(axis -> Json.object("address", axis.address(), "values", axis.values()))
                .toList())
        .data(List.of(page.points(), page.changes()));
  }

  /** The names of the tables. */
  public static List<String> names() {
    return List.of("sweep", "thresholds");
  }

  /** A row for each combination of values. */
  private Table points() {
    return new Table.Columns<Point>("sweep")
        .each(
            table.axes().stream().map(SweepAxis::address).toList(),
            (point, axis) -> table.axes().get(axis).values().get(point.at().get(axis)))
        .add("most_likely", point -> point.outcome().map(p -> mostLikely(point)))
        .each(table.outcomes(), (point, of) -> point.outcome().map(p -> p[of]))
        .each(table.measures(), (point, of) -> point.outcome().map(p -> point.measure()[of]))
        .of(table.points());
  }

  private String mostLikely(Point point) {
    return table.outcomes().get(point.mostLikely());
  }

  private Table changes() {
    return new Table.Columns<Threshold>("thresholds")
        .add("address", Threshold::address)
        .add("beside", Threshold::beside)
        .add("below", Threshold::below)
        .add("above", Threshold::above)
        .add("before", Threshold::before)
        .add("after", Threshold::after)
        .of(table.thresholds());
  }

  private void lines() {
    SweepAxis axis = table.axes().get(0);
    List<List<String>> rows = new ArrayList<>();
    for (int v = 0; v < axis.values().size(); v++) {
      Point point = table.point(v);
      List<String> row = new ArrayList<>(List.of(axis.values().get(v)));
      series.forEach(of -> row.add(cell(of, point)));
      row.add(point.outcome().isEmpty() ? "?" : mostLikely(point));
      rows.add(row);
    }
    List<String> head = new ArrayList<>(List.of(axis.address()));
    series.forEach(of -> head.add(of.name()));
    head.add("most likely");
    article.add(Table.gridWithWords(head, rows));
    if (table.measures().isEmpty()) {
      article.paragraph("The outcomes that it moves most; --format csv gives all, --of chooses.");
    }
  }

  private void grids() {
    SweepAxis down = table.axes().get(0);
    SweepAxis across = table.axes().get(1);
    List<SweepChart.Series> shown = table.measures().isEmpty() ? series.subList(0, 1) : series;
    for (SweepChart.Series of : shown) {
      article.heading(2, of.name());
      article.paragraph(down.address() + " down, " + across.address() + " across");
      List<String> head = new ArrayList<>(List.of(""));
      head.addAll(across.values());
      List<List<String>> rows = new ArrayList<>();
      for (int d = 0; d < down.values().size(); d++) {
        List<String> row = new ArrayList<>(List.of(down.values().get(d)));
        for (int a = 0; a < across.values().size(); a++) {
          row.add(cell(of, table.point(d, a)));
        }
        rows.add(row);
      }
      article.add(Table.grid(head, rows));
    }
    if (table.measures().isEmpty()) {
      article.paragraph("The outcome that they move most; --format csv gives all, --of chooses.");
    }
  }

  private void thresholds() {
    article.heading(2, "Where the most likely outcome changes");
    if (table.thresholds().isEmpty()) {
      article.paragraph("Nowhere between the values tried.");
      return;
    }
    List<String> texts = new ArrayList<>();
    for (Threshold t : table.thresholds()) {
      texts.add(
          t.address()
              + " from "
              + t.below()
              + " to "
              + t.above()
              + t.beside().map(beside -> " with " + beside).orElse("")
              + ": "
              + t.before()
              + " gives way to "
              + t.after());
    }
    article.items(texts);
  }

  private static String cell(SweepChart.Series of, Point point) {
    double p = of.at().apply(point);
    return p >= 0 ? Figures.bare(p) : "?";
  }
}
