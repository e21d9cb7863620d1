package org.isfsim.cli;

import java.nio.file.Path;
import java.util.Map;
import org.isfsim.analysis.Observed;
import org.isfsim.article.Json;
import org.isfsim.decision.Decisions;
import org.isfsim.decision.RuleSet;
import org.isfsim.document.InvalidInputException;
import org.isfsim.document.Mark;
import org.isfsim.document.Problem;
import org.isfsim.model.Evidence;
import org.isfsim.model.Model;
import org.isfsim.model.Plan;
import org.isfsim.report.Observation;
import org.isfsim.scenario.Scenario;
import org.isfsim.scenario.ScenarioLoader;
import org.isfsim.source.Register;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** What the commands about single cases look at: a scenario, what is set in it, and the rules. */
final class ExplainCommandSubject {

  @Parameters(
      index = "0",
      paramLabel = "SCENARIO",
      converter = ScenarioPath.class,
      description = "The scenario file, or the name of one that comes with isfsim.")
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

    private Prepared whole() {
      return new Prepared(plan.given(Evidence.NONE), rules, register, seed, command);
    }

    /** What is known of the cases, which some case must agree with. */
    Observation observation(Session session, Decisions decisions) {
      return new Observations(session, register, decisions).of(plan);
    }

    /** What every answer says of the scenario and the rules. */
    Map<String, Object> json(Observation observation) {
      Map<String, Object> json = json();
      Observations.addTo(json, observation);
      return json;
    }

    /** The same where nothing is known. */
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

  /**
   * The subject of a command that looks at all cases, whatever was observed.
   *
   * @throws InvalidInputException if something is to be observed
   */
  Prepared prepareWhole(Session session) {
    Prepared prepared = prepare(session);
    if (!options.observed().isEmpty()) {
      throw new InvalidInputException(
          Problem.of(Mark.of("--observed"), "", "this command looks at all cases")
              .advising("leave it out"));
    }
    return prepared.whole();
  }

  Prepared prepare(Session session) {
    Register register = session.register();
    Model model = options.model(session);
    ScenarioLoader loader = new ScenarioLoader(model.catalogue(), register::hasClaim);
    Scenario loaded = options.load(loader, scenario);
    return new Prepared(
        Observed.in(model.plan(loaded)),
        options.rules(session, model),
        register,
        options.seed(loaded),
        new ReachCommandLine(model, loader, scenario, options, loaded));
  }
}
