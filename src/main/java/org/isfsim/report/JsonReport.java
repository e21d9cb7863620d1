package org.isfsim.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.isfsim.article.Json;
import org.isfsim.article.Share;
import org.isfsim.exact.WalkStep;
import org.isfsim.montecarlo.Interval;

/**
 * Results as JSON, the same bytes for the same results: keys in a fixed order, finite numbers, no
 * times.
 *
 * <p>What was not worked out is left out: {@code exact} and {@code range} without the exact walk;
 * {@code probability}, {@code low} and {@code high} without cases. What does not apply is null: the
 * conflict of a modelling choice, the dates of a milestone that no case reaches.
 */
public final class JsonReport {

  private JsonReport() {}

  /** The report of one run. */
  public static Map<String, Object> of(RunReport report) {
    return run(report);
  }

  /** The reports of several runs, then the files that could not be run, if any. */
  public static Map<String, Object> of(BatchReport batch) {
    Map<String, Object> json =
        Json.object("runs", batch.runs().stream().map(JsonReport::run).toList());
    batch
        .base()
        .ifPresent(
            base -> {
              json.put("base", BatchReport.name(base));
              json.put(
                  "differences", batch.runs().stream().map(run -> differences(run, base)).toList());
            });
    putSome(json, "invalid", batch.invalid().stream().map(JsonReport::invalid).toList());
    putSome(
        json,
        "failed",
        batch.failed().stream()
            .map(failed -> Json.object("file", failed.file(), "reason", failed.reason()))
            .toList());
    return json;
  }

  private static void putSome(Map<String, Object> json, String key, List<?> values) {
    if (!values.isEmpty()) {
      json.put(key, values);
    }
  }

  private static Map<String, Object> differences(RunReport run, RunReport base) {
    Map<String, Object> json = Json.object("run", BatchReport.name(run));
    for (int i = 0; i < run.outcomes().size(); i++) {
      OutcomeRow row = run.outcomes().get(i);
      json.put(row.outcome(), row.probability() - base.outcomes().get(i).probability());
    }
    return json;
  }

  private static Map<String, Object> invalid(BatchEntry.Invalid invalid) {
    return Json.object(
        "file", invalid.file(), "problems", invalid.problems().stream().map(Known::of).toList());
  }

  private static void noResult(NoResult without, Map<String, Object> json) {
    if (!without.isSome()) {
      return;
    }
    json.put(
        "without-result",
        Json.object(
            "exact",
            without.exact(),
            "count",
            without.sampled().count(),
            "probability",
            Optional.of(without.sampled()).filter(Share::isKnown).map(Share::probability)));
  }

  private static Map<String, Object> run(RunReport report) {
    Map<String, Object> json =
        Json.object("isfsim", report.circumstances().version(), "command", "run");
    json.putAll(origins(report));
    json.put(
        "changed",
        report.changes().stream()
            .map(
                c ->
                    Json.object(
                        "parameter", c.address(), "from", c.from(), "to", c.to(), "by", c.by()))
            .toList());
    json.putAll(Known.of(report.observation()));
    json.put("seed", report.seed());
    json.put("cases", report.cases());
    if (!report.observation().isNone()) {
      json.put("looked-at", report.looked());
    }
    json.put("failed", report.failed());
    json.put("stopped", report.stopped());
    json.put("confidence", Interval.CONFIDENCE);
    putSome(json, "questions", report.answers().stream().map(JsonReport::answer).toList());
    json.put("outcomes", report.outcomes().stream().map(JsonReport::outcome).toList());
    noResult(report.noResult(), json);
    funnel(report.funnel(), json);
    json.put("switches", report.switches().stream().map(JsonReport::side).toList());
    Map<String, Object> indicators = new LinkedHashMap<>();
    report.indicators().forEach(row -> indicators.put(row.name(), indicator(row)));
    json.put("indicators", indicators);
    Map<String, Object> milestones = new LinkedHashMap<>();
    report.milestones().forEach(row -> milestones.put(row.name(), milestone(row)));
    json.put("milestones", milestones);
    json.put(
        "assumptions",
        report.grounds().assumptions().stream()
            .map(
                a ->
                    Json.object(
                        "parameter", a.parameter(), "basis", "assumption", "claims", a.claims()))
            .toList());
    putSome(
        json,
        "failures",
        report.failures().stream()
            .map(failure -> Json.object("case", failure.caseNumber(), "reason", failure.reason()))
            .toList());
    putSome(json, "walk", report.walk().stream().map(JsonReport::step).toList());
    return json;
  }

