package org.isfsim.article;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Lays a grid out as text: as many columns as fit, and the others below. */
final class GridText {

  private static final String INDENT = "  ";
  private static final int GAP = 2;
  private static final int WIDEST_NAME = 30;

  /** What a last column of words gets at least. */
  private static final int LEAST_WORDS = 12;

  private final Table grid;
  private final int width;
  private final List<String> lines = new ArrayList<>();

  private GridText(Table grid, int width) {
    this.grid = grid;
    this.width = width;
  }

  static List<String> lines(Table grid, int width) {
    GridText text = new GridText(grid, width);
    text.lay();
    return text.lines;
  }

  private void lay() {
    int columns = grid.columns().size();
    int left = INDENT.length();
    for (int c = 0; c < grid.names(); c++) {
      left += Math.min(widest(grid, c), WIDEST_NAME) + GAP;
    }
    int from = grid.names();
    while (from < columns) {
      int to = from;
      int used = left;
      while (to < columns
          && (to == from
              || used + widest(grid, to) <= width
              || !grid.columns().get(to).isFigures()
                  && to == columns - 1
                  && used + longestWord(grid, to) <= width)) {
        used += widest(grid, to) + GAP;
        to++;
      }
      if (from > grid.names()) {
        lines.add("");
      }
      lay(grid.columns(from, to));
      from = to;
    }
  }

  private void lay(Table part) {
    int columns = part.columns().size();
    TextTable.Column[] shape = new TextTable.Column[columns];
    int used = INDENT.length();
    for (int c = 0; c < columns; c++) {
      int widest = widest(part, c);
      if (part.columns().get(c).isFigures()) {
        shape[c] = TextTable.Column.right(widest);
      } else if (c < part.names()) {
        widest = Math.min(widest, WIDEST_NAME);
        shape[c] = TextTable.Column.left(WIDEST_NAME);
      } else {
        shape[c] = TextTable.Column.left(Math.max(LEAST_WORDS, width - used));
      }
      used += widest + GAP;
    }
    TextTable table = new TextTable(width, shape);
    table.row(part.columns().stream().map(Column::said).toArray(String[]::new));
    part.rows().forEach(row -> table.row(row.stream().map(Cell::words).toArray(String[]::new)));
    lines.addAll(table.lines(INDENT));
  }

  private static int widest(Table grid, int column) {
    int cells =
        grid.rows().stream().mapToInt(row -> Table.words(row, column).length()).max().orElse(0);
    return Math.max(grid.columns().get(column).said().length(), cells);
  }

  private static int longestWord(Table grid, int column) {
    return grid.rows().stream()
        .flatMap(row -> Arrays.stream(Table.words(row, column).split(" ")))
        .mapToInt(String::length)
        .max()
        .orElse(0);
  }
}
