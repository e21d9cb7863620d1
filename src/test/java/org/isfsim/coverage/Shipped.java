package org.isfsim.coverage;

import java.nio.file.Path;
import java.util.Map;
import org.isfsim.decision.RuleCache;
import org.isfsim.decision.RuleSet;
import org.isfsim.model.Plan;
import org.isfsim.scenario.ScenarioLoader;
import org.isfsim.scenario.Selection;

/** What comes with the program. */
final class Shipped {

  private static final Path HOME = Path.of(System.getProperty("isfsim.home"));

  private Shipped() {}

  static RuleSet rules() {
    return RuleSet.read(
        HOME.resolve("rules"), org.isfsim.Shipped.model().signatures(), RuleCache.ofProcess());
  }

  static Plan plan(String scenario, Map<String, String> sets) {
    return org.isfsim.Shipped.model()
        .plan(
            new ScenarioLoader(org.isfsim.Shipped.model().catalogue(), claim -> true)
                .load(HOME.resolve("scenarios").resolve(scenario), Selection.ofSets(sets)));
  }
}
