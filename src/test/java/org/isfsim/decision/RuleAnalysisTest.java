package org.isfsim.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.isfsim.parameter.Domain;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is found in the rules that come with the program, and in copies that are broken. */
final class RuleAnalysisTest {

  @TempDir Path folder;

  private RuleSet rules = Shipped.rules();

  private List<Flaw> flaws(String decision, UnaryOperator<String> change) {
    rules = Shipped.copy(folder, decision, change);
    try (Decisions decisions = Decisions.remembering(rules)) {
      return RuleAnalysis.of(decisions).flaws();
    }
  }

  private static <T extends Flaw> T only(Class<T> kind, List<Flaw> flaws) {
    assertThat(flaws).hasSize(1);
    return kind.cast(flaws.get(0));
  }

  private String what(Flaw flaw) {
    return flaw.what().replace(folder.toString(), "copy");
  }

  @Test
  void theRulesThatComeWithTheProgramHaveNoFlaw() {
    try (Decisions decisions = Decisions.remembering(rules)) {
      RuleAnalysis analysis = RuleAnalysis.of(decisions);

      assertThat(analysis.flaws()).extracting(Flaw::what).isEmpty();
      assertThat(analysis.decisions()).hasSameSizeAs(rules.signatures());
      assertThat(analysis.decisions().stream().mapToInt(RuleAnalysis.Analysed::rules).sum())
          .isEqualTo(rules.rules().size());
    }
  }

  @Test
  void aDeletedRuleLeavesAGapWithAnExample() {
    Flaw.Gap gap =
        only(Flaw.Gap.class, flaws("objection", text -> Shipped.without("China votes no", text)));

    assertThat(gap.mark().toString()).isEqualTo(folder.resolve("objection.drl").toString());
    assertThat(gap.kind()).isEqualTo("gap");
    // Where another member votes no, its rule decides; the four others have two votes each.
    assertThat(gap.combinations()).isEqualTo(2 * 2 * 2 * 2);
    assertThat(what(gap))
        .startsWith("no rule decides objection in 16 of 243 combinations, for example when")
        .contains("china is \"no\"");
    int[] row = gap.signature().row(gap.shown().combination());
    assertThat(gap.signature().inputs().get(0).domain().text(row[0])).isEqualTo("no");
    assertThat(gap.shown().enough()).containsEntry("china", "no");
  }

  @Test
  void aGapOfASecondResultIsOneOfItsOwn() {
    List<Flaw> flaws =
        flaws("politics", text -> text.replace("decide(\"flashpoint\", false);", "reason(\"r\");"));

    assertThat(flaws).filteredOn(Flaw.Gap.class::isInstance).hasSize(1);
    assertThat(what(flaws.get(0))).startsWith("no rule decides politics.flashpoint in ");
  }

  @Test
  void aDuplicateWithAnotherResultIsAConflictThatNamesBothRulesAndTheirPlaces() {
    List<Flaw> flaws =
        flaws(
            "objection",
            text ->
                text
                    + """

                    rule "One no is none"
                        @kind(assumption)
                    when
                        Objection(china == "no", france != "no", russia != "no",
                                  unitedKingdom != "no", unitedStates != "no")
                    then
                        decide(false);
                    end
                    """);

    Flaw.Conflict conflict = only(Flaw.Conflict.class, flaws);
    long first = Shipped.line(rules, "objection", "\"China votes no\"");
    long second = Shipped.line(rules, "objection", "\"One no is none\"");
    assertThat(conflict.first().mark().line()).isEqualTo((int) first);
    assertThat(conflict.mark().line()).isEqualTo((int) second);
    assertThat(conflict.combinations()).isEqualTo(2 * 2 * 2 * 2);
    assertThat(what(conflict))
        .startsWith(
            "rule \"One no is none\" decides that objection is \"false\", but rule"
                + " \"China votes no\" (copy/objection.drl:"
                + first)
        .contains("decides that it is \"true\"; both fire in 16 of 243 combinations")
        .contains("for example when china is \"no\"");
  }

  @Test
  void aContradictoryRuleIsNamedWithItsLineAndThePartsThatExcludeEachOther() {
    List<Flaw> flaws =
        flaws(
            "council",
            text ->
                text
                    + """

                    rule "A text is adopted without a vote"
                        @kind(assumption)
                    when
                        Council(support == "no-vote", !objection, support == "enough")
                    then
                        decide("adopted");
                    end
                    """);

    Flaw.NeverFires never = only(Flaw.NeverFires.class, flaws);
    assertThat(never.mark().line())
        .isEqualTo((int) Shipped.line(rules, "council", "\"A text is adopted without a vote\""));
    assertThat(never.what())
        .isEqualTo(
            "rule \"A text is adopted without a vote\" can never fire: it is never so at once that"
                + " support is \"no-vote\" and support is \"enough\"");
  }

