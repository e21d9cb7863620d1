package org.isfsim.rules;

import org.isfsim.decision.RuleCheck;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A partial area grows, stays or shrinks. */
final class AreaRulesTest extends RulesOfDecision {

  private static final String GROWS =
      "Early visible success lets the secured zones grow to the whole area";
  private static final String SHRINKS =
      "Fighting and refusal without visible results shrink the secured zones";
  private static final String STAYS = "The secured zones stay as they are";

  AreaRulesTest() {
    super("area");
  }

  private RuleCheck partial() {
    return when("deployment", "partial-area");
  }

  @Test
  void withoutADeploymentNoAreaIsHeld() {
    String rule = "There is no area without a deployment";
    when("deployment", "none").decides("none").by(rule);
    partial().notBy(rule);
  }

  @Test
  void theWholeAreaStaysWhole() {
    String rule = "A deployment to the whole area stays whole";
    when("deployment", "whole-area").decides("whole").by(rule).notBy(STAYS);
    partial().notBy(rule);
  }

  @Test
  void anInkblotGrowsWithVisibleResultsWhereFightingAndRefusalDoNotStopIt() {
    partial()
        .and("rollout", "inkblot")
        .and("visibleResults", true)
        .and("operations", "strikes")
        .and("consent", "partial")
        .decides("whole")
        .by(GROWS)
        .notBy(STAYS);
  }

  @ParameterizedTest
  @CsvSource({"rollout, fixed-zones", "operations, high-intensity", "consent, refuse"})
  void visibleResultsAloneKeepTheZonesAsTheyAre(String field, String value) {
    partial()
        .and("visibleResults", true)
        .and(field, value)
        .decides("partial")
        .by(STAYS)
        .notBy(GROWS)
        .notBy(SHRINKS);
  }

  @Test
  void withoutVisibleResultsNothingGrows() {
    partial()
        .and("visibleResults", false)
        .and("consent", "accept")
        .decides("partial")
        .by(STAYS)
        .notBy(GROWS);
  }

  @Test
  void fightingTogetherWithRefusalShrinksZonesWithoutVisibleResults() {
    partial()
        .and("visibleResults", false)
        .and("operations", "high-intensity")
        .and("consent", "refuse")
        .decides("shrunk")
        .by(SHRINKS)
        .notBy(STAYS);
    partial()
        .and("visibleResults", false)
        .and("operations", "strikes")
        .and("consent", "refuse")
        .decides("partial")
        .notBy(SHRINKS);
  }
}
