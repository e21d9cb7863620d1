package org.isfsim.cli;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.isfsim.article.Json;
import org.isfsim.explanation.ExplainedDecision;
import org.isfsim.explanation.FiredRule;
import org.isfsim.explanation.Witness;

/** What can be reached, as JSON. */
record ReachJson(ReachCommandLine command, ReachGrounds grounds) {

  Map<String, Object> of(List<ReachAnswer> answers, Optional<ReachSides> sides) {
    return Json.object(
        "outcomes", answers.stream().map(this::of).toList(),
        "sides", sides.map(this::of));
  }

  private Map<String, Object> of(ReachAnswer answer) {
    if (answer instanceof ReachAnswer.Reached reached) {
      return Json.object(
          "outcome", reached.outcome(),
          "reachable", "yes",
          "probability", reached.probability(),
          "case", witness(reached),
          "conditions", reached.conditions().map(this::conditions));
    }
    if (answer instanceof ReachAnswer.Excluded excluded) {
      return Json.object(
          "outcome", excluded.outcome(),
          "reachable", "no",
          "byRules", excluded.exclusion().byRules(),
          "complete", excluded.exclusion().complete(),
          "excludedBy", settings(excluded.exclusion().blocking()),
          "wouldHaveToChange", settings(excluded.exclusion().relaxations()));
    }
    return Json.object(
        "outcome",
        answer.outcome(),
        "reachable",
        "no",
        "tooLarge",
        ((ReachAnswer.Unexplained) answer).tooLarge());
  }

  private Map<String, Object> witness(ReachAnswer.Reached reached) {
    return Json.object(
        "probability", reached.witness().probability(),
        "values", reached.witness().values().stream().map(ReachJson::of).toList(),
        "set", reached.set(),
        "command", String.join(" ", command.words("explain", List.of("--case 1"), reached.set())));
  }

  private static Map<String, Object> of(Witness.Value value) {
    return Json.object(
        "address", value.address(),
        "value", value.text(),
        "probability", value.probability(),
        "mostLikely", value.usual());
  }

  private Map<String, Object> conditions(ReachAnswer.Conditions conditions) {
    return Json.object(
        "enough",
            conditions.tooLarge().isPresent()
                ? Optional.empty()
                : conditions.enough().stream().map(ReachJson::of).toList(),
        "tooLarge", conditions.tooLarge(),
        "way", conditions.way().stream().map(ReachJson::of).toList());
  }

  private static Map<String, Object> of(ExplainedDecision decision) {
    return Json.object(
        "decision",
        decision.column(),
        "rules",
        decision.rules().stream()
            .filter(FiredRule::onTheWay)
            .map(
                rule ->
                    Json.object(
                        "rule", rule.name(),
                        "condition", rule.condition(),
                        "claims", rule.claims().stream().map(claim -> claim.id()).toList()))
            .toList());
  }

  private List<List<Map<String, Object>>> settings(List<List<String>> sets) {
    return sets.stream().map(set -> set.stream().map(grounds::json).toList()).toList();
  }

  private List<Map<String, Object>> of(ReachSides sides) {
    return sides.sides().stream().map(side -> of(sides, side)).toList();
  }

  private Map<String, Object> of(ReachSides sides, ReachSides.Side side) {
    Map<String, Object> reachable = Json.object();
    for (int i = 0; i < side.reachable().size(); i++) {
      reachable.put(sides.outcomes().get(i), side.reachable().get(i) ? "yes" : "no");
    }
    return Json.object(
        "conflict", side.conflict(),
        "parameter", side.address(),
        "value", side.value(),
        "taken", side.isTaken(),
        "claims", grounds.sideClaims(side.address(), side.value()),
        "reachable", reachable,
        "problem", side.problem());
  }
}
