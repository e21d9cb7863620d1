package org.isfsim.rules;

import org.isfsim.decision.RuleCheck;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Vetted, trained, mentored; and what security passes to such a police. */
final class PoliceRulesTest extends RulesOfDecision {

  private static final String NOBODY = "Nobody is there to train the police";
  private static final String OPERATING = "Vetted, trained and mentored police operate";
  private static final String FULL =
      "Internal security passes to operating police that are professional, accepted and neutral";
  private static final String SOME =
      "Some internal security passes to operating police that lack acceptance or neutrality";
  private static final String NONE =
      "No internal security passes to police that are not operating or not professional";

  PoliceRulesTest() {
    super("police");
  }

  /** The force is there to train vetted recruits. */
  private RuleCheck vetted() {
    return when("trainer", "force").and("deployment", "partial-area").and("vetted", true);
  }

  private RuleCheck operating() {
    return vetted().and("trainedInTime", true).and("mentoring", "extended");
  }

  @ParameterizedTest
  @CsvSource({
    "force, deployment, none, whole-area",
    "international-supervisors, authority, none, protect"
  })
  void withoutTrainersThereIsNoPolice(String trainer, String field, String gone, String there) {
    when("trainer", trainer)
        .and("trainers", false)
        .and(field, gone)
        .decides("none")
        .givesReason("no-trainers")
        .by(NOBODY)
        .decides("security-transfer", "none")
        .by(NONE);
    when("trainer", trainer).and(field, there).withoutReason("no-trainers").notBy(NOBODY);
    when("trainers", true).withoutReason("no-trainers").notBy(NOBODY);
  }

  @Test
  void recruitsThatAreNotVettedAreNoPolice() {
    String rule = "Recruits are not vetted";
    when("vetted", false).decides("none").givesReason("not-vetted").by(rule);
    when("vetted", true).withoutReason("not-vetted").notBy(rule);
  }

  @Test
  void trainingThatIsNotDoneByTheHorizonLeavesRecruitsVetted() {
    String rule = "Recruits are vetted but not trained by the horizon";
    vetted().and("trainedInTime", false).decides("vetted").givesReasons().by(rule);
    vetted().and("trainedInTime", true).notBy(rule);
  }

  @Test
  void mentoringForAShortTimeLeavesPoliceTrainedOnly() {
    String rule = "Police are trained but mentored only for a short time";
    vetted()
        .and("trainedInTime", true)
        .and("mentoring", "short")
        .decides("trained")
        .by(rule)
        .notBy(OPERATING);
    operating().decides("operating").givesReasons().by(OPERATING).notBy(rule);
  }

  @Test
  void securityPassesToOperatingPoliceThatAreProfessionalAcceptedAndNeutral() {
    operating()
        .and("professional", true)
        .and("accepted", true)
        .and("neutral", true)
        .decides("security-transfer", "full")
        .by(FULL)
        .notBy(SOME)
        .notBy(NONE);
  }

  @ParameterizedTest
  @CsvSource({"accepted, false", "neutral, false"})
  void someSecurityPassesToProfessionalPoliceThatLackAcceptanceOrNeutrality(
      String field, boolean value) {
    operating()
        .and("professional", true)
        .and(field, value)
        .decides("security-transfer", "partial")
        .by(SOME)
        .notBy(FULL);
  }

  @Test
  void nothingPassesToPoliceThatAreNotProfessionalOrNotOperating() {
    operating().and("professional", false).decides("security-transfer", "none").by(NONE);
    vetted().and("mentoring", "short").decides("security-transfer", "none").by(NONE);
  }
}
