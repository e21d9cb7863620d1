package org.isfsim.rules;

import org.isfsim.decision.RuleCheck;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Access, safeguards, throughput and what aid is tied to. */
final class AidRulesTest extends RulesOfDecision {

  private static final String DIVERSION = "Aid that may be diverted is held back";
  private static final String BOTTLENECKS = "Prohibitions and bottlenecks restrict aid";
  private static final String FLOWS = "Humanitarian aid flows";
  private static final String WAITS =
      "Humanitarian aid flows and reconstruction waits for verified disarmament";
  private static final String FULL = "Aid flows in full and reconstruction begins";
  private static final String RELEASED = "Verified disarmament releases reconstruction";

  AidRulesTest() {
    super("aid");
  }

  private RuleCheck policy(String policy) {
    return when("policy", policy);
  }

  /** Convoys are let through, in numbers, and nothing is diverted. */
  private RuleCheck plentiful(String policy) {
    return policy(policy)
        .and("access", "open")
        .and("throughput", "high")
        .and("diversionControlled", true);
  }

  @Test
  void convoysThatAreNotLetThroughBringNothingUnderAnyPolicy() {
    String rule = "Convoys are not let through";
    when("access", "blocked").decides("blocked").givesReason("no-access").by(rule);
    when("access", "restricted").withoutReason("no-access").notBy(rule);
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", "begun"})
  void aTieOfAllAidBlocksItUntilDisarmamentIsVerified(String disarmament) {
    String rule = "All aid waits for verified disarmament";
    policy("all-tied")
        .and("disarmament", disarmament)
        .decides("blocked")
        .givesReason("tied-to-disarmament")
        .by(rule);
    policy("reconstruction-tied").and("disarmament", disarmament).notBy(rule);
    policy("all-tied").and("disarmament", "verified-in-part").notBy(rule);
  }

  @Test
  void aidThatMayBeDivertedIsHeldBackUnlessTheWholePopulationIsServed() {
    policy("full-with-safeguards")
        .and("access", "open")
        .and("diversionControlled", false)
        .decides("restricted")
        .givesReason("diversion")
        .by(DIVERSION);
    policy("whole-population").withoutReason("diversion").notBy(DIVERSION);
    when("diversionControlled", true).withoutReason("diversion").notBy(DIVERSION);
  }

  @ParameterizedTest
  @CsvSource({"access, restricted, open", "throughput, low, middle"})
  void prohibitionsAndBottlenecksRestrictAid(String field, String value, String better) {
    RuleCheck narrow = policy("whole-population").and(field, value);
    RuleCheck wide = policy("whole-population").and(field, better);
    if (!field.equals("access")) {
      narrow = narrow.and("access", "open");
      wide = wide.and("access", "open");
    } else {
      wide = wide.and("throughput", "high");
    }
    narrow.decides("restricted").givesReasons("bottlenecks").by(BOTTLENECKS);
    wide.withoutReason("bottlenecks").notBy(BOTTLENECKS);
  }

  @ParameterizedTest
  @ValueSource(strings = {"full-with-safeguards", "reconstruction-tied", "whole-population"})
  void aMiddlingThroughputIsHumanitarianAid(String policy) {
    policy(policy)
        .and("access", "open")
        .and("throughput", "middle")
        .and("diversionControlled", true)
        .decides("humanitarian")
        .givesReasons()
        .by(FLOWS);
    policy(policy).and("throughput", "high").notBy(FLOWS);
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", "begun", "verified-in-part"})
  void tiedReconstructionWaitsAndHumanitarianAidDoesNot(String disarmament) {
    plentiful("reconstruction-tied")
        .and("disarmament", disarmament)
        .decides("humanitarian")
        .givesReasons("tied-to-disarmament")
        .by(WAITS)
        .notBy(RELEASED);
  }

  @Test
  void theTieOfAllAidLetsHumanitarianAidInWhenDisarmamentIsVerifiedInPart() {
    plentiful("all-tied")
        .and("disarmament", "verified-in-part")
        .decides("humanitarian")
        .by(WAITS)
        .notBy(RELEASED);
  }

  @Test
  void untiedAidDoesNotWaitForDisarmament() {
    plentiful("full-with-safeguards")
        .decides("reconstruction")
        .givesReasons()
        .by(FULL)
        .notBy(WAITS);
    policy("whole-population")
        .and("access", "open")
        .and("throughput", "high")
        .decides("reconstruction")
        .by(FULL);
    policy("reconstruction-tied").notBy(FULL);
  }

  @ParameterizedTest
  @ValueSource(strings = {"reconstruction-tied", "all-tied"})
  void verifiedDisarmamentReleasesTiedReconstruction(String policy) {
    plentiful(policy)
        .and("disarmament", "verified")
        .decides("reconstruction")
        .givesReasons()
        .by(RELEASED)
        .notBy(WAITS);
    plentiful(policy).and("disarmament", "verified-in-part").notBy(RELEASED);
  }
}
