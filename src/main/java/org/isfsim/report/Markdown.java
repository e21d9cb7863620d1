package org.isfsim.report;

/** What texts need in order to stand in Markdown as they are. */
final class Markdown {

  private Markdown() {}

  /** A text whose signs mean nothing, on one line. */
  static String escaped(String text) {
    return text.replaceAll("([\\\\*_<>&\\[\\]`#])", "\\\\$1").replace('\n', ' ');
  }

  /**
   * A text of our own in which texts of others may stand: what would be a tag or an entity outside
   * of code is shown as it is written.
   */
  static String withoutHtml(String markdown) {
    StringBuilder text = new StringBuilder();
    boolean code = false;
    for (int i = 0; i < markdown.length(); i++) {
      char c = markdown.charAt(i);
      boolean escaped = i > 0 && markdown.charAt(i - 1) == '\\';
      code ^= c == '`' && !escaped;
      text.append(!code && !escaped && (c == '<' || c == '&') ? "\\" : "").append(c);
    }
    return text.toString();
  }

  /** The same for a cell of a table. */
  static String cell(String text) {
    return escaped(text).replace("|", "\\|");
  }
}
