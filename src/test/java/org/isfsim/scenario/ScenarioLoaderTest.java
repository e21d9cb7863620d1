package org.isfsim.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

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
}
