package org.isfsim.document;

/**
 * Which characters of a text show what they are.
 *
 * <p>The others give commands to a terminal, turn the direction of what follows, or are not seen at
 * all, so that a text reads as something that it is not. Names and ids have none of them; where a
 * message shows what it found, it shows them by their numbers.
 */
public final class Printable {

  private Printable() {}

  /** Whether a character shows what it is. A line feed and a tab do not. */
  public static boolean is(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED ->
          false;
      default -> true;
    };
  }

  /** Whether all characters of a text do. */
  public static boolean is(String text) {
    return text.codePoints().allMatch(Printable::is);
  }

  /** The first character of a text that does not show, by its number; empty if all do. */
  public static String hidden(String text) {
    return text.codePoints()
        .filter(codePoint -> !is(codePoint))
        .mapToObj(Printable::escape)
        .findFirst()
        .orElse("");
  }

  /** A text with what does not show written as in Java: {@code \}{@code u202e}. */
  public static String escaped(String text) {
    if (is(text)) {
      return text;
    }
    StringBuilder escaped = new StringBuilder();
    text.codePoints()
        .forEach(
            codePoint -> {
              if (is(codePoint)) {
                escaped.appendCodePoint(codePoint);
              } else {
                escaped.append(escape(codePoint));
              }
            });
    return escaped.toString();
  }

  private static String escape(int codePoint) {
    return switch (codePoint) {
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      case '\t' -> "\\t";
      default -> {
        StringBuilder escape = new StringBuilder();
        for (char unit : Character.toChars(codePoint)) {
          escape.append("\\u");
          String digits = Integer.toHexString(unit);
          escape.append("0".repeat(4 - digits.length())).append(digits);
        }
        yield escape.toString();
      }
    };
  }
}
