package org.isfsim.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.isfsim.article.Share;
import org.isfsim.article.Table;
import org.isfsim.document.Problem;
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
    Table assumptions =
        RunTables.<Grounds.Assumption>ofRuns("assumptions")
            .add("parameter", row -> row.of().parameter())
            .add("kind", row -> row.of().kind())
            .add("about", row -> row.of().about())
            .add("value", row -> row.of().written())
            .add("claims", row -> String.join(" ", row.of().claims()))
            .of(rows(runs, run -> run.grounds().assumptions()));
    return Stream.concat(of(runs).stream(), Stream.of(assumptions)).toList();
  }

  /** A row for each run, also for those that could not be done. */
  public static Table scenarios(BatchReport batch) {
    List<String> outcomes =
        batch.groups().stream().flatMap(group -> group.outcomes().stream()).toList();
    Table.Columns<BatchEntry> table =
        new Table.Columns<BatchEntry>("scenarios")
            .add("scenario", entry -> done(entry).map(run -> run.scenario().id()))
            .add("policy", entry -> done(entry).map(RunReport::policy))
            .add("file", BatchEntry::file)
            .add("status", RunTables::status)
            .add("cases", entry -> done(entry).map(RunReport::cases))
            .add("failed", entry -> done(entry).map(RunReport::failed))
            .add("most_likely", entry -> likely(entry).map(OutcomeRow::outcome))
            .add("most_likely_probability", entry -> likely(entry).map(OutcomeRow::probability))
            .each(
                batch.groups().stream().map(OutcomeGroup::column).toList(),
                (entry, of) -> known(entry).map(run -> batch.groups().get(of).probability(run)))
            .each(
                outcomes,
                (entry, of) -> known(entry).map(run -> probability(run, outcomes.get(of))));
    batch
        .base()
        .ifPresent(
            base ->
                table.each(
                    outcomes.stream().map(outcome -> "difference_" + outcome).toList(),
                    (entry, of) ->
                        known(entry)
                            .map(
                                run ->
                                    probability(run, outcomes.get(of))
                                        - probability(base, outcomes.get(of)))));
    return table.add("problems", RunTables::problems).of(batch.entries());
  }

  private static Optional<RunReport> done(BatchEntry entry) {
    return entry instanceof BatchEntry.Done done ? Optional.of(done.report()) : Optional.empty();
  }

  /** The run of an entry if its probabilities are known. */
  private static Optional<RunReport> known(BatchEntry entry) {
    return done(entry).filter(run -> run.isExact() || run.cases() > 0);
  }

  private static Optional<OutcomeRow> likely(BatchEntry entry) {
    return done(entry).flatMap(run -> run.byProbability().stream().findFirst());
  }

  private static double probability(RunReport run, String outcome) {
    return run.outcomes().stream()
        .filter(row -> row.outcome().equals(outcome))
        .findFirst()
        .orElseThrow()
        .probability();
  }

  private static String status(BatchEntry entry) {
    return entry instanceof BatchEntry.Done
        ? "done"
        : entry instanceof BatchEntry.Invalid ? "invalid" : "failed";
  }

  private static String problems(BatchEntry entry) {
    if (entry instanceof BatchEntry.Invalid invalid) {
      return invalid.problems().stream().map(Problem::toString).collect(Collectors.joining("\n"));
    }
    return entry instanceof BatchEntry.Failed failed ? failed.reason() : "";
  }

  /** What a row is about: something of a run. */
  private record Row<T>(RunReport run, T of) {}

  private static <T> List<Row<T>> rows(List<RunReport> runs, Function<RunReport, List<T>> held) {
    return runs.stream()
        .flatMap(run -> held.apply(run).stream().map(of -> new Row<>(run, of)))
        .toList();
  }

  private static <T> Table.Columns<Row<T>> ofRuns(String name) {
    return new Table.Columns<Row<T>>(name)
        .add("scenario", row -> row.run().scenario().id())
        .add("policy", row -> row.run().policy());
  }

  /** The columns of what was sampled. */
  private static <T> Table.Columns<Row<T>> sampled(
      Table.Columns<Row<T>> table, Function<T, Share> share) {
    Function<Row<T>, Optional<Share>> known = row -> known(share.apply(row.of()));
    return table
        .add("count", row -> share.apply(row.of()).count())
        .add("probability", row -> known.apply(row).map(Share::probability))
        .add("low", row -> known.apply(row).map(Share::interval).map(Interval::low))
        .add("high", row -> known.apply(row).map(Share::interval).map(Interval::high));
  }

  private static Optional<Share> known(Share share) {
    return Optional.of(share).filter(Share::isKnown);
  }

  private static Table outcomes(List<RunReport> runs) {
    return sampled(
            RunTables.<OutcomeRow>ofRuns("outcomes")
                .add("outcome", row -> row.of().outcome())
                .add("reachable", row -> row.of().reachable().word())
                .add("exact", row -> row.of().exact().map(ExactOutcome::probability))
                .add("range_low", row -> range(row).map(Range::low))
                .add("range_low_by", row -> range(row).map(Range::lowBy))
                .add("range_high", row -> range(row).map(Range::high))
                .add("range_high_by", row -> range(row).map(Range::highBy)),
            OutcomeRow::sampled)
        .of(rows(runs, RunTables::outcomes));
  }

  private static Optional<Range> range(Row<OutcomeRow> row) {
    return row.of().exact().flatMap(ExactOutcome::range);
  }

  private static List<OutcomeRow> outcomes(RunReport run) {
    NoResult without = run.noResult();
    if (!without.isSome()) {
      return run.outcomes();
    }
    OutcomeRow row =
        new OutcomeRow(
            NoResult.NAME,
            without.sampled(),
            OptionalLong.empty(),
            without.exact().stream()
                .mapToObj(exact -> new ExactOutcome(exact > 0, exact, Optional.empty()))
                .findFirst());
    return Stream.concat(run.outcomes().stream(), Stream.of(row)).toList();
  }

  /** A value of an indicator by its index. */
  private record IndicatorValue(IndicatorRow indicator, int index) {
    Share share() {
      return indicator.shares().get(index);
    }
  }

  private static Table indicators(List<RunReport> runs) {
    return sampled(
            RunTables.<IndicatorValue>ofRuns("indicators")
                .add("indicator", row -> row.of().indicator().name())
                .add("value", row -> row.of().indicator().domain().text(row.of().index()))
                .add(
                    "exact",
                    row -> row.of().indicator().exact().map(exact -> exact.at(row.of().index()))),
            IndicatorValue::share)
        .of(rows(runs, run -> run.indicators().stream().flatMap(row -> values(row)).toList()));
  }

  private static Stream<IndicatorValue> values(IndicatorRow row) {
    return IntStream.range(0, row.shares().size()).mapToObj(i -> new IndicatorValue(row, i));
  }

  private static Table milestones(List<RunReport> runs) {
    Table.Columns<Row<MilestoneRow>> table = ofRuns("milestones");
    table
        .add("milestone", row -> row.of().name())
        .add("exact", row -> row.of().exact().map(MilestoneRow.Exact::reached));
    dates(table, "exact_", row -> row.exact().flatMap(MilestoneRow.Exact::dates));
    table.add("probability", row -> known(row.of().reached()).map(Share::probability));
    return dates(table, "", MilestoneRow::dates).of(rows(runs, RunReport::milestones));
  }

  private static Table.Columns<Row<MilestoneRow>> dates(
      Table.Columns<Row<MilestoneRow>> table,
      String before,
      Function<MilestoneRow, Optional<MilestoneRow.Dates>> dates) {
    return table
        .add(before + "median", row -> dates.apply(row.of()).map(MilestoneRow.Dates::median))
        .add(before + "p05", row -> dates.apply(row.of()).map(MilestoneRow.Dates::p05))
        .add(before + "p95", row -> dates.apply(row.of()).map(MilestoneRow.Dates::p95));
  }

  /** A stage of the way, or a reason why cases are lost before it. */
  private record Step(StageRow stage, String reason, double probability) {}

  private static Table funnel(List<RunReport> runs) {
    return RunTables.<Step>ofRuns("funnel")
        .add("stage", row -> row.of().stage().name())
        .add("reason", row -> row.of().reason())
        .add("probability", row -> row.of().probability())
        .add("given_before", row -> row.of().stage().given(row.of().probability()))
        .of(rows(runs, RunTables::steps));
  }

  private static List<Step> steps(RunReport run) {
    List<Step> steps = new ArrayList<>();
    for (StageRow stage : run.funnel()) {
      steps.add(new Step(stage, "", stage.probability()));
      stage.reasons().forEach(of -> steps.add(new Step(stage, of.reason(), of.probability())));
    }
    return run.funnel().stream().allMatch(StageRow::isKnown) ? steps : List.of();
  }
}
