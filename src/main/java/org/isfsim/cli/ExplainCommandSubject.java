package org.isfsim.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.isfsim.decision.RuleSet;
import org.isfsim.model.IsfModel;
import org.isfsim.model.Plan;
import org.isfsim.parameter.Catalogue;
import org.isfsim.scenario.Scenario;
import org.isfsim.scenario.ScenarioLoader;
import org.isfsim.source.Register;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What the commands about single cases look at: a scenario, what is set in it, and the rules. */
final class ExplainCommandSubject {

  @Parameters(index = "0", paramLabel = "SCENARIO", description = "The scenario file.")
  private Path scenario = Path.of("");

  @Option(
      names = "--policy",
      paramLabel = "P",
      description = "A policy of the scenario: a named combination of levers.")
  private @Nullable String policy;

  @Option(
      names = "--set",
      paramLabel = "address=value",
      description = "Sets a parameter, an attribute of a contributor or a band; may be repeated.")
  private final Map<String, String> sets = new LinkedHashMap<>();

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "The seed of what is drawn (default: the scenario's).")
  private @Nullable Long seed;

  @Option(
      names = "--rules",
      paramLabel = "DIR",
      description = "Another rule folder than the one that comes with isfsim.")
  private @Nullable Path rules;

  /**
   * The subject as loaded.
   *
   * @param plan the plan of the scenario's cases
   * @param rules the rules
   * @param register the claims that they cite
   * @param seed the seed
   * @param catalogue the parameters
   * @param command what was named and set on the command line
   */
  record Loaded(
      Plan plan,
      RuleSet rules,
      Register register,
      long seed,
      Catalogue catalogue,
      ReachCommandLine command) {

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

  Loaded load(Session session) {
    Register register = session.register();
    Catalogue catalogue = session.catalogue();
    ReachCommandLine command =
        new ReachCommandLine(
            new ScenarioLoader(catalogue, register::hasClaim),
            scenario,
            Optional.ofNullable(policy),
            sets,
            Optional.ofNullable(seed),
            Optional.ofNullable(rules));
    Scenario loaded = command.load(Map.of());
    RuleSet set = session.rules(Optional.ofNullable(rules));
    return new Loaded(
        IsfModel.of(loaded),
        set,
        register,
        seed == null ? loaded.run().seed() : seed,
        catalogue,
        command);
  }
}
