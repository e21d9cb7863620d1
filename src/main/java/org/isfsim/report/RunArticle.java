package org.isfsim.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.isfsim.article.Article;
import org.isfsim.article.Block;
import org.isfsim.article.Cell;
import org.isfsim.article.Column;
import org.isfsim.article.Figures;
import org.isfsim.article.Table;

/**
 * A run's results as a briefing, top down: what was run and changed, question and answer, the way
 * to it, outcomes, what moves them, the sides taken, milestones, indicators, what it rests on, how
 * to repeat it.
 */
public final class RunArticle {

  /** How many of the assumptions that move an outcome most are listed before the others. */
  private static final int FIRST_MOVERS = 3;

  private final RunReport report;
  private final Briefing briefing;
  private final RunPictures pictures;
  private final Article article = new Article();

  private RunArticle(RunReport report) {
    this.report = report;
    this.briefing = new Briefing(report);
    this.pictures = new RunPictures(report);
  }

  /** The article. */
  public static Article of(RunReport report) {
    return new RunArticle(report).write();
  }

  /**
   * A run among others: what it changes, what comes of it, and its outcomes.
   *
   * @param base the run that it is told against, which may be itself
   */
  static List<Block> inBrief(RunReport report, Optional<RunReport> base) {
    RunArticle run = new RunArticle(report);
    run.article.add(new Block.Lead(report.title() + "."));
    run.article.add(new Block.Lead(run.briefing.subject()));
    base.filter(of -> of != report)
        .map(run.briefing::differing)
        .map(Block.Paragraph::new)
        .ifPresent(run.article::add);
    run.article.paragraph(run.briefing.answer());
    run.article.picture(run.pictures.outcomes());
    run.article.add(report.isExact() ? run.exactOutcomes() : run.sampledOutcomes());
    run.shortfalls();
    run.article.command(String.join(" ", Invocation.again(report)));
    return run.article.blocks();
  }

  private Article write() {
    article.heading(1, report.title());
    article.add(new Block.Lead(briefing.subject()));
    briefing.changed().map(Block.Notice::new).ifPresent(article::add);
    briefing.observed().map(Block.Notice::new).ifPresent(article::add);
    article.heading(2, report.scenario().question());
    for (AnswerRow answer : report.answers()) {
      article.paragraph(answer.title() + ": " + answer.inWords().orElse(briefing.unknown()) + ".");
    }
    if (!report.answers().isEmpty()) {
      article.space();
    }
    article.paragraph(briefing.answer());
    Glossary.note(report.words(), article);
    new FunnelSection(report.funnel(), article).write();
    outcomes();
    movers();
    switches();
    if (report.cases() > 0 || report.hasMarginals()) {
      milestones();
      indicators();
    }
    grounds();
    repeat();
    new Appendix(report, article).write();
    return article;
  }

  private static Cell term(Word.Group kind, String words, String name) {
    return new Cell.Term(words, Glossary.key(kind, name));
  }

  private void outcomes() {
    article.heading(2, "Outcomes");
    article.picture(pictures.outcomes());
    article.add(report.isExact() ? exactOutcomes() : sampledOutcomes());
    article.space();
    if (report.isExact()) {
      article.paragraph(
          "Ranges: how far one assumption, set to another of its values, moves the outcome.");
      if (report.outcomes().stream().anyMatch(row -> row.reachable() == Reachable.NO)) {
        article.paragraph("What excludes an outcome that is not reachable:");
        article.command(String.join(" ", Invocation.reach(report)));
      }
    }
    report.outcomes().stream()
        .map(OutcomeRow::firstCase)
        .filter(OptionalLong::isPresent)
        .findFirst()
        .ifPresent(
            first -> {
              article.paragraph(
                  "A case number is that of the first case that ends so. Why it does:");
              article.command(String.join(" ", Invocation.explain(report, first.getAsLong())));
            });
    timelines();
    shortfalls();
  }

  /** The first case of each outcome with its dates. */
  private void timelines() {
    List<List<Cell>> rows = new ArrayList<>();
    for (OutcomeRow row : report.outcomes()) {
      if (!row.dates().isEmpty()) {
        List<Cell> cells = new ArrayList<>(List.of(first(row), new Cell.Words(row.outcome())));
        row.dates().forEach(date -> cells.add(date.<Cell>map(Cell.Date::new).orElse(Cell.NONE)));
        rows.add(cells);
      }
    }
    if (rows.isEmpty()) {
      return;
    }
    List<Column> columns = new ArrayList<>();
    columns.add(Column.figures("Case"));
    columns.add(Column.words("Outcome"));
    report.milestones().forEach(milestone -> columns.add(Column.words(milestone.title())));
    article.add(
        new Block.Details(
            "When things happen in the first case of each outcome",
            List.of(
                new Block.Paragraph(
                    "Dates of milestones; where there is none, the case does not reach it."),
                Table.of("cases", columns, rows))));
  }

