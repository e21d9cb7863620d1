package org.isfsim.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.isfsim.article.Article;
import org.isfsim.article.Json;
import org.isfsim.explanation.CaseExplanation;
import org.isfsim.explanation.DatedEvent;
import org.isfsim.explanation.Ending;
import org.isfsim.explanation.ExplainedDecision;
import org.isfsim.explanation.IndicatorValue;
import org.isfsim.explanation.ParameterValue;

/** One case: its outcome, its dates, then the decisions on the way. */
public final class ExplainArticle {

  private final CaseExplanation explanation;
  private final Set<String> columns;
  private final boolean all;
  private final Article article = new Article();

  private ExplainArticle(CaseExplanation explanation, Set<String> columns, boolean all) {
    this.explanation = explanation;
    this.columns = columns;
    this.all = all;
  }

  /**
   * The article.
   *
   * @param columns the decisions that are wanted; empty: those on the way to the outcome
   * @param all whether every decision and every parameter is wanted
   */
  public static Article of(CaseExplanation explanation, Set<String> columns, boolean all) {
    ExplainArticle of = new ExplainArticle(explanation, columns, all);
    of.write();
    return of.article;
  }

  private void write() {
    List<ExplainedDecision> decisions =
        explanation.decisions().stream().filter(this::isWanted).toList();
    head();
    parameterValues();
    DecisionSection section = new DecisionSection(article, all);
    if (columns.isEmpty()) {
      timeline();
      article.heading(2, all ? "Decisions" : "Decisions on the way to this outcome");
      section.decisions(decisions);
      indicators();
      if (all) {
        parameters();
      } else {
        more(decisions);
      }
    } else {
      decisions.forEach(section::full);
    }
    article.value("timeline", explanation.timeline().stream().map(ExplainArticle::value).toList());
    article.value("decisions", decisions.stream().map(DecisionSection::value).toList());
    article.value(
        "indicators", explanation.indicators().stream().map(ExplainArticle::value).toList());
  }

  private boolean isWanted(ExplainedDecision decision) {
    return columns.isEmpty() ? all || decision.onTheWay() : columns.contains(decision.column());
  }

  private void head() {
    String of =
        "Case "
            + explanation.caseNumber()
            + " of "
            + explanation.scenario()
            + explanation.policy().map(policy -> ", policy " + policy).orElse("");
    article.value("case", explanation.caseNumber()).value("summary", explanation.summary());
    if (explanation.ending() instanceof Ending.Reached reached) {
      article.heading(1, of + ": " + reached.outcome()).lead(explanation.summary());
      article.value("outcome", reached.outcome());
    } else if (explanation.ending() instanceof Ending.Stopped stopped) {
      article.heading(1, of + ": stopped at " + stopped.decision()).lead(explanation.summary());
      article.lead("This is so when " + stopped.combination() + ".");
      article.value(
          "stopped",
          Json.object(
              "decision", stopped.decision(),
              "problems", stopped.problems(),
              "combination", stopped.combination()));
    }
    String set =
        explanation.parameters().stream()
            .filter(value -> value.how() == ParameterValue.How.SET)
            .map(value -> value.address() + " = " + value.value())
            .collect(Collectors.joining(", "));
    if (!set.isEmpty()) {
      article.lead("Set for this case: " + set + ".");
    }
  }

  private void timeline() {
    article.heading(2, "Timeline");
    List<List<String>> rows = new ArrayList<>();
    for (DatedEvent event : explanation.timeline()) {
      if (all || event.milestone() || event.onTheWay()) {
        String aside =
            event.milestone() ? "" : " (read by " + String.join(", ", event.comparedBy()) + ")";
        rows.add(List.of(event.date().toString(), event.title() + aside));
      }
    }
    article.rows(List.of("Date", "What happens"), rows);
    if (!explanation.notByHorizon().isEmpty()) {
      article.paragraph(
          "Not by "
              + explanation.horizon()
              + ": "
              + String.join("; ", explanation.notByHorizon())
              + ".");
    }
  }

  private static Map<String, Object> value(DatedEvent event) {
    return Json.object(
        "date", event.date().toString(),
        "name", event.name(),
        "title", event.title(),
        "milestone", event.milestone(),
        "onTheWay", event.onTheWay(),
        "comparedBy", event.comparedBy());
  }

  private void indicators() {
    if (explanation.indicators().isEmpty()) {
      return;
    }
    article.heading(2, "Indicators, beside the outcome and never part of it");
    article.rows(
        List.of("Indicator", "Value"),
        explanation.indicators().stream()
            .map(of -> List.of(of.title(), of.value() + (of.opinion() ? " (opinion)" : "")))
            .toList());
  }

  private static Map<String, Object> value(IndicatorValue indicator) {
    return Json.object(
        "name", indicator.name(),
        "title", indicator.title(),
        "value", indicator.value(),
        "opinion", indicator.opinion());
  }

  private void parameters() {
    article.heading(2, "Parameters");
    article.rows(
        List.of("Parameter", "Value"),
        explanation.parameters().stream()
            .map(
                of ->
                    List.of(
                        of.address(),
                        of.value()
                            + ", "
                            + of.how().word()
                            + DecisionSection.inBrackets(of.basis())))
            .toList());
  }

  private void parameterValues() {
    article.value(
        "parameters",
        explanation.parameters().stream()
            .filter(value -> all || value.how() != ParameterValue.How.FIXED)
            .map(
                of ->
                    Json.object(
                        "address", of.address(),
                        "kind", of.kind().word(),
                        "value", of.value(),
                        "how", of.how().word(),
                        "basis", of.basis().word(),
                        "claims", of.claims()))
            .toList());
  }

  private void more(List<ExplainedDecision> shown) {
    String others =
        explanation.decisions().stream()
            .filter(decision -> !shown.contains(decision))
            .map(ExplainedDecision::column)
            .collect(Collectors.joining(", "));
    if (!others.isEmpty()) {
      article
          .space()
          .lead("Did not bear on this outcome: " + others + ". --all or --decision shows them.");
    }
  }
}
