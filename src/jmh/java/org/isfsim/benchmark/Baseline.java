package org.isfsim.benchmark;

import java.nio.file.Path;
import org.isfsim.decision.RuleCache;
import org.isfsim.decision.RuleSet;
import org.isfsim.model.Model;
import org.isfsim.model.Plan;
import org.isfsim.scenario.ScenarioLoader;
import org.isfsim.source.Register;

/** The scenario that is measured, and the rules, as the program itself reads them. */
final class Baseline {

  /** Where the scenario is, from the installation folder. */
  static final String FILE = "scenarios/baseline.yaml";

  private static final Path HOME = Path.of(System.getProperty("isfsim.home", ""));

  private static final Model MODEL = Model.read(HOME.resolve("rules"));

  private Baseline() {}

  /** The installation folder. */
  static Path home() {
    return HOME;
  }

  /** The plan of the baseline's cases. */
  static Plan plan() {
    Register register = Register.read(HOME.resolve("seeds"));
    ScenarioLoader loader = new ScenarioLoader(MODEL.catalogue(), register::hasClaim);
    return MODEL.plan(loader.load(HOME.resolve(FILE)));
  }

  /** The rules, with what the build prepared. */
  static RuleSet rules() {
    return RuleSet.read(HOME.resolve("rules"), MODEL.signatures(), RuleCache.ofProcess());
  }
}
