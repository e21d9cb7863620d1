package org.isfsim.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.isfsim.article.Block;
import org.isfsim.article.Cell;
import org.isfsim.article.Column;
import org.isfsim.article.Figures;
import org.isfsim.article.Table;
import org.isfsim.drawing.BarChart;
import org.isfsim.drawing.Curves;
import org.isfsim.drawing.Picture;
import org.isfsim.drawing.Tornado;

/** The pictures of a run. */
final class RunPictures {

  /** A milestone is drawn apart if it is so much less likely than the most likely one. */
  private static final double RARE = 1 / 3.0;

  private static final String NO_COLOUR = "#0072b2";

  private final RunReport report;

  RunPictures(RunReport report) {
    this.report = report;
  }

  /** Under what all that is shown holds. */
  private String under() {
    return report.scenario().id()
        + ", policy "
        + report.policy()
        + (report.changes().isEmpty() ? "" : ", changed")
        + (report.observation().isNone() ? "" : ", given what was observed");
  }

  /** Every outcome as a bar, with its range. */
  Picture outcomes() {
    Map<String, String> colours = Glossary.colours(report.words());
    List<BarChart.Bar> bars = new ArrayList<>();
    boolean isWide = false;
    for (OutcomeRow row : report.outcomes()) {
      double p = row.probability();
      Optional<Range> range = row.exact().flatMap(ExactOutcome::range).filter(Range::isWide);
      isWide |= range.isPresent();
      String note =
          switch (row.reachable()) {
            case YES -> Figures.percent(p);
            case NO -> "out of reach";
            case UNKNOWN -> "not seen";
          };
      bars.add(
          new BarChart.Bar(
              row.outcome(),
              p,
              range.map(Range::low).orElse(p),
              range.map(Range::high).orElse(p),
              colours.getOrDefault(row.outcome(), NO_COLOUR),
              note));
    }
    String title =
        (report.isExact() ? "Exact probability of each outcome" : "Sampled share of each outcome")
            + (isWide ? "; lines: as one assumption changes" : "")
            + " ("
            + under()
            + ")";
    return BarChart.of(title, bars);
  }

  /** How far assumptions move outcomes. */
  Picture movers(List<Mover> movers) {
    Map<String, String> colours = Glossary.colours(report.words());
    String title =
        "How far single assumptions move the outcome that each moves most (" + under() + ")";
    List<Tornado.Swing> swings = new ArrayList<>();
    for (Mover mover : movers) {
      double base =
          report.outcomes().stream()
              .filter(row -> row.outcome().equals(mover.outcome()))
              .mapToDouble(OutcomeRow::probability)
              .findFirst()
              .orElse(mover.low());
      swings.add(
          new Tornado.Swing(
              mover.parameter() + " moves " + mover.outcome(),
              mover.low(),
              Figures.percent(mover.low()) + " " + mover.lowBy(),
              mover.high(),
              mover.highBy() + " " + Figures.percent(mover.high()),
              base,
              colours.getOrDefault(mover.outcome(), NO_COLOUR)));
    }
    return new Tornado(
        title,
        title
            + ": "
            + movers.stream()
                .map(
                    m ->
                        m.parameter()
                            + " moves "
                            + m.outcome()
                            + " from "
                            + Figures.percent(m.low())
                            + " to "
                            + Figures.percent(m.high()))
                .collect(Collectors.joining("; "))
            + ". The dark mark is where it stands.",
        swings);
  }

  /**
   * When milestones are reached; those that are much rarer than others in a picture of their own.
   *
   * @return each picture with its figures; none if no milestone is reached
   */
  List<Block.Figure> milestones() {
    List<MilestoneRow> drawn =
        report.milestones().stream()
            .filter(row -> !row.byWeek().isEmpty() && row.bestReached() > 0)
            .toList();
    double highest = drawn.stream().mapToDouble(MilestoneRow::bestReached).max().orElse(0);
    Map<Boolean, List<MilestoneRow>> rare =
        drawn.stream()
            .collect(Collectors.partitioningBy(row -> row.bestReached() < RARE * highest));
    return Stream.of(rare.get(false), rare.get(true))
        .filter(rows -> !rows.isEmpty())
        .map(rows -> new Block.Figure(curves(rows), List.of(byQuarter(rows))))
        .toList();
  }

  private Picture curves(List<MilestoneRow> rows) {
    String title = "How likely each milestone is reached by a date (" + under() + ")";
    return new Curves(
        title,
        title
            + ", by "
            + report.scenario().horizon()
            + ": "
            + rows.stream()
                .map(row -> row.title() + " " + Figures.percent(row.bestReached()))
                .collect(Collectors.joining(", "))
            + ".",
        report.scenario().start(),
        rows.stream()
            .map(r -> new Curves.Curve(r.title(), report.milestones().indexOf(r), r.byWeek()))
            .toList());
  }

  /** The curves in figures, every thirteen weeks. */
  private Table byQuarter(List<MilestoneRow> drawn) {
    List<Column> columns = new ArrayList<>(List.of(Column.words("By")));
    drawn.forEach(row -> columns.add(Column.figures(row.title())));
    List<List<Cell>> rows = new ArrayList<>();
    int weeks = drawn.stream().mapToInt(row -> row.byWeek().size()).max().orElse(0);
    for (int week = 0; week < weeks; week = week == weeks - 1 ? weeks : next(week, weeks)) {
      LocalDate day = report.scenario().start().plusWeeks(week);
      List<Cell> row = new ArrayList<>(List.of(new Cell.Date(day)));
      for (MilestoneRow of : drawn) {
        row.add(new Cell.Probability(of.byWeek().get(Math.min(week, of.byWeek().size() - 1))));
      }
      rows.add(row);
    }
    return Table.of("milestones-by-date", columns, rows);
  }

  private static int next(int week, int weeks) {
    return Math.min(week + 13, weeks - 1);
  }
}
