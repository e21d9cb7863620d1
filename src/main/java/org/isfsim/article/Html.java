package org.isfsim.article;

import org.isfsim.document.Printable;

/** What texts need in order to stand in HTML as they are, as content and in quoted attributes. */
final class Html {

  private Html() {}

  /** A text whose signs mean nothing; what does not show is written by its number. */
  static String escaped(String text) {
    return Printable.escaped(text.replace('\n', ' ').replace('\t', ' '))
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  /** An element that holds a text. */
  static String element(String name, String text) {
    return "<" + name + ">" + escaped(text) + "</" + name + ">";
  }
}
