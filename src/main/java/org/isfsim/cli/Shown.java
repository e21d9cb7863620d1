package org.isfsim.cli;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.Writer;
import org.isfsim.document.Printable;

/**
 * Lets through to a terminal or a file what shows itself, line ends, tabs and our own colours;
 * everything else is written by its number. Whatever a text comes from, it cannot give commands to
 * a terminal or turn what follows it.
 */
final class Shown extends FilterWriter {

  private static final char ESCAPE = '\u001b';

  /** A colour that is on its way: what was written of it so far. */
  private final StringBuilder colour = new StringBuilder();

  private final boolean colours;
  private int high = -1;

  /**
   * @param colours whether sequences that only set a colour pass
   */
  Shown(Writer out, boolean colours) {
    super(out);
    this.colours = colours;
  }

  @Override
  public void write(int c) throws IOException {
    char unit = (char) c;
    if (colour.length() > 0) {
      if (inColour(unit)) {
        return;
      }
    }
    if (unit == ESCAPE && colours) {
      colour.append(unit);
    } else if (Character.isHighSurrogate(unit)) {
      flushHigh();
      high = unit;
    } else if (high >= 0 && Character.isLowSurrogate(unit)) {
      int codePoint = Character.toCodePoint((char) high, unit);
      high = -1;
      put(codePoint);
    } else {
      flushHigh();
      put(unit);
    }
  }

  /** Takes one more sign of a colour; false if it is none, and what was held back is written. */
  private boolean inColour(char unit) throws IOException {
    boolean starts = colour.length() == 1 && unit == '[';
    boolean goesOn = colour.length() > 1 && (Character.digit(unit, 10) >= 0 || unit == ';');
    if (starts || goesOn) {
      colour.append(unit);
      return true;
    }
    boolean ends = colour.length() > 1 && unit == 'm';
    String held = colour.toString();
    colour.setLength(0);
    if (ends) {
      out.write(held + unit);
      return true;
    }
    out.write(Printable.escaped(held));
    return false;
  }

  private void flushHigh() throws IOException {
    if (high >= 0) {
      int alone = high;
      high = -1;
      put(alone);
    }
  }

  private void put(int codePoint) throws IOException {
    String text = Character.toString(codePoint);
    boolean passes = codePoint == '\n' || codePoint == '\t';
    out.write(passes ? text : Printable.escaped(text));
  }

  @Override
  public void write(char[] text, int from, int length) throws IOException {
    for (int i = from; i < from + length; i++) {
      write(text[i]);
    }
  }

  @Override
  public void write(String text, int from, int length) throws IOException {
    if (colour.length() == 0 && high < 0 && isPlain(text, from, length)) {
      out.write(text, from, length);
      return;
    }
    for (int i = from; i < from + length; i++) {
      write(text.charAt(i));
    }
  }

  /** Most texts are; they pass as a whole. */
  private static boolean isPlain(String text, int from, int length) {
    for (int i = from; i < from + length; i++) {
      char c = text.charAt(i);
      if (c < ' ' ? c != '\n' && c != '\t' : c > '~') {
        return false;
      }
    }
    return true;
  }
}
