package org.isfsim.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.isfsim.article.Article;
import org.isfsim.article.Block;
import org.isfsim.article.Cell;
import org.isfsim.article.Column;
import org.isfsim.article.Figures;
import org.isfsim.article.Table;

/** Several runs in one table, what each changes, and what could not be run. */
public final class BatchArticle {

  private static final int SHARE = 8;

  private final BatchReport batch;
  private final Article article = new Article();

  private BatchArticle(BatchReport batch) {
    this.batch = batch;
  }

  /** The article. */
  public static Article of(BatchReport batch) {
    return new BatchArticle(batch).write();
  }

  private Article write() {
    article.heading(1, batch.summary());
    if (!batch.runs().isEmpty()) {
      article.space();
      article.add(table("runs", OutcomeGroup::cell, BatchArticle::detail));
      article.space();
      article.add(new Block.Lead(legend()));
      for (RunReport run : batch.runs()) {
        if (!run.observation().isNone()) {
          article.add(
              new Block.Lead(BatchReport.name(run) + ": " + Known.inWords(run.observation())));
        }
      }
      batch.base().ifPresent(this::differences);
    }
    Optional<RunReport> first = batch.base().or(() -> batch.runs().stream().findFirst());
    first.ifPresent(run -> Glossary.note(run.words(), article));
    for (RunReport run : batch.runs()) {
      article.add(new Block.Details(BatchReport.name(run), RunArticle.inBrief(run, first), false));
    }
    for (BatchEntry.Invalid invalid : batch.invalid()) {
      article.heading(2, invalid.file() + " is invalid:");
      invalid.problems().forEach(problem -> article.paragraph(problem.toString()));
    }
    for (BatchEntry.Failed failed : batch.failed()) {
      article.heading(2, failed.file() + " could not be run:");
      article.paragraph(failed.reason());
    }
    return article;
  }

  private void differences(RunReport base) {
    article.heading(2, "Differences to " + BatchReport.name(base) + ", in percentage points");
    article.space();
    article.add(table("differences", (group, run) -> group.difference(run, base), run -> ""));
  }

  private Table table(
      String name,
      BiFunction<OutcomeGroup, RunReport, String> cell,
      Function<RunReport, String> detail) {
    List<Column> columns = new ArrayList<>();
    columns.add(Column.words("Scenario").saying("Scenario, policy").rest());
    columns.add(Column.words("Policy").below(""));
    columns.add(Column.words("Most likely").below(""));
    batch.groups().forEach(group -> columns.add(Column.figures(group.title()).atMost(SHARE)));
    List<List<Cell>> rows = new ArrayList<>();
    for (RunReport run : batch.runs()) {
      List<Cell> row = new ArrayList<>();
      row.add(new Cell.Words(run.scenario().id()));
      row.add(new Cell.Words(run.policy()));
      row.add(new Cell.Words(detail.apply(run)));
      batch.groups().forEach(group -> row.add(new Cell.Words(cell.apply(group, run))));
      rows.add(row);
    }
    return Table.of(name, columns, rows).flush();
  }

  private static String detail(RunReport run) {
    StringBuilder detail = new StringBuilder();
    run.byProbability().stream()
        .findFirst()
        .ifPresent(
            row ->
                detail
                    .append(run.isExact() ? "most likely " : "most often ")
                    .append(row.outcome())
                    .append(' ')
                    .append(Figures.percent(row.probability())));
    if (run.failed() > 0) {
      detail.append("; ").append(Figures.count(run.failed(), "case")).append(" set aside");
    }
    if (!run.stopped().equals("cases")) {
      detail.append("; stopped (").append(run.stopped()).append(')');
    }
    return detail.toString();
  }

  /** What a reader needs to know of the table. */
  private String legend() {
    boolean exact = batch.runs().stream().allMatch(RunReport::isExact);
    return exact
        ? "Exact probabilities under each scenario's assumptions; - means out of reach."
        : "Shares of the sampled cases under each scenario's assumptions; - means seen in none.";
  }
}
