package org.isfsim.article;

/** What texts need in order to stand in Markdown as they are. */
public final class Markdown {

  private Markdown() {}

  /** A text whose signs mean nothing, on one line. */
  public static String escaped(String text) {
    return text.replaceAll("([\\\\*_<>&\\[\\]`#])", "\\\\$1").replace('\n', ' ');
  }

  /** The same for a cell of a table. */
  public static String cell(String text) {
    return escaped(text).replace("|", "\\|");
  }
}
