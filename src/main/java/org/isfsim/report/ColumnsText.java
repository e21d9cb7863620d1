package org.isfsim.report;

import java.util.ArrayList;
import java.util.List;

/** Lays a table of a few columns out as text. */
final class ColumnsText {

  private static final String INDENT = "  ";
  private static final int GAP = 2;

  /** A name that is no longer is not broken. */
  private static final int NARROW = 10;

  /** What a column of words that is not the first may take. */
  private static final int MIDDLE = 24;

  private ColumnsText() {}

  static List<String> lines(Block.Table table, int width) {
    List<String> lines = lines(table, width, MIDDLE);
    if (lines.stream().noneMatch(line -> line.length() > width)) {
      return lines;
    }
    // What is too wide may be broken at hyphens; the first column holds addresses to be copied.
    List<List<String>> rows = new ArrayList<>();
    for (List<String> row : table.rows()) {
      List<String> broken = new ArrayList<>();
      for (int i = 0; i < row.size(); i++) {
        broken.add(i == 0 || table.figures().get(i) ? row.get(i) : broken(row.get(i)));
      }
      rows.add(broken);
    }
    List<String> head = table.head().stream().map(ColumnsText::broken).toList();
    return lines(new Block.Table(head, table.figures(), rows), width, 0);
  }

  /** A long name with a blank after the hyphen that is nearest to its middle. */
  private static String broken(String name) {
    int best = -1;
    for (int i = name.indexOf('-'); i >= 0; i = name.indexOf('-', i + 1)) {
      if (best < 0 || Math.abs(2 * i - name.length()) < Math.abs(2 * best - name.length())) {
        best = i;
      }
    }
    return name.length() <= NARROW || best < 0
        ? name
        : name.substring(0, best + 1) + " " + name.substring(best + 1);
  }

  /**
   * Every column but the first is as wide as its longest word, or its longest cell up to a middling
   * width; the first takes what is left.
   */
  private static List<String> lines(Block.Table table, int width, int middling) {
    int left = width - INDENT.length();
    TextTable.Column[] layout = new TextTable.Column[table.head().size()];
    for (int i = layout.length - 1; i > 0; i--) {
      int column = i;
      boolean isFigure = table.figures().get(i);
      int widest = longestWord(table.head().get(i));
      for (List<String> row : table.rows()) {
        String cell = row.get(column);
        widest = Math.max(widest, isFigure ? cell.length() : longestWord(cell));
      }
      if (!isFigure) {
        int whole = table.rows().stream().mapToInt(r -> r.get(column).length()).max().orElse(0);
        widest = Math.max(widest, Math.min(whole, middling));
      }
      layout[i] = isFigure ? TextTable.Column.right(widest) : TextTable.Column.left(widest);
      left -= widest + GAP;
    }
    layout[0] =
        table.figures().get(0)
            ? TextTable.Column.right(left)
            : TextTable.Column.left(Math.max(NARROW, left));
    TextTable text = new TextTable(width, layout);
    text.row(table.head().toArray(String[]::new));
    table.rows().forEach(row -> text.row(row.toArray(String[]::new)));
    return text.lines(INDENT);
  }

  private static int longestWord(String name) {
    int longest = 0;
    for (String word : name.split(" ", -1)) {
      longest = Math.max(longest, word.length());
    }
    return longest;
  }
}
