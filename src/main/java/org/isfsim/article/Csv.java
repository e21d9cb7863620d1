package org.isfsim.article;

import java.util.List;
import java.util.regex.Pattern;

/** Comma-separated values by RFC 4180, quoted only where needed, lines ended by {@code \n}. */
public final class Csv {

  private static final Pattern NUMBER = Pattern.compile("[-+]?[0-9.]+([eE][-+]?[0-9]+)?");

  private Csv() {}

  /**
   * A field as it stands in a file. What a spreadsheet would take for a formula has a quotation
   * mark before it, which a spreadsheet takes for the sign of a text.
   */
  public static String field(String value) {
    String text = isFormula(value) ? "'" + value : value;
    boolean special =
        text.indexOf(',') >= 0
            || text.indexOf('"') >= 0
            || text.indexOf('\n') >= 0
            || text.indexOf('\r') >= 0;
    return special ? '"' + text.replace("\"", "\"\"") + '"' : text;
  }

  private static boolean isFormula(String text) {
    return !text.isEmpty()
        && "=+-@".indexOf(text.charAt(0)) >= 0
        && !NUMBER.matcher(text).matches();
  }

  /** Appends a line. */
  public static void line(StringBuilder text, List<String> fields) {
    for (int i = 0; i < fields.size(); i++) {
      text.append(i == 0 ? "" : ",").append(field(fields.get(i)));
    }
    text.append('\n');
  }
}
