package org.isfsim.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.isfsim.article.Article;
import org.isfsim.article.Figures;
import org.isfsim.article.Json;
import org.isfsim.coverage.Coverage;
import org.isfsim.coverage.DecisionCoverage;
import org.isfsim.coverage.RuleCoverage;
import org.isfsim.coverage.Weight;
import org.isfsim.montecarlo.Interval;
import org.isfsim.scenario.Scenario;

/** Which rules can fire in a scenario, and how likely each does. */
public final class CoverageArticle {

  /** How many fixed settings are named for one condition. */
  private static final int MOST_SETTINGS = 3;

  private CoverageArticle() {}

  /** The article. */
  public static Article of(Coverage coverage, Scenario scenario) {
    Article article =
        new Article()
            .heading(
                1,
                "Rules that can fire in "
                    + scenario.file()
                    + scenario.policy().map(policy -> " under the policy " + policy).orElse(""));
    coverage.decisions().forEach(decision -> decision(decision, article));
    return article
        .space()
        .lead(summary(coverage))
        .value("decisions", coverage.decisions().stream().map(CoverageArticle::value).toList());
  }

  private static String summary(Coverage coverage) {
    Map<Boolean, Long> counts =
        coverage.decisions().stream()
            .flatMap(decision -> decision.rules().stream())
            .collect(
                Collectors.groupingBy(
                    RuleCoverage::rule,
                    LinkedHashMap::new,
                    Collectors.reducing(
                        false, rule -> rule.weight().isPossible(), Boolean::logicalOr)))
            .values()
            .stream()
            .collect(Collectors.partitioningBy(fires -> fires, Collectors.counting()));
    long can = counts.getOrDefault(true, 0L);
    long cannot = counts.getOrDefault(false, 0L);
    boolean exact = coverage.decisions().stream().allMatch(d -> d.sampled().isEmpty());
    return can
        + " of "
        + Figures.count(can + cannot, "rule")
        + (exact
            ? " can fire, " + cannot + " cannot. Exact."
            : " can fire; of the others some were only not seen in sampled cases.");
  }

  private static void decision(DecisionCoverage decision, Article article) {
    article.heading(
        2,
        decision.column()
            + (decision.places().size() > 1
                ? ", for at least one of " + decision.places().size() + " contributors"
                : decision.column().equals(decision.signature().decision())
                    ? ""
                    : ", where the decision "
                        + decision.signature().decision()
                        + " is taken once more"));
    article.paragraph(
        Figures.count(decision.reached())
            + " of "
            + Figures.count(decision.signature().combinations())
            + " combinations of inputs "
            + (decision.sampled().isPresent() ? "were seen" : "occur"));
    decision
        .sampled()
        .ifPresent(
            reason -> article.paragraph("sampled, as the exact walk is too large: " + reason));
    List<List<String>> rows = new ArrayList<>();
    for (RuleCoverage rule : decision.rules()) {
      rows.add(List.of(figure(rule.weight()), rule.rule().name()));
      whyNot(rule).forEach(why -> rows.add(List.of("", "  " + why)));
    }
    article.rows(List.of("Fires", "Rule"), rows);
  }

  /** Never rounded to all or nothing. */
  static String figure(Weight weight) {
    if (weight instanceof Weight.Exact exact) {
      return exact.isCertain()
          ? "always"
          : exact.isPossible() ? Figures.open(exact.probability()) : "never";
    }
    return weight.isPossible() ? "about " + Figures.open(weight.probability()) : "not seen";
  }

  private static List<String> whyNot(RuleCoverage rule) {
    if (rule.weight().isPossible()) {
      return List.of();
    }
    if (rule.exclusions().isEmpty()) {
      return List.of("each part of its condition occurs, but never all together");
    }
    return rule.exclusions().stream()
        .map(exclusion -> "never: " + exclusion.condition().inWords() + settings(exclusion))
        .toList();
  }

  private static String settings(RuleCoverage.Exclusion exclusion) {
    List<String> settings =
        exclusion.settings().entrySet().stream()
            .map(setting -> setting.getKey() + "=" + setting.getValue())
            .toList();
    if (settings.isEmpty()) {
      return "";
    }
    int more = settings.size() - MOST_SETTINGS;
    return " ("
        + String.join(", ", settings.subList(0, Math.min(MOST_SETTINGS, settings.size())))
        + (more > 0 ? " and " + more + " more" : "")
        + ")";
  }

  private static Map<String, Object> value(DecisionCoverage decision) {
    return Json.object(
        "column",
        decision.column(),
        "decision",
        decision.signature().decision(),
        "method",
        decision.sampled().isPresent() ? "sampled" : "exact",
        "tooLarge",
        decision.sampled(),
        "combinations",
        decision.signature().combinations(),
        "reached",
        decision.reached(),
        "rules",
        decision.rules().stream().map(rule -> value(rule, decision.places().size() > 1)).toList());
  }

  private static Map<String, Object> value(RuleCoverage rule, boolean isOfMany) {
    Map<String, Object> json =
        Json.object(
            "rule", rule.rule().name(),
            "file", rule.rule().mark().file(),
            "line", rule.rule().mark().line());
    json.putAll(value(rule.weight()));
    if (isOfMany) {
      Map<String, Object> places = new LinkedHashMap<>();
      rule.byPlace().forEach((column, weight) -> places.put(column, value(weight)));
      json.put("places", places);
    }
    if (!rule.weight().isPossible()) {
      json.put(
          "excluded",
          rule.exclusions().stream()
              .map(
                  exclusion ->
                      Json.object(
                          "condition", exclusion.condition().inWords(),
                          "settings", exclusion.settings()))
              .toList());
    }
    return json;
  }

  private static Map<String, Object> value(Weight weight) {
    if (weight instanceof Weight.Sampled sampled) {
      Interval interval = Interval.of(sampled.count(), sampled.cases());
      return Json.object(
          "possible",
          sampled.isPossible() ? Optional.of(true) : Optional.empty(),
          "count",
          sampled.count(),
          "cases",
          sampled.cases(),
          "probability",
          sampled.probability(),
          "low",
          interval.low(),
          "high",
          interval.high());
    }
    Weight.Exact exact = (Weight.Exact) weight;
    return Json.object(
        "possible", exact.isPossible(),
        "certain", exact.isCertain(),
        "probability", exact.isCertain() ? 1 : Math.min(1, exact.probability()));
  }
}
