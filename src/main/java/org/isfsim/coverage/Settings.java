package org.isfsim.coverage;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.isfsim.model.Plan;
import org.isfsim.model.Step;
import org.isfsim.model.Variable;

/** The parameters that have one value only in a scenario. */
final class Settings {

  private final Map<Variable, Step> writers = new HashMap<>();

  Settings(Plan plan) {
    plan.steps().forEach(step -> step.writes().forEach(written -> writers.put(written, step)));
  }

  /**
   * The fixed parameters from which a variable is worked out, by address; empty if anything else
   * bears on it, so that they alone do not settle it.
   */
  Map<String, String> settling(Variable variable) {
    Map<String, String> settling = new LinkedHashMap<>();
    return settle(variable, settling) ? settling : Map.of();
  }

  private boolean settle(Variable variable, Map<String, String> settling) {
    Step step = writers.get(variable);
    if (step instanceof Step.Compute compute) {
      return compute.inputs().stream().allMatch(input -> settle(input, settling));
    }
    if (step instanceof Step.Draw draw && draw.parents().isEmpty()) {
      int[] support = draw.distribution().at().support();
      settling.put(variable.name(), variable.domain().text(support[0]));
      return support.length == 1;
    }
    return false;
  }
}
