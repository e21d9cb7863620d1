package org.isfsim.article;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * How a text report looks where it is shown.
 *
 * @param width the columns to fill, {@value #NARROWEST} to {@value #WIDEST}
 * @param unicode whether bars may be drawn with block characters rather than with ASCII
 * @param colour whether to use ANSI escapes
 */
public record TextStyle(int width, boolean unicode, boolean colour) {

  /** The fewest columns that a report needs. */
  public static final int NARROWEST = 60;

  /** The columns of a file, or of a terminal that does not say. */
  public static final int USUAL = 80;

  /** The most columns that a report uses. */
  public static final int WIDEST = 120;

  /** For files and pipes: narrow, ASCII, no colour. */
  public static final TextStyle PLAIN = new TextStyle(USUAL, false, false);

  private static final String EIGHTHS = " ▏▎▍▌▋▊▉█";

  /** Brings the width within its bounds. */
  public TextStyle {
    width = Math.max(NARROWEST, Math.min(WIDEST, width));
  }

  /**
   * The style for an output.
   *
   * @param charset what the output is encoded in
   * @param environment the environment; a {@code NO_COLOR} that is not empty, or {@code TERM=dumb},
   *     asks for plain output
   * @param columns the width of the terminal, if the output is one
   * @param colour whether colour is wanted where the environment does not forbid it
   */
  public static TextStyle of(
      Charset charset, Map<String, String> environment, OptionalInt columns, boolean colour) {
    boolean plain =
        !environment.getOrDefault("NO_COLOR", "").isEmpty()
            || environment.getOrDefault("TERM", "").equals("dumb");
    boolean encodable = charset.canEncode() && charset.newEncoder().canEncode(EIGHTHS);
    return new TextStyle(columns.orElse(USUAL), encodable && !plain, colour && !plain);
  }

  /**
   * A bar; anything above zero shows.
   *
   * @param fraction how much of it is filled, 0 to 1
   * @param columns its length when full
   */
  String bar(double fraction, int columns) {
    if (fraction <= 0 || columns <= 0) {
      return "";
    }
    if (!unicode) {
      int full = (int) Math.round(Math.min(1, fraction) * columns);
      return full == 0 ? "." : "#".repeat(full);
    }
    int eighths = (int) Math.max(1, Math.round(Math.min(1, fraction) * columns * 8));
    String full = EIGHTHS.substring(8).repeat(eighths / 8);
    return eighths % 8 == 0 ? full : full + EIGHTHS.charAt(eighths % 8);
  }

  /** A text in lines of at most so many signs; a longer word has a line of its own. */
  public static List<String> wrapped(String text, int width) {
    return TextTable.wrap(text, width);
  }

  /** A heading. */
  String heading(String text) {
    return colour ? "\u001B[1m" + text + "\u001B[0m" : text;
  }
}
