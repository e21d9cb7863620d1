package org.isfsim.explanation;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.isfsim.decision.Decisions;
import org.isfsim.decision.RuleCache;
import org.isfsim.decision.RuleSet;
import org.isfsim.model.Plan;
import org.isfsim.parameter.Catalogue;
import org.isfsim.scenario.ScenarioLoader;
import org.isfsim.scenario.Selection;
import org.isfsim.source.Register;

/** What comes with the program, read once for all tests of this package. */
final class Shipped {

  static final long SEED = 20251104;
  static final Path BASELINE = Path.of("scenarios/baseline.yaml");
  static final Register REGISTER = Register.read(Path.of("seeds"));
  static final RuleSet RULES =
      RuleSet.read(
          Path.of("rules"), org.isfsim.Shipped.model().signatures(), RuleCache.ofProcess());

  private static final Catalogue CATALOGUE = org.isfsim.Shipped.model().catalogue();

  private Shipped() {}

  static Plan plan(Path scenario, String policy, Map<String, String> sets) {
    Selection selection =
        new Selection(policy.isEmpty() ? Optional.empty() : Optional.of(policy), sets);
    return org.isfsim.Shipped.model()
        .plan(new ScenarioLoader(CATALOGUE, REGISTER::hasClaim).load(scenario, selection));
  }

  static Plan baseline() {
    return plan(BASELINE, "", Map.of());
  }

  static Explainer explainer(Plan plan, Decisions decisions) {
    return new Explainer(plan, decisions, REGISTER, SEED);
  }
}
