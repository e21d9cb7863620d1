package org.isfsim.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.isfsim.report.TextTable.Column;

/**
 * A run's results as a briefing for the terminal, top down: question and answer, outcomes, what
 * moves them, the sides taken, milestones, indicators, what it rests on, how to repeat it.
 */
public final class TextReport {

  private static final String INDENT = "  ";

  private final RunReport report;
  private final Briefing briefing;
  private final TextStyle style;
  private final StringBuilder text = new StringBuilder();

  private TextReport(RunReport report, TextStyle style) {
    this.report = report;
    this.briefing = new Briefing(report);
    this.style = style;
  }

  /** The report; lines end with {@code \n}, also the last. */
  public static String of(RunReport report, TextStyle style) {
    return new TextReport(report, style).write();
  }

  /** The combined report of several runs. */
  public static String of(BatchReport report, TextStyle style) {
    return new TextBatch(report, style).write();
  }

  private String write() {
    wrapped("", style.width(), report.scenario().title())
        .forEach(line -> line(style.heading(line)));
    paragraph("", briefing.subject());
    briefing.observed().ifPresent(sentence -> paragraph("", sentence));
    section(report.scenario().question());
    answers();
    paragraph(INDENT, briefing.answer());
    outcomes();
    movers();
    switches();
    milestones();
    indicators();
    grounds();
    return text.toString();
  }

  private void answers() {
    for (AnswerRow answer : report.answers()) {
      paragraph(INDENT, answer.title() + ": " + answer.inWords().orElse("not worked out") + ".");
    }
    if (!report.answers().isEmpty()) {
      line("");
    }
  }

  private void outcomes() {
    section("Outcomes");
    if (report.isExact()) {
      exactOutcomes();
    } else {
      sampledOutcomes();
    }
    if (report.isExact()) {
      line("");
      paragraph(
          INDENT,
          "Second lines: how far one assumption, set to another of its values, moves the"
              + " outcome.");
      if (report.outcomes().stream().anyMatch(row -> row.reachable() == Reachable.NO)) {
        paragraph(INDENT, "What excludes an outcome that is not reachable:");
        command(Invocation.reach(report));
      }
    }
    report.outcomes().stream()
        .map(OutcomeRow::firstCase)
        .filter(OptionalLong::isPresent)
        .findFirst()
        .ifPresent(first -> whySo(first.getAsLong()));
    List<String> shortfalls = briefing.shortfalls();
    if (!shortfalls.isEmpty()) {
      line("");
      shortfalls.forEach(sentence -> paragraph(INDENT, sentence));
      report
          .failures()
          .forEach(f -> paragraph(INDENT + INDENT, "case " + f.caseNumber() + ": " + f.reason()));
    }
  }

  private void whySo(long caseNumber) {
    if (!report.isExact()) {
      line("");
    }
    paragraph(INDENT, "A case number is that of the first case that ends so. Why it does:");
    command(Invocation.explain(report, caseNumber));
  }

  private void sampledOutcomes() {
    int bar = style.width() - 72;
    TextTable table =
        new TextTable(
            style.width(),
            Column.left(27),
            Column.left(9),
            Column.right(7),
            Column.right(13),
            Column.right(10),
            Column.left(bar));
    table.row("", "Reachable", "Sampled", "95 % interval", "Case");
    for (OutcomeRow row : report.outcomes()) {
      Share share = row.sampled();
      if (share.isSeen()) {
        table.row(
            row.outcome(),
            row.reachable().word(),
            Figures.percent(share.probability()),
            Figures.percents(share.interval().low(), share.interval().high()),
            first(row).orElse(""),
            style.bar(share.probability(), bar));
      } else {
        table.spanning(row.outcome(), Figures.share(share));
      }
    }
    lines(table);
  }

  /** Two lines each: the probability beside its check by sampling, then how far it moves. */
  private void exactOutcomes() {
    int bar = style.width() - 74;
    TextTable table =
        new TextTable(
            style.width(),
            Column.left(27),
            Column.left(9),
            Column.right(7),
            Column.left(bar),
            Column.left(21));
    table.row("", "Reachable", "Exact", "", report.cases() > 0 ? "Sampled, 95 %" : "");
    for (OutcomeRow row : report.outcomes()) {
      ExactOutcome exact = row.exact().orElseThrow();
      if (exact.reachable()) {
        table.row(
            row.outcome(),
            row.reachable().word(),
            Figures.percent(exact.probability()),
            style.bar(exact.probability(), bar),
            sampledBeside(row.sampled()));
      } else {
        table.row(row.outcome(), row.reachable().word());
      }
      List<String> details = new ArrayList<>();
      first(row).ifPresent(number -> details.add("case " + number));
      exact.range().filter(Range::isWide).map(Range::inWords).ifPresent(details::add);
      if (!details.isEmpty()) {
        table.spanning(INDENT + String.join("; ", details));
      }
    }
    lines(table);
  }

