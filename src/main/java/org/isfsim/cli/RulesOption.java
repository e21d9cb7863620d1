package org.isfsim.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.isfsim.decision.RuleSet;
import org.isfsim.model.Model;
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

  /** Reads the model of the folder. */
  Model model(Session session) {
    return session.model(folder());
  }

  /** Reads the rules of the folder that the model was read from. */
  RuleSet read(Session session, Model model) {
    return session.rules(model, folder());
  }
}
