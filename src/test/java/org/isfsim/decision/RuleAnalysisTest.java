package org.isfsim.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
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
        only(
            Flaw.Gap.class,
            flaws("council", text -> Shipped.without("Fewer than nine members vote yes", text)));

    assertThat(gap.mark().toString()).isEqualTo(folder.resolve("council.drl").toString());
    assertThat(gap.kind()).isEqualTo("gap");
    // Without a vote there is no gap; with one, all that have fewer than nine yes votes.
    assertThat(gap.combinations()).isEqualTo(votesBelowNine());
    assertThat(gap.shown().enough()).containsEntry("voteHeld", "true");
    assertThat(what(gap))
        .startsWith(
            "no rule decides council in " + String.format(Locale.ROOT, "%,d", votesBelowNine()))
        .contains(" of 5,346 combinations, for example whenever vote held is true");
    int[] row = gap.signature().row(gap.shown().combination());
    assertThat(row[gap.signature().indexOf("yes")]).isLessThan(9);
  }

  private static long votesBelowNine() {
    long count = 0;
    int[] waysOfPermanent = {32, 80, 80, 40, 10, 1};
    for (int permanent = 0; permanent <= 5; permanent++) {
      for (int elected = 0; elected <= 10; elected++) {
        count += permanent + elected < 9 ? waysOfPermanent[permanent] : 0;
      }
    }
    return count;
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
            "council",
            text ->
                text
                    + """

                    rule "Eight yes votes are enough"
                        @kind(assumption)
                    when
                        Council(voteHeld == true, yes == 8)
                    then
                        decide("adopted");
                    end
                    """);

    Flaw.Conflict conflict = only(Flaw.Conflict.class, flaws);
    long first = Shipped.line(rules, "council", "\"Fewer than nine members vote yes\"");
    long second = Shipped.line(rules, "council", "\"Eight yes votes are enough\"");
    assertThat(conflict.first().mark().line()).isEqualTo((int) first);
    assertThat(conflict.mark().line()).isEqualTo((int) second);
    assertThat(conflict.combinations()).isEqualTo(1 + 10 + 40 + 80 + 80 + 32);
    assertThat(what(conflict))
        .startsWith(
            "rule \"Eight yes votes are enough\" decides that council is \"adopted\", but rule"
                + " \"Fewer than nine members vote yes\" (copy/council.drl:"
                + first)
        .contains("decides that it is \"insufficient\"; both fire in 243 of 5,346 combinations")
        .contains("for example when vote held is true, china is ");
  }

  @Test
  void aContradictoryRuleIsNamedWithItsLineAndThePartsThatExcludeEachOther() {
    List<Flaw> flaws =
        flaws(
            "council",
            text ->
                text
                    + """

                    rule "Three elected members are enough"
                        @kind(assumption)
                    when
                        Council(voteHeld == true, china != "no", electedYes < 4, yes >= 9)
                    then
                        decide("adopted");
                    end
                    """);

    Flaw.NeverFires never = only(Flaw.NeverFires.class, flaws);
    assertThat(never.mark().line())
        .isEqualTo((int) Shipped.line(rules, "council", "\"Three elected members are enough\""));
    assertThat(never.what())
        .isEqualTo(
            "rule \"Three elected members are enough\" can never fire: it is never so at once that"
                + " elected yes is below 4 and yes is at least 9");
  }

  @Test
  void aCopyOfARuleInOtherWordsIsRedundant() {
    List<Flaw> flaws =
        flaws(
            "council",
            text ->
                text
                    + """

                    rule "Eight or fewer"
                        @kind(assumption)
                    when
                        Council(!(voteHeld == false || yes > 8))
                    then
                        decide("insufficient");
                    end
                    """);

    Flaw.Redundant redundant = only(Flaw.Redundant.class, flaws);
    assertThat(redundant.rule().name()).isEqualTo("Eight or fewer");
    assertThat(redundant.others())
        .extracting(Rule::name)
        .containsExactly("Fewer than nine members vote yes");
    assertThat(redundant.combinations()).isEqualTo(votesBelowNine());
    assertThat(what(redundant))
        .contains("changes nothing: wherever it fires, ")
        .contains("rule \"Fewer than nine members vote yes\" (copy/council.drl:");
  }

  @Test
  void aRuleIsRedundantWhenSeveralOthersTogetherSayTheSame() {
    List<Flaw> flaws =
        flaws(
            "council",
            text ->
                text
                    + """

                    rule "China or Russia votes no"
                        @kind(assumption)
                    when
                        Council(voteHeld == true, yes >= 9, china == "no" || russia == "no")
                    then
                        decide("vetoed");
                    end
                    """);

    Flaw.Redundant redundant = only(Flaw.Redundant.class, flaws);
    assertThat(redundant.others())
        .extracting(Rule::name)
        .containsExactlyInAnyOrder(
            "China votes no against nine or more yes votes",
            "Russia votes no against nine or more yes votes");
  }

  @Test
  void aRuleWithAReasonOfItsOwnIsNotRedundant() {
    List<Flaw> flaws =
        flaws(
            "council",
            text ->
                text
                    + """

                    rule "Two of them vote no"
                        @kind(assumption)
                    when
                        Council(voteHeld == true, yes >= 9, china == "no", russia == "no")
                    then
                        decide("vetoed");
                        reason("two-vetoes");
                    end
                    """);

    assertThat(flaws).isEmpty();
  }

  @Test
  void anInputThatNoRuleReadsNeverMatters() {
    List<Flaw> flaws =
        flaws(
            "contingent",
            text ->
                text.replace("refusal == \"withhold\",", "")
                    .replace("refusal == \"caveat\", willing == true,", "willing == true,"));

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
      RuleAnalysis analysis = RuleAnalysis.of(decisions, 5_000);

      assertThat(analysis.flaws())
          .extracting(flaw -> flaw.kind() + " " + flaw.signature().decision())
          .contains("too-large council", "too-large contingent")
          .hasSize(3);
      assertThat(analysis.flaws().get(0).what())
          .isEqualTo(
              "the rules of council tell 5,346 combinations apart, more than the 5,000 that can be"
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
