package org.isfsim.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What a parsed condition says in words, and what it says is missing. */
final class ConditionTest {

  private static final RuleSet RULES = Samples.rules();

  private static Rule rule(String name) {
    return RULES.rules().stream().filter(r -> r.name().equals(name)).findFirst().orElseThrow();
  }

  private static List<String> unmet(String rule, int... combination) {
    int[] row = Samples.COUNCIL.row(combination);
    return rule(rule).condition().unmet(row).stream()
        .map(atom -> atom.inWords() + ", found " + atom.actual(row))
        .toList();
  }

  @Test
  void aRuleIsReadWithWhatItCites() {
    Rule rule = rule("Fewer than nine yes votes are insufficient");

    assertThat(rule.decision()).isEqualTo("council");
    assertThat(rule.kind()).isEqualTo(RuleKind.CONDITION);
    assertThat(rule.claims()).containsExactly("S001-25", "S001-33");
    assertThat(rule.note()).contains("Then a permanent no is no veto.");
    assertThat(rule.norm()).isEmpty();
    assertThat(rule.mark().line()).isEqualTo(14);
    assertThat(rule.mark().column()).isEqualTo(6);
    assertThat(rule.conclusions())
        .containsExactly(new Conclusion.Decide(0, 1), new Conclusion.Decide(1, 0));
    assertThat(rule("A permanent no is a veto where the votes would suffice").norm())
        .contains("Charter of the United Nations, art. 27(3)");
  }

  @Test
  void conditionsReadAsWords() {
    assertThat(rule("Without a vote nothing is adopted").condition().inWords())
        .isEqualTo("vote held is false");
    assertThat(rule("Nine yes votes without a veto adopt").condition().inWords())
        .isEqualTo(
            "(vote held is true and yes is at least 9) and china is not \"no\" and russia is none"
                + " of \"no\"");
    assertThat(rule("An adopted text binds when it says so").condition().inWords())
        .isEqualTo(
            "vote held is true and yes is above 8 and not (china is \"no\" or russia is one of"
                + " \"no\") and chapter seven is true");
    assertThat(rule("The two votes that were expected to be against agree").condition().inWords())
        .isEqualTo(
            "china is the same as russia and (vote held is not the same as chapter seven or"
                + " elected is above yes)");
  }

  @Test
  void whatIsMissingIsShownAgainstWhatIsRequired() {
    assertThat(unmet("Nine yes votes without a veto adopt", 1, 0, 0, 2, 6))
        .containsExactly("yes is at least 9, found 7", "china is not \"no\", found \"no\"");
    assertThat(unmet("An adopted text binds when it says so", 1, 0, 0, 2, 10))
        .containsExactly("china is not \"no\", found \"no\"", "chapter seven is true, found false");
    assertThat(unmet("Nine yes votes without a veto adopt", 1, 0, 1, 2, 8)).isEmpty();
  }

  @Test
  void allAlternativesThatFailAreListed() {
    assertThat(unmet("A permanent no is a veto where the votes would suffice", 1, 0, 2, 1, 8))
        .containsExactly("china is \"no\", found \"yes\"", "russia is \"no\", found \"abstain\"");
  }
}
