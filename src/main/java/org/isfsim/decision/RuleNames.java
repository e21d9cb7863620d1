package org.isfsim.decision;

import java.util.Optional;
import java.util.regex.Pattern;
import org.isfsim.document.Problem;

/**
 * What a rule may be called. A name is shown in reports, on terminals and on pages, so that it has
 * nothing in it that could be taken for anything but words.
 */
final class RuleNames {

  /** A longer sentence says more than one thing. */
  private static final int LONGEST = 120;

  /** How much of a name that is refused stands in a message. */
  private static final int SHOWN = 40;

  private static final String SIGNS = ",.:;'()%-";

  private static final Pattern WORDS =
      Pattern.compile("[\\p{L}\\p{M}\\p{Nd} " + Pattern.quote(SIGNS) + "]*");

  private RuleNames() {}

  /** What is wrong with a name, at the first character that is refused. */
  static Optional<Problem> refused(Token token, Tokens tokens) {
    String name = token.text();
    if (name.codePointCount(0, name.length()) > LONGEST) {
      return Optional.of(
          tokens
              .problem(token, "the name of the rule is too long: " + name.length() + " characters")
              .allowing("up to " + LONGEST));
    }
    if (!WORDS.matcher(name).matches()) {
      String sign =
          name.codePoints()
              .mapToObj(codePoint -> String.valueOf(Character.toChars(codePoint)))
              .filter(character -> !WORDS.matcher(character).matches())
              .findFirst()
              .orElseThrow();
      return Optional.of(
          tokens
              .problem(token, "the name of the rule has \"" + sign + "\" in it")
              .allowing("letters, digits, blanks and " + SIGNS));
    }
    return name.equals(name.strip()) && !name.contains("  ")
        ? Optional.empty()
        : Optional.of(
            tokens.problem(token, "the name of the rule begins or ends with a blank, or has two"));
  }

  /** What a message says of a rule: {@code rule "Nine votes adopt"}. */
  static String shown(String name) {
    if (name.length() <= LONGEST && WORDS.matcher(name).matches()) {
      return "rule \"" + name + "\"";
    }
    int end = name.offsetByCodePoints(0, Math.min(SHOWN, name.codePointCount(0, name.length())));
    return "rule \"" + name.substring(0, end) + (end < name.length() ? "…" : "") + "\"";
  }
}
