package org.isfsim.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.isfsim.article.Json;
import org.isfsim.coverage.Coverage;
import org.isfsim.coverage.DecisionCoverage;
import org.isfsim.coverage.RuleCoverage;
import org.isfsim.coverage.Weight;
import org.isfsim.montecarlo.Interval;
import org.isfsim.scenario.Scenario;

/** The coverage of rules on a page or as JSON. */
final class CoverageViews {

  /** How many fixed settings are named for one condition. */
  private static final int MOST_SETTINGS = 3;

  private final Page page;

  CoverageViews(Page page) {
    this.page = page;
  }

  void print(Coverage coverage, Scenario scenario) {
    page.heading(
        "Rules that can fire in "
            + scenario.file()
            + scenario.policy().map(policy -> " under the policy " + policy).orElse(""));
    for (DecisionCoverage decision : coverage.decisions()) {
      page.blank();
      decision(decision);
    }
    page.blank();
    page.text(0, summary(coverage));
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
        + Failures.counted(can + cannot, "rule")
        + (exact
            ? " can fire, " + cannot + " cannot. Exact."
            : " can fire; of the others some were only not seen in sampled cases.");
  }

  private void decision(DecisionCoverage decision) {
    page.heading(
        decision.column()
            + (decision.places().size() > 1
                ? ", for at least one of " + decision.places().size() + " contributors"
                : decision.column().equals(decision.signature().decision())
                    ? ""
                    : ", where the decision "
                        + decision.signature().decision()
                        + " is taken once more"));
    page.text(
        2,
        String.format(
            Locale.ROOT,
            "%,d of %,d combinations of inputs %s",
            decision.reached(),
            decision.signature().combinations(),
            decision.sampled().isPresent() ? "were seen" : "occur"));
    decision
        .sampled()
        .ifPresent(reason -> page.text(2, "sampled, as the exact walk is too large: " + reason));
    List<List<String>> rows = new ArrayList<>();
    for (RuleCoverage rule : decision.rules()) {
      rows.add(List.of(figure(rule.weight()), rule.rule().name()));
      for (String why : whyNot(rule)) {
        rows.add(List.of("", "  " + why));
      }
    }
    page.table(2, rows);
  }

  /** Never rounded to all or nothing. */
  static String figure(Weight weight) {
    if (weight instanceof Weight.Exact exact && exact.isCertain()) {
      return "always";
    }
    if (!weight.isPossible()) {
      return weight instanceof Weight.Exact ? "never" : "not seen";
    }
    double probability = weight.probability();
    String about = weight instanceof Weight.Sampled ? "about " : "";
    if (probability < 0.001) {
      return about + "<0.1 %";
    }
    if (probability > 0.999) {
      return about + ">99.9 %";
    }
    return about + String.format(Locale.ROOT, "%.1f %%", 100 * probability);
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

  static Map<String, Object> json(Coverage coverage) {
    return Json.object(
        "decisions", coverage.decisions().stream().map(CoverageViews::json).toList());
  }

  private static Map<String, Object> json(DecisionCoverage decision) {
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
        decision.rules().stream().map(rule -> json(rule, decision.places().size() > 1)).toList());
  }

  private static Map<String, Object> json(RuleCoverage rule, boolean isOfMany) {
    Map<String, Object> json =
        Json.object(
            "rule", rule.rule().name(),
            "file", rule.rule().mark().file(),
            "line", rule.rule().mark().line());
    json.putAll(json(rule.weight()));
    if (isOfMany) {
      Map<String, Object> places = new LinkedHashMap<>();
      rule.byPlace().forEach((column, weight) -> places.put(column, json(weight)));
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

  private static Map<String, Object> json(Weight weight) {
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
