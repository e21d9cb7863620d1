package org.isfsim.report;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.isfsim.article.Csv;
import org.isfsim.article.Share;
import org.isfsim.montecarlo.Interval;

/** The outcomes of runs as CSV: a row for each run and outcome. */
public final class OutcomesCsv {

  private static final List<String> COLUMNS =
      List.of(
          "scenario",
          "policy",
          "outcome",
          "reachable",
          "exact",
          "range_low",
          "range_high",
          "range_by",
          "count",
          "probability",
          "low",
          "high");

  private OutcomesCsv() {}

  /** The rows of some runs below a header; a figure that is not known is empty. */
  public static String of(List<RunReport> runs) {
    StringBuilder text = new StringBuilder();
    Csv.line(text, COLUMNS);
    for (RunReport run : runs) {
      for (OutcomeRow row : run.outcomes()) {
        Csv.line(text, fields(run, row));
      }
      if (run.noResult().isSome()) {
        Csv.line(text, fields(run, withoutResult(run.noResult())));
      }
    }
    return text.toString();
  }

  private static List<String> fields(RunReport run, OutcomeRow row) {
    Optional<Range> range = row.exact().flatMap(ExactOutcome::range);
    Optional<Share> share = Optional.of(row.sampled()).filter(Share::isKnown);
    Optional<Interval> interval = share.map(Share::interval);
    return List.of(
        run.scenario().id(),
        run.policy(),
        row.outcome(),
        row.reachable().word(),
        number(row.exact().map(ExactOutcome::probability)),
        number(range.map(Range::low)),
        number(range.map(Range::high)),
        range.map(Range::by).orElse(""),
        String.valueOf(row.sampled().count()),
        number(share.map(Share::probability)),
        number(interval.map(Interval::low)),
        number(interval.map(Interval::high)));
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

  private static String number(Optional<Double> value) {
    return value.map(String::valueOf).orElse("");
  }
}
