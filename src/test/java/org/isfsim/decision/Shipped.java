package org.isfsim.decision;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;

/** The rules that come with the program, and broken copies of them. */
final class Shipped {

  static final Path RULES = Path.of(System.getProperty("isfsim.home"), "rules");

  private Shipped() {}

  static RuleSet rules() {
    return RuleSet.read(RULES, org.isfsim.Shipped.model().signatures());
  }

  /** The rules of one decision, changed, in a folder of their own. */
  static RuleSet copy(Path folder, String decision, UnaryOperator<String> change) {
    Signature signature =
        org.isfsim.Shipped.model().signatures().stream()
            .filter(s -> s.decision().equals(decision))
            .findFirst()
            .orElseThrow();
    try {
      String text = Files.readString(RULES.resolve(signature.fileName()));
      String changed = change.apply(text);
      if (changed.equals(text)) {
        throw new IllegalArgumentException("The change of " + decision + " changes nothing");
      }
      Files.writeString(folder.resolve(signature.fileName()), changed);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return RuleSet.read(folder, List.of(signature));
  }

  /** Takes a rule out of the text of a file. */
  static String without(String rule, String text) {
    int from = text.indexOf("rule \"" + rule + "\"");
    int to = text.indexOf("\nend\n", from) + "\nend\n".length();
    return text.substring(0, from) + text.substring(to);
  }

  /** The line on which a text stands in a file, from 1; not for one at the start of a line. */
  static long line(RuleSet rules, String decision, String text) {
    try {
      String all = Files.readString(rules.folder().resolve(rules.signature(decision).fileName()));
      return all.substring(0, all.indexOf(text)).lines().count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
