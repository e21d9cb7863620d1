package org.isfsim.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.isfsim.montecarlo.Interval;
import org.isfsim.montecarlo.Tally.FailedCase;

/** Results as a page of GitHub's Markdown: the same content as the text report, as tables. */
public final class MarkdownReport {

  private final StringBuilder page = new StringBuilder();

  private MarkdownReport() {}

  /** The page of one run; lines end with {@code \n}, also the last. */
  public static String of(RunReport report) {
    MarkdownReport writer = new MarkdownReport();
    writer.run(report);
    return writer.page.toString();
  }

  /** The page of several runs: a row each, then what could not be run. */
  public static String of(BatchReport batch) {
    MarkdownReport writer = new MarkdownReport();
    writer.batch(batch);
    return writer.page.toString();
  }

  private void run(RunReport report) {
    Briefing briefing = new Briefing(report);
    heading(1, report.scenario().title());
    paragraph(briefing.subject());
    briefing.observed().map(Markdown::escaped).ifPresent(this::paragraph);
    if (!report.answers().isEmpty()) {
      table("Question", "Probability");
      for (AnswerRow answer : report.answers()) {
        row(Markdown.escaped(answer.title()), answer.inWords().orElse("not worked out"));
      }
      page.append('\n');
    }
    paragraph("**" + Markdown.escaped(report.scenario().question()) + "** " + briefing.answer());
    briefing.shortfalls().forEach(this::paragraph);
    if (!report.failures().isEmpty()) {
      table("Case set aside", "Reason");
      for (FailedCase failure : report.failures()) {
        row(String.valueOf(failure.caseNumber()), failure.reason());
      }
    }
    heading(2, "Outcomes");
    outcomes(report);
    movers(report);
    switches(report.disputesFirst());
    if (report.cases() > 0 || report.hasMarginals()) {
      milestones(report.milestones());
      indicators(report.indicators());
    }
    heading(2, "What it rests on");
    paragraph(briefing.grounds());
    table("Assumption", "Kind", "Value or distribution", "Claims");
    for (Grounds.Assumption assumption : report.grounds().assumptions()) {
      row(
          code(assumption.parameter()),
          assumption.kind(),
          code(assumption.written()),
          String.join(", ", assumption.claims()));
    }
    heading(2, "To repeat it");
    page.append("```sh\n").append(String.join(" ", Invocation.again(report))).append("\n```\n\n");
    page.append("isfsim ")
        .append(report.circumstances().version())
        .append(", SHA-256 of the scenario ")
        .append(code(report.scenario().sha256()))
        .append(", of the rules ")
        .append(code(report.circumstances().rulesSha256()))
        .append(".\n");
  }

  private void outcomes(RunReport report) {
    boolean exact = report.isExact();
    boolean sampled = report.cases() > 0;
    List<String> head = new ArrayList<>(List.of("Outcome", "Reachable"));
    if (exact) {
      head.addAll(List.of("Exact", "Lowest to highest as one assumption changes"));
    }
    if (sampled) {
      head.addAll(List.of("Sampled", "95 % interval", "First case"));
    }
    table(head.toArray(String[]::new));
    for (OutcomeRow row : report.outcomes()) {
      List<String> cells = new ArrayList<>(List.of(row.outcome(), row.reachable().word()));
      if (exact) {
        cells.addAll(exactCells(row.exact().orElseThrow()));
      }
      if (sampled) {
        cells.addAll(sampledCells(row));
      }
      row(cells.toArray(String[]::new));
    }
  }

  private static List<String> exactCells(ExactOutcome exact) {
    return List.of(
        exact.reachable() ? Figures.percent(exact.probability()) : "",
        exact.range().filter(Range::isWide).map(Range::inWords).orElse(""));
  }

  private static List<String> sampledCells(OutcomeRow row) {
    Share share = row.sampled();
    Interval interval = share.interval();
    return share.isSeen()
        ? List.of(
            Figures.percent(share.probability()),
            Figures.percents(interval.low(), interval.high()),
            String.valueOf(row.firstCase().orElseThrow()))
        : List.of("not seen", "below " + Figures.bound(interval.high()), "");
  }

  private void movers(RunReport report) {
    if (report.movers().isEmpty()) {
      return;
    }
    heading(2, "The assumptions that move an outcome most");
    table("Assumption", "Outcome", "Range");
    for (Mover mover : report.movers()) {
      row(code(mover.parameter()), mover.outcome(), Figures.percents(mover.low(), mover.high()));
    }
  }

