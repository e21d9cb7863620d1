package org.isfsim.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.isfsim.report.TextTable.Column;

/** Several runs in one table for the terminal, two lines a run. */
final class TextBatch {

  private static final String INDENT = "  ";
  private static final int SHARE = 8;

  private final BatchReport batch;
  private final TextStyle style;
  private final StringBuilder text = new StringBuilder();

  TextBatch(BatchReport batch, TextStyle style) {
    this.batch = batch;
    this.style = style;
  }

  String write() {
    line(style.heading(batch.summary()));
    if (!batch.runs().isEmpty()) {
      line("");
      table(OutcomeGroup::cell, TextBatch::detail).lines("").forEach(this::line);
      line("");
      for (String part : TextTable.wrap(legend(), style.width())) {
        line(part);
      }
      for (RunReport run : batch.runs()) {
        if (!run.observation().isNone()) {
          String observed = BatchReport.name(run) + ": " + run.observation().inWords();
          TextTable.wrap(observed, style.width()).forEach(this::line);
        }
      }
      batch.base().ifPresent(this::differences);
    }
    for (BatchEntry.Invalid invalid : batch.invalid()) {
      line("");
      line(style.heading(invalid.file() + " is invalid:"));
      invalid.problems().forEach(problem -> line(INDENT + problem));
    }
    for (BatchEntry.Failed failed : batch.failed()) {
      line("");
      line(style.heading(failed.file() + " could not be run:"));
      line(INDENT + failed.reason());
    }
    return text.toString();
  }

  private void differences(RunReport base) {
    line("");
    line(style.heading("Differences to " + BatchReport.name(base) + ", in percentage points"));
    line("");
    table((group, run) -> group.difference(run, base), run -> run.policy())
        .lines("")
        .forEach(this::line);
  }

  private TextTable table(
      BiFunction<OutcomeGroup, RunReport, String> cell, Function<RunReport, String> below) {
    List<OutcomeGroup> groups = batch.groups();
    Column[] columns = new Column[groups.size() + 1];
    columns[0] = Column.left(style.width() - groups.size() * (SHARE + 2));
    List<String> head = new ArrayList<>();
    head.add("Scenario, policy");
    for (int i = 0; i < groups.size(); i++) {
      columns[i + 1] = Column.right(SHARE);
      head.add(shortTitle(groups.get(i)));
    }
    TextTable table = new TextTable(style.width(), columns);
    table.row(head.toArray(String[]::new));
    for (RunReport run : batch.runs()) {
      List<String> cells = new ArrayList<>();
      cells.add(run.scenario().id());
      for (OutcomeGroup group : groups) {
        cells.add(cell.apply(group, run));
      }
      table.row(cells.toArray(String[]::new));
      table.spanning(INDENT + below.apply(run));
    }
    return table;
  }

  /** A word that is wider than its column goes on in the next line. */
  private static String shortTitle(OutcomeGroup group) {
    return Arrays.stream(group.title().split(" "))
        .map(
            word ->
                word.length() > SHARE
                    ? word.substring(0, SHARE - 1) + "- " + word.substring(SHARE - 1)
                    : word)
        .collect(Collectors.joining(" "));
  }

  private static String detail(RunReport run) {
    StringBuilder detail = new StringBuilder(run.policy());
    run.byProbability().stream()
        .findFirst()
        .ifPresent(
            row ->
                detail
                    .append(run.isExact() ? "; most likely " : "; most often ")
                    .append(row.outcome())
                    .append(' ')
                    .append(Figures.percent(row.probability())));
    if (run.failed() > 0) {
      detail.append("; ").append(Figures.count(run.failed(), "case", "cases")).append(" set aside");
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

  private void line(String line) {
    text.append(line).append('\n');
  }
}
