package org.isfsim.rules;

import org.isfsim.decision.RuleCheck;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The Board, its committee, and the handover by one of three rules. */
final class GovernanceRulesTest extends RulesOfDecision {

  private static final String REFORM =
      "Reform alone brings the handover to the Palestinian Authority";
  private static final String REFORM_AND_BOARD =
      "Reform and the Board's approval bring the handover";
  private static final String ALL_THREE =
      "Reform, the Board's approval and Israel's acceptance bring the handover";

  GovernanceRulesTest() {
    super("governance");
  }

  /** The Board is there, the reforms are complete and the Authority takes part. */
  private RuleCheck reformed(String rule) {
    return when("boardInTime", true)
        .and("handoverInTime", true)
        .and("paAccepts", true)
        .and("handoverRule", rule);
  }

  @Test
  void withoutABoardNobodyGoverns() {
    String rule = "The Board of Peace is not established";
    when("boardInTime", false).decides("none").by(rule);
    when("boardInTime", true).notBy(rule);
  }

  @ParameterizedTest
  @CsvSource({
    "false, board, The Board governs alone,"
        + " The Board supervises a committee of Palestinian technocrats",
    "true, board-and-committee, The Board supervises a committee of Palestinian technocrats,"
        + " The Board governs alone"
  })
  void theBoardGovernsAloneOrWithItsCommitteeUntilAHandover(
      boolean seated, String governance, String rule, String other) {
    when("boardInTime", true)
        .and("committeeSeated", seated)
        .and("handoverInTime", false)
        .decides(governance)
        .by(rule)
        .notBy(other);
    when("boardInTime", true)
        .and("committeeSeated", seated)
        .and("paAccepts", false)
        .decides(governance)
        .by(rule);
    reformed("reform").notBy(rule);
  }

  @Test
  void underTheDraftReformAloneBringsTheHandover() {
    reformed("reform").decides("handover").givesReasons().by(REFORM);
    reformed("reform-and-board").notBy(REFORM);
    when("handoverInTime", false).notBy(REFORM);
  }

  @Test
  void whereTheBoardMustApproveItsApprovalMakesTheDifference() {
    reformed("reform-and-board")
        .and("boardApproves", true)
        .decides("handover")
        .by(REFORM_AND_BOARD);
    reformed("reform-and-board")
        .and("boardApproves", false)
        .and("committeeSeated", true)
        .decides("board-and-committee")
        .notBy(REFORM_AND_BOARD);
  }

  @Test
  void whereIsraelMustAcceptItsOppositionIsAnObstacle() {
    String obstacle = "Not being accepted by Israel is an obstacle to the handover";
    reformed("reform-board-and-israel")
        .and("boardApproves", true)
        .and("israelAccepts", true)
        .decides("handover")
        .givesReasons()
        .by(ALL_THREE)
        .notBy(obstacle);
    reformed("reform-board-and-israel")
        .and("israelAccepts", false)
        .and("committeeSeated", false)
        .decides("board")
        .givesReasons("israel-opposes")
        .by(obstacle)
        .notBy(ALL_THREE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"reform", "reform-and-board"})
  void whereIsraelHasNoSayItsOppositionIsNoObstacle(String rule) {
    reformed(rule).and("boardApproves", true).and("israelAccepts", false).decides("handover");
  }
}
