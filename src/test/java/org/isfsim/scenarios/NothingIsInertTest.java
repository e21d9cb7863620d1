package org.isfsim.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.isfsim.Exactly;
import org.isfsim.Replay;
import org.isfsim.Shipped;
import org.isfsim.model.Plan;
import org.isfsim.model.Variable;
import org.isfsim.parameter.Domain;
import org.isfsim.parameter.ParameterKind;
import org.isfsim.scenario.Selection;
import org.isfsim.scenario.Setting;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The fifth law of the chain: nothing is inert. A parameter is set to other values on the same
 * cases; that a single one differs is proof, so that nothing is estimated.
 */
@Tag("slow")
final class NothingIsInertTest {

  private static final int CASES = 3_000;
  private static final long SEED = 5;

  /** In a scenario as it ships, or in the baseline with one lever or switch set otherwise. */
  @Test
  void everyParameterChangesSomethingThatIsReportedInSomeScenario() {
    TreeSet<String> inert = new TreeSet<>();
    Shipped.catalogue().global().forEach(parameter -> inert.add(parameter.id()));
    Shipped.catalogue().attributes().forEach(parameter -> inert.add(parameter.id()));
    for (Path file : Shipped.scenarioFiles()) {
      Plan plan = Shipped.plan(file, Selection.NONE);
      removeFelt(inert, plan);
    }
    for (Setting setting : Shipped.baseline(Map.of()).scenario().settings().values()) {
      if (setting.parameter().kind() != ParameterKind.UNCERTAINTY) {
        for (String value : inert.isEmpty() ? List.<String>of() : values(setting.domain())) {
          removeFelt(inert, Shipped.baseline(Map.of(setting.address(), value)));
        }
      }
    }
    assertThat(inert).isEmpty();
  }

  private static void removeFelt(Set<String> inert, Plan plan) {
    for (String address : plan.scenario().settings().keySet()) {
      String id = plan.scenario().setting(address).parameter().id();
      if (inert.contains(id) && isFelt(plan, address)) {
        inert.remove(id);
      }
    }
  }

  private static boolean isFelt(Plan plan, String address) {
    Replay asItIs = new Replay(plan, SEED);
    Replay changed = new Replay(plan, SEED);
    List<Variable> reported = new ArrayList<>(plan.reported());
    reported.add(plan.outcome());
    List<String> values = values(plan.variable(address).domain());
    for (int number = 1; number <= CASES; number++) {
      asItIs.at(number);
      if (number > 100 && asItIs.text("council").equals("insufficient")) {
        continue;
      }
      for (String value : values) {
        changed.at(number, Map.of(address, value));
        for (Variable variable : reported) {
          if (changed.row().value(variable) != asItIs.row().value(variable)) {
            return true;
          }
        }
      }
    }
    return false;
  }

  /** Of few values all, of many the ends and some between. */
  private static List<String> values(Domain domain) {
    int size = domain.size();
    int step = Math.max(1, (size - 1) / 6);
    List<String> values = new ArrayList<>();
    for (int value = 0; value < size; value += step) {
      values.add(domain.text(value));
    }
    values.add(domain.text(size - 1));
    return values;
  }

  /** The four conditions that are asked about, each by the parameter in which it stands. */
  @ParameterizedTest
  @CsvSource({
    "force-without-mandate, contributors.COALITION.requires-mandate, true, false",
    "baseline, contingent.veto-scope, none, all-muslim-majority",
    "baseline, council.china.vote, abstain, no",
    "baseline, aid.policy, full-with-safeguards, all-tied"
  })
  void eachConditionThatIsAskedAboutChangesTheProbabilityOfSomeOutcome(
      String scenario, String address, String from, String to) {
    Map<String, Double> before = outcomes(scenario, address, from);
    Map<String, Double> after = outcomes(scenario, address, to);
    assertThat(before.keySet())
        .as("from %s to %s", before, after)
        .anyMatch(
            outcome ->
                Math.abs(before.getOrDefault(outcome, 0.0) - after.getOrDefault(outcome, 0.0))
                    > 1e-4);
  }

  private static Map<String, Double> outcomes(String scenario, String address, String value) {
    Path file = Shipped.SCENARIOS.resolve(scenario + ".yaml");
    return new Exactly(Shipped.plan(file, Selection.ofSets(Map.of(address, value)))).outcomes();
  }
}