  private void switches(List<SwitchRow> rows) {
    if (rows.isEmpty()) {
      return;
    }
    heading(2, "Sides taken");
    rows.stream()
        .map(SwitchRow::conflict)
        .flatMap(Optional::stream)
        .findFirst()
        .ifPresent(
            conflict ->
                paragraph(
                    code("isfsim sources conflicts " + conflict)
                        + " shows the other sides of "
                        + conflict
                        + "."));
    table("Conflict", "About", "Side taken", "Why");
    for (SwitchRow row : rows) {
      row(row.conflict().orElse(""), row.description(), code(row.value()), row.reason());
    }
  }

  private void milestones(List<MilestoneRow> rows) {
    if (rows.isEmpty()) {
      return;
    }
    heading(2, "Milestones");
    paragraph("Dates by which 5 %, half and 95 % of the cases that reach a milestone reach it.");
    table("Milestone", "Reached", "5 %", "Half", "95 %");
    for (MilestoneRow row : rows) {
      Optional<MilestoneRow.Dates> dates = row.bestDates();
      row(
          row.title(),
          row.exact().isPresent()
              ? Figures.percent(row.bestReached())
              : Figures.share(row.reached()),
          dates.map(d -> d.p05().toString()).orElse(""),
          dates.map(d -> d.median().toString()).orElse(""),
          dates.map(d -> d.p95().toString()).orElse(""));
    }
  }

  private void indicators(List<IndicatorRow> rows) {
    if (rows.isEmpty()) {
      return;
    }
    heading(2, "Indicators");
    table("Indicator", "Share of cases");
    rows.forEach(row -> row(Briefing.title(row), Briefing.values(row)));
  }

  private void batch(BatchReport batch) {
    heading(1, "Combined report");
    paragraph(batch.summary());
    if (!batch.runs().isEmpty()) {
      List<String> head =
          new ArrayList<>(List.of("Scenario", "Policy", "Most likely outcome", "Probability"));
      batch.groups().stream().map(OutcomeGroup::title).forEach(head::add);
      head.add("Cases");
      head.add("Set aside");
      table(head.toArray(String[]::new));
      batch.runs().forEach(run -> batchRow(batch, run));
      batch.base().ifPresent(base -> differences(batch, base));
    }
    for (BatchEntry.Invalid invalid : batch.invalid()) {
      heading(2, invalid.file() + " is invalid");
      invalid
          .problems()
          .forEach(
              problem ->
                  page.append("- ").append(Markdown.escaped(problem.toString())).append('\n'));
      page.append('\n');
    }
    for (BatchEntry.Failed failed : batch.failed()) {
      heading(2, failed.file() + " could not be run");
      paragraph(Markdown.escaped(failed.reason()));
    }
  }

  private void differences(BatchReport batch, RunReport base) {
    heading(2, "Differences to " + BatchReport.name(base) + ", in percentage points");
    List<String> head = new ArrayList<>(List.of("Scenario", "Policy"));
    batch.groups().stream().map(OutcomeGroup::title).forEach(head::add);
    table(head.toArray(String[]::new));
    for (RunReport run : batch.runs()) {
      List<String> cells = new ArrayList<>(List.of(run.scenario().id(), run.policy()));
      batch.groups().stream().map(group -> group.difference(run, base)).forEach(cells::add);
      row(cells.toArray(String[]::new));
    }
  }

  private void batchRow(BatchReport batch, RunReport run) {
    Optional<OutcomeRow> likely = run.byProbability().stream().findFirst();
    List<String> cells =
        new ArrayList<>(
            List.of(
                run.scenario().id(),
                run.policy(),
                likely.map(OutcomeRow::outcome).orElse(""),
                likely.map(row -> Figures.percent(row.probability())).orElse("")));
    batch.groups().stream().map(group -> group.cell(run)).forEach(cells::add);
    cells.add(Figures.count(run.cases()));
    cells.add(Figures.count(run.failed()));
    row(cells.toArray(String[]::new));
  }

  private void heading(int level, String text) {
    blank();
    page.append("#".repeat(level)).append(' ').append(Markdown.escaped(text)).append("\n\n");
  }

  private void paragraph(String text) {
    blank();
    page.append(Markdown.withoutHtml(text)).append("\n\n");
  }

  private void table(String... head) {
    blank();
    row(head);
    page.append("|").append(" --- |".repeat(head.length)).append('\n');
  }

  private void row(String... cells) {
    page.append('|');
    for (String cell : cells) {
      page.append(' ')
          .append(Markdown.withoutHtml(cell.replace("|", "\\|").replace('\n', ' ')))
          .append(" |");
    }
    page.append('\n');
  }

  /** Begins a block; one blank line stands before it. */
  private void blank() {
    int length = page.length();
    if (length > 1 && (page.charAt(length - 1) != '\n' || page.charAt(length - 2) != '\n')) {
      page.append('\n');
    }
  }

  private static String code(String text) {
    return text.isEmpty() ? "" : "`" + text.replace('`', '\'') + "`";
  }
}
