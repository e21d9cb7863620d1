package org.isfsim.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.isfsim.document.Problem;
import org.isfsim.exact.WalkStep;
import org.isfsim.montecarlo.Interval;
import org.isfsim.montecarlo.Tally.FailedCase;

/**
 * Results as JSON, the same bytes for the same results: keys in a fixed order, finite numbers, no
 * times.
 *
 * <p>What was not worked out is left out: {@code exact} and {@code range} without the exact walk;
 * {@code probability}, {@code low} and {@code high} without cases. What does not apply is null: the
 * conflict of a modelling choice, the dates of a milestone that no case reaches.
 */
public final class JsonReport {

  private static final JsonFactory FACTORY = new JsonFactory();
  private static final Separators SEPARATORS =
      Separators.createDefaultInstance()
          .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
          .withArrayEmptySeparator("")
          .withObjectEmptySeparator("");

  private final JsonGenerator json;

  private JsonReport(JsonGenerator json) {
    this.json = json;
  }

  /** Something that writes one value. */
  interface Body {
    void write(JsonGenerator json) throws IOException;
  }

  /** The report of one run; ends with a line end. */
  public static String of(RunReport report) {
    return document(json -> new JsonReport(json).run(report));
  }

  /** The reports of several runs, then the files that could not be run, if any. */
  public static String of(BatchReport batch) {
    return document(json -> new JsonReport(json).batch(batch));
  }