  private static String sampledBeside(Share share) {
    if (!share.isKnown()) {
      return "";
    }
    return share.isSeen()
        ? Figures.percent(share.probability())
            + ", "
            + Figures.percents(share.interval().low(), share.interval().high())
        : "below " + Figures.bound(share.interval().high());
  }

  private static Optional<String> first(OutcomeRow row) {
    return row.firstCase().isPresent()
        ? Optional.of(String.valueOf(row.firstCase().getAsLong()))
        : Optional.empty();
  }

  private void movers() {
    List<Mover> movers = report.movers();
    if (movers.isEmpty()) {
      return;
    }
    section("The assumptions that move an outcome most");
    TextTable table =
        new TextTable(style.width(), Column.left(style.width() - 46), Column.left(42));
    for (Mover mover : movers) {
      table.row(
          mover.parameter(), mover.outcome() + " " + Figures.percents(mover.low(), mover.high()));
    }
    lines(table);
  }

  private void switches() {
    if (report.switches().isEmpty()) {
      return;
    }
    section("Sides taken");
    TextTable table =
        new TextTable(
            style.width(), Column.left(3), Column.left(style.width() - 35), Column.left(26));
    for (SwitchRow row : report.disputesFirst()) {
      table.row(
          row.conflict().orElse("-"),
          row.description() + (row.isDefault() ? "" : " (" + row.reason() + ")"),
          row.value());
    }
    lines(table);
    report.disputesFirst().stream()
        .map(SwitchRow::conflict)
        .flatMap(Optional::stream)
        .findFirst()
        .ifPresent(
            conflict -> {
              line("");
              paragraph(
                  INDENT, "C numbers are conflicts of sources; the other sides, for example:");
              command(List.of("isfsim sources conflicts " + conflict));
            });
  }

  private void milestones() {
    if (report.milestones().isEmpty() || report.cases() == 0 && !report.hasMarginals()) {
      return;
    }
    section(
        "Milestones, by date for the cases that reach them"
            + (report.hasMarginals() ? ", exactly" : ""));
    TextTable table =
        new TextTable(
            style.width(),
            Column.left(style.width() - 46),
            Column.right(7),
            Column.left(10),
            Column.left(10),
            Column.left(10));
    table.row("", "Reached", "5 %", "half", "95 %");
    for (MilestoneRow row : report.milestones()) {
      row.bestDates()
          .ifPresentOrElse(
              dates ->
                  table.row(
                      row.title(),
                      Figures.percent(row.bestReached()),
                      dates.p05().toString(),
                      dates.median().toString(),
                      dates.p95().toString()),
              () -> table.spanning(row.title(), unreached(row)));
    }
    lines(table);
  }

  private static String unreached(MilestoneRow row) {
    if (row.exact().isPresent()) {
      return "not reachable";
    }
    return row.reached().isKnown() ? Figures.unseen(row.reached()) : "not worked out";
  }

  private void indicators() {
    if (report.indicators().isEmpty() || report.cases() == 0 && !report.hasMarginals()) {
      return;
    }
    section(report.hasMarginals() ? "Indicators, exactly" : "Indicators");
    TextTable table =
        new TextTable(style.width(), Column.left(30), Column.left(style.width() - 34));
    report.indicators().forEach(row -> table.row(Briefing.title(row), Briefing.values(row)));
    lines(table);
  }

  private void grounds() {
    section("What it rests on");
    paragraph(INDENT, briefing.grounds());
    line("");
    command(List.of("isfsim parameters --assumptions"));
    section("To repeat it");
    command(Invocation.again(report));
    paragraph(
        INDENT,
        "isfsim "
            + report.circumstances().version()
            + ", scenario "
            + shortened(report.scenario().sha256())
            + ", rules "
            + shortened(report.circumstances().rulesSha256()));
  }

  /** Enough of a hash to tell two files apart; the JSON has all of it. */
  private static String shortened(String sha256) {
    return sha256.substring(0, Math.min(12, sha256.length()));
  }

  private void section(String heading) {
    line("");
    wrapped("", style.width(), heading).forEach(part -> line(style.heading(part)));
  }

  private void paragraph(String indent, String sentence) {
    wrapped(indent, style.width(), sentence).forEach(this::line);
  }

  private static List<String> wrapped(String indent, int width, String sentence) {
    return TextTable.wrap(sentence, width - indent.length()).stream()
        .map(part -> indent + part)
        .toList();
  }

  /** A command that can be copied, also where it takes more than one line. */
  private void command(List<String> words) {
    StringBuilder current = new StringBuilder(INDENT + INDENT);
    for (String word : words) {
      if (!current.toString().isBlank()
          && current.length() + 1 + word.length() + 2 > style.width()) {
        line(current + " \\");
        current = new StringBuilder(INDENT.repeat(4));
      }
      current.append(current.toString().isBlank() ? "" : " ").append(word);
    }
    line(current.toString());
  }

  private void lines(TextTable table) {
    table.lines(INDENT).forEach(this::line);
  }

  private void line(String line) {
    text.append(line).append('\n');
  }
}
