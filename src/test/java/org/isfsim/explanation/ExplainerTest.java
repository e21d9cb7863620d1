package org.isfsim.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.isfsim.decision.Decisions;
import org.isfsim.decision.Evaluator;
import org.isfsim.decision.Rule;
import org.isfsim.decision.RuleCache;
import org.isfsim.decision.RuleEngine;
import org.isfsim.decision.RuleSet;
import org.isfsim.decision.Signature;
import org.isfsim.explanation.ParameterValue.How;
import org.isfsim.model.Case;
import org.isfsim.model.CaseEvaluator;
import org.isfsim.model.Plan;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ExplainerTest {

  private static Decisions decisions;

  @BeforeAll
  static void remember() {
    decisions = Decisions.remembering(Shipped.RULES);
  }

  @AfterAll
  static void forget() {
    decisions.close();
  }

  /** One case for each outcome, from the scenarios and policies in which it occurs. */
  private static List<CaseExplanation> oneOfEach() {
    List<Plan> plans =
        List.of(
            Shipped.baseline(),
            Shipped.plan(Shipped.BASELINE, "peacekeeping-text", Map.of()),
            Shipped.plan(Shipped.BASELINE, "observation-text", Map.of()),
            Shipped.plan(Shipped.BASELINE, "", Map.of("council.vote-held", "false")),
            Shipped.plan(Path.of("scenarios/force-without-mandate.yaml"), "", Map.of()));
    Set<String> seen = new HashSet<>();
    List<CaseExplanation> explanations = new ArrayList<>();
    for (Plan plan : plans) {
      Explainer explainer = Shipped.explainer(plan, decisions);
      CaseEvaluator evaluator = new CaseEvaluator(plan, decisions, Shipped.SEED);
      Case row = new Case(plan);
      for (long number = 1; number <= 30_000; number++) {
        evaluator.evaluate(number, CaseEvaluator.nothingGiven(plan), row);
        if (seen.add(row.text(plan.outcome()))) {
          explanations.add(explainer.explain(number));
          assertThat(explanations.get(explanations.size() - 1).ending())
              .isEqualTo(new Ending.Reached(row.text(plan.outcome())));
        }
      }
    }
    return explanations;
  }

  @Test
  void everyOutcomeIsExplainedByRulesThatDroolsFiresAndByClaimsThatAreRegistered() {
    List<CaseExplanation> explanations = oneOfEach();
    assertThat(explanations).hasSize(org.isfsim.Shipped.outcomes().size());
    try (RuleEngine engine = RuleEngine.compile(Shipped.RULES);
        Evaluator evaluator = engine.newEvaluator()) {
      for (CaseExplanation explanation : explanations) {
        assertThat(explanation.summary()).endsWith(".").hasSizeGreaterThan(20);
        for (ExplainedDecision decision : explanation.decisions()) {
          Signature signature = Shipped.RULES.signature(decision.decision());
          int[] inputs = new int[signature.inputs().size()];
          for (int i = 0; i < inputs.length; i++) {
            InputValue input = decision.inputs().get(i);
            assertThat(input.field()).isEqualTo(signature.inputs().get(i).name());
            inputs[i] = signature.inputs().get(i).domain().indexOf(input.value()).orElseThrow();
          }
          assertThat(decision.rules().stream().map(FiredRule::name))
              .as(decision.column())
              .isNotEmpty()
              .isEqualTo(
                  evaluator.fire(decision.decision(), inputs).fired().stream()
                      .map(Rule::name)
                      .toList());
          assertThat(decision.results()).hasSize(signature.results().size());
          assertThat(decision.rules().stream().flatMap(rule -> rule.claims().stream()))
              .allSatisfy(cited -> assertThat(cited.claim()).as(cited.id()).isPresent());
        }
      }
    }
  }

  @Test
  void anExplanationEqualsItselfMadeAgainAndNoOther() {
    Plan plan = Shipped.baseline();
    CaseExplanation first = Shipped.explainer(plan, decisions).explain(7);
    try (Decisions fresh = Decisions.reference(Shipped.RULES)) {
      assertThat(Shipped.explainer(Shipped.baseline(), fresh).explain(7)).isEqualTo(first);
    }
    assertThat(Shipped.explainer(plan, decisions).explain(8)).isNotEqualTo(first);
  }

  @Test
  void aTextThatFallsShortDoesNotRestOnWhatWouldHaveComeLater() {
    CaseExplanation explanation =
        Shipped.explainer(
                Shipped.plan(Shipped.BASELINE, "", Map.of("council.elected-yes", "2")), decisions)
            .explain(1);
    assertThat(explanation.ending()).isEqualTo(new Ending.Reached("not-adopted-insufficient"));
    assertThat(explanation.decisions().stream().filter(ExplainedDecision::onTheWay))
        .extracting(ExplainedDecision::column)
        .containsExactly(
            "amendment",
            "council",
            "mandate",
            "administration",
            "bar.IDN",
            "joining.IDN",
            "contingent.IDN",
            "bar.AZE",
            "joining.AZE",
            "contingent.AZE",
            "bar.EGY",
            "joining.EGY",
            "contingent.EGY",
            "bar.TUR",
            "contingent.TUR",
            "bar.ARE",
            "joining.ARE",
            "contingent.ARE",
            "bar.OTHER",
            "joining.OTHER",
            "contingent.OTHER",
            "force",
            "gates",
            "deployment",
            // Read by outcome.standing, whose inputs all count as read.
            "endurance",
            "outcome");
  }

  @Test
  void whatTheOutcomeDoesNotRestOnCannotChangeIt() {
    Plan plan = Shipped.baseline();
    Explainer explainer = Shipped.explainer(plan, decisions);
    for (long number = 1; number <= 20; number++) {
      CaseExplanation explanation = explainer.explain(number);
      boolean restsOnEndurance = explanation.decision("endurance").orElseThrow().onTheWay();
      for (int spoilers = 0; spoilers < 2 && !restsOnEndurance; spoilers++) {
        CaseExplanation changed = explainer.explain(number, Map.of("spoilers.activity", spoilers));
        assertThat(changed.ending()).isEqualTo(explanation.ending());
      }
    }
  }

  @Test
  void aValueThatIsSetIsTheSameThroughTheScenarioAndForTheCaseAlone() {
    CaseExplanation alone =
        Shipped.explainer(Shipped.baseline(), decisions)
            .explain(3, Map.of("council.china.vote", 1, "aid.policy", 0));
    CaseExplanation loaded =
        Shipped.explainer(
                Shipped.plan(
                    Shipped.BASELINE,
                    "",
                    Map.of("council.china.vote", "abstain", "aid.policy", "full-with-safeguards")),
                decisions)
            .explain(3);
    assertThat(loaded.parameters())
        .extracting(ParameterValue::address, ParameterValue::value, ParameterValue::how)
        .isEqualTo(
            alone.parameters().stream()
                .map(p -> org.assertj.core.groups.Tuple.tuple(p.address(), p.value(), p.how()))
                .toList());
    assertThat(loaded.parameters().stream().filter(p -> p.how() == How.SET))
        .extracting(ParameterValue::address)
        .containsExactlyInAnyOrder("council.china.vote", "aid.policy");
    assertThat(loaded.timeline()).isEqualTo(alone.timeline());
    assertThat(loaded.indicators()).isEqualTo(alone.indicators());
  }

  @Test
  void everyDateThatADecisionComparesHasATitle() {
    Explainer explainer = Shipped.explainer(Shipped.baseline(), decisions);
    Set<String> untitled = new HashSet<>();
    for (long number = 1; number <= 300; number++) {
      explainer.explain(number).timeline().stream()
          .filter(event -> event.title().equals(event.name()))
          .forEach(event -> untitled.add(event.name()));
    }
    assertThat(untitled).isEmpty();
  }

  @Test
  void theTimelineIsInOrderAndEndsWithTheHorizon() {
    CaseExplanation explanation = Shipped.explainer(Shipped.baseline(), decisions).explain(1);
    assertThat(explanation.timeline()).extracting(DatedEvent::date).isSorted();
    assertThat(explanation.timeline())
        .allSatisfy(event -> assertThat(event.date()).isBeforeOrEqualTo(explanation.horizon()));
  }

  @Test
  void aMissingRuleStopsTheCaseThereAndTheCombinationIsTold(@TempDir Path folder) {
    String council = read(Path.of("rules/council.drl"));
    int from = council.indexOf("rule \"Too few");
    int to = council.indexOf("rule \"A permanent member");
    CaseExplanation explanation =
        insufficient(changed(folder, council.substring(0, from) + council.substring(to)));
    assertThat(explanation.ending())
        .isEqualTo(
            new Ending.Stopped(
                "council",
                List.of("no rule decides council"),
                "support is \"too-few\", objection is true"));
    assertThat(explanation.decisions())
        .extracting(ExplainedDecision::column)
        .containsExactly("amendment", "objection", "council");
    assertThat(explanation.indicators()).isEmpty();
    assertThat(explanation.summary()).contains("council", "no rule decides");
  }

  @Test
  void twoRulesThatContradictEachOtherAreBothNamed(@TempDir Path folder) {
    String rule =
        "rule \"Any text is adopted\" @kind(assumption)\nwhen\n    Council(support != \"no-vote\")\n"
            + "then\n    decide(\"adopted\");\nend\n";
    CaseExplanation explanation =
        insufficient(changed(folder, read(Path.of("rules/council.drl")) + rule));
    assertThat(explanation.ending()).isInstanceOf(Ending.Stopped.class);
    assertThat(((Ending.Stopped) explanation.ending()).problems().get(0))
        .contains("Too few members vote yes", "Any text is adopted", "council.drl:");
    ExplainedDecision council = explanation.decision("council").orElseThrow();
    assertThat(council.rules()).hasSize(2);
    assertThat(council.results()).isEmpty();
  }

  private static CaseExplanation insufficient(RuleSet rules) {
    Map<String, String> votes =
        Map.of(
            "council.china.vote", "no",
            "council.france.vote", "no",
            "council.russia.vote", "no",
            "council.united-kingdom.vote", "no",
            "council.united-states.vote", "no",
            "council.elected-yes", "2");
    try (Decisions changed = Decisions.remembering(rules)) {
      return Shipped.explainer(Shipped.plan(Shipped.BASELINE, "", votes), changed).explain(1);
    }
  }

  private static RuleSet changed(Path folder, String council) {
    try (Stream<Path> files = Files.list(Path.of("rules"))) {
      for (Path file : files.toList()) {
        Files.copy(file, folder.resolve(file.getFileName()));
      }
      Files.writeString(folder.resolve("council.drl"), council);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return RuleSet.read(folder, org.isfsim.Shipped.model().signatures(), RuleCache.ofProcess());
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
