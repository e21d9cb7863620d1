package org.isfsim.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.isfsim.decision.RuleCache;
import org.isfsim.decision.RuleSet;
import org.isfsim.model.Signatures;
import org.isfsim.parameter.Catalogue;
import org.isfsim.source.Register;

/**
 * What every command is given: where to write, and what comes with the program, read when asked
 * for.
 *
 * @param terminal where to write
 * @param home the installation folder
 */
record Session(Terminal terminal, Home home) {

  /** A page on standard output. */
  Page page() {
    return new Page(terminal);
  }

  /** The evidence register that comes with the program. */
  Register register() {
    return Register.read(home.seeds());
  }

  /** The catalogue that comes with the program. */
  Catalogue catalogue() {
    return Catalogue.shipped();
  }

  /** The rules of a folder, otherwise those that come with the program. */
  RuleSet rules(Optional<Path> folder) {
    return RuleSet.read(folder.orElseGet(home::rules), Signatures.all(), RuleCache.ofProcess());
  }

  /** The rules of a folder, with nothing taken from earlier runs. */
  RuleSet rulesAfresh(Path folder) {
    return RuleSet.read(folder, Signatures.all());
  }
}
