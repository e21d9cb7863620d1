package org.isfsim.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.isfsim.Shipped;
import org.isfsim.parameter.Domain;
import org.isfsim.scenario.Contributor;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds of the plan of every shipped scenario. */
final class PlanTest {

  private static final List<String> OF_EACH = List.of("bar", "joining", "contingent");

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
    for (Contributor contributor : plan.scenario().contributors()) {
      assertThat(plan.decisions())
          .filteredOn(decide -> plan.contributorOf(decide).equals(Optional.of(contributor)))
          .extracting(decide -> decide.signature().decision())
          .as("the same is decided of every contributor: %s", contributor.id())
          .containsExactlyInAnyOrderElementsOf(OF_EACH);
    }
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

  @ParameterizedTest
  @MethodSource("files")
  void whatIsReportedHasANameOfItsOwnAndACauseThatThePlanKnows(Shipped.Variant variant) {
    Plan plan = variant.plan();
    assertThat(plan.indicators().stream().map(Indicator::name)).doesNotHaveDuplicates();
    assertThat(plan.milestones().stream().map(Milestone::name)).doesNotHaveDuplicates();
    assertThat(plan.reported()).isSubsetOf(plan.variables());
    for (Indicator indicator : plan.indicators()) {
      assertThat(indicator.cause()).isIn(causes(plan));
    }
    for (Milestone milestone : plan.milestones()) {
      assertThat(milestone.cause()).isIn(causes(plan));
      assertThat(milestone.week().domain().number(milestone.week().domain().size() - 1))
          .as("%s ends with never", milestone.name())
          .isEqualTo(plan.horizonWeeks() + 1);
    }
    for (Variable cause : plan.causes().values()) {
      assertThat(cause.domain()).isEqualTo(Domain.Flag.FLAG);
    }
  }

  /** The causes, and none. */
  private static Set<String> causes(Plan plan) {
    Set<String> causes = new HashSet<>(plan.causes().keySet());
    causes.add("");
    return causes;
  }
}
