package org.isfsim.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.isfsim.decision.RuleSet;
import org.isfsim.model.Model;
import org.isfsim.scenario.Scenario;
import org.isfsim.scenario.ScenarioLoader;
import org.isfsim.scenario.Selection;
import org.isfsim.scenario.WrittenStatement;
import org.isfsim.study.Request;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of every command that runs a scenario. */
final class ScenarioOptions {

  @Mixin private final RulesOption rules = new RulesOption();

  @Option(
      names = "--policy",
      paramLabel = "P",
      description = "Apply a policy of the scenario, a named setting of levers.")
  private @Nullable String policy;

  @Option(
      names = "--set",
      paramLabel = "ADDRESS=VALUE",
      description =
          "Set a parameter, a number inside a distribution, or a band; may be given several times."
              + " A value set this way is certain.")
  private Map<String, String> sets = new LinkedHashMap<>();

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "The seed of the random numbers (default: the scenario's).")
  private @Nullable Long seed;

  @Mixin private final ObservedOption observed = new ObservedOption();

  /** What is asked of a scenario. */
  Request request(Path file) {
    return new Request(file, policy(), sets, observed.statements(), seed(), rulesFolder());
  }

  Optional<String> policy() {
    return Optional.ofNullable(policy);
  }

  Map<String, String> sets() {
    return sets;
  }

  Optional<Path> rulesFolder() {
    return rules.folder();
  }

  Model model(Session session) {
    return rules.model(session);
  }

  RuleSet rules(Session session, Model model) {
    return rules.read(session, model);
  }

  Optional<Long> seed() {
    return Optional.ofNullable(seed);
  }

  long seed(Scenario scenario) {
    return seed == null ? scenario.run().seed() : seed;
  }

  /** Loads a scenario with the policy and the values set. */
  Scenario load(ScenarioLoader loader, Path file) {
    return load(loader, file, policy());
  }

  /** Loads a scenario with another policy than the one asked for. */
  Scenario load(ScenarioLoader loader, Path file, Optional<String> otherPolicy) {
    return loader.load(file, selection(otherPolicy, sets));
  }

  /** What is selected under a policy and with other values set. */
  Selection selection(Optional<String> otherPolicy, Map<String, String> otherSets) {
    return new Selection(otherPolicy, otherSets).observing(observed.statements());
  }

  /** What was observed, as written on the command line. */
  List<String> observed() {
    return observed.statements().stream().map(WrittenStatement::text).toList();
  }
}
