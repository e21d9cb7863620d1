package org.isfsim.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.isfsim.parameter.Domain;

/**
 * Says in a sentence what a rule does, and checks it against Drools:
 *
 * <pre>
 * RuleCheck.in(decisions, "council")
 *     .given("voteHeld", true).and("yes", 9).and("china", "no")
 *     .decides("vetoed").by("A permanent no is a veto where the votes would suffice");
 * </pre>
 *
 * <p>What is not given must not matter: the claim is checked for every combination of the inputs
 * that the given values leave open. A tally can be given like an input.
 */
public final class RuleCheck {

  /** More combinations than these take too long for a test of one rule. */
  private static final int MOST = 500_000;

  private final Decisions decisions;
  private final Signature signature;
  private final Seen seen;
  private final Map<String, Integer> given = new LinkedHashMap<>();

  /**
   * The names of the rules that checks have seen.
   *
   * @param firing those seen to fire where they should
   * @param silent those seen not to fire where they should not
   */
  public record Seen(Set<String> firing, Set<String> silent) {
    /** Nothing seen yet. */
    public Seen() {
      this(new TreeSet<>(), new TreeSet<>());
    }
  }

  private RuleCheck(Decisions decisions, String decision, Seen seen) {
    this.decisions = decisions;
    this.signature = decisions.rules().signature(decision);
    this.seen = seen;
  }

  /** A check of one decision. */
  public static RuleCheck in(Decisions decisions, String decision) {
    return in(decisions, decision, new Seen());
  }

  /** A check of one decision that writes down the rules it has seen. */
  public static RuleCheck in(Decisions decisions, String decision, Seen seen) {
    return new RuleCheck(decisions, decision, seen);
  }

  /** Fixes an input or a tally to a value: a text, a boolean or a number. */
  public RuleCheck given(String field, Object value) {
    int position = signature.indexOf(field);
    assertThat(position).as("field %s of %s", field, signature.decision()).isNotNegative();
    Domain domain = signature.fields().get(position).domain();
    int index =
        (value instanceof Integer number && domain instanceof Domain.Numbers numbers
                ? numbers.indexOfNumber(number)
                : domain.indexOf(value.toString()))
            .orElseThrow(() -> new AssertionError(value + " is no value of " + field));
    assertThat(given.put(field, index)).as("%s is given twice", field).isNull();
    return this;
  }

  /** The same as {@link #given}. */
  public RuleCheck and(String field, Object value) {
    return given(field, value);
  }

  /** The first result has this value. */
  public RuleCheck decides(Object value) {
    return decides("", value);
  }

  /** A named result has this value. */
  public RuleCheck decides(String result, Object value) {
    int position = signature.results().stream().map(Result::name).toList().indexOf(result);
    assertThat(position).as("result \"%s\" of %s", result, signature.decision()).isNotNegative();
    return each(
        (combination, finding) ->
            assertThat(finding.text(position))
                .as(() -> about(signature.column(position), combination) + " " + finding)
                .isEqualTo(value.toString()));
  }

  /** These reasons are given and no others, in any order. */
  public RuleCheck givesReasons(String... codes) {
    return each(
        (combination, finding) ->
            assertThat(finding.reasons())
                .as(() -> about("reasons", combination))
                .containsExactlyInAnyOrder(codes));
  }

  /** This reason is among those given. */
  public RuleCheck givesReason(String code) {
    return each(
        (combination, finding) ->
            assertThat(finding.reasons()).as(() -> about("reasons", combination)).contains(code));
  }

  /** This reason is not given. */
  public RuleCheck withoutReason(String code) {
    return each(
        (combination, finding) ->
            assertThat(finding.reasons())
                .as(() -> about("reasons", combination))
                .doesNotContain(code));
  }

  /** The rule of this name is among those that fire. */
  public RuleCheck by(String rule) {
    requireRule(rule);
    for (int[] combination : open()) {
      assertThat(fired(combination)).as(() -> about("rules", combination)).contains(rule);
    }
    seen.firing().add(rule);
    return this;
  }

  /** The rule of this name does not fire. */
  public RuleCheck notBy(String rule) {
    requireRule(rule);
    for (int[] combination : open()) {
      assertThat(fired(combination)).as(() -> about("rules", combination)).doesNotContain(rule);
    }
    seen.silent().add(rule);
    return this;
  }

  private void requireRule(String rule) {
    assertThat(decisions.rules().rulesOf(signature.decision()))
        .extracting(Rule::name)
        .contains(rule);
  }

  private List<String> fired(int[] combination) {
    return decisions.trace(signature.decision(), combination).fired().stream()
        .map(Rule::name)
        .toList();
  }

  private interface Claim {
    void check(int[] combination, Finding finding);
  }

  private RuleCheck each(Claim claim) {
    DecisionTable table = decisions.table(signature.decision());
    for (int[] combination : open()) {
      Finding finding = table.find(combination);
      assertThat(finding.failures()).as(() -> about("failures", combination)).isEmpty();
      claim.check(combination, finding);
    }
    return this;
  }

  private String about(String what, int[] combination) {
    return what + " when " + signature.inWords(combination);
  }

  /** Every combination that the given values leave open. */
  private List<int[]> open() {
    List<int[]> open = new ArrayList<>();
    open.add(new int[signature.inputs().size()]);
    for (int i = 0; i < signature.inputs().size(); i++) {
      Field input = signature.inputs().get(i);
      Integer fixed = given.get(input.name());
      List<int[]> longer = new ArrayList<>();
      for (int[] combination : open) {
        for (int v = 0; v < input.domain().size(); v++) {
          if (fixed == null || fixed == v) {
            int[] next = combination.clone();
            next[i] = v;
            longer.add(next);
          }
        }
      }
      assertThat(longer.size()).as("combinations left open; give more inputs").isLessThan(MOST);
      open = longer;
    }
    if (!signature.tallies().isEmpty()) {
      open.removeIf(combination -> !fitsTallies(combination));
    }
    assertThat(open).as("combinations that fit what is given").isNotEmpty();
    return open;
  }

  private boolean fitsTallies(int[] combination) {
    int[] row = signature.row(combination);
    for (int i = combination.length; i < row.length; i++) {
      Integer fixed = given.get(signature.fields().get(i).name());
      if (fixed != null && fixed != row[i]) {
        return false;
      }
    }
    return true;
  }
}
