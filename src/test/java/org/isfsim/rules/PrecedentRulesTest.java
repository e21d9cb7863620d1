package org.isfsim.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.isfsim.Shipped;
import org.isfsim.decision.Kind;
import org.isfsim.decision.RuleCheck;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each documented list of factors is present wholly, in part or not at all. */
final class PrecedentRulesTest extends RulesOfDecision {

  PrecedentRulesTest() {
    super("precedent");
  }

  /** A list, its words in the rules, and its factors: where each is present and where absent. */
  static Stream<Arguments> lists() {
    return Stream.of(
        Arguments.of(
            "mandate-troops-authority",
            "a clear mandate, enough troops and authority to act",
            Map.of("authority", "enforce", "force", "at-yardstick"),
            Map.of("authority", "none", "force", "below-yardstick")),
        Arguments.of(
            "disarmament-coalition-troops",
            "a disarmament mandate, a capable coalition and enough troops",
            Map.of("authority", "enforce", "canCompel", "true", "force", "at-yardstick"),
            Map.of("authority", "protect", "canCompel", "false", "force", "symbolic")),
        Arguments.of(
            "mandate-commitment",
            "a robust mandate and a matching commitment",
            Map.of("authority", "enforce", "endurance", "stays"),
            Map.of("authority", "protect", "endurance", "withdrawn")),
        Arguments.of(
            "authority-principles-commitment",
            "authority, clear principles and commitment",
            Map.of(
                "authority", "enforce", "aidPolicy", "reconstruction-tied", "endurance", "stays"),
            Map.of(
                "authority",
                "observe",
                "aidPolicy",
                "full-with-safeguards",
                "endurance",
                "broken-off")),
        Arguments.of(
            "power-presence-integration",
            "credible power, sustained presence and integration",
            Map.of("canCompel", "true", "endurance", "stays", "police", "trained"),
            Map.of("canCompel", "false", "endurance", "withdrawn", "police", "vetted")),
        Arguments.of(
            "communication-space-diplomacy",
            "communication in defined space and sustained diplomacy",
            Map.of("definedSpace", "true", "diplomacy", "true"),
            Map.of("definedSpace", "false", "diplomacy", "false")));
  }

  @ParameterizedTest
  @MethodSource("lists")
  void aListIsPresentWhollyInPartOrNotAtAll(
      String list, String words, Map<String, String> present, Map<String, String> absent) {
    String all = "All present: " + words;
    String some = "Some present: " + words;
    String none = "None present: " + words;
    given(list, present).decides("all").by(all).notBy(some).notBy(none);
    given(list, absent).decides("none").by(none).notBy(some).notBy(all);
    for (String factor : present.keySet()) {
      Map<String, String> mixed = new LinkedHashMap<>(present);
      mixed.put(factor, absent.getOrDefault(factor, ""));
      given(list, mixed).decides("some").by(some).notBy(all).notBy(none);
    }
  }

  @Test
  void aMandateThatIsClearWithoutAuthorityToEnforceIsOneFactorOfThree() {
    when("factors", "mandate-troops-authority")
        .and("authority", "protect")
        .and("force", "below-yardstick")
        .decides("some");
  }

  @Test
  void everyRuleIsLabelledAnOpinion() {
    assertThat(Shipped.rules().rulesOf("precedent"))
        .allSatisfy(rule -> assertThat(rule.kind()).as(rule.name()).isEqualTo(Kind.OPINION));
  }

  private RuleCheck given(String list, Map<String, String> factors) {
    RuleCheck check = when("factors", list);
    factors.forEach(check::and);
    return check;
  }
}
