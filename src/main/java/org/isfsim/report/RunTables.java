package org.isfsim.report;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.isfsim.article.Share;
import org.isfsim.article.Table;
import org.isfsim.montecarlo.Interval;

/** The results of runs as tables: a row for each run and thing; what is not known is empty. */
public final class RunTables {

  private RunTables() {}

  /** The tables. */
  public static List<Table> of(List<RunReport> runs) {
    return List.of(outcomes(runs), indicators(runs), milestones(runs), funnel(runs));
  }

  /** The tables, and what the runs assume. */
  public static List<Table> withAssumptions(List<RunReport> runs) {
    Table.Builder table =
        new Table.Builder(
            "assumptions", "scenario", "policy", "parameter", "kind", "about", "value", "claims");
    for (RunReport run : runs) {
      for (Grounds.Assumption a : run.grounds().assumptions()) {
        table.row(
            run.scenario().id(),
            run.policy(),
            a.parameter(),
            a.kind(),
            a.about(),
            a.written(),
            String.join(" ", a.claims()));
      }
    }
    return Stream.concat(of(runs).stream(), Stream.of(table.build())).toList();
  }

  private static Table outcomes(List<RunReport> runs) {
    Table.Builder table =
        new Table.Builder(
            "outcomes",
            "scenario",
            "policy",
            "outcome",
            "reachable",
            "exact",
            "range_low",
            "range_low_by",
            "range_high",
            "range_high_by",
            "count",
            "probability",
            "low",
            "high");
    for (RunReport run : runs) {
      run.outcomes().forEach(row -> outcome(run, row, table));
      if (run.noResult().isSome()) {
        outcome(run, withoutResult(run.noResult()), table);
      }
    }
    return table.build();
  }

  private static void outcome(RunReport run, OutcomeRow row, Table.Builder table) {
    Optional<Range> range = row.exact().flatMap(ExactOutcome::range);
    Optional<Share> share = known(row.sampled());
    Optional<Interval> interval = share.map(Share::interval);
    table.row(
        run.scenario().id(),
        run.policy(),
        row.outcome(),
        row.reachable().word(),
        row.exact().map(ExactOutcome::probability),
        range.map(Range::low),
        range.map(Range::lowBy),
        range.map(Range::high),
        range.map(Range::highBy),
        row.sampled().count(),
        share.map(Share::probability),
        interval.map(Interval::low),
        interval.map(Interval::high));
  }

  private static OutcomeRow withoutResult(NoResult without) {
    return new OutcomeRow(
        NoResult.NAME,
        without.sampled(),
        OptionalLong.empty(),
        without.exact().stream()
            .mapToObj(exact -> new ExactOutcome(exact > 0, exact, Optional.empty(), List.of()))
            .findFirst());
  }

  private static Table indicators(List<RunReport> runs) {
    Table.Builder table =
        new Table.Builder(
            "indicators",
            "scenario",
            "policy",
            "indicator",
            "value",
            "exact",
            "count",
            "probability",
            "low",
            "high");
    for (RunReport run : runs) {
      for (IndicatorRow row : run.indicators()) {
        for (int i = 0; i < row.shares().size(); i++) {
          int value = i;
          Optional<Share> share = known(row.shares().get(i));
          Optional<Interval> interval = share.map(Share::interval);
          table.row(
              run.scenario().id(),
              run.policy(),
              row.name(),
              row.domain().text(i),
              row.exact().map(exact -> exact.at(value)),
              row.shares().get(i).count(),
              share.map(Share::probability),
              interval.map(Interval::low),
              interval.map(Interval::high));
        }
      }
    }
    return table.build();
  }

  private static Table milestones(List<RunReport> runs) {
    Table.Builder table =
        new Table.Builder(
            "milestones",
            "scenario",
            "policy",
            "milestone",
            "exact",
            "exact_median",
            "exact_p05",
            "exact_p95",
            "probability",
            "median",
            "p05",
            "p95");
    for (RunReport run : runs) {
      for (MilestoneRow row : run.milestones()) {
        Optional<MilestoneRow.Dates> exact = row.exact().flatMap(MilestoneRow.Exact::dates);
        table.row(
            run.scenario().id(),
            run.policy(),
            row.name(),
            row.exact().map(MilestoneRow.Exact::reached),
            exact.map(MilestoneRow.Dates::median),
            exact.map(MilestoneRow.Dates::p05),
            exact.map(MilestoneRow.Dates::p95),
            known(row.reached()).map(Share::probability),
            row.dates().map(MilestoneRow.Dates::median),
            row.dates().map(MilestoneRow.Dates::p05),
            row.dates().map(MilestoneRow.Dates::p95));
      }
    }
    return table.build();
  }

  private static Table funnel(List<RunReport> runs) {
    Table.Builder table =
        new Table.Builder(
            "funnel", "scenario", "policy", "stage", "reason", "probability", "given_before");
    for (RunReport run : runs) {
      if (run.funnel().stream().allMatch(StageRow::isKnown)) {
        double before = 1;
        for (StageRow stage : run.funnel()) {
          double of = before;
          row(table, run, stage.name(), "", stage.probability(), of);
          stage
              .reasons()
              .forEach(
                  loss -> row(table, run, stage.name(), loss.reason(), loss.probability(), of));
          before = stage.probability();
        }
      }
    }
    return table.build();
  }

  private static Optional<Share> known(Share share) {
    return Optional.of(share).filter(Share::isKnown);
  }

  private static void row(
      Table.Builder table, RunReport run, String stage, String reason, double p, double before) {
    table.row(
        run.scenario().id(),
        run.policy(),
        stage,
        reason,
        p,
        before > 0 ? Optional.of(p / before) : Optional.empty());
  }
}
