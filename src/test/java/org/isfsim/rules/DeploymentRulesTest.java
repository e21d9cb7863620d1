package org.isfsim.rules;

import org.isfsim.decision.RuleCheck;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every reason against a deployment is collected; without one the force deploys. */
final class DeploymentRulesTest extends RulesOfDecision {

  private static final String WHOLE = "The force deploys to the whole area";
  private static final String ON_TIME = "The first troops come by the date hoped for";
  private static final String LATE = "The first troops come later than hoped for";

  DeploymentRulesTest() {
    super("deployment");
  }

  /** Nothing stands against a deployment of this force. */
  private RuleCheck ready(String force) {
    return when("force", force)
        .and("accessGranted", true)
        .and("waitsForBoard", true)
        .and("boardInTime", true)
        .and("waitsForPhaseOne", true)
        .and("phaseOneInTime", true);
  }

  private RuleCheck readyInCeasefire(String force) {
    return ready(force).and("ceasefireHolds", true);
  }

  @ParameterizedTest
  @CsvSource({
    "force, none, no-force, There is no force to deploy, symbolic",
    "accessGranted, false, israel-denies-access, Israel does not let the force in, true",
    "timing, not-by-horizon, not-by-horizon,"
        + " The first troops would come after the horizon, late"
  })
  void oneObstacleIsEnoughAndIsNamed(
      String field, String value, String reason, String rule, String otherwise) {
    when(field, value)
        .decides("none")
        .decides("timing", "none")
        .givesReason(reason)
        .by(rule)
        .notBy(WHOLE);
    when(field, otherwise).withoutReason(reason).notBy(rule);
  }

  @ParameterizedTest
  @CsvSource({
    "waitsForBoard, boardInTime, no-board, The Board of Peace is not there by the horizon",
    "waitsForPhaseOne, phaseOneInTime, phase-one-incomplete,"
        + " Phase one is not complete by the horizon"
  })
  void aGateHoldsAForceThatWaitsForItAndNoOther(
      String waits, String inTime, String reason, String rule) {
    when(waits, true)
        .and(inTime, false)
        .decides("none")
        .decides("timing", "none")
        .givesReason(reason)
        .by(rule);
    when(waits, true).and(inTime, true).withoutReason(reason).notBy(rule);
    when(waits, false).and(inTime, false).withoutReason(reason).notBy(rule);
  }

  @Test
  void aForceThatFollowsCombatNeedsTheCeasefire() {
    String rule =
        "The ceasefire has ended before the first troops and the force waits for combat to end";
    when("ceasefireHolds", false)
        .and("sequence", "after-combat")
        .decides("none")
        .decides("timing", "none")
        .givesReason("ceasefire-ended")
        .by(rule);
    when("ceasefireHolds", false).and("sequence", "concurrent").notBy(rule);
    when("ceasefireHolds", true).withoutReason("ceasefire-ended").notBy(rule);
  }

  @Test
  void everyReasonAgainstIsCollectedNotOnlyTheFirst() {
    when("force", "none")
        .and("accessGranted", false)
        .and("timing", "not-by-horizon")
        .and("waitsForBoard", true)
        .and("boardInTime", false)
        .and("waitsForPhaseOne", true)
        .and("phaseOneInTime", false)
        .and("ceasefireHolds", false)
        .and("sequence", "after-combat")
        .decides("none")
        .givesReasons(
            "no-force",
            "israel-denies-access",
            "not-by-horizon",
            "no-board",
            "phase-one-incomplete",
            "ceasefire-ended");
  }

  @ParameterizedTest
  @ValueSource(strings = {"below-yardstick", "at-yardstick"})
  void aForceOfAnySizeBeyondTheSymbolicDeploysToTheWholeArea(String force) {
    readyInCeasefire(force)
        .and("textAccepted", true)
        .and("operations", "strikes")
        .and("timing", "late")
        .decides("whole-area")
        .decides("timing", "late")
        .givesReasons()
        .by(WHOLE);
  }

  @Test
  void aSymbolicForceCoversPartOfTheArea() {
    String rule = "A symbolic force covers only part of the area";
    readyInCeasefire("symbolic")
        .and("timing", "on-time")
        .decides("partial-area")
        .givesReason("symbolic-force")
        .by(rule)
        .notBy(WHOLE);
    when("force", "below-yardstick").withoutReason("symbolic-force").notBy(rule);
  }

  @Test
  void highIntensityOperationsConfineTheForce() {
    String rule = "High-intensity operations confine the force to secured zones";
    readyInCeasefire("at-yardstick")
        .and("timing", "on-time")
        .and("operations", "high-intensity")
        .decides("partial-area")
        .givesReason("operations-beside")
        .by(rule)
        .notBy(WHOLE);
    when("operations", "strikes").withoutReason("operations-beside").notBy(rule);
  }

  @Test
  void aForceThatGoesInBesideFightingStabilisesClearedDistricts() {
    String rule = "The force stabilises cleared districts while fighting goes on elsewhere";
    ready("at-yardstick")
        .and("timing", "on-time")
        .and("ceasefireHolds", false)
        .and("sequence", "concurrent")
        .decides("partial-area")
        .givesReason("fighting-elsewhere")
        .by(rule)
        .notBy(WHOLE);
    when("ceasefireHolds", true).withoutReason("fighting-elsewhere").notBy(rule);
    when("sequence", "after-combat").withoutReason("fighting-elsewhere").notBy(rule);
  }

  @Test
  void aTextThatIsraelDoesNotAcceptIsCarriedOutInPartOfTheArea() {
    String rule = "A text that Israel does not accept is carried out in part of the area only";
    readyInCeasefire("at-yardstick")
        .and("timing", "on-time")
        .and("authority", "protect")
        .and("textAccepted", false)
        .decides("partial-area")
        .givesReason("text-not-accepted")
        .by(rule)
        .notBy(WHOLE);
    when("textAccepted", true).withoutReason("text-not-accepted").notBy(rule);
  }

  @Test
  void withoutAnAdoptedTextThereIsNoneThatIsraelCouldRefuse() {
    readyInCeasefire("at-yardstick")
        .and("timing", "on-time")
        .and("authority", "none")
        .and("textAccepted", false)
        .and("operations", "none")
        .decides("whole-area")
        .by(WHOLE)
        .notBy("A text that Israel does not accept is carried out in part of the area only");
  }

  @Test
  void aDeployingForceIsOnTimeOrLate() {
    readyInCeasefire("at-yardstick")
        .and("timing", "on-time")
        .decides("timing", "on-time")
        .by(ON_TIME)
        .notBy(LATE);
    readyInCeasefire("at-yardstick")
        .and("timing", "late")
        .decides("timing", "late")
        .by(LATE)
        .notBy(ON_TIME);
  }
}
