package org.isfsim.cli;

import java.nio.file.Path;
import java.util.Map;
import org.isfsim.decision.RuleSet;
import org.isfsim.model.Model;
import org.isfsim.model.Plan;
import org.isfsim.scenario.Scenario;
import org.isfsim.scenario.ScenarioLoader;
import org.isfsim.source.Register;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** What the commands about single cases look at: a scenario, what is set in it, and the rules. */
final class ExplainCommandSubject {

  @Parameters(index = "0", paramLabel = "SCENARIO", description = "The scenario file.")
  private Path scenario = Path.of("");

  @Mixin private final ScenarioOptions options = new ScenarioOptions();

  /**
   * The subject as read.
   *
   * @param plan the plan of the scenario's cases
   * @param rules the rules
   * @param register the claims that they cite
   * @param seed the seed
   * @param command what was named and set on the command line
   */
  record Prepared(
      Plan plan, RuleSet rules, Register register, long seed, ReachCommandLine command) {

    Scenario scenario() {
      return plan.scenario();
    }

    /** What every answer says of the scenario and the rules. */
    Map<String, Object> json() {
      return Json.object(
          "scenario",
          Json.object(
              "id", scenario().id(), "file", scenario().file(), "sha256", scenario().sha256()),
          "rules",
          Json.object("folder", rules.folder().toString(), "sha256", rules.sha256()),
          "policy",
          scenario().policy(),
          "seed",
          seed);
    }
  }

  Prepared prepare(Session session) {
    Register register = session.register();
    Model model = options.model(session);
    ScenarioLoader loader = new ScenarioLoader(model.catalogue(), register::hasClaim);
    Scenario loaded = options.load(loader, scenario);
    return new Prepared(
        model.plan(loaded),
        options.rules(session, model),
        register,
        options.seed(loaded),
        new ReachCommandLine(model, loader, scenario, options, loaded));
  }
}
