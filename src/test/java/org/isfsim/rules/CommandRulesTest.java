package org.isfsim.rules;

import org.isfsim.decision.RuleCheck;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One command, two that work beside each other, or two that collide. */
final class CommandRulesTest extends RulesOfDecision {

  private static final String COLLIDE =
      "Two commands without coordination, defined space or shared rules collide";
  private static final String BESIDE =
      "Two commands work beside each other in defined space with shared rules";
  private static final String JOINT =
      "Joint coordination carries two commands through high-intensity operations";

  CommandRulesTest() {
    super("command");
  }

  private RuleCheck nobodyElse() {
    return when("ultimateSecurity", false).and("freedomOfAction", false).and("operations", "none");
  }

  @Test
  void whereNobodyElseCommandsSharedRulesMakeOneCommand() {
    String unified = "Nobody else commands and the contingents share their rules";
    String apart = "Nobody else commands but the contingents read their rules differently";
    nobodyElse().and("rulesShared", true).decides("unified").by(unified).notBy(apart);
    nobodyElse().and("rulesShared", false).decides("deconflicted").by(apart).notBy(unified);
  }

  @ParameterizedTest
  @CsvSource({"ultimateSecurity, true", "freedomOfAction, true", "operations, strikes"})
  void aSecondCommandEndsUnity(String field, String value) {
    when(field, value)
        .notBy("Nobody else commands and the contingents share their rules")
        .notBy("Nobody else commands but the contingents read their rules differently");
  }

  @ParameterizedTest
  @ValueSource(strings = {"deconfliction", "joint"})
  void twoCommandsWorkInDefinedSpaceWithSharedRulesAndCoordination(String coordination) {
    when("ultimateSecurity", true)
        .and("operations", "strikes")
        .and("coordination", coordination)
        .and("definedSpace", true)
        .and("rulesShared", true)
        .decides("deconflicted")
        .by(BESIDE)
        .notBy(COLLIDE);
  }

  @ParameterizedTest
  @CsvSource({"coordination, none", "definedSpace, false", "rulesShared, false"})
  void twoCommandsCollideWhereOneOfTheseIsMissing(String field, String value) {
    when("ultimateSecurity", true).and(field, value).decides("dual").by(COLLIDE).notBy(BESIDE);
    when("freedomOfAction", true).and(field, value).decides("dual").by(COLLIDE).notBy(BESIDE);
    when("operations", "strikes").and(field, value).decides("dual").by(COLLIDE).notBy(BESIDE);
  }

  @Test
  void highIntensityOperationsAreCarriedByJointCoordinationOnly() {
    String alone = "High-intensity operations without joint coordination leave two commands";
    when("operations", "high-intensity")
        .and("coordination", "joint")
        .and("definedSpace", true)
        .and("rulesShared", true)
        .decides("deconflicted")
        .by(JOINT)
        .notBy(alone);
    when("operations", "high-intensity")
        .and("coordination", "deconfliction")
        .decides("dual")
        .by(alone)
        .notBy(JOINT);
  }
}
