package org.isfsim.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

  Optional<Long> seed() {
    return Optional.ofNullable(seed);
  }

  /** What was observed, as written on the command line. */
  List<String> observed() {
    return observed.statements().stream().map(WrittenStatement::text).toList();
  }
}
