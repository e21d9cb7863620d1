package org.isfsim.rules;

import org.isfsim.decision.RuleCheck;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A clause of the text has its effect when the text is adopted, and none otherwise. */
final class MandateRulesTest extends RulesOfDecision {

  MandateRulesTest() {
    super("mandate");
  }

  private RuleCheck adopted(String field, Object value) {
    return when("council", "adopted").and(field, value);
  }

  @ParameterizedTest
  @ValueSource(strings = {"no-vote", "insufficient", "vetoed"})
  void aTextThatIsNotAdoptedGivesNothing(String council) {
    when("council", council)
        .decides("none")
        .by("Without an adopted text there is no authority")
        .decides("coordination", "none")
        .by("Coordination with Israeli forces is not arranged without an adopted text")
        .decides("reporting", "none")
        .by("Nobody reports to the Council")
        .decides("benchmarks", false)
        .by("No adopted text holds political benchmarks")
        .decides("waits-for-board", false)
        .by("The force does not wait for the Board of Peace")
        .decides("waits-for-phase-one", false)
        .by("The force does not wait for the end of phase one");
  }

  @Test
  void anAdoptedTextArrangesSomething() {
    when("council", "adopted")
        .notBy("Without an adopted text there is no authority")
        .notBy("Coordination with Israeli forces is not arranged without an adopted text");
  }

  @Test
  void authorityToEnforceTakesEnforcementTasksAndAllNecessaryMeasures() {
    String enforces = "Enforcement tasks with all necessary measures give authority to enforce";
    String protectsOnly =
        "Enforcement tasks without all necessary measures give authority to protect only";
    adopted("tasks", "enforcement")
        .and("wording", "all-necessary-measures")
        .decides("enforce")
        .by(enforces)
        .notBy(protectsOnly);
    adopted("tasks", "enforcement")
        .and("wording", "limited")
        .decides("protect")
        .by(protectsOnly)
        .notBy(enforces);
  }

  @Test
  void peacekeepingProtectsAndObservationObservesWhateverTheWording() {
    String protects = "Peacekeeping tasks give authority to protect, not to disarm";
    String observes = "Observation tasks give authority to observe";
    adopted("tasks", "peacekeeping").decides("protect").by(protects).notBy(observes);
    adopted("tasks", "observation").decides("observe").by(observes).notBy(protects);
  }

  @ParameterizedTest
  @CsvSource({
    "none, The text provides for no coordination with Israeli forces, deconfliction",
    "deconfliction, The text provides for deconfliction with Israeli forces, joint",
    "joint, The text provides for joint coordination with Israeli forces, none"
  })
  void coordinationIsWhatTheAdoptedTextSays(String clause, String rule, String other) {
    adopted("idfCoordination", clause).decides("coordination", clause).by(rule);
    adopted("idfCoordination", other).decides("coordination", other).notBy(rule);
  }

  @ParameterizedTest
  @ValueSource(strings = {"un", "board-and-council"})
  void aForceUnderTheCouncilsEyesReportsIfTheTextSaysSo(String oversight) {
    adopted("reporting", "periodic")
        .and("oversight", oversight)
        .decides("reporting", "periodic")
        .by("The force reports to the Council at intervals")
        .notBy("Nobody reports to the Council");
    adopted("reporting", "none")
        .and("oversight", oversight)
        .decides("reporting", "none")
        .by("Nobody reports to the Council")
        .notBy("The force reports to the Council at intervals");
  }

  @Test
  void aForceThatTheBoardAloneOverseesDoesNotReport() {
    adopted("oversight", "board")
        .decides("reporting", "none")
        .by("Nobody reports to the Council")
        .notBy("The force reports to the Council at intervals");
  }

  @Test
  void benchmarksStandInTheMandateIfTheTextHasThem() {
    adopted("benchmarks", true)
        .decides("benchmarks", true)
        .by("Political benchmarks stand in the adopted text")
        .notBy("No adopted text holds political benchmarks");
    adopted("benchmarks", false)
        .decides("benchmarks", false)
        .by("No adopted text holds political benchmarks")
        .notBy("Political benchmarks stand in the adopted text");
  }

  @Test
  void theBoardGatesAMandatedForceUnlessTheGateIsLifted() {
    adopted("boardGates", true)
        .decides("waits-for-board", true)
        .by("A mandated force waits for the Board of Peace")
        .notBy("The force does not wait for the Board of Peace");
    adopted("boardGates", false)
        .decides("waits-for-board", false)
        .by("The force does not wait for the Board of Peace")
        .notBy("A mandated force waits for the Board of Peace");
  }

  @Test
  void phaseOneGatesAMandatedForceUnlessTheGateIsLifted() {
    adopted("phaseOneGates", true)
        .decides("waits-for-phase-one", true)
        .by("A mandated force waits for the end of phase one")
        .notBy("The force does not wait for the end of phase one");
    adopted("phaseOneGates", false)
        .decides("waits-for-phase-one", false)
        .by("The force does not wait for the end of phase one")
        .notBy("A mandated force waits for the end of phase one");
  }
}
