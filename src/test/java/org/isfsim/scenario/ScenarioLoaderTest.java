package org.isfsim.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.isfsim.document.Mark;
import org.isfsim.parameter.Basis;
import org.junit.jupiter.api.Test;

class ScenarioLoaderTest {

  private final Scenario scenario = TestScenarios.load("good/every-form.yaml", Selection.NONE);

  @Test
  void everyParameterAndAttributeHasASetting() {
    assertThat(scenario.settings().keySet())
        .containsExactly(
            "text.tasks",
            "aid.policy",
            "contingent.veto-scope",
            "council.china.vote",
            "council.vote-held",
            "council.elected-yes",
            "armed-group.consent",
            "force.generation-weeks",
            "police.course-weeks",
            "police.training-weeks",
            "disarmament.verified",
            "aid.trucks",
            "population.thousands",
            "contributors.IDN.gives",
            "contributors.IDN.requires-mandate",
            "contributors.IDN.willing",
            "contributors.IDN.will-disarm",
            "contributors.IDN.troops",
            "contributors.OTHER.gives",
            "contributors.OTHER.requires-mandate",
            "contributors.OTHER.willing",
            "contributors.OTHER.will-disarm",
            "contributors.OTHER.troops");
  }

  @Test
  void theWeightsOfAChoiceAreItsProbabilities() {
    Setting china = scenario.setting("council.china.vote");
    assertThat(china.distribution().parents()).containsExactly("text.tasks");
    assertThat(china.distribution().at(2).probability(2)).isCloseTo(0.2, within(1e-15));
    assertThat(china.claims()).containsExactly("S001-28", "S001-29");
    assertThat(china.basis()).isEqualTo(Basis.ASSUMPTION);
    assertThat(china.origin()).isEqualTo(Origin.FILE);
  }

  @Test
  void anAttributesDefaultRefersToTheSameContributor() {
    assertThat(scenario.setting("contributors.OTHER.will-disarm").distribution().parents())
        .containsExactly("contributors.OTHER.willing");
  }

  @Test
  void theHeaderIsRead() {
    assertThat(scenario.id()).isEqualTo("every-form");
    assertThat(scenario.start()).isEqualTo(LocalDate.of(2025, 11, 4));
    assertThat(scenario.horizonWeeks()).isEqualTo(112);
    assertThat(scenario.run()).isEqualTo(new RunSettings(1000, 20251104));
    assertThat(scenario.claims()).containsExactly("S000-01");
    assertThat(scenario.sha256()).hasSize(64);
    assertThat(scenario.policies().get("peacekeeping-text"))
        .containsExactly(Map.entry("text.tasks", "peacekeeping"));
    assertThat(scenario.contributors())
        .extracting(Contributor::name)
        .containsExactly("Indonesia", "Partners that the documents do not name");
  }

  @Test
  void bandsAreIndicesOfTheirDomain() {
    assertThat(scenario.band("disarmament.verification")).containsExactly(40, 60);
  }

  @Test
  void parentsComeBeforeTheirChildren() {
    Set<String> before = new HashSet<>();
    for (Setting setting : scenario.inDependencyOrder()) {
      assertThat(before).containsAll(setting.distribution().parents());
      before.add(setting.address());
    }
    assertThat(before).isEqualTo(scenario.settings().keySet());
  }

  @Test
  void everyCombinationThatCanOccurHasADistribution() {
    Setting consent = scenario.setting("armed-group.consent");
    assertThat(consent.distribution().parents())
        .containsExactly("aid.policy", "council.china.vote");
    // Tied aid and a "no"; then aid as drafted.
    assertThat(consent.distribution().at(0, 0).probability(0)).isEqualTo(0.5);
    assertThat(consent.distribution().at(1, 0).fixedValue()).isEqualTo(1);
  }

