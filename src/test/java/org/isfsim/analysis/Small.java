package org.isfsim.analysis;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.isfsim.SmallScenario;
import org.isfsim.model.Plan;

/** Plans and questions of the small scenario. */
final class Small {

  private Small() {}

  static Plan plan(Optional<String> policy, Map<String, String> sets) {
    return SmallScenario.plan(policy, sets);
  }

  static Plan plan(Map<String, String> sets) {
    return plan(Optional.empty(), sets);
  }

  static Plan plan() {
    return plan(Map.of());
  }

  static Alternative policy(String name) {
    return new Alternative(name, name, plan(Optional.of(name), Map.of()));
  }

  static Statement statement(String text) {
    return StatementParser.parse("--require", text, plan());
  }

  static Objective objective(String text) {
    return Objective.likely(statement(text));
  }

  /** Three texts that differ in the votes and the powers that they give. */
  static List<Alternative> texts() {
    return List.of(
        policy("as-documented"), policy("moderately-amended"), policy("peacekeeping-text"));
  }
}
