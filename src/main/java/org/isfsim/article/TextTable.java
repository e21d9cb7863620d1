package org.isfsim.article;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Lays out cells in columns and words in lines; a width counts characters. */
final class TextTable {

  private static final String GAP = "  ";
  private static final Pattern BREAK = Pattern.compile(" +(?!%)");

  private final int width;
  private final List<Column> columns;
  private final List<Row> rows = new ArrayList<>();

  private record Row(List<String> cells, boolean spanning) {}

  /**
   * A column.
   *
   * @param right whether its cells stand at its right edge
   * @param widest what it may take; longer cells are wrapped
   */
  record Column(boolean right, int widest) {
    static Column left(int widest) {
      return new Column(false, widest);
    }

    static Column right(int widest) {
      return new Column(true, widest);
    }
  }

  /** A table of these columns whose lines have at most a width, unless a word is longer. */
  TextTable(int width, Column... columns) {
    this.width = width;
    this.columns = List.of(columns);
  }

  /** Adds a row; cells that are missing at its end are empty. */
  TextTable row(String... cells) {
    rows.add(new Row(List.of(cells), false));
    return this;
  }

  /** Adds a row whose last cell spans all columns that are left and does not widen its own. */
  TextTable spanning(String... cells) {
    rows.add(new Row(List.of(cells), true));
    return this;
  }

  boolean isEmpty() {
    return rows.isEmpty();
  }

  /** The lines, each with the indent in front and nothing blank at its end. */
  List<String> lines(String indent) {
    int[] widths = widths();
    List<String> lines = new ArrayList<>();
    rows.forEach(row -> lay(row, widths, indent, lines));
    return lines;
  }

  private void lay(Row row, int[] widths, String indent, List<String> lines) {
    List<List<String>> cells = new ArrayList<>();
    int used = indent.length();
    int height = 1;
    for (int i = 0; i < row.cells().size(); i++) {
      boolean spans = row.spanning() && i == row.cells().size() - 1;
      List<String> cell = wrap(row.cells().get(i), spans ? width - used : widths[i]);
      cells.add(cell);
      height = Math.max(height, cell.size());
      used += widths[i] + GAP.length();
    }
    for (int line = 0; line < height; line++) {
      StringBuilder text = new StringBuilder(indent);
      for (int i = 0; i < cells.size(); i++) {
        String cell = line < cells.get(i).size() ? cells.get(i).get(line) : "";
        boolean spans = row.spanning() && i == cells.size() - 1;
        String space = spans ? "" : " ".repeat(Math.max(0, widths[i] - cell.length()));
        text.append(i == 0 ? "" : GAP)
            .append(columns.get(i).right() && !spans ? space + cell : cell + space);
      }
      lines.add(text.toString().stripTrailing());
    }
  }

  private int[] widths() {
    int[] widths = new int[columns.size()];
    for (Row row : rows) {
      int own = row.cells().size() - (row.spanning() ? 1 : 0);
      for (int i = 0; i < own; i++) {
        int needed =
            wrap(row.cells().get(i), columns.get(i).widest()).stream()
                .mapToInt(String::length)
                .max()
                .orElse(0);
        widths[i] = Math.max(widths[i], needed);
      }
    }
    return widths;
  }

  /**
   * Breaks a text at spaces, but not before a percent sign; what is in front of the first word
   * stands in front of every line, and a single word that is too long keeps its length.
   */
  static List<String> wrap(String text, int width) {
    String indent = text.substring(0, text.length() - text.stripLeading().length());
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : BREAK.split(text.strip())) {
      if (!line.isEmpty() && indent.length() + line.length() + 1 + word.length() > width) {
        lines.add(indent + line);
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    lines.add(indent + line);
    return lines;
  }
}
