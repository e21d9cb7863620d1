package org.isfsim.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.isfsim.Shipped;
import org.isfsim.decision.Rule;
import org.isfsim.decision.Signature;
import org.isfsim.decision.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** All shipped rules on all combinations of inputs, through Drools. */
final class ShippedRulesTest {

  static List<Signature> decisions() {
    return Shipped.rules().signatures();
  }

  /**
   * No gap, no conflict, no rule that never fires; and each rule fires in Drools exactly where its
   * condition, as the reader of rule files understands it, holds.
   */
  @ParameterizedTest
  @MethodSource("decisions")
  void everyCombinationIsDecidedOnceAndAsTheRulesRead(Signature signature) {
    List<Rule> rules = Shipped.rules().rulesOf(signature.decision());
    Set<String> alive = new HashSet<>();
    Set<Integer> results = new HashSet<>();
    for (long key = 0; key < signature.combinations(); key++) {
      int[] combination = signature.combination(key);
      Verdict verdict = Shipped.decisions().trace(signature.decision(), combination);
      if (verdict.finding().failed()) {
        fail(verdict.finding().failures().get(0).at(combination));
      }
      int[] row = signature.row(combination);
      List<String> read = new ArrayList<>();
      for (Rule rule : rules) {
        if (rule.condition().holds(row)) {
          read.add(rule.name());
        }
      }
      List<String> fired = verdict.fired().stream().map(Rule::name).toList();
      if (!fired.equals(read)) {
        fail("%s: Drools fires %s, read is %s", signature.inWords(combination), fired, read);
      }
      alive.addAll(fired);
      results.add(verdict.finding().result(0));
    }
    assertThat(alive)
        .as("rules that fire somewhere")
        .containsExactlyInAnyOrderElementsOf(rules.stream().map(Rule::name).toList());
    assertThat(results)
        .as("values of " + signature.decision() + " that occur")
        .hasSize(signature.results().get(0).domain().size());
  }

  @Test
  void everyRuleCitesAClaimOrNamesANorm() {
    assertThat(Shipped.rules().rules())
        .allSatisfy(
            rule ->
                assertThat(!rule.claims().isEmpty() || rule.norm().isPresent())
                    .as(rule.name())
                    .isTrue());
  }
}