  private void shortfalls() {
    List<String> sentences = briefing.shortfalls();
    if (!sentences.isEmpty()) {
      article.space();
      sentences.forEach(article::paragraph);
      article.items(
          report.failures().stream()
              .map(f -> "case " + f.caseNumber() + ": " + f.reason())
              .toList());
    }
  }

  private Table sampledOutcomes() {
    List<List<Cell>> rows = new ArrayList<>();
    for (OutcomeRow row : report.outcomes()) {
      Cell name = term(Word.Group.OUTCOME, row.outcome(), row.outcome());
      if (!row.sampled().isSeen()) {
        rows.add(List.of(name, new Cell.Words(Figures.share(row.sampled()))));
        continue;
      }
      rows.add(
          List.of(
              name,
              new Cell.Words(row.reachable().word()),
              new Cell.Probability(row.sampled().probability()),
              new Cell.Interval(row.sampled().interval().low(), row.sampled().interval().high()),
              first(row),
              new Cell.Probability(row.sampled().probability())));
    }
    return Table.of(
        "outcomes",
        List.of(
            Column.words("Outcome").atMost(27).unsaid(),
            Column.words("Reachable").atMost(9),
            Column.figures("Sampled").atMost(7),
            Column.figures("95 % interval").atMost(13),
            Column.figures("Case").atMost(10),
            Column.bars("Bar")),
        rows);
  }

  private static Cell first(OutcomeRow row) {
    return row.firstCase().isPresent()
        ? new Cell.Words(String.valueOf(row.firstCase().getAsLong()))
        : Cell.NONE;
  }

  private Table exactOutcomes() {
    boolean isSampled = report.looked() > 0;
    List<Column> columns =
        new ArrayList<>(
            List.of(
                Column.words("Outcome").atMost(27).unsaid(),
                Column.words("Reachable").atMost(9),
                Column.figures("Exact").atMost(7),
                Column.bars("Bar")));
    if (isSampled) {
      columns.add(Column.words("Sampled, 95 %").atMost(21));
      columns.add(Column.figures("Case").below("case "));
    }
    columns.add(Column.words("Range as one assumption changes").below(""));
    List<List<Cell>> rows = new ArrayList<>();
    for (OutcomeRow row : report.outcomes()) {
      ExactOutcome exact = row.exact().orElseThrow();
      boolean is = exact.reachable();
      Cell probability = is ? new Cell.Probability(exact.probability()) : Cell.NONE;
      List<Cell> cells =
          new ArrayList<>(
              List.of(
                  term(Word.Group.OUTCOME, row.outcome(), row.outcome()),
                  new Cell.Words(row.reachable().word()),
                  probability,
                  probability));
      if (isSampled) {
        cells.add(is ? new Cell.Sampled(row.sampled()) : Cell.NONE);
        cells.add(first(row));
      }
      cells.add(exact.range().filter(Range::isWide).map(RunArticle::cell).orElse(Cell.NONE));
      rows.add(cells);
    }
    return Table.of("outcomes", columns, rows);
  }

  private static Cell cell(Range range) {
    return new Cell.Interval(range.low(), range.high(), range.lowBy(), range.highBy());
  }

  private void movers() {
    List<Mover> movers = report.movers();
    if (movers.isEmpty()) {
      return;
    }
    article.heading(2, "The assumptions that move an outcome most");
    article.picture(pictures.movers(movers));
    List<Mover> first = movers.subList(0, Math.min(FIRST_MOVERS, movers.size()));
    article.add(moving("movers", first));
    if (movers.size() > first.size()) {
      article.add(
          new Block.Details(
              "The " + movers.size() + " that move one most",
              List.of(moving("more-movers", movers))));
    }
  }

