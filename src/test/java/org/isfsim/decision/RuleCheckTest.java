package org.isfsim.decision;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The harness for single rules, shown on the rules of the samples. */
final class RuleCheckTest {

  private static Decisions decisions;

  @BeforeAll
  static void read() {
    decisions = Decisions.remembering(Samples.rules());
  }

  @AfterAll
  static void close() {
    decisions.close();
  }

  @Test
  void aVetoNeedsNineYesVotes() {
    RuleCheck.in(decisions, "council")
        .given("voteHeld", true)
        .and("yes", 9)
        .and("china", "no")
        .decides("vetoed")
        .decides("binding", false)
        .givesReason("permanent-no")
        .by("A permanent no is a veto where the votes would suffice")
        .notBy("Nine yes votes without a veto adopt");
    RuleCheck.in(decisions, "council")
        .given("voteHeld", true)
        .and("yes", 8)
        .and("china", "no")
        .decides("insufficient")
        .withoutReason("permanent-no");
  }

  @Test
  void abstentionIsNoVeto() {
    RuleCheck.in(decisions, "council")
        .given("voteHeld", true)
        .and("chapterSeven", true)
        .and("china", "abstain")
        .and("russia", "abstain")
        .and("elected", 10)
        .decides("adopted")
        .decides("binding", true)
        .givesReasons("elected-one-or-ten");
  }

  @Test
  void whatIsNotGivenMustNotMatter() {
    RuleCheck check = RuleCheck.in(decisions, "council").given("voteHeld", true);

    assertThatThrownBy(() -> check.decides("adopted"))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("vote held is true, chapter seven is false, china is \"no\"");
  }

  @Test
  void aRuleThatDoesNotExistIsNamed() {
    RuleCheck check = RuleCheck.in(decisions, "council").given("voteHeld", false);

    assertThatThrownBy(() -> check.by("No such rule"))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("No such rule");
  }
}
