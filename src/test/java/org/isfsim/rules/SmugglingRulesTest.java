package org.isfsim.rules;

import org.isfsim.decision.RuleCheck;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who controls the borders, and with whom. */
final class SmugglingRulesTest extends RulesOfDecision {

  private static final String TOGETHER =
      "Egypt, Israel and a force with authority control the borders together";
  private static final String ONE = "Only part of the border is controlled beside the force";
  private static final String WITHOUT_FORCE =
      "Egypt and Israel reduce smuggling without a force that may act";
  private static final String OPEN = "The borders stay open to smuggling";

  SmugglingRulesTest() {
    super("smuggling");
  }

  private RuleCheck coordinated() {
    return when("borderAuthority", "force-coordinated");
  }

  private RuleCheck withForce() {
    return coordinated().and("deployment", "partial-area").and("authority", "protect");
  }

  @Test
  void allThreeTogetherControlTheBorders() {
    withForce()
        .and("egypt", true)
        .and("israel", true)
        .decides("controlled")
        .by(TOGETHER)
        .notBy(ONE)
        .notBy(WITHOUT_FORCE);
  }

  @ParameterizedTest
  @CsvSource({"true, false", "false, true"})
  void oneNeighbourBesideTheForceReducesSmuggling(boolean egypt, boolean israel) {
    withForce()
        .and("egypt", egypt)
        .and("israel", israel)
        .decides("reduced")
        .by(ONE)
        .notBy(TOGETHER)
        .notBy(OPEN);
    coordinated()
        .and("deployment", "none")
        .and("egypt", egypt)
        .and("israel", israel)
        .decides("open")
        .by(OPEN)
        .notBy(ONE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", "observe"})
  void bothNeighboursReduceSmugglingBesideAForceThatMayNotAct(String authority) {
    coordinated()
        .and("egypt", true)
        .and("israel", true)
        .and("authority", authority)
        .decides("reduced")
        .by(WITHOUT_FORCE)
        .notBy(TOGETHER);
  }

  @Test
  void whereNoNeighbourWorksWithTheForceTheBordersStayOpen() {
    coordinated().and("egypt", false).and("israel", false).decides("open").by(OPEN);
  }

  @Test
  void whereIsraelKeepsTheBordersEgyptMakesTheDifference() {
    String with = "Israel keeps the borders and Egypt works with it";
    String without = "Israel keeps the borders without Egypt";
    when("borderAuthority", "israel-retained")
        .and("egypt", true)
        .decides("controlled")
        .by(with)
        .notBy(without);
    when("borderAuthority", "israel-retained")
        .and("egypt", false)
        .decides("reduced")
        .by(without)
        .notBy(with);
  }
}