  /** A document with one value. */
  static String document(Body body) {
    StringWriter text = new StringWriter();
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter(SEPARATORS)
            .withObjectIndenter(indenter)
            .withArrayIndenter(indenter);
    try (JsonGenerator json = FACTORY.createGenerator(text)) {
      json.setPrettyPrinter(printer);
      body.write(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.append('\n').toString();
  }

  private void differences(BatchReport batch, RunReport base) throws IOException {
    json.writeStringField("base", BatchReport.name(base));
    json.writeArrayFieldStart("differences");
    for (RunReport run : batch.runs()) {
      json.writeStartObject();
      json.writeStringField("run", BatchReport.name(run));
      for (int i = 0; i < run.outcomes().size(); i++) {
        OutcomeRow row = run.outcomes().get(i);
        json.writeNumberField(
            row.outcome(), row.probability() - base.outcomes().get(i).probability());
      }
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void batch(BatchReport batch) throws IOException {
    json.writeStartObject();
    json.writeArrayFieldStart("runs");
    for (RunReport report : batch.runs()) {
      run(report);
    }
    json.writeEndArray();
    if (batch.base().isPresent()) {
      differences(batch, batch.base().get());
    }
    if (!batch.invalid().isEmpty()) {
      json.writeArrayFieldStart("invalid");
      for (BatchEntry.Invalid invalid : batch.invalid()) {
        json.writeStartObject();
        json.writeStringField("file", invalid.file());
        json.writeArrayFieldStart("problems");
        for (Problem problem : invalid.problems()) {
          problem(problem);
        }
        json.writeEndArray();
        json.writeEndObject();
      }
      json.writeEndArray();
    }
    if (!batch.failed().isEmpty()) {
      json.writeArrayFieldStart("failed");
      for (BatchEntry.Failed failed : batch.failed()) {
        json.writeStartObject();
        json.writeStringField("file", failed.file());
        json.writeStringField("reason", failed.reason());
        json.writeEndObject();
      }
      json.writeEndArray();
    }
    json.writeEndObject();
  }

  private void problem(Problem problem) throws IOException {
    json.writeStartObject();
    json.writeStringField("file", problem.mark().file());
    json.writeNumberField("line", problem.mark().line());
    json.writeNumberField("column", problem.mark().column());
    json.writeStringField("path", problem.path());
    json.writeStringField("message", problem.message());
    if (problem.allowed() != null) {
      json.writeStringField("allowed", problem.allowed());
    }
    if (problem.advice() != null) {
      json.writeStringField("advice", problem.advice());
    }
    json.writeEndObject();
  }

  private void noResult(NoResult without) throws IOException {
    if (!without.isSome()) {
      return;
    }
    json.writeObjectFieldStart("without-result");
    if (without.exact().isPresent()) {
      number("exact", without.exact().getAsDouble());
    }
    json.writeNumberField("count", without.sampled().count());
    if (without.sampled().isKnown()) {
      number("probability", without.sampled().probability());
    }
    json.writeEndObject();
  }

  private void run(RunReport report) throws IOException {
    json.writeStartObject();
    json.writeStringField("isfsim", report.circumstances().version());
    json.writeStringField("command", report.circumstances().command());
    origins(json, report);
    observed(report.observation());
    json.writeNumberField("seed", report.seed());
    json.writeNumberField("cases", report.cases());
    if (!report.observation().isNone()) {
      json.writeNumberField("looked-at", report.looked());
    }
    json.writeNumberField("failed", report.failed());
    json.writeStringField("stopped", report.stopped());
    number("confidence", Interval.CONFIDENCE);
    answers(report.answers());
    json.writeArrayFieldStart("outcomes");
    for (OutcomeRow row : report.outcomes()) {
      outcome(row);
    }
    json.writeEndArray();
    noResult(report.noResult());
    switches(report.switches());
    indicators(report.indicators());
    milestones(report.milestones());
    assumptions(report.grounds().assumptions());
    failures(report.failures());
    walk(report.walk());
    json.writeEndObject();
  }

  private void observed(Observation observation) throws IOException {
    if (observation.isNone()) {
      return;
    }
    json.writeArrayFieldStart("observed");
    for (Observation.Row row : observation.rows()) {
      json.writeStartObject();
      json.writeStringField("statement", row.statement());
      if (row.probability().isPresent()) {
        number("probability", row.probability().getAsDouble());
      }
      json.writeEndObject();
    }
    json.writeEndArray();
    if (observation.rows().size() > 1 && observation.together().isPresent()) {
      number("observed-together", observation.together().getAsDouble());
    }
  }

  private void answers(List<AnswerRow> answers) throws IOException {
    if (answers.isEmpty()) {
      return;
    }
    json.writeArrayFieldStart("questions");
    for (AnswerRow answer : answers) {
      json.writeStartObject();
      json.writeStringField("name", answer.name());
      json.writeStringField("statement", answer.statement());
      if (answer.exact().isPresent()) {
        number("exact", answer.exact().getAsDouble());
      }
      json.writeNumberField("count", answer.sampled().count());
      share(answer.sampled());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  /** What each step of the exact walk to the outcome did. */
  private void walk(List<WalkStep> steps) throws IOException {
    if (steps.isEmpty()) {
      return;
    }
    json.writeArrayFieldStart("walk");
    for (WalkStep step : steps) {
      json.writeStartObject();
      texts("variables", step.variables());
      texts("alive", step.alive());
      json.writeNumberField("edges", step.edges());
      json.writeNumberField("states", step.states());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void texts(String name, List<String> texts) throws IOException {
    json.writeArrayFieldStart(name);
    for (String text : texts) {
      json.writeString(text);
    }
    json.writeEndArray();
  }

  /** What the results come from, apart from chance. */
  static void origins(JsonGenerator json, RunReport report) throws IOException {
    json.writeObjectFieldStart("scenario");
    json.writeStringField("id", report.scenario().id());
    json.writeStringField("file", report.scenario().file());
    json.writeStringField("sha256", report.scenario().sha256());
    json.writeEndObject();
    json.writeObjectFieldStart("rules");
    json.writeStringField("sha256", report.circumstances().rulesSha256());
    json.writeEndObject();
    json.writeStringField("policy", report.policy());
  }

  private void outcome(OutcomeRow row) throws IOException {
    json.writeStartObject();
    json.writeStringField("outcome", row.outcome());
    json.writeStringField("reachable", row.reachable().word());
    if (row.exact().isPresent()) {
      number("exact", row.exact().get().probability());
      // Where no assumption moves it, the range is the probability itself and nothing sets it.
      double exact = row.exact().get().probability();
      Optional<Range> range = row.exact().get().range();
      json.writeObjectFieldStart("range");
      number("low", range.map(Range::low).orElse(exact));
      number("high", range.map(Range::high).orElse(exact));
      if (range.isPresent()) {
        json.writeStringField("by", range.get().by());
        json.writeStringField("low-by", range.get().lowBy());
        json.writeStringField("high-by", range.get().highBy());
      }
      json.writeEndObject();
    }
    json.writeNumberField("count", row.sampled().count());
    share(row.sampled());
    json.writeEndObject();
  }

  private void share(Share share) throws IOException {
    if (share.isKnown()) {
      Interval interval = share.interval();
      number("probability", share.probability());
      number("low", interval.low());
      number("high", interval.high());
    }
  }

  private void switches(List<SwitchRow> rows) throws IOException {
    json.writeArrayFieldStart("switches");
    for (SwitchRow row : rows) {
      json.writeStartObject();
      if (row.conflict().isPresent()) {
        json.writeStringField("conflict", row.conflict().get());
      } else {
        json.writeNullField("conflict");
      }
      json.writeStringField("parameter", row.parameter());
      json.writeStringField("value", row.value());
      json.writeStringField("reason", row.reason());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void indicators(List<IndicatorRow> rows) throws IOException {
    json.writeObjectFieldStart("indicators");
    for (IndicatorRow row : rows) {
      json.writeArrayFieldStart(row.name());
      for (int i = 0; i < row.shares().size(); i++) {
        json.writeStartObject();
        json.writeStringField("value", row.domain().text(i));
        if (row.exact().isPresent()) {
          number("exact", row.exact().get().at(i));
        }
        share(row.shares().get(i));
        json.writeEndObject();
      }
      json.writeEndArray();
    }
    json.writeEndObject();
  }

  private void milestones(List<MilestoneRow> rows) throws IOException {
    json.writeObjectFieldStart("milestones");
    for (MilestoneRow row : rows) {
      json.writeObjectFieldStart(row.name());
      if (row.reached().isKnown()) {
        number("reached", row.reached().probability());
      }
      dates(row.dates());
      if (row.exact().isPresent()) {
        json.writeObjectFieldStart("exact");
        number("reached", row.exact().get().reached());
        dates(row.exact().get().dates());
        json.writeEndObject();
      }
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  private void dates(Optional<MilestoneRow.Dates> known) throws IOException {
    if (known.isEmpty()) {
      json.writeNullField("median");
      json.writeNullField("p05");
      json.writeNullField("p95");
      return;
    }
    MilestoneRow.Dates dates = known.get();
    json.writeStringField("median", dates.median().toString());
    json.writeStringField("p05", dates.p05().toString());
    json.writeStringField("p95", dates.p95().toString());
  }

  private void assumptions(List<Grounds.Assumption> assumptions) throws IOException {
    json.writeArrayFieldStart("assumptions");
    for (Grounds.Assumption assumption : assumptions) {
      json.writeStartObject();
      json.writeStringField("parameter", assumption.parameter());
      json.writeStringField("basis", "assumption");
      texts("claims", assumption.claims());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void failures(List<FailedCase> failures) throws IOException {
    if (failures.isEmpty()) {
      return;
    }
    json.writeArrayFieldStart("failures");
    for (FailedCase failure : failures) {
      json.writeStartObject();
      json.writeNumberField("case", failure.caseNumber());
      json.writeStringField("reason", failure.reason());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void number(String name, double value) throws IOException {
    if (!Double.isFinite(value)) {
      throw new IllegalStateException(name + " is not a finite number: " + value);
    }
    json.writeNumberField(name, value);
  }
}
