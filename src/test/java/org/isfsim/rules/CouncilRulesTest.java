package org.isfsim.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.isfsim.Shipped;
import org.isfsim.decision.DecisionTable;
import org.isfsim.decision.Finding;
import org.isfsim.decision.Signature;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The Council votes by article 27(3) of the Charter. */
final class CouncilRulesTest extends RulesOfDecision {

  CouncilRulesTest() {
    super("council");
  }

  @Test
  void withoutAVoteThereIsNoResultWhateverMembersThink() {
    when("voteHeld", false).decides("no-vote").givesReasons().by("No vote is held by the horizon");
    when("voteHeld", true).notBy("No vote is held by the horizon");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 4, 7, 8})
  void fewerThanNineYesVotesAreInsufficientWhateverPermanentMembersDo(int yes) {
    when("voteHeld", true)
        .and("yes", yes)
        .decides("insufficient")
        .givesReasons()
        .by("Fewer than nine members vote yes");
  }

  @Test
  void nineYesVotesAreNotInsufficient() {
    when("voteHeld", true).and("yes", 9).notBy("Fewer than nine members vote yes");
  }

  @ParameterizedTest
  @CsvSource({
    "china, no-from-china, China votes no against nine or more yes votes",
    "france, no-from-france, France votes no against nine or more yes votes",
    "russia, no-from-russia, Russia votes no against nine or more yes votes",
    "unitedKingdom, no-from-united-kingdom,"
        + " The United Kingdom votes no against nine or more yes votes",
    "unitedStates, no-from-united-states,"
        + " The United States votes no against nine or more yes votes"
  })
  void aNoOfAPermanentMemberIsAVetoWhereNineVoteYesAndNoVetoWhereEightDo(
      String member, String reason, String rule) {
    for (int yes = 9; yes <= 14; yes++) {
      when("voteHeld", true)
          .and("yes", yes)
          .and(member, "no")
          .decides("vetoed")
          .givesReason(reason)
          .by(rule);
    }
    when("voteHeld", true)
        .and("yes", 8)
        .and(member, "no")
        .decides("insufficient")
        .withoutReason(reason)
        .notBy(rule);
    when("voteHeld", true).and("yes", 9).and(member, "abstain").withoutReason(reason).notBy(rule);
  }

  @Test
  void anAbstainingChinaAndRussiaLetAnAdoptionHappen() {
    String rule = "Nine members vote yes and no permanent member votes no";
    when("voteHeld", true)
        .and("yes", 9)
        .and("china", "abstain")
        .and("russia", "abstain")
        .and("france", "yes")
        .and("unitedKingdom", "yes")
        .and("unitedStates", "yes")
        .decides("adopted")
        .givesReasons()
        .by(rule);
    when("voteHeld", true).and("yes", 9).and("china", "no").decides("vetoed").notBy(rule);
    when("voteHeld", true).and("yes", 8).decides("insufficient").notBy(rule);
  }

  /** 2 · 3^5 · 11 inputs, each against the article written a second time, as a count. */
  @Test
  void everyVoteEndsAsTheCharterSays() {
    DecisionTable council = Shipped.decisions().table("council");
    Signature signature = council.signature();
    assertThat(signature.combinations()).isEqualTo(2 * 243 * 11);
    int no = signature.inputs().get(1).domain().indexOf("no").orElseThrow();
    int yes = signature.inputs().get(1).domain().indexOf("yes").orElseThrow();
    for (long key = 0; key < signature.combinations(); key++) {
      int[] vote = signature.combination(key);
      int inFavour = vote[6];
      int against = 0;
      for (int member = 1; member <= 5; member++) {
        inFavour += vote[member] == yes ? 1 : 0;
        against += vote[member] == no ? 1 : 0;
      }
      boolean decisive = inFavour >= 9;
      String expected =
          vote[0] == 0
              ? "no-vote"
              : decisive && against == 0 ? "adopted" : decisive ? "vetoed" : "insufficient";
      Finding finding = council.find(vote);
      assertThat(finding.text(0)).as(signature.inWords(vote)).isEqualTo(expected);
      assertThat(finding.reasons())
          .as(signature.inWords(vote))
          .hasSize(expected.equals("vetoed") ? against : 0);
    }
  }
}
