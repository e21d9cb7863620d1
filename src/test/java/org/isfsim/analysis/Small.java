package org.isfsim.analysis;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.isfsim.Shipped;
import org.isfsim.model.Plan;
import org.isfsim.scenario.Selection;

/** The baseline with its durations set, so that its walks take little time. */
final class Small {

  private static final Map<String, String> DURATIONS =
      Map.of(
          "council.vote-week", "4",
          "board.establishment-weeks", "10",
          "phase-one.complete-week", "12",
          "force.generation-weeks", "10",
          "disarmament.begin-weeks", "8");

  private Small() {}

  static Plan plan(Optional<String> policy, Map<String, String> sets) {
    Map<String, String> all = new LinkedHashMap<>(DURATIONS);
    all.putAll(sets);
    return org.isfsim.Shipped.model()
        .plan(Shipped.scenario(Shipped.BASELINE, new Selection(policy, all)));
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
