package org.isfsim.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.isfsim.Shipped;
import org.isfsim.decision.Conclusion;
import org.isfsim.decision.Finding;
import org.isfsim.decision.Rule;
import org.isfsim.decision.Signature;
import org.junit.jupiter.api.Test;

/**
 * A mistake made in any of the shipped rules is noticed by the truth tables that were written from
 * the claims: a rule left out, a condition negated, dropped, or asked of another field or value, a
 * result or a reason swapped.
 *
 * <p>All mistakes of all rules are tried, in memory: the rules are read as {@link
 * org.isfsim.decision.Condition} reads them, which another test holds to what Drools fires. A
 * mistake that changes no result and no reason of any combination is none.
 */
final class MutatedRulesTest {

  /** Comparisons that say again what the others of their rule leave open anyway. */
  private static final List<String> EQUIVALENT =
      List.of(
          "politics: Security takes the place of politics: \"adopted is true\" dropped",
          "release: Verified disarmament releases reconstruction: \"policy is one of"
              + " \"reconstruction-tied\", \"all-tied\"\" dropped",
          "precedent: No factor of the list is present: \"deployed is true\" dropped");

  /** What rules come to for one combination, as a finding tells it. */
  private record Decided(int[] results, Set<String> reasons) {
    boolean same(Decided other) {
      return Arrays.equals(results, other.results) && reasons.equals(other.reasons);
    }
  }

  /** One decision with all that it can be asked. */
  private static final class Asked {

    private final Signature signature;
    private final List<Rule> rules;
    private final List<int[]> rows;
    private final List<List<RuleTable.Row>> covering;
    private final BitSet[] fires;
    private final List<Decided> decided;

    Asked(Signature signature) {
      this.signature = signature;
      rules = Shipped.rules().rulesOf(signature.decision());
      RuleTable table = RuleTable.of(signature);
      int count = Math.toIntExact(signature.combinations());
      rows =
          IntStream.range(0, count)
              .mapToObj(key -> signature.row(signature.combination(key)))
              .toList();
      covering =
          IntStream.range(0, count)
              .mapToObj(key -> table.covering(signature.combination(key)))
              .toList();
      fires = new BitSet[rules.size()];
      for (int r = 0; r < fires.length; r++) {
        fires[r] = fires(rules.get(r).condition()::holds);
      }
      decided = IntStream.range(0, count).mapToObj(key -> decided(key, Changed.NOTHING)).toList();
    }

    private BitSet fires(Predicate<int[]> condition) {
      BitSet keys = new BitSet();
      for (int key = 0; key < rows.size(); key++) {
        keys.set(key, condition.test(rows.get(key)));
      }
      return keys;
    }

    /** What the rules say, where one of them says something else; a gap or a conflict is NONE. */
    private Decided decided(int key, Changed changed) {
      int[] results = new int[signature.results().size()];
      Arrays.fill(results, Finding.NONE);
      boolean[] conflict = new boolean[results.length];
      Set<String> reasons = new TreeSet<>();
      for (int r = 0; r < rules.size(); r++) {
        boolean isChanged = r == changed.place();
        BitSet keys = isChanged ? changed.keys() : fires[r];
        if (!keys.get(key)) {
          continue;
        }
        List<Conclusion> said = isChanged ? changed.conclusions() : rules.get(r).conclusions();
        for (Conclusion conclusion : said) {
          if (conclusion instanceof Conclusion.Decide decide) {
            int before = results[decide.result()];
            conflict[decide.result()] |= before != Finding.NONE && before != decide.value();
            results[decide.result()] = decide.value();
          } else if (conclusion instanceof Conclusion.Reason reason) {
            reasons.add(reason.code());
          }
        }
      }
      for (int i = 0; i < results.length; i++) {
        if (conflict[i]) {
          results[i] = Finding.NONE;
        }
      }
      return new Decided(results, reasons);
    }

    /** Whether nothing changes by a mistake, or some row of the table does not expect it. */
    Fate fate(int place, MutatedRule mutant) {
      Changed change = new Changed(place, fires(mutant.condition()::holds), mutant.conclusions());
      boolean changes = false;
      for (int key = 0; key < rows.size(); key++) {
        Decided now = decided(key, change);
        if (!now.same(decided.get(key))) {
          changes = true;
          for (RuleTable.Row row : covering.get(key)) {
            if (!row.expects(now.results(), now.reasons())) {
              return Fate.NOTICED;
            }
          }
        }
      }
      return changes ? Fate.UNNOTICED : Fate.NO_CHANGE;
    }
  }

  /** The rule that is another one: its place, the combinations it fires on, what it says. */
  private record Changed(int place, BitSet keys, List<Conclusion> conclusions) {
    static final Changed NOTHING = new Changed(-1, new BitSet(), List.of());
  }

  private enum Fate {
    NOTICED,
    NO_CHANGE,
    UNNOTICED
  }

  @Test
  void everyMistakeInARuleIsNoticedByTheTablesWrittenFromTheClaims() {
    List<String> unnoticed = new ArrayList<>();
    List<String> none = new ArrayList<>();
    int noticed = 0;
    for (Signature signature : Shipped.rules().signatures()) {
      Asked asked = new Asked(signature);
      for (int place = 0; place < asked.rules.size(); place++) {
        Rule rule = asked.rules.get(place);
        for (MutatedRule mutant : MutatedRule.of(rule, signature)) {
          String what = signature.decision() + ": " + rule.name() + ": " + mutant.mistake();
          switch (asked.fate(place, mutant)) {
            case NOTICED -> noticed++;
            case NO_CHANGE -> none.add(what);
            case UNNOTICED -> unnoticed.add(what);
          }
        }
      }
    }
    assertThat(unnoticed).as("mistakes that no table notices").isEmpty();
    assertThat(noticed).isGreaterThan(3_800);
    assertThat(none).as("changes that change nothing").containsExactlyElementsOf(EQUIVALENT);
  }
}
