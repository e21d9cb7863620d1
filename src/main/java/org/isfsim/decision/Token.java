package org.isfsim.decision;

/**
 * One word, sign or literal of a rule file.
 *
 * @param text as written; for a text without its quotes
 * @param start the position of its first character in the file
 * @param end the position after its last character
 * @param line 1-based
 * @param column 1-based
 */
record Token(Type type, String text, int start, int end, int line, int column) {

  enum Type {
    WORD,
    TEXT,
    /** A text that is written wrongly, which is noted already. */
    BROKEN_TEXT,
    NUMBER,
    SIGN,
    END
  }

  /** Whether this is a text in quotes, however written. */
  boolean isText() {
    return type == Type.TEXT || type == Type.BROKEN_TEXT;
  }

  boolean isWord(String word) {
    return type == Type.WORD && text.equals(word);
  }

  boolean isSign(String sign) {
    return type == Type.SIGN && text.equals(sign);
  }

  boolean isEnd() {
    return type == Type.END;
  }

  /** For messages: {@code "then"}, {@code the text "no"}, the end of the file. */
  String described() {
    return switch (type) {
      case WORD, SIGN, NUMBER -> "\"" + text + "\"";
      case TEXT, BROKEN_TEXT -> "the text \"" + text + "\"";
      case END -> "the end of the file";
    };
  }
}
