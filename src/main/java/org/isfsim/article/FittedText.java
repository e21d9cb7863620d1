package org.isfsim.article;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Lays a table out as text whose columns say how much room they take. */
final class FittedText {

  private static final String INDENT = "  ";
  private static final String HYPHEN = "- ";
  private static final int GAP = 2;

  private FittedText() {}

  static List<String> lines(Table table, TextStyle style) {
    List<Integer> shown = new ArrayList<>();
    for (int c = 0; c < table.columns().size(); c++) {
      if (!table.columns().get(c).isBelow()) {
        shown.add(c);
      }
    }
    String indent = table.names() == Table.FLUSH ? "" : INDENT;
    int rest = style.width() - indent.length() - GAP * (shown.size() - 1);
    for (int c : shown) {
      rest -= Math.max(0, room(table, c));
    }
    TextTable.Column[] layout = new TextTable.Column[shown.size()];
    for (int i = 0; i < layout.length; i++) {
      int room = room(table, shown.get(i));
      boolean isRight = table.columns().get(shown.get(i)).isFigures();
      layout[i] = new TextTable.Column(isRight, room == Column.REST ? rest : room);
    }
    TextTable text = new TextTable(style.width(), layout);
    if (shown.stream().anyMatch(c -> !table.columns().get(c).said().isEmpty())) {
      text.row(shown.stream().map(c -> title(table.columns().get(c))).toArray(String[]::new));
    }
    for (List<Cell> row : table.rows()) {
      row(table, row, shown, style, rest, text);
    }
    return text.lines(indent);
  }

  /** The name of a column; a word that is wider than its column goes on in the next line. */
  private static String title(Column column) {
    int room = column.room();
    if (room < 2) {
      return column.said();
    }
    return Arrays.stream(column.said().split(" "))
        .map(w -> w.length() > room ? w.substring(0, room - 1) + HYPHEN + w.substring(room - 1) : w)
        .collect(Collectors.joining(" "));
  }

  /** What a column takes: what its cells need, broken where they are longer than its room. */
  private static int room(Table table, int column) {
    Column of = table.columns().get(column);
    if (of.room() == Column.REST) {
      return Column.REST;
    }
    int widest = needed(title(of), of.room());
    for (List<Cell> row : table.rows()) {
      // One that spans the rest takes its room there.
      if (column < row.size() - 1 || row.size() == table.columns().size()) {
        widest = Math.max(widest, needed(Table.words(row, column), of.room()));
      }
    }
    return widest;
  }

  private static int needed(String words, int room) {
    return room == Column.AS_NEEDED
        ? words.length()
        : TextTable.wrap(words, room).stream().mapToInt(String::length).max().orElse(0);
  }

  private static void row(
      Table table, List<Cell> row, List<Integer> shown, TextStyle style, int bar, TextTable text) {
    List<String> cells = new ArrayList<>();
    for (int c : shown) {
      if (c < row.size()) {
        boolean isBar = table.columns().get(c).kind() == Column.CellKind.BARS;
        cells.add(
            isBar && row.get(c) instanceof Cell.Probability p
                ? style.bar(p.probability(), bar)
                : row.get(c).words());
      }
    }
    if (row.size() < table.columns().size()) {
      text.spanning(cells.toArray(String[]::new));
      return;
    }
    text.row(cells.toArray(String[]::new));
    List<String> below = new ArrayList<>();
    for (int c = 0; c < row.size(); c++) {
      Column column = table.columns().get(c);
      if (column.isBelow() && !row.get(c).words().isEmpty()) {
        below.add(column.below().stripLeading() + row.get(c).words());
      }
    }
    if (!below.isEmpty()) {
      text.spanning(INDENT + String.join("; ", below));
    }
  }
}
