package org.isfsim.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.isfsim.document.InvalidInputException;
import org.isfsim.document.Mark;
import org.isfsim.document.Problems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Drools compiles has nothing of a rule file in it and means what we read. */
final class GeneratedRulesTest {

  /** Every word that may stand in what is compiled; all of them are ours. */
  private static final Pattern OURS =
      Pattern.compile(
          "p|package|isfsim|d\\d+|global|java|util|function|IntConsumer|isfsim_fired|declare|Fact"
              + "|f\\d+|long|end|rule|r\\d+|when|then|accept|\\d+");

  private static final String RAN = "isfsim.test.ran";

  @TempDir Path folder;

  private RuleSet council(String text) throws IOException {
    Files.writeString(folder.resolve("council.drl"), "package isfsim.council\n" + text);
    return RuleSet.read(folder, List.of(Samples.COUNCIL));
  }

  private static String rule(String name, String patterns) {
    return "rule \""
        + name
        + "\" @kind(assumption) when "
        + patterns
        + " then decide(\"adopted\"); end\n";
  }

  @Test
  void whatIsCompiledHasNoWordThatAFileChose() {
    for (RuleSet rules : List.of(Samples.rules(), Shipped.rules())) {
      for (GeneratedRules generated : GeneratedRules.of(rules)) {
        Set<String> others = new TreeSet<>();
        Matcher words = Pattern.compile("[\\p{L}\\p{Nd}_]+").matcher(generated.drl());
        while (words.find()) {
          if (!OURS.matcher(words.group()).matches()) {
            others.add(words.group());
          }
        }
        assertThat(others).isEmpty();
        assertThat(generated.drl()).doesNotContain("//").doesNotContain("/*").contains("Fact(");
      }
    }
  }

  @Test
  void aRulesNameHasNoBearingOnWhatIsCompiled() throws IOException {
    String one = only(council(rule("Nine votes adopt", "Council(yes >= 9)")));
    String other = only(council(rule("It's 9 (of 15): näml. 60 %", "Council(yes >= 9)")));

    assertThat(other).isEqualTo(one);
  }

