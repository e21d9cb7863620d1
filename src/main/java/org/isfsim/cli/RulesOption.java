package org.isfsim.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.isfsim.decision.RuleSet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option {@code --rules} of every command that rules decide in. */
final class RulesOption {

  @Option(
      names = "--rules",
      paramLabel = "DIR",
      description = "Another rule folder than the one that comes with isfsim.")
  private @Nullable Path folder;

  /** The folder, if another one is asked for. */
  Optional<Path> folder() {
    return Optional.ofNullable(folder);
  }

  /** Reads the rules. */
  RuleSet read(Session session) {
    return session.rules(folder());
  }
}
