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
    boolean isPlain = codePoint >= ' ' && codePoint <= '~';
    return isPlain || isOfKind(codePoint) && !isUnseen(codePoint);
  }

  /** Letters, marks and signs that nothing is drawn for. */
  private static boolean isUnseen(int codePoint) {
    return switch (codePoint) {
      case 0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x2800, 0x3164, 0xFFA0 -> true;
      // They select the form of the character before them.
      default ->
          codePoint >= 0x180B && codePoint <= 0x180F
              || codePoint >= 0xFE00 && codePoint <= 0xFE0F
              || codePoint >= 0xE0100 && codePoint <= 0xE01EF;
    };
  }

  private static boolean isOfKind(int codePoint) {
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
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      if (!is(text.codePointAt(i))) {
        return false;
      }
    }
    return true;
  }

  /** Whether a text has nothing but blanks of any kind. */
  public static boolean isBlank(String text) {
    return text.codePoints().allMatch(c -> Character.isWhitespace(c) || Character.isSpaceChar(c));
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
