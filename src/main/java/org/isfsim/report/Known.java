package org.isfsim.report;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.isfsim.analysis.Alternative;
import org.isfsim.article.Article;
import org.isfsim.article.Figures;
import org.isfsim.article.Json;
import org.isfsim.document.Problem;
import org.isfsim.scenario.Scenario;
import org.isfsim.study.Observation;
import org.isfsim.study.Study;

/** What an answer says of the scenario and the rules, and of what it takes as known. */
public final class Known {

  private Known() {}

  /** What programs read of a study. */
  public static Map<String, Object> of(Study study, Observation observation) {
    Map<String, Object> head =
        Json.object(
            "scenario", of(study.scenario()),
            "rules",
                Json.object(
                    "folder", study.rules().folder().toString(), "sha256", study.rules().sha256()),
            "policy", study.scenario().policy(),
            "seed", study.seed());
    head.putAll(of(observation));
    return head;
  }

  /** What programs read of a scenario. */
  static Map<String, Object> of(Scenario scenario) {
    return Json.object("id", scenario.id(), "file", scenario.file(), "sha256", scenario.sha256());
  }

  /** What programs read of what is known; nothing if nothing is. */
  public static Map<String, Object> of(Observation observation) {
    if (observation.isNone()) {
      return Map.of();
    }
    List<Map<String, Object>> rows =
        observation.rows().stream()
            .map(row -> Json.object("statement", row.statement(), "probability", row.probability()))
            .toList();
    return Json.object(
        "observed",
        rows,
        "observed-together",
        rows.size() > 1 ? observation.together() : Optional.empty());
  }

  /** {@code Scenario baseline, policy as-documented, 2025-11-04 to 2027-12-31}. */
  static String named(Scenario scenario) {
    return "Scenario "
        + scenario.id()
        + scenario.policy().map(policy -> ", policy " + policy).orElse("")
        + ", "
        + scenario.start()
        + " to "
        + scenario.horizon();
  }

  /** What programs read of a problem. */
  public static Map<String, Object> of(Problem problem) {
    return Json.object(
        "file", problem.mark().file(),
        "line", problem.mark().line(),
        "column", problem.mark().column(),
        "path", problem.path(),
        "message", problem.message(),
        "allowed", Optional.ofNullable(problem.allowed()),
        "advice", Optional.ofNullable(problem.advice()));
  }

  /** An article that says what is known, if anything is. */
  public static Article noted(Article article, Observation observation) {
    return observation.isNone() ? article : article.noting(inWords(observation));
  }

  /** An article that says what is known under each alternative, if anything is. */
  static Article noted(
      Article article, List<Alternative> alternatives, List<Observation> observations) {
    for (int a = observations.size() - 1; a >= 0; a--) {
      if (!observations.get(a).isNone()) {
        article.noting(alternatives.get(a).name() + ": " + inWords(observations.get(a)));
      }
    }
    return article;
  }

  /** What is known, how likely it was, and what that means for the figures. */
  public static String inWords(Observation observation) {
    List<String> statements =
        observation.rows().stream()
            .map(row -> row.statement() + likely(" (", row.probability(), ")"))
            .toList();
    return "Observed: "
        + String.join("; ", statements)
        + (statements.size() > 1 ? likely(", together ", observation.together(), "") : "")
        + ". Every figure is a share of the cases that turn out so; unlike what is set, what is"
        + " observed also tells what is likely to have come before it.";
  }

  private static String likely(String before, OptionalDouble probability, String after) {
    return probability.isPresent()
        ? before + Figures.percent(probability.getAsDouble()) + after
        : "";
  }
}