  @Test
  void aChildReplacesValuesAddsAndRemoves() {
    Scenario child = TestScenarios.load("good/child.yaml", Selection.NONE);
    assertThat(child.id()).isEqualTo("child");
    assertThat(child.question()).isEqualTo(scenario.question());
    assertThat(child.setting("text.tasks").distribution().at().fixedValue()).isEqualTo(1);
    assertThat(child.setting("council.vote-held").origin()).isEqualTo(Origin.CATALOGUE);
    assertThat(child.setting("council.china.vote").distribution().isUnconditional()).isTrue();
    assertThat(child.contributors()).extracting(Contributor::id).containsExactly("IDN", "TUR");
    assertThat(child.setting("contributors.IDN.willing").written()).isEqualTo("true");
    assertThat(child.setting("contributors.IDN.troops").origin()).isEqualTo(Origin.FILE);
    assertThat(child.policies().get("peacekeeping-text"))
        .containsOnly(
            Map.entry("text.tasks", "peacekeeping"),
            Map.entry("aid.policy", "full-with-safeguards"));
    assertThat(child.sha256()).isNotEqualTo(scenario.sha256());
  }

  @Test
  void aPolicySetsItsLevers() {
    Scenario chosen =
        TestScenarios.load("good/every-form.yaml", Selection.ofPolicy("peacekeeping-text"));
    Setting tasks = chosen.setting("text.tasks");
    assertThat(tasks.written()).isEqualTo("peacekeeping");
    assertThat(tasks.origin()).isEqualTo(Origin.POLICY);
    assertThat(chosen.policy()).contains("peacekeeping-text");
  }

  @Test
  void theCommandLineHasTheLastWord() {
    Scenario set =
        TestScenarios.load(
            "good/every-form.yaml",
            new Selection(
                Optional.of("peacekeeping-text"),
                Map.of(
                    "text.tasks", "observation",
                    "contributors.IDN.willing", "true",
                    "council.china.vote.choice.no", "20%",
                    "council.china.vote.choice.yes", "40%",
                    "council.vote-held.chance", "1/2",
                    "police.course-weeks.uniform.max", "6",
                    "contributors.OTHER.troops.uniform.max", "9000",
                    "force.generation-weeks", "{uniform: {min: 1, max: 4}}",
                    "bands.disarmament.verification", "10%,20%")));
    assertThat(set.setting("text.tasks").written()).isEqualTo("observation");
    assertThat(set.setting("text.tasks").origin()).isEqualTo(Origin.COMMAND_LINE);
    assertThat(set.setting("contributors.IDN.willing").distribution().isFixed()).isTrue();
    assertThat(set.setting("council.china.vote").distribution().at(2).probability(2))
        .isCloseTo(0.4, within(1e-15));
    assertThat(set.setting("council.vote-held").distribution().at().probability(1)).isEqualTo(0.5);
    assertThat(set.setting("police.course-weeks").distribution().at().support())
        .containsExactly(0, 1, 2);
    assertThat(set.setting("contributors.OTHER.troops").distribution().at().support()).hasSize(18);
    assertThat(set.setting("force.generation-weeks").distribution().at().support())
        .containsExactly(1, 2, 3, 4);
    assertThat(set.band("disarmament.verification")).containsExactly(10, 20);
  }

  @Test
  void aValueFromElsewhereIsParsedByItsAddress() {
    Mark cell = new Mark("cases.csv", 3, 7);
    assertThat(scenario.parse("council.china.vote", "abstain", cell)).isEqualTo(1);
    assertThat(scenario.parse("aid.trucks", "150", cell)).isEqualTo(3);
    assertThatThrownBy(() -> scenario.parse("aid.trucks", "160", cell))
        .hasMessage(
            "cases.csv:3:7: aid.trucks: \"160\" is off the grid; allowed: a whole number of trucks"
                + " a day from 0 to 800 in steps of 50 (the nearest is 150)");
    assertThatThrownBy(() -> scenario.parse("aid.truck", "150", cell))
        .hasMessageContaining("did you mean \"aid.trucks\"?");
  }

  @Test
  void aValueEqualToTheCataloguesKeepsItsBasis() {
    assertThat(scenario.setting("text.tasks").basis()).isEqualTo(Basis.DOCUMENTED);
    assertThat(scenario.setting("text.tasks").claims()).containsExactly("S001-06");
    assertThat(scenario.setting("contingent.veto-scope").basis()).isEqualTo(Basis.SWITCH);
    assertThat(scenario.setting("contributors.IDN.willing").claims())
        .containsExactly("S000-13", "S001-26");
  }
}
