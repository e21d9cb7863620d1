package org.isfsim.rules;

import org.isfsim.decision.RuleCheck;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How far decommissioning gets, and what keeps it from getting further. */
final class DisarmamentRulesTest extends RulesOfDecision {

  private static final String BEGUN = "Disarmament begins but is not brought to verification";
  private static final String IN_PART = "Decommissioning is verified in part";
  private static final String VERIFIED = "Decommissioning is verified";

  DisarmamentRulesTest() {
    super("disarmament");
  }

  /** An enforcement force that may disarm after combat. */
  private RuleCheck enforcing() {
    return when("authority", "enforce").and("sequence", "after-combat").and("operations", "none");
  }

  private RuleCheck completing() {
    return enforcing().and("timeAllows", "completion");
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", "observe", "protect"})
  void withoutAuthorityToEnforceNobodyDisarmsEvenThoseWhoAccept(String authority) {
    String rule = "Without authority to enforce nobody disarms groups";
    when("authority", authority).decides("none").givesReason("no-authority").by(rule);
    when("authority", "enforce").withoutReason("no-authority").notBy(rule);
  }

  @Test
  void groupsThatRefuseAreDisarmedOnlyByAForceThatCanCompelThem() {
    String rule = "Groups refuse and the force cannot compel";
    when("consent", "refuse")
        .and("canCompel", false)
        .decides("none")
        .givesReason("cannot-compel")
        .by(rule);
    when("consent", "refuse").and("canCompel", true).withoutReason("cannot-compel").notBy(rule);
    when("consent", "partial").notBy(rule);
  }

  @Test
  void disarmamentThatFollowsCombatWaitsForItsEnd() {
    String rule = "Disarmament waits for large-scale combat to end";
    when("sequence", "after-combat")
        .and("operations", "high-intensity")
        .decides("none")
        .givesReason("combat-goes-on")
        .by(rule);
    when("sequence", "after-combat").and("operations", "strikes").notBy(rule);
    when("sequence", "concurrent").withoutReason("combat-goes-on").notBy(rule);
  }

  @Test
  void aPresenceThatEndsBeforeDisarmamentBeginsDisarmsNobody() {
    String rule = "Disarmament would begin after the presence has ended";
    when("timeAllows", "nothing").decides("none").givesReason("not-begun-in-time").by(rule);
    when("timeAllows", "beginning").withoutReason("not-begun-in-time").notBy(rule);
  }

  @ParameterizedTest
  @CsvSource({"beginning, full", "beginning, weak", "completion, weak"})
  void whatIsNotCompletedOrCannotBeVerifiedIsOnlyBegun(String timeAllows, String verification) {
    enforcing()
        .and("consent", "accept")
        .and("timeAllows", timeAllows)
        .and("verification", verification)
        .decides("begun")
        .givesReasons()
        .by(BEGUN)
        .notBy(IN_PART)
        .notBy(VERIFIED);
  }

  @ParameterizedTest
  @CsvSource({"verification, partial", "command, dual", "smuggling, open"})
  void oneWeaknessKeepsVerificationPartial(String field, String value) {
    RuleCheck check = completing().and("consent", "accept").and(field, value);
    if (!field.equals("verification")) {
      check = check.and("verification", "full");
    }
    check.decides("verified-in-part").by(IN_PART).notBy(VERIFIED).notBy(BEGUN);
  }

  @Test
  void partialConsentIsVerifiedInPartWhereNobodyCanCompel() {
    completing()
        .and("consent", "partial")
        .and("canCompel", false)
        .and("verification", "full")
        .decides("verified-in-part")
        .by(IN_PART)
        .notBy(VERIFIED);
  }

  @Test
  void consentOrAnAbleForceBringsVerifiedDecommissioning() {
    completing()
        .and("consent", "accept")
        .and("canCompel", false)
        .and("verification", "full")
        .and("command", "deconflicted")
        .and("smuggling", "reduced")
        .decides("verified")
        .givesReasons()
        .by(VERIFIED)
        .notBy(IN_PART);
    completing()
        .and("consent", "refuse")
        .and("canCompel", true)
        .and("verification", "full")
        .and("command", "unified")
        .and("smuggling", "controlled")
        .decides("verified")
        .by(VERIFIED);
  }
}
