package org.isfsim.rules;

import org.isfsim.decision.RuleCheck;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A deployed force stays, is withdrawn or breaks off. */
final class EnduranceRulesTest extends RulesOfDecision {

  private static final String BROKEN =
      "The ceasefire ends and the contributors do not keep the force in place";
  private static final String UNEASY = "Contingents uneasy about parallel operations leave";
  private static final String ATTACKED = "Contingents leave under attacks without legitimacy";
  private static final String STAYS = "The force stays";

  EnduranceRulesTest() {
    super("endurance");
  }

  private RuleCheck deployed() {
    return when("deployment", "whole-area");
  }

  @Test
  void whatWasNotDeployedCannotEnd() {
    String rule = "What was not deployed cannot end";
    when("deployment", "none").decides("none").givesReasons().by(rule);
    deployed()
        .notBy(rule)
        .and("ceasefireEnds", "not-during")
        .and("contributorsLeave", false)
        .decides("stays");
  }

  @ParameterizedTest
  @ValueSource(strings = {"before-withdrawal", "after-withdrawal"})
  void aBrokenCeasefireEndsAForceThatContributorsDoNotKeep(String ends) {
    deployed()
        .and("ceasefireEnds", ends)
        .and("outlastsCeasefire", false)
        .and("contributorsLeave", false)
        .decides("broken-off")
        .by(BROKEN)
        .notBy(STAYS);
  }

  @ParameterizedTest
  @ValueSource(strings = {"before-withdrawal", "after-withdrawal"})
  void aBrokenCeasefireNeedNotEndTheForce(String ends) {
    deployed()
        .and("ceasefireEnds", ends)
        .and("outlastsCeasefire", true)
        .and("contributorsLeave", false)
        .decides("stays")
        .givesReasons()
        .by(STAYS)
        .notBy(BROKEN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"strikes", "high-intensity"})
  void uneasyContingentsLeaveIfTheyDoWhileOperationsGoOn(String operations) {
    deployed()
        .and("ceasefireEnds", "not-during")
        .and("allUneasy", true)
        .and("operations", operations)
        .and("contributorsLeave", true)
        .and("withdrawalInTime", true)
        .decides("withdrawn")
        .givesReason("parallel-operations")
        .by(UNEASY)
        .notBy(STAYS);
  }

  @ParameterizedTest
  @CsvSource({
    "allUneasy, false",
    "operations, none",
    "contributorsLeave, false",
    "withdrawalInTime, false"
  })
  void uneaseAloneMakesNobodyLeave(String field, String value) {
    deployed().and(field, value).withoutReason("parallel-operations").notBy(UNEASY);
  }

  @Test
  void attacksMakeContingentsLeaveWhereTheForceHasNoLegitimacy() {
    deployed()
        .and("ceasefireEnds", "not-during")
        .and("legitimacy", "low")
        .and("spoilers", "high")
        .and("contributorsLeave", true)
        .and("withdrawalInTime", true)
        .decides("withdrawn")
        .givesReason("attacks-without-legitimacy")
        .by(ATTACKED)
        .notBy(STAYS);
    deployed()
        .and("legitimacy", "contested")
        .withoutReason("attacks-without-legitimacy")
        .notBy(ATTACKED);
    deployed().and("spoilers", "low").notBy(ATTACKED);
  }

  @Test
  void whatComesFirstEndsTheForce() {
    RuleCheck endedFirst =
        deployed()
            .and("outlastsCeasefire", false)
            .and("ceasefireEnds", "before-withdrawal")
            .and("legitimacy", "low")
            .and("spoilers", "high")
            .and("contributorsLeave", true)
            .and("withdrawalInTime", true);
    endedFirst.decides("broken-off").by(BROKEN).notBy(ATTACKED).notBy(UNEASY);
    RuleCheck leftFirst =
        deployed()
            .and("outlastsCeasefire", false)
            .and("ceasefireEnds", "after-withdrawal")
            .and("legitimacy", "low")
            .and("spoilers", "high")
            .and("contributorsLeave", true)
            .and("withdrawalInTime", true);
    leftFirst.decides("withdrawn").by(ATTACKED).notBy(BROKEN);
  }

  @Test
  void thePresenceIsNeededBeyondTheMandateIfThereIsNoHandoverByItsEnd() {
    String needed = "The presence is needed beyond the mandate";
    String relieved = "The presence is not needed beyond the mandate";
    deployed()
        .and("handoverByMandateEnd", false)
        .decides("beyond-mandate", true)
        .by(needed)
        .notBy(relieved);
    deployed()
        .and("handoverByMandateEnd", true)
        .decides("beyond-mandate", false)
        .by(relieved)
        .notBy(needed);
    when("deployment", "none").decides("beyond-mandate", false).by(relieved).notBy(needed);
  }
}
