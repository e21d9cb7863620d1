package org.isfsim.cli;

import java.util.ArrayList;
import java.util.List;

/** Text that fits the terminal: headings, wrapped paragraphs and tables. */
final class Page {

  private static final int GAP = 2;

  private final Terminal terminal;

  Page(Terminal terminal) {
    this.terminal = terminal;
  }

  /** A line that stands out. */
  Page heading(String text) {
    for (String line : wrapped(text, terminal.width())) {
      terminal.out().println(terminal.bold(line));
    }
    return this;
  }

  /** An empty line. */
  Page blank() {
    terminal.out().println();
    return this;
  }

  /** A paragraph. */
  Page text(int indent, String text) {
    return hanging(indent, "", 0, text);
  }

  /** A label, and a text that keeps to its right: {@code kind lever}. */
  Page field(int indent, String label, String text) {
    return hanging(indent, label, 13, text);
  }

  /** A mark, and a text that keeps to its right. */
  Page item(int indent, String mark, String text) {
    return hanging(indent, mark, mark.length() + 1, text);
  }

  /** Words at both ends of a line, or on two lines if one is too short. */
  Page ends(int indent, String left, String right) {
    int blanks = terminal.width() - indent - left.length() - right.length();
    if (blanks >= 1) {
      terminal.out().println(" ".repeat(indent) + left + " ".repeat(blanks) + right);
      return this;
    }
    text(indent, left);
    return text(indent + 2, right);
  }

  /** Rows in columns; the last column takes the rest of the line and is wrapped. */
  Page table(int indent, List<List<String>> rows) {
    int columns = rows.stream().mapToInt(List::size).max().orElse(0);
    int[] widths = new int[columns];
    for (List<String> row : rows) {
      for (int i = 0; i < row.size() - 1; i++) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
    }
    for (List<String> row : rows) {
      StringBuilder left = new StringBuilder();
      for (int i = 0; i < row.size() - 1; i++) {
        left.append(padded(row.get(i), widths[i] + GAP));
      }
      hanging(indent, left.toString(), left.length(), row.get(row.size() - 1));
    }
    return this;
  }

  private Page hanging(int indent, String label, int labelWidth, String text) {
    int left = indent + Math.max(labelWidth, label.isEmpty() ? 0 : label.length() + 1);
    String first = " ".repeat(indent) + padded(label, left - indent);
    String next = " ".repeat(left);
    boolean isFirst = true;
    for (String line : wrapped(text, terminal.width() - left)) {
      terminal.out().println(((isFirst ? first : next) + line).stripTrailing());
      isFirst = false;
    }
    return this;
  }

  private static String padded(String text, int width) {
    return text + " ".repeat(Math.max(0, width - text.length()));
  }

  /** The text in lines of at most this width; a longer word has a line of its own. */
  static List<String> wrapped(String text, int width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.strip().split("\\s+", -1)) {
      if (line.length() > 0 && line.length() + 1 + word.length() > width) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.length() > 0 ? " " : "").append(word);
    }
    lines.add(line.toString());
    return lines;
  }
}