  private static Table moving(String name, List<Mover> movers) {
    return Table.of(
        name,
        List.of(
            Column.words("Assumption").rest().unsaid(),
            Column.words("Outcome").unsaid(),
            Column.words("Range").unsaid()),
        movers.stream()
            .map(
                mover ->
                    List.<Cell>of(
                        new Cell.Address(mover.parameter()),
                        term(Word.Group.OUTCOME, mover.outcome(), mover.outcome()),
                        new Cell.Interval(mover.low(), mover.high())))
            .toList());
  }

  private void switches() {
    if (report.switches().isEmpty()) {
      return;
    }
    article.heading(2, "Sides taken");
    List<List<Cell>> rows = new ArrayList<>();
    for (SwitchRow row : report.disputesFirst()) {
      row.conflict().ifPresent(this::note);
      rows.add(
          List.of(
              row.conflict()
                  .<Cell>map(c -> new Cell.Claims(List.of(c)))
                  .orElse(new Cell.Words("-")),
              new Cell.Words(
                  row.description() + (row.isDefault() ? "" : " (" + row.reason() + ")")),
              new Cell.Address(row.value(), row.parameter())));
    }
    article.add(
        Table.of(
            "switches",
            List.of(
                Column.words("Conflict").atMost(3).unsaid(),
                Column.words("About").rest().unsaid(),
                Column.words("Side taken").atMost(26).unsaid()),
            rows));
    report.disputesFirst().stream()
        .map(SwitchRow::conflict)
        .flatMap(Optional::stream)
        .findFirst()
        .ifPresent(
            conflict -> {
              article.space();
              article.paragraph(
                  "C numbers are conflicts of sources; the other sides, for example:");
              article.command("isfsim sources conflicts " + conflict);
            });
  }

  private void note(String id) {
    report
        .circumstances()
        .sides()
        .conflict(id)
        .ifPresent(
            conflict ->
                article.note(
                    id,
                    new Article.Note(
                        conflict.title() + ".",
                        conflict.sides().stream()
                            .map(
                                side ->
                                    side.value().map(value -> value + ": ").orElse("")
                                        + side.says()
                                        + " ("
                                        + String.join(", ", side.claims())
                                        + ")")
                            .collect(Collectors.joining(" ")))));
  }

  private void milestones() {
    if (report.milestones().isEmpty()) {
      return;
    }
    article.heading(
        2,
        "Milestones, by date for the cases that reach them"
            + (report.hasMarginals() ? ", exactly" : ""));
    pictures.milestones().forEach(article::add);
    List<List<Cell>> rows = new ArrayList<>();
    for (MilestoneRow row : report.milestones()) {
      Cell name = term(Word.Group.MILESTONE, row.title(), row.name());
      rows.add(
          row.bestDates()
              .map(
                  dates ->
                      List.of(
                          name,
                          new Cell.Probability(row.bestReached()),
                          new Cell.Date(dates.p05()),
                          new Cell.Date(dates.median()),
                          new Cell.Date(dates.p95())))
              .orElseGet(() -> List.of(name, new Cell.Words(unreached(row)))));
    }
    article.add(
        Table.of(
            "milestones",
            List.of(
                Column.words("Milestone").rest().unsaid(),
                Column.figures("Reached").atMost(7),
                Column.words("5 %").atMost(10),
                Column.words("half").atMost(10),
                Column.words("95 %").atMost(10)),
            rows));
  }

  private String unreached(MilestoneRow row) {
    if (row.exact().isPresent()) {
      return "not reachable";
    }
    return row.reached().isKnown() ? Figures.unseen(row.reached()) : briefing.unknown();
  }

  private void indicators() {
    if (report.indicators().isEmpty()) {
      return;
    }
    article.heading(2, report.hasMarginals() ? "Indicators, exactly" : "Indicators");
    List<List<Cell>> rows = new ArrayList<>();
    for (IndicatorRow row : report.indicators()) {
      rows.add(
          List.of(
              term(Word.Group.INDICATOR, Briefing.title(row), row.name()),
              new Cell.Words(briefing.values(row))));
    }
    article.add(
        Table.of(
            "indicators",
            List.of(
                Column.words("Indicator").atMost(30).unsaid(),
                Column.words("Share of cases").rest().unsaid()),
            rows));
  }

  private void grounds() {
    article.heading(2, "What it rests on");
    article.paragraph(briefing.grounds());
    article.space();
    article.command(String.join(" ", Invocation.assumptions(report)));
    new Appendix(report, article).assumptions();
  }

  private void repeat() {
    article.heading(2, "To repeat it");
    article.command(String.join(" ", Invocation.again(report)));
    article.paragraph(
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
}
