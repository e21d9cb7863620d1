package org.isfsim.page;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.isfsim.article.Article;
import org.isfsim.article.Cell;
import org.isfsim.article.Column;
import org.isfsim.article.Table;
import org.isfsim.report.ExactOutcome;
import org.isfsim.report.OutcomeRow;
import org.isfsim.report.RunReport;
import org.isfsim.report.StageRow;

/** Two settings of a page side by side. */
final class Comparison {

  private Comparison() {}

  /**
   * The article.
   *
   * @param pinned the setting that was pinned
   * @param now the setting that is looked at
   */
  static Article of(RunReport pinned, RunReport now) {
    Article article = new Article().heading(2, "Beside the pinned setting");
    boolean isOne = pinned.scenario().file().equals(now.scenario().file());
    article.paragraph("Pinned: " + (isOne ? "" : scenario(pinned)) + changed(pinned) + ".");
    article.paragraph("Now: " + (isOne ? "" : scenario(now)) + changed(now) + ".");
    List<List<Cell>> rows = new ArrayList<>();
    for (int i = 0; i < now.funnel().size(); i++) {
      StageRow stage = now.funnel().get(i);
      rows.add(row(stage.title(), reached(pinned.funnel().get(i)), reached(stage)));
    }
    article.heading(3, "How far it gets").add(table("stages", "Stage", rows));
    rows = new ArrayList<>();
    for (int i = 0; i < now.outcomes().size(); i++) {
      OutcomeRow outcome = now.outcomes().get(i);
      rows.add(row(outcome.outcome(), probability(pinned.outcomes().get(i)), probability(outcome)));
    }
    return article.heading(3, "Outcomes").add(table("outcomes", "Outcome", rows));
  }

  private static String scenario(RunReport report) {
    return report.scenario().title() + " (" + report.scenario().id() + "), ";
  }

  private static String changed(RunReport report) {
    String observed =
        report.observation().isNone()
            ? ""
            : report.observation().rows().stream()
                .map(row -> "; observed " + row.statement())
                .collect(Collectors.joining());
    String changes =
        report.changes().stream()
            .map(change -> change.address() + "=" + change.to())
            .collect(Collectors.joining(", "));
    return (changes.isEmpty() ? "the scenario as it is" : changes) + observed;
  }

  private static double reached(StageRow stage) {
    return stage.exact().orElse(0);
  }

  private static double probability(OutcomeRow row) {
    return row.exact().map(ExactOutcome::probability).orElse(0.0);
  }

  private static List<Cell> row(String name, double before, double after) {
    return List.of(
        new Cell.Words(name),
        new Cell.Probability(before),
        new Cell.Probability(after),
        new Cell.Points(after - before),
        new Cell.Probability(after));
  }

  private static Table table(String name, String head, List<List<Cell>> rows) {
    return Table.of(
        name,
        List.of(
            Column.words(head).unsaid(),
            Column.figures("Pinned"),
            Column.figures("Now"),
            Column.figures("Points"),
            Column.bars("Bar")),
        rows);
  }
}
