package org.isfsim.exact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.isfsim.Shipped;
import org.isfsim.SmallScenario;
import org.isfsim.model.Plan;
import org.isfsim.model.Variable;
import org.isfsim.scenario.Setting;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What one walk tells of several alternatives is what a walk of each tells. The tolerance is that
 * of {@link BruteForceTest}.
 */
final class AlternativesWalkTest {

  private static final double TOLERANCE = 1e-12;
  private static final List<String> POLICIES =
      List.of("as-documented", "heavily-amended", "aid-as-drafted");

  @ParameterizedTest
  @ValueSource(strings = {"", "council = adopted"})
  void oneWalkOfPoliciesTellsWhatAWalkOfEachTells(String observed) throws TooLargeException {
    List<Plan> plans = new ArrayList<>();
    for (String policy : POLICIES) {
      Plan plan = SmallScenario.plan(Optional.of(policy), Map.of());
      plans.add(observed.isEmpty() ? plan : EvidenceTest.observing(plan, List.of(observed)));
    }
    List<Map<Variable, Integer>> alternatives = settings(plans);
    assertThat(alternatives.get(0)).hasSizeGreaterThan(5);
    Plan first = plans.get(0);
    AlternativesWalk walk =
        new AlternativesWalk(first, Shipped.decisions(), alternatives, new WalkMemory());
    List<Variable> asked = new ArrayList<>(first.reported());
    asked.add(first.outcome());
    int different = 0;
    int tooLarge = 0;

    // Every other one, which takes half the time.
    for (int i = 0; i < asked.size(); i += 2) {
      Variable variable = asked.get(i);
      List<double[]> together;
      try {
        together = walk.probabilities(variable);
      } catch (TooLargeException e) {
        tooLarge++;
        continue;
      }
      for (int a = 0; a < plans.size(); a++) {
        Plan plan = plans.get(a);
        double[] alone =
            new ExactWalk(plan, Shipped.decisions()).marginal(plan.variable(variable.name()));
        assertThat(together.get(a))
            .as("%s of %s", variable.name(), POLICIES.get(a))
            .containsExactly(alone, within(TOLERANCE));
        different += Math.abs(together.get(a)[0] - together.get(0)[0]) > 1e-6 ? 1 : 0;
      }
    }
    assertThat(different).isGreaterThan(5);
    assertThat(tooLarge).isLessThan(3);
  }

  /** Where nothing differs, every alternative is the scenario itself. */
  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void alternativesThatSetNothingAreTheScenario(int number) throws TooLargeException {
    Plan plan = SmallScenario.plan(Map.of());
    List<Map<Variable, Integer>> nothing = new ArrayList<>();
    for (int a = 0; a < number; a++) {
      nothing.add(Map.of());
    }
    double[] alone = new ExactWalk(plan, Shipped.decisions()).marginal(plan.outcome());

    assertThat(
            new AlternativesWalk(plan, Shipped.decisions(), nothing, new WalkMemory())
                .probabilities(plan.outcome()))
        .hasSize(number)
        .allSatisfy(row -> assertThat(row).containsExactly(alone, within(TOLERANCE)));
  }

  /** The fixed values in which some plans differ. */
  private static List<Map<Variable, Integer>> settings(List<Plan> plans) {
    List<Map<Variable, Integer>> settings = new ArrayList<>();
    plans.forEach(plan -> settings.add(new LinkedHashMap<>()));
    for (Setting setting : plans.get(0).scenario().settings().values()) {
      String address = setting.address();
      List<Setting> own = plans.stream().map(plan -> plan.scenario().setting(address)).toList();
      if (own.stream().anyMatch(of -> !of.written().equals(setting.written()))) {
        for (int a = 0; a < own.size(); a++) {
          settings
              .get(a)
              .put(plans.get(0).variable(address), own.get(a).distribution().at().fixedValue());
        }
      }
    }
    return settings;
  }
}
