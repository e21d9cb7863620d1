package org.isfsim.cli;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.isfsim.article.Json;
import org.isfsim.explanation.CaseExplanation;
import org.isfsim.explanation.CitedClaim;
import org.isfsim.explanation.DatedEvent;
import org.isfsim.explanation.Ending;
import org.isfsim.explanation.ExplainedDecision;
import org.isfsim.explanation.ExplainedDecision.ResultValue;
import org.isfsim.explanation.FiredRule;
import org.isfsim.explanation.IndicatorValue;
import org.isfsim.explanation.InputValue;
import org.isfsim.explanation.ParameterValue;
import org.isfsim.explanation.Provenance;

/** An explanation as JSON. */
final class ExplainCommandJson {

  private ExplainCommandJson() {}

  /**
   * The explanation.
   *
   * @param columns the decisions that are wanted; empty: those on the way to the outcome
   * @param all whether every decision and every parameter is wanted
   */
  static Map<String, Object> of(CaseExplanation explanation, Set<String> columns, boolean all) {
    Map<String, Object> json =
        Json.object("case", explanation.caseNumber(), "summary", explanation.summary());
    if (explanation.ending() instanceof Ending.Reached reached) {
      json.put("outcome", reached.outcome());
    } else if (explanation.ending() instanceof Ending.Stopped stopped) {
      json.put(
          "stopped",
          Json.object(
              "decision", stopped.decision(),
              "problems", stopped.problems(),
              "combination", stopped.combination()));
    }
    json.put(
        "parameters",
        explanation.parameters().stream()
            .filter(value -> all || value.how() != ParameterValue.How.FIXED)
            .map(ExplainCommandJson::of)
            .toList());
    json.put("timeline", explanation.timeline().stream().map(ExplainCommandJson::of).toList());
    json.put(
        "decisions",
        explanation.decisions().stream()
            .filter(decision -> isWanted(decision, columns, all))
            .map(ExplainCommandJson::of)
            .toList());
    json.put("indicators", explanation.indicators().stream().map(ExplainCommandJson::of).toList());
    return json;
  }

  /** Whether a decision is to be shown. */
  static boolean isWanted(ExplainedDecision decision, Set<String> columns, boolean all) {
    return columns.isEmpty() ? all || decision.onTheWay() : columns.contains(decision.column());
  }

  private static Map<String, Object> of(ParameterValue value) {
    return Json.object(
        "address", value.address(),
        "kind", value.kind().word(),
        "value", value.value(),
        "how", value.how().word(),
        "basis", value.basis().word(),
        "claims", value.claims());
  }

  private static Map<String, Object> of(DatedEvent event) {
    return Json.object(
        "date", event.date().toString(),
        "name", event.name(),
        "title", event.title(),
        "milestone", event.milestone(),
        "onTheWay", event.onTheWay(),
        "comparedBy", event.comparedBy());
  }

  private static Map<String, Object> of(ExplainedDecision decision) {
    return Json.object(
        "column", decision.column(),
        "decision", decision.decision(),
        "subject", Optional.of(decision.subject()).filter(subject -> !subject.isEmpty()),
        "onTheWay", decision.onTheWay(),
        "inputs", decision.inputs().stream().map(ExplainCommandJson::of).toList(),
        "results", results(decision.results()),
        "reasons", decision.reasons(),
        "rules", decision.rules().stream().map(ExplainCommandJson::of).toList());
  }

  private static Map<String, Object> results(List<ResultValue> values) {
    Map<String, Object> json = Json.object();
    values.forEach(result -> json.put(result.column(), result.value()));
    return json;
  }

  private static Map<String, Object> of(InputValue input) {
    return Json.object(
        "field", input.field(),
        "value", input.value(),
        "from", of(input.provenance()));
  }

  private static Map<String, Object> of(Provenance provenance) {
    if (provenance instanceof Provenance.FromParameter parameter) {
      return Json.object(
          "parameter", parameter.address(),
          "how", parameter.how().word(),
          "basis", parameter.basis().word());
    }
    if (provenance instanceof Provenance.FromDecision decision) {
      return Json.object("decision", decision.column());
    }
    if (provenance instanceof Provenance.Computed computed) {
      Map<String, Object> values = Json.object();
      computed.from().forEach(operand -> values.put(operand.name(), operand.value()));
      return Json.object("computed", computed.name(), "how", computed.how(), "values", values);
    }
    return Json.object("counted", ((Provenance.Counted) provenance).fields());
  }

  private static Map<String, Object> of(FiredRule rule) {
    return Json.object(
        "rule", rule.name(),
        "kind", rule.kind().word(),
        "norm", rule.norm(),
        "onTheWay", rule.onTheWay(),
        "asks", rule.asks(),
        "condition", rule.condition(),
        "decides", results(rule.decides()),
        "reasons", rule.reasons(),
        "note", rule.note(),
        "file", rule.file(),
        "line", rule.line(),
        "claims", rule.claims().stream().map(ExplainCommandJson::of).toList());
  }

  private static Map<String, Object> of(CitedClaim cited) {
    return cited.claim().map(SourceViews::json).orElseGet(() -> Json.object("id", cited.id()));
  }

  private static Map<String, Object> of(IndicatorValue indicator) {
    return Json.object(
        "name", indicator.name(),
        "title", indicator.title(),
        "value", indicator.value(),
        "opinion", indicator.opinion());
  }
}
