package org.isfsim.page;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.isfsim.model.Plan;
import org.isfsim.model.Step;
import org.isfsim.model.Variable;

/** By which decision of a plan each parameter is read first, directly or through quantities. */
final class DecisionGroups {

  private DecisionGroups() {}

  /** The names of decisions by the addresses of parameters, in the order of the plan. */
  static Map<String, String> of(Plan plan) {
    Map<Variable, Set<String>> behind = new HashMap<>();
    Map<String, String> groups = new LinkedHashMap<>();
    for (Step step : plan.steps()) {
      Set<String> read = new LinkedHashSet<>();
      for (Variable variable : step.reads()) {
        read.addAll(behind.getOrDefault(variable, Set.of()));
      }
      if (step instanceof Step.Draw draw) {
        read.add(draw.variable().name());
      } else if (step instanceof Step.Decide decide) {
        read.forEach(address -> groups.putIfAbsent(address, decide.signature().decision()));
        // Who reads the result reads the decision, not what is behind it.
        read = Set.of();
      }
      for (Variable variable : List.copyOf(step.writes())) {
        behind.put(variable, read);
      }
    }
    return groups;
  }
}