  @Test
  void aCopyOfARuleInOtherWordsIsRedundant() {
    List<Flaw> flaws =
        flaws(
            "council",
            text ->
                text
                    + """

                    rule "Neither none nor enough"
                        @kind(assumption)
                    when
                        Council(!(support == "no-vote" || support == "enough"))
                    then
                        decide("insufficient");
                    end
                    """);

    Flaw.Redundant redundant = only(Flaw.Redundant.class, flaws);
    assertThat(redundant.rule().name()).isEqualTo("Neither none nor enough");
    assertThat(redundant.others())
        .extracting(Rule::name)
        .containsExactly("Too few members vote yes");
    assertThat(redundant.combinations()).isEqualTo(2);
    assertThat(what(redundant))
        .contains("changes nothing: wherever it fires, ")
        .contains("rule \"Too few members vote yes\" (copy/council.drl:");
  }

  @Test
  void aRuleIsRedundantWhenSeveralOthersTogetherSayTheSame() {
    List<Flaw> flaws =
        flaws(
            "objection",
            text ->
                text
                    + """

                    rule "China or Russia votes no"
                        @kind(assumption)
                    when
                        Objection(china == "no" || russia == "no")
                    then
                        decide(true);
                    end
                    """);

    Flaw.Redundant redundant = only(Flaw.Redundant.class, flaws);
    assertThat(redundant.others())
        .extracting(Rule::name)
        .containsExactlyInAnyOrder("China votes no", "Russia votes no");
  }

  @Test
  void aRuleWithAReasonOfItsOwnIsNotRedundant() {
    List<Flaw> flaws =
        flaws(
            "objection",
            text ->
                text
                    + """

                    rule "Two of them vote no"
                        @kind(assumption)
                    when
                        Objection(china == "no", russia == "no")
                    then
                        decide(true);
                        reason("two-objections");
                    end
                    """);

    assertThat(flaws).isEmpty();
  }

  @Test
  void anInputThatNoRuleReadsNeverMatters() {
    List<Flaw> flaws =
        flaws(
            "joining",
            text ->
                text.replace("objectsToTask, refusal == \"withhold\"", "objectsToTask")
                    .replace("!objectsToTask || refusal == \"caveat\"", "!objectsToTask"));

    assertThat(flaws)
        .filteredOn(Flaw.InputNeverMatters.class::isInstance)
        .extracting(Flaw::what)
        .containsExactly("the input refusal never matters: no rule reads it");
  }

  @Test
  void anInputThatIsReadInVainNeverMatters() {
    Signature signature =
        Signature.of(
            "gate",
            Domain.Flag.FLAG,
            new Field("open", Domain.Flag.FLAG),
            new Field("colour", Domain.Choice.of("red", "blue")));
    List<Flaw> flaws =
        flaws(
            signature,
            """
            package isfsim.gate
            rule "Red" @kind(assumption) when Gate(open == true, colour == "red") then decide(true); end
            rule "Blue" @kind(assumption) when Gate(open == true, colour != "red") then decide(true); end
            rule "Shut" @kind(assumption) when Gate(open == false) then decide(false); end
            """);

    Flaw.InputNeverMatters idle = only(Flaw.InputNeverMatters.class, flaws);
    assertThat(idle.reading()).extracting(Rule::name).containsExactly("Red", "Blue");
    assertThat(idle.shown().enough()).isEqualTo(Map.of("open", "false"));
    assertThat(what(idle))
        .isEqualTo(
            "the input colour never matters, although rule \"Red\" (copy/gate.drl:2:6) and rule"
                + " \"Blue\" (copy/gate.drl:3:6) read it: whenever open is false, for example,"
                + " gate=false for each of its values");
  }

  @Test
  void aRuleThatAlwaysHoldsIsShownWithoutAnyInput() {
    Signature signature =
        Signature.of("gate", Domain.Flag.FLAG, new Field("open", Domain.Flag.FLAG));
    List<Flaw> flaws =
        flaws(
            signature,
            """
            package isfsim.gate
            rule "Open" @kind(assumption) when Gate(open == true) then decide(true); end
            rule "Not" @kind(assumption) when Gate(open == true || open == false) then decide(false); end
            """);

    assertThat(what(only(Flaw.Conflict.class, flaws)))
        .endsWith("both fire in 1 of 2 combinations, for example when open is true");
  }

  @Test
  void aDecisionBeyondTheLimitIsSaidToBe() {
    try (Decisions decisions = Decisions.remembering(rules)) {
      RuleAnalysis analysis = RuleAnalysis.of(decisions, 500);

      assertThat(analysis.flaws())
          .extracting(flaw -> flaw.kind() + " " + flaw.signature().decision())
          .containsExactly("too-large mandate", "too-large joining");
      assertThat(analysis.flaws().get(0).what())
          .isEqualTo(
              "the rules of mandate tell 1,728 combinations apart, more than the 500 that can be"
                  + " tried; nothing was looked for");
    }
  }

  private List<Flaw> flaws(Signature signature, String text) {
    try {
      Files.writeString(folder.resolve(signature.fileName()), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    try (Decisions decisions = Decisions.remembering(RuleSet.read(folder, List.of(signature)))) {
      return RuleAnalysis.of(decisions).flaws();
    }
  }
}
