package org.isfsim.report;

import java.util.List;

/** Lays blocks out as text that fits a width; tables that are too wide are continued below. */
public final class BlockText {

  private static final String INDENT = "  ";
  private static final int GAP = 2;
  private static final int WIDEST_NAME = 30;

  private final TextStyle style;
  private final StringBuilder text = new StringBuilder();

  private BlockText(TextStyle style) {
    this.style = style;
  }

  /** The text of some blocks; lines end with {@code \n}, also the last. */
  public static String of(List<Block> blocks, TextStyle style) {
    BlockText writer = new BlockText(style);
    blocks.forEach(writer::block);
    return writer.text.toString();
  }

  private void block(Block block) {
    if (block instanceof Block.Heading heading) {
      blank();
      wrapped(heading.text(), "").forEach(line -> line(style.heading(line)));
    } else if (block instanceof Block.Paragraph paragraph) {
      wrapped(paragraph.text(), INDENT).forEach(this::line);
    } else if (block instanceof Block.Items items) {
      for (String item : items.texts()) {
        List<String> lines = TextTable.wrap(item, style.width() - INDENT.length() - GAP);
        for (int i = 0; i < lines.size(); i++) {
          line(INDENT + (i == 0 ? "- " : "  ") + lines.get(i));
        }
      }
    } else if (block instanceof Block.Grid grid) {
      grid(grid);
    }
  }

  private void grid(Block.Grid grid) {
    int columns = grid.head().size();
    int[] widths = new int[columns];
    for (int c = 0; c < columns; c++) {
      int column = c;
      widths[c] =
          Math.max(
              grid.head().get(c).length(),
              grid.rows().stream().mapToInt(row -> row.get(column).length()).max().orElse(0));
    }
    int left = INDENT.length();
    for (int c = 0; c < grid.names(); c++) {
      left += Math.min(widths[c], WIDEST_NAME) + GAP;
    }
    int from = grid.names();
    while (from < columns) {
      int to = from;
      int used = left;
      while (to < columns
          && (to == from
              || used + widths[to] <= style.width()
              || grid.words() && to == columns - 1)) {
        used += widths[to] + GAP;
        to++;
      }
      if (from > grid.names()) {
        blank();
      }
      lay(grid.columns(from, to));
      from = to;
    }
  }

  private void lay(Block.Grid grid) {
    int columns = grid.head().size();
    TextTable.Column[] shape = new TextTable.Column[columns];
    int used = INDENT.length();
    for (int c = 0; c < columns; c++) {
      int column = c;
      int width =
          Math.max(
              grid.head().get(c).length(),
              grid.rows().stream().mapToInt(row -> row.get(column).length()).max().orElse(0));
      boolean words = c < grid.names() || grid.words() && c == columns - 1;
      if (grid.words() && c == columns - 1) {
        shape[c] = TextTable.Column.left(Math.max(12, style.width() - used));
      } else if (words) {
        shape[c] = TextTable.Column.left(WIDEST_NAME);
      } else {
        shape[c] = TextTable.Column.right(width);
      }
      used += Math.min(width, words ? WIDEST_NAME : width) + GAP;
    }
    TextTable table = new TextTable(style.width(), shape);
    table.row(grid.head().toArray(String[]::new));
    grid.rows().forEach(row -> table.row(row.toArray(String[]::new)));
    table.lines(INDENT).forEach(this::line);
  }

  private List<String> wrapped(String words, String indent) {
    return TextTable.wrap(indent + words, style.width());
  }

  private void line(String line) {
    text.append(line).append('\n');
  }

  private void blank() {
    if (text.length() > 0) {
      text.append('\n');
    }
  }
}