  private static String only(RuleSet rules) {
    return GeneratedRules.of(rules).get(0).drl();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "*/ static { System.setProperty(\"isfsim.test.ran\", \"yes\"); } /*",
        "a */ static { System.setProperty(\\\"isfsim.test.ran\\\", \\\"yes\\\"); } /* b",
        "a \\u002a\\u002f static { System.setProperty('isfsim.test.ran', 'yes'); }",
        "a\r*/ static { Runtime.getRuntime().halt(3); } /*",
        "a\\\" when then System.setProperty(\\\"isfsim.test.ran\\\", \\\"1\\\"); end rule \\\"b",
        "a \u202e b",
        "a \u0000 b",
        "a \u2028 b",
        "a {b} $c @d",
      })
  void aNameThatIsMoreThanWordsIsRefusedAndNothingRuns(String name) {
    System.clearProperty(RAN);

    assertThatThrownBy(
            () -> {
              try (Decisions decisions =
                  Decisions.remembering(council(rule(name, "Council(yes >= 9)")))) {
                decisions.table("council").find(0, 0, 0, 0, 0);
              }
            })
        .isInstanceOfSatisfying(
            InvalidInputException.class,
            e ->
                assertThat(e.problems())
                    .allSatisfy(problem -> assertThat(problem.mark().line()).isPositive()));
    assertThat(System.getProperty(RAN)).isNull();
  }

  @Test
  void aNameOfSeventyThousandCharactersIsRefusedInAShortMessage() {
    assertThatThrownBy(() -> council(rule("x".repeat(70_000), "Council()")))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining(":2:6: rule \"xxx")
        .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(400));
  }

  @Test
  void droolsReadsEveryGeneratedConditionAsWeDo() throws IOException {
    RandomConditions conditions = new RandomConditions(20251104);
    for (int i = 0; i < 300; i++) {
      RuleSet rules = council(rule("A rule", conditions.patterns()));
      Problems problems = new Problems();

      DroolsReading.ofGenerated(GeneratedRules.of(rules).get(0), Mark.of("council"), problems);

      assertThat(problems.all()).as(GeneratedRules.of(rules).get(0).drl()).isEmpty();
    }
  }

  @Test
  void generatedRulesFireExactlyWhereTheConditionHolds() throws IOException {
    RandomConditions conditions = new RandomConditions(20271231);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 60; i++) {
      text.append(rule("Rule " + i, conditions.patterns()));
    }
    RuleSet rules = council(text.toString());
    try (RuleEngine engine = RuleEngine.compile(rules);
        Evaluator evaluator = engine.newEvaluator()) {
      for (long key = 0; key < Samples.COUNCIL.combinations(); key++) {
        int[] combination = Samples.COUNCIL.combination(key);
        int[] row = Samples.COUNCIL.row(combination);
        assertThat(evaluator.fire("council", combination).fired())
            .isEqualTo(rules.rules().stream().filter(rule -> rule.condition().holds(row)).toList());
      }
    }
  }

  @Test
  void anyDifferenceInWhatDroolsReadsIsNoticed() throws IOException {
    RuleSet rules = council(rule("A rule", "Council(voteHeld, yes < 9 || china == \"no\")"));
    RuleSet others =
        council(
            List.of(
                    "Council(voteHeld, yes < 9)",
                    "Council(voteHeld, yes < 9 || russia == \"no\")",
                    "Council(voteHeld, yes < 9 || china == \"yes\")",
                    "Council(voteHeld, yes <= 9 || china == \"no\")",
                    "Council(voteHeld && yes < 9 || china == \"no\")",
                    "Council(!voteHeld, yes < 9 || china == \"no\")",
                    "Council(voteHeld, yes < elected || china == \"no\")")
                .stream()
                .map(
                    patterns ->
                        rule(
                            patterns.replaceAll("[^a-z0-9]", " ").strip().replaceAll(" +", " ")
                                + patterns.hashCode(),
                            patterns))
                .collect(Collectors.joining()));
    GeneratedRules.Generated ours = GeneratedRules.of(rules).get(0).rules().get(0);
    for (GeneratedRules.Generated other : GeneratedRules.of(others).get(0).rules()) {
      List<String> constraints =
          other.condition().constraints().stream().map(PlainCondition::drl).toList();
      assertThat(ParsedConstraint.readAll(constraints))
          .as(other.origin().name())
          .contains(other.condition())
          .isNotEqualTo(java.util.Optional.of(ours.condition()));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "f0 == 0; System.exit(1)",
        "f0 == 0 /* f1 == 1 */ || f1 == \"x\"",
        "f0.toString() == 0",
        "this.f0 == 0",
        "!(f0 == 0)",
        "f0",
        "f0 == 010",
        "f0 == 0x1",
        "f0 + 1 == 0",
        "x0 == 0",
        "f0 == 99999999999",
        "$a : f0 == 0",
        "f0 in (1, 2)",
        "(f0 == 0",
        "",
      })
  void whatIsNotOfThePlainFormIsNotRead(String constraint) {
    assertThat(ParsedConstraint.readAll(List.of(constraint))).isEmpty();
  }

  @Test
  void parenthesesThatSayNothingMakeNoDifference() throws IOException {
    String plain = only(council(rule("A rule", "Council(voteHeld, yes < 9)")));

    assertThat(only(council(rule("A rule", "Council(((((((voteHeld)))))) && (yes < 9))"))))
        .isEqualTo(plain);
    assertThat(only(council(rule("A rule", "Council(!!!(!(voteHeld && yes < 9) || !voteHeld))"))))
        .contains("f0 == 1, f5 < 9, f0 == 1");
  }

  @Test
  void aBareFlagIsTheFlagThatIsTrueAndANegatedOneTheFlagThatIsFalse() throws IOException {
    List<Rule> bare = council(rule("One", "Council(voteHeld, !chapterSeven || !voteHeld)")).rules();
    List<Rule> compared =
        council(
                rule(
                    "One", "Council(voteHeld == true, chapterSeven == false || voteHeld == false)"))
            .rules();

    assertThat(bare.get(0).condition()).isEqualTo(compared.get(0).condition());
    assertThat(bare.get(0).condition().inWords())
        .isEqualTo("vote held is true and (chapter seven is false or vote held is false)");
  }
}
