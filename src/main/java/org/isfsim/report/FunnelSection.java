package org.isfsim.report;

import java.util.ArrayList;
import java.util.List;
import org.isfsim.article.Article;
import org.isfsim.article.Cell;
import org.isfsim.article.Column;
import org.isfsim.article.Table;
import org.isfsim.parameter.PortableMath;

/** How many cases get to each stage of the way, and why the others do not. */
final class FunnelSection {

  /** How many reasons why cases are lost at a stage are told. */
  private static final int FIRST_REASONS = 3;

  private final List<StageRow> stages;
  private final Article article;

  FunnelSection(List<StageRow> stages, Article article) {
    this.stages = List.copyOf(stages);
    this.article = article;
  }

  void write() {
    if (stages.isEmpty() || !stages.stream().allMatch(StageRow::isKnown)) {
      return;
    }
    article.heading(2, "How far it gets");
    article.paragraph(
        "A case is at a stage if it was at every one before it; what comes about without one of them"
            + " is not counted here.");
    List<List<Cell>> rows = new ArrayList<>();
    for (StageRow stage : stages) {
      double here = stage.probability();
      rows.add(
          List.of(
              new Cell.Words(stage.title()),
              new Cell.Probability(here),
              new Cell.Probability(here),
              stage.given().<Cell>map(Cell.Probability::new).orElse(Cell.NONE)));
    }
    article.add(
        Table.of(
            "funnel",
            List.of(
                Column.words("Stage").atMost(40).unsaid(),
                Column.figures("All cases").atMost(9),
                Column.bars("Bar"),
                Column.figures("Of those before").atMost(15)),
            rows));
    losses();
  }

  /** Of what does not get to a stage, the reasons that weigh most. */
  private void losses() {
    List<List<Cell>> rows = new ArrayList<>();
    for (StageRow stage : stages) {
      double lost = stage.before() - stage.probability();
      if (lost <= 0) {
        continue;
      }
      stage.reasons().stream()
          .filter(loss -> loss.probability() > 0)
          .sorted(PortableMath.largestFirst(StageRow.Loss::probability))
          .limit(FIRST_REASONS)
          .forEach(
              loss ->
                  rows.add(
                      List.of(
                          new Cell.Words(stage.title()),
                          new Cell.Words(loss.reason()),
                          new Cell.Probability(Math.min(1, loss.probability() / lost)),
                          new Cell.Probability(Math.min(1, loss.probability() / lost)))));
    }
    if (rows.isEmpty()) {
      return;
    }
    article.space();
    article.paragraph(
        "Why the others do not get there; one case may have several reasons, and the reasons of"
            + " any contributor count:");
    article.add(
        Table.of(
            "losses",
            List.of(
                Column.words("Not").atMost(40).unsaid(),
                Column.words("Reason").rest().unsaid(),
                Column.figures("Of those lost").atMost(13),
                Column.bars("Bar")),
            rows));
  }
}
