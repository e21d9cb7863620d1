package org.isfsim.rules;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The political track, and reports as a matter of dispute. */
final class PoliticsRulesTest extends RulesOfDecision {

  private static final String HORIZON =
      "A path to two States is opened and Gaza is linked with the West Bank";
  private static final String BENCHMARKS =
      "Only the benchmarks of the mandate give a political track";
  private static final String NONE = "Security takes the place of politics";
  private static final String FLASHPOINT = "Reports to the Council become a flashpoint";
  private static final String QUIET = "Reports to the Council are no flashpoint";

  PoliticsRulesTest() {
    super("politics");
  }

  @Test
  void aHorizonTakesAPathToTwoStatesAndTheLinkWithTheWestBank() {
    when("twoStateHorizon", true)
        .and("westBankLink", true)
        .decides("horizon")
        .by(HORIZON)
        .notBy(BENCHMARKS)
        .notBy(NONE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"twoStateHorizon", "westBankLink"})
  void whereOneIsMissingOnlyBenchmarksGiveATrack(String missing) {
    when(missing, false)
        .and("benchmarks", true)
        .decides("benchmarks")
        .by(BENCHMARKS)
        .notBy(HORIZON)
        .notBy(NONE);
    when(missing, false).and("benchmarks", false).decides("none").by(NONE).notBy(BENCHMARKS);
  }

  @Test
  void onlyReportsThatAreMadeAndContestedBecomeAFlashpoint() {
    when("reporting", "periodic")
        .and("reportingContested", true)
        .decides("flashpoint", true)
        .by(FLASHPOINT)
        .notBy(QUIET);
    when("reporting", "none").decides("flashpoint", false).by(QUIET).notBy(FLASHPOINT);
    when("reportingContested", false).decides("flashpoint", false).by(QUIET).notBy(FLASHPOINT);
  }
}
