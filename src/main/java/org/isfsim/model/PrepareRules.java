package org.isfsim.model;

import java.nio.file.Path;
import java.util.Locale;
import org.isfsim.decision.RuleCache;

/** A step of the build, no command: prepares the rules that come with the program. */
public final class PrepareRules {

  private PrepareRules() {}

  /**
   * Prepares rules, so that the program starts without compiling or firing them.
   *
   * @param args the folder of the rules; the directory that receives the entries
   * @see RuleCache#prepare
   */
  public static void main(String[] args) {
    // As the program itself does: libraries follow the default locale.
    Locale.setDefault(Locale.ROOT);
    Path rules = Path.of(args[0]);
    RuleCache.prepare(rules, Model.read(rules).signatures(), Path.of(args[1]));
  }
}