  /** What tells results of one run from those of another, apart from the seed and chance. */
  public static Map<String, Object> origins(RunReport report) {
    return Json.object(
        "scenario",
        Known.of(report.scenario()),
        "rules",
        Json.object("sha256", report.circumstances().rulesSha256()),
        "policy",
        report.policy());
  }

  private static Map<String, Object> answer(AnswerRow answer) {
    Map<String, Object> json =
        Json.object(
            "name",
            answer.name(),
            "statement",
            answer.statement(),
            "exact",
            answer.exact(),
            "count",
            answer.sampled().count());
    json.putAll(share(answer.sampled()));
    return json;
  }

  private static Map<String, Object> outcome(OutcomeRow row) {
    Map<String, Object> json =
        Json.object("outcome", row.outcome(), "reachable", row.reachable().word());
    row.exact()
        .ifPresent(
            exact -> {
              json.put("exact", exact.probability());
              json.put("range", range(exact));
            });
    json.put("count", row.sampled().count());
    json.putAll(share(row.sampled()));
    return json;
  }

  /** Where no assumption moves it, the range is the probability itself and nothing sets it. */
  private static Map<String, Object> range(ExactOutcome exact) {
    return Json.object(
        "low",
        exact.range().map(Range::low).orElse(exact.probability()),
        "high",
        exact.range().map(Range::high).orElse(exact.probability()),
        "low-by",
        exact.range().map(Range::lowBy),
        "high-by",
        exact.range().map(Range::highBy));
  }

  private static Map<String, Object> share(Share share) {
    return share.isKnown()
        ? Json.object(
            "probability",
            share.probability(),
            "low",
            share.interval().low(),
            "high",
            share.interval().high())
        : Map.of();
  }

  private static void funnel(List<StageRow> stages, Map<String, Object> json) {
    if (stages.isEmpty() || !stages.stream().allMatch(StageRow::isKnown)) {
      return;
    }
    json.put("funnel", stages.stream().map(JsonReport::stage).toList());
  }

  private static Map<String, Object> stage(StageRow stage) {
    List<Map<String, Object>> reasons =
        stage.reasons().stream()
            .map(of -> Json.object("reason", of.reason(), "probability", of.probability()))
            .toList();
    return Json.object(
        "stage",
        stage.name(),
        "probability",
        stage.probability(),
        "given-before",
        stage.given(),
        "reasons",
        reasons.isEmpty() ? Optional.empty() : reasons);
  }

  private static Map<String, Object> side(SwitchRow row) {
    return Json.object(
        "conflict",
        row.conflict().<Object>map(id -> id).orElse(Json.NULL),
        "parameter",
        row.parameter(),
        "value",
        row.value(),
        "reason",
        row.reason());
  }

  private static List<Object> indicator(IndicatorRow row) {
    List<Object> values = new ArrayList<>();
    for (int i = 0; i < row.shares().size(); i++) {
      int value = i;
      Map<String, Object> json =
          Json.object(
              "value",
              row.domain().text(i),
              "exact",
              row.exact().map(marginal -> marginal.at(value)));
      json.putAll(share(row.shares().get(i)));
      values.add(json);
    }
    return values;
  }

  private static Map<String, Object> milestone(MilestoneRow row) {
    Map<String, Object> json = new LinkedHashMap<>();
    if (row.reached().isKnown()) {
      json.put("reached", row.reached().probability());
    }
    json.putAll(dates(row.dates()));
    row.exact()
        .ifPresent(
            exact -> {
              Map<String, Object> figures = Json.object("reached", exact.reached());
              figures.putAll(dates(exact.dates()));
              json.put("exact", figures);
            });
    return json;
  }

  private static Map<String, Object> dates(Optional<MilestoneRow.Dates> known) {
    return Json.object(
        "median",
        known.<Object>map(MilestoneRow.Dates::median).orElse(Json.NULL),
        "p05",
        known.<Object>map(MilestoneRow.Dates::p05).orElse(Json.NULL),
        "p95",
        known.<Object>map(MilestoneRow.Dates::p95).orElse(Json.NULL));
  }

  /** What a step of the exact walk to the outcome did. */
  private static Map<String, Object> step(WalkStep step) {
    return Json.object(
        "variables",
        step.variables(),
        "alive",
        step.alive(),
        "edges",
        step.edges(),
        "states",
        step.states());
  }
}
