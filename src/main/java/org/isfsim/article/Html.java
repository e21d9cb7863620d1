package org.isfsim.article;

import org.isfsim.document.Printable;

/** What texts need in order to stand in HTML as they are, as content and in quoted attributes. */
public final class Html {

  private Html() {}

  /** A text whose signs mean nothing; what does not show is written by its number. */
  public static String escaped(String text) {
    return Printable.escaped(text.replace('\n', ' ').replace('\t', ' '))
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  /** An element that holds a text. */
  public static String element(String name, String text) {
    return "<" + name + ">" + escaped(text) + "</" + name + ">";
  }
}
