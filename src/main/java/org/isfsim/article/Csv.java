package org.isfsim.article;

import java.util.List;

/** Comma-separated values by RFC 4180, quoted only where needed, lines ended by {@code \n}. */
public final class Csv {

  private Csv() {}

  /** A field as it stands in a file. */
  public static String field(String text) {
    boolean special =
        text.indexOf(',') >= 0
            || text.indexOf('"') >= 0
            || text.indexOf('\n') >= 0
            || text.indexOf('\r') >= 0;
    return special ? '"' + text.replace("\"", "\"\"") + '"' : text;
  }

  /** Appends a line. */
  public static void line(StringBuilder text, List<String> fields) {
    for (int i = 0; i < fields.size(); i++) {
      text.append(i == 0 ? "" : ",").append(field(fields.get(i)));
    }
    text.append('\n');
  }
}
