package org.isfsim.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What we read of a rule is what Drools does with it. */
final class ParsedReadingTest {

  @Test
  void everyRuleFiresExactlyWhereItsParsedConditionHolds() {
    RuleSet rules = Samples.rules();
    Signature council = Samples.COUNCIL;
    try (RuleEngine engine = RuleEngine.compile(rules);
        Evaluator evaluator = engine.newEvaluator()) {
      for (long key = 0; key < council.combinations(); key++) {
        int[] combination = council.combination(key);
        int[] row = council.row(combination);
        List<String> parsed =
            rules.rules().stream().filter(r -> r.condition().holds(row)).map(Rule::name).toList();
        List<String> fired =
            evaluator.fire("council", combination).fired().stream().map(Rule::name).toList();
        assertThat(fired).as(council.inWords(combination)).isEqualTo(parsed);
        for (Rule rule : rules.rules()) {
          boolean holds = rule.condition().holds(row);
          assertThat(rule.condition().negation().holds(row)).isEqualTo(!holds);
          assertThat(rule.condition().unmet(row).isEmpty()).isEqualTo(holds);
        }
      }
    }
  }
}
