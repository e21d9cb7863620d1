package org.isfsim.rules;

import org.isfsim.decision.RuleCheck;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A mandate, acceptance, results and the absence of an occupation. */
final class LegitimacyRulesTest extends RulesOfDecision {

  private static final String HIGH =
      "A mandate, acceptance from the first day and the absence of occupation give high legitimacy";
  private static final String CONTESTED = "Legitimacy is contested between the two";

  LegitimacyRulesTest() {
    super("legitimacy");
  }

  private RuleCheck mandated() {
    return when("authority", "enforce");
  }

  @Test
  void withoutAMandateLegitimacyIsLowHoweverWelcomeTheForce() {
    String rule = "Without a mandate of the Council legitimacy is low";
    when("authority", "none").decides("low").givesReason("no-mandate").by(rule);
    mandated().withoutReason("no-mandate").notBy(rule);
  }

  @Test
  void peopleWhoDoNotAcceptTheForceAreWonByVisibleResults() {
    String rule = "People who do not accept the force see no results";
    mandated()
        .and("localAcceptance", "low")
        .and("visibleResults", false)
        .decides("low")
        .givesReason("no-acceptance")
        .by(rule);
    mandated()
        .and("localAcceptance", "low")
        .and("visibleResults", true)
        .decides("contested")
        .notBy(rule)
        .by(CONTESTED);
  }

  @Test
  void aForceSeenAsAnOccupationIsLostWhenDisinformationMeetsNoResults() {
    String rule = "A force seen as an occupation meets disinformation and shows no results";
    mandated()
        .and("perceivedOccupation", true)
        .and("disinformation", true)
        .and("visibleResults", false)
        .decides("low")
        .givesReason("seen-as-occupation")
        .by(rule);
    mandated().and("perceivedOccupation", false).notBy(rule);
    mandated().and("disinformation", false).notBy(rule);
    mandated().and("visibleResults", true).notBy(rule);
  }

  @ParameterizedTest
  @ValueSource(strings = {"observe", "protect", "enforce"})
  void acceptanceWithoutOccupationGivesHighLegitimacy(String authority) {
    when("authority", authority)
        .and("localAcceptance", "high")
        .and("perceivedOccupation", false)
        .and("disinformation", false)
        .decides("high")
        .givesReasons()
        .by(HIGH)
        .notBy(CONTESTED);
  }

  @Test
  void aPerceivedOccupationKeepsLegitimacyFromBeingHigh() {
    mandated()
        .and("localAcceptance", "high")
        .and("perceivedOccupation", true)
        .and("visibleResults", true)
        .decides("contested")
        .givesReasons()
        .by(CONTESTED)
        .notBy(HIGH);
  }
}
