package org.isfsim.article;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Lays a table of a few columns out as text. */
final class ColumnsText {

  private static final String INDENT = "  ";
  private static final int GAP = 2;

  /** A name that is no longer is not broken. */
  private static final int NARROW = 10;

  /** What a column of words that is not the first may take. */
  private static final int MIDDLE = 24;

  private ColumnsText() {}

  static List<String> lines(Table table, int width) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(table.columns().stream().map(Column::title).toList());
    for (List<Cell> row : table.rows()) {
      rows.add(IntStream.range(0, rows.get(0).size()).mapToObj(c -> Table.words(row, c)).toList());
    }
    List<Boolean> figures = table.columns().stream().map(Column::isFigures).toList();
    List<String> lines = lines(rows, figures, width, MIDDLE);
    if (lines.stream().noneMatch(line -> line.length() > width)) {
      return lines;
    }
    // What is too wide may be broken at hyphens; the first column holds addresses to be copied.
    List<List<String>> all = new ArrayList<>();
    for (List<String> row : rows) {
      List<String> broken = new ArrayList<>();
      for (int i = 0; i < row.size(); i++) {
        boolean isWhole = !all.isEmpty() && (i == 0 || figures.get(i));
        broken.add(isWhole ? row.get(i) : broken(row.get(i)));
      }
      all.add(broken);
    }
    return lines(all, figures, width, 0);
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
  private static List<String> lines(
      List<List<String>> rows, List<Boolean> figures, int width, int middling) {
    int left = width - INDENT.length();
    TextTable.Column[] layout = new TextTable.Column[figures.size()];
    for (int i = layout.length - 1; i > 0; i--) {
      int widest = longestWord(rows.get(0).get(i));
      int whole = 0;
      for (List<String> row : rows.subList(1, rows.size())) {
        String cell = row.get(i);
        widest = Math.max(widest, figures.get(i) ? cell.length() : longestWord(cell));
        whole = Math.max(whole, cell.length());
      }
      if (!figures.get(i)) {
        widest = Math.max(widest, Math.min(whole, middling));
      }
      layout[i] = new TextTable.Column(figures.get(i), widest);
      left -= widest + GAP;
    }
    boolean isFigure = figures.get(0);
    layout[0] = new TextTable.Column(isFigure, isFigure ? left : Math.max(NARROW, left));
    TextTable text = new TextTable(width, layout);
    rows.forEach(row -> text.row(row.toArray(String[]::new)));
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
