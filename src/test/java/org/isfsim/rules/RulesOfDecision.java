package org.isfsim.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.isfsim.Shipped;
import org.isfsim.decision.Rule;
import org.isfsim.decision.RuleCheck;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * Tests of the shipped rules of one decision. The last test of each class fails for a rule that no
 * other test has seen to fire, and for one that none has seen not to fire.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
abstract class RulesOfDecision {

  private final String decision;
  private final RuleCheck.Seen seen = new RuleCheck.Seen();

  RulesOfDecision(String decision) {
    this.decision = decision;
  }

  /** A check in which nothing is given: what it claims must hold always. */
  final RuleCheck always() {
    return RuleCheck.in(Shipped.decisions(), decision, seen);
  }

  final RuleCheck when(String field, Object value) {
    return always().given(field, value);
  }

  @Test
  @Order(Integer.MAX_VALUE)
  void everyRuleHasBeenSeenToFireAndNotToFire() {
    List<String> rules =
        Shipped.rules().rulesOf(decision).stream().map(Rule::name).sorted().toList();
    assertThat(seen.firing()).as("seen to fire").containsExactlyElementsOf(rules);
    assertThat(seen.silent()).as("seen not to fire").containsExactlyElementsOf(rules);
  }
}
