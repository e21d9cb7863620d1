package org.isfsim.page;

/**
 * Bytes as text, five characters for four bytes, as in Ascii85 (Adobe, PostScript Language
 * Reference, 3rd edition, section 3.13.3), with other characters: of those from "(" to "}" all but
 * "&lt;", so that a text means nothing to HTML. Base64 takes a fifteenth more.
 */
final class Base85 {

  private static final int BASE = 85;
  private static final char FIRST = '(';

  /** The digit that would be "&lt;" has the character after the last. */
  private static final int FORBIDDEN = '<' - FIRST;

  private Base85() {}

  /** Bytes as text. The last one, two or three bytes take one character more than they are. */
  static String encoded(byte[] bytes) {
    StringBuilder text = new StringBuilder(bytes.length / 4 * 5 + 5);
    char[] digits = new char[5];
    for (int i = 0; i < bytes.length; i += 4) {
      long number = 0;
      for (int j = i; j < i + 4; j++) {
        number = number << 8 | (j < bytes.length ? bytes[j] & 0xff : 0);
      }
      for (int j = 4; j >= 0; j--) {
        digits[j] = character((int) (number % BASE));
        number /= BASE;
      }
      text.append(digits, 0, Math.min(4, bytes.length - i) + 1);
    }
    return text.toString();
  }

  private static char character(int digit) {
    return (char) (FIRST + (digit == FORBIDDEN ? BASE : digit));
  }
}
