package org.isfsim.coverage;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.isfsim.model.Plan;
import org.isfsim.model.Step;
import org.isfsim.model.Variable;
import org.isfsim.parameter.Distribution;

/** The parameters that have one value only in a scenario. */
final class Settings {

  private final Map<Variable, Step> writers = new HashMap<>();

  Settings(Plan plan) {
    plan.steps().forEach(step -> step.writes().forEach(written -> writers.put(written, step)));
  }

  /** The fixed parameters from which a variable is worked out, without the rules, by address. */
  Map<String, String> fixed(Variable variable) {
    Map<String, String> fixed = new LinkedHashMap<>();
    Step step = writers.get(variable);
    if (step instanceof Step.Compute compute) {
      compute.inputs().forEach(input -> fixed.putAll(fixed(input)));
    } else if (step instanceof Step.Draw draw && draw.parents().isEmpty()) {
      Distribution distribution = draw.distribution().at();
      if (distribution.support().length == 1) {
        fixed.put(variable.name(), variable.domain().text(distribution.support()[0]));
      }
    }
    return fixed;
  }
}
