package org.isfsim.rules;

import org.isfsim.decision.RuleCheck;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One outcome for each combination of the results that it is read from. */
final class OutcomeRulesTest extends RulesOfDecision {

  private static final String WITHOUT_MANDATE =
      "Contributors that need no mandate deployed without one";
  private static final String ENDED = "The deployment ended early";
  private static final String BELOW =
      "An enforcement force is below the yardstick or has nobody free to disarm";
  private static final String AT = "An enforcement force is at the yardstick";

  OutcomeRulesTest() {
    super("outcome");
  }

  /** A force of this size was deployed with an adopted text and stays. */
  private RuleCheck stays(String force) {
    return when("council", "adopted")
        .and("force", force)
        .and("deployment", "whole-area")
        .and("endurance", "stays");
  }

  private RuleCheck enforces(String force) {
    return stays(force).and("authority", "enforce");
  }

  @ParameterizedTest
  @CsvSource({
    "no-vote, no-vote, No vote was held and nothing was deployed",
    "insufficient, not-adopted-insufficient,"
        + " The text fell short of nine yes votes and nothing was deployed",
    "vetoed, not-adopted-veto, The text was vetoed and nothing was deployed"
  })
  void whatIsNotDeployedAfterAFailedVoteEndsAsTheVoteDid(
      String council, String outcome, String rule) {
    when("council", council).and("deployment", "none").decides(outcome).by(rule);
    when("council", council)
        .and("deployment", "partial-area")
        .decides("deployed-without-mandate")
        .notBy(rule);
    when("council", "adopted").notBy(rule);
  }

  @ParameterizedTest
  @ValueSource(strings = {"no-vote", "insufficient", "vetoed"})
  void aDeploymentWithoutAMandateIsOneAlsoIfItEndsEarly(String council) {
    when("council", council)
        .and("deployment", "whole-area")
        .and("endurance", "broken-off")
        .decides("deployed-without-mandate")
        .by(WITHOUT_MANDATE)
        .notBy(ENDED);
    when("council", "adopted").notBy(WITHOUT_MANDATE);
  }

  @Test
  void anAdoptedTextWithoutTroopsHasNoContingents() {
    String nobody = "The text was adopted and nobody sent troops";
    String waiting = "A force was ready and did not deploy";
    when("council", "adopted")
        .and("force", "none")
        .decides("no-contingents")
        .by(nobody)
        .notBy(waiting);
    when("council", "adopted")
        .and("force", "symbolic")
        .and("deployment", "none")
        .decides("not-deployed")
        .by(waiting)
        .notBy(nobody);
    when("council", "adopted").and("deployment", "partial-area").notBy(waiting);
  }

  @ParameterizedTest
  @ValueSource(strings = {"withdrawn", "broken-off"})
  void anEndedDeploymentHasEndedEarlyWhateverItHadBeen(String endurance) {
    when("council", "adopted")
        .and("force", "at-yardstick")
        .and("deployment", "whole-area")
        .and("endurance", endurance)
        .decides("ended-early")
        .by(ENDED);
    when("endurance", "stays").notBy(ENDED);
  }

  @Test
  void aForceThatMayObserveObservesAndOneThatMayProtectKeepsThePeace() {
    String observes = "The force observes";
    String keeps = "The force keeps the peace without disarming";
    stays("at-yardstick")
        .and("authority", "observe")
        .decides("observation")
        .by(observes)
        .notBy(keeps);
    stays("symbolic").and("authority", "protect").decides("peacekeeping").by(keeps).notBy(observes);
    enforces("symbolic").notBy(observes).notBy(keeps);
  }

  @Test
  void twoCommandsComeBeforeEverythingElseInAnEnforcementForce() {
    String rule = "An enforcement force shares the area with a second command";
    enforces("at-yardstick").and("command", "dual").decides("enforcement-dual-command").by(rule);
    enforces("at-yardstick").and("command", "deconflicted").notBy(rule);
    stays("at-yardstick").and("authority", "protect").and("command", "dual").notBy(rule);
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", "shrunk", "partial"})
  void anEnforcementForceThatDoesNotHoldTheWholeAreaHoldsPartOfIt(String area) {
    String rule = "An enforcement force holds part of the area";
    enforces("at-yardstick")
        .and("command", "unified")
        .and("area", area)
        .decides("enforcement-partial-area")
        .by(rule)
        .notBy(AT);
    enforces("at-yardstick").and("command", "unified").and("area", "whole").notBy(rule);
  }

  @Test
  void anEnforcementForceIsAtTheYardstickOnlyIfSomebodyIsFreeToDisarm() {
    enforces("at-yardstick")
        .and("command", "deconflicted")
        .and("area", "whole")
        .and("freeToDisarm", true)
        .decides("enforcement-at-yardstick")
        .by(AT)
        .notBy(BELOW);
    enforces("at-yardstick")
        .and("command", "deconflicted")
        .and("area", "whole")
        .and("freeToDisarm", false)
        .decides("enforcement-below-yardstick")
        .by(BELOW)
        .notBy(AT);
    enforces("below-yardstick")
        .and("command", "unified")
        .and("area", "whole")
        .decides("enforcement-below-yardstick")
        .by(BELOW)
        .notBy(AT);
  }
}
