package org.isfsim.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.isfsim.decision.RuleCache;
import org.isfsim.decision.RuleSet;
import org.isfsim.model.Model;
import org.isfsim.model.Plan;
import org.isfsim.source.Register;
import org.isfsim.study.Request;
import org.isfsim.study.Study;

/**
 * What every command is given: where to write, and what comes with the program, read when asked
 * for.
 *
 * @param terminal where to write
 * @param home the installation folder
 */
record Session(Terminal terminal, Home home) {

  /** The evidence register that comes with the program. */
  Register register() {
    return Register.read(home.seeds());
  }

  /**
   * What is asked of a scenario.
   *
   * @param asked fails if something else that is asked of its plan is wrong, whatever its settings
   */
  Study study(Request request, Consumer<Plan> asked) {
    return Study.of(request.rules().orElseGet(home::rules), register(), request, asked);
  }

  /** The model of a rule folder, otherwise the one that comes with the program. */
  Model model(Optional<Path> folder) {
    return Model.read(folder.orElseGet(home::rules));
  }

  /** The rules of the folder that a model was read from. */
  RuleSet rules(Model model, Optional<Path> folder) {
    return RuleSet.read(folder.orElseGet(home::rules), model.signatures(), RuleCache.ofProcess());
  }
}
