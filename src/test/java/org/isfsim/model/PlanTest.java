package org.isfsim.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.isfsim.Shipped;
import org.isfsim.decision.Signature;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds of the plan of every shipped scenario. */
final class PlanTest {

  static List<Shipped.Variant> files() {
    return Shipped.variants().stream().filter(v -> v.selection().policy().isEmpty()).toList();
  }

  @ParameterizedTest
  @MethodSource("files")
  void eachStepReadsWhatEarlierStepsWroteAndEachVariableIsWrittenOnce(Shipped.Variant variant) {
    Plan plan = variant.plan();
    Set<Variable> written = new HashSet<>();
    for (Step step : plan.steps()) {
      assertThat(written).as("read by %s", step.writes()).containsAll(step.reads());
      for (Variable variable : step.writes()) {
        assertThat(written.add(variable)).as("%s is written once", variable.name()).isTrue();
      }
    }
    assertThat(written).containsExactlyInAnyOrderElementsOf(plan.variables());
    for (int slot = 0; slot < plan.variables().size(); slot++) {
      assertThat(plan.variables().get(slot).slot()).isEqualTo(slot);
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void everyParameterIsDrawnOnceInItsOwnDomain(Shipped.Variant variant) {
    Plan plan = variant.plan();
    assertThat(plan.draws().stream().map(draw -> draw.variable().name()))
        .containsExactlyInAnyOrderElementsOf(plan.scenario().settings().keySet());
    for (Step.Draw draw : plan.draws()) {
      assertThat(draw.variable().domain())
          .isEqualTo(plan.scenario().setting(draw.variable().name()).domain());
      assertThat(draw.parents().stream().map(Variable::name))
          .containsExactlyElementsOf(draw.distribution().parents());
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void everyDecisionIsTakenAndGetsValuesOfItsInputsDomains(Shipped.Variant variant) {
    Plan plan = variant.plan();
    for (int i = 0; i < plan.decisions().size(); i++) {
      Step.Decide decide = plan.decisions().get(i);
      assertThat(decide.number()).isEqualTo(i);
      assertThat(decide.inputs().stream().map(Variable::domain))
          .containsExactlyElementsOf(
              decide.signature().inputs().stream().map(field -> field.domain()).toList());
      assertThat(decide.results().stream().map(Variable::domain))
          .containsExactlyElementsOf(
              decide.signature().results().stream().map(result -> result.domain()).toList());
    }
    assertThat(plan.decisions().stream().map(Step.Decide::signature).distinct())
        .containsExactlyInAnyOrderElementsOf(org.isfsim.Shipped.model().signatures());
    // One for each contributor, two outcomes (with and without an early end), one of each other.
    assertThat(plan.decisions())
        .hasSize(
            org.isfsim.Shipped.model().signatures().size() + plan.scenario().contributors().size());
  }

  @ParameterizedTest
  @MethodSource("files")
  void thereIsOneOutcomeOfThirteenAndTheRulesDecideIt(Shipped.Variant variant) {
    Plan plan = variant.plan();
    assertThat(plan.outcome().domain()).isEqualTo(org.isfsim.Shipped.outcomes());
    assertThat(org.isfsim.Shipped.outcomes().values())
        .containsExactly(
            "no-vote",
            "not-adopted-insufficient",
            "not-adopted-veto",
            "deployed-without-mandate",
            "no-contingents",
            "not-deployed",
            "ended-early",
            "observation",
            "peacekeeping",
            "enforcement-dual-command",
            "enforcement-partial-area",
            "enforcement-below-yardstick",
            "enforcement-at-yardstick");
    assertThat(plan.decisions())
        .filteredOn(decide -> decide.results().contains(plan.outcome()))
        .singleElement()
        .satisfies(decide -> assertThat(decide.column()).isEqualTo("outcome"));
  }

  /**
   * Every indicator has a decision or is a declared count; none feeds a decision of the outcome.
   */
  @ParameterizedTest
  @MethodSource("files")
  void noIndicatorOfWhatGoesOnBesideTheForceBearsOnTheOutcome(Shipped.Variant variant) {
    Plan plan = variant.plan();
    Set<Variable> needed = new HashSet<>(Set.of(plan.outcome()));
    for (int i = plan.steps().size() - 1; i >= 0; i--) {
      Step step = plan.steps().get(i);
      if (step.writes().stream().anyMatch(needed::contains)) {
        needed.addAll(step.reads());
      }
    }
    Set<String> beside =
        Set.of("disarmament", "aid", "smuggling", "police", "politics", "precedent");
    for (Step.Decide decide : plan.decisions()) {
      Signature signature = decide.signature();
      if (beside.contains(signature.decision())) {
        assertThat(needed).as(decide.column()).doesNotContainAnyElementsOf(decide.results());
      }
    }
    assertThat(plan.indicators().stream().map(Indicator::name))
        .doesNotHaveDuplicates()
        .contains(
            "on-time",
            "council-tally",
            "authority",
            "legitimacy",
            "disarmament",
            "aid",
            "smuggling",
            "police",
            "security-transfer",
            "governance",
            "area",
            "beyond-mandate",
            "reporting-flashpoint",
            "politics",
            "precedent");
    assertThat(plan.milestones().stream().map(Milestone::name)).hasSize(11).doesNotHaveDuplicates();
  }
}
