package org.isfsim.report;

import java.util.ArrayList;
import java.util.List;

/** A part of an article: what stands in it, not how it is laid out. */
sealed interface Block {

  /**
   * A heading.
   *
   * @param level 1 for the whole answer, 2 for a part of it, 3 for a part of that
   */
  record Heading(int level, String text) implements Block {}

  /** A paragraph. */
  record Paragraph(String text) implements Block {}

  /** An empty line, where the layout would not leave one. */
  record Space() implements Block {}

  /** Lines that keep their indents, such as a tree or a command to copy. */
  record Lines(List<String> lines) implements Block {
    /** Copies the list. */
    public Lines {
      lines = List.copyOf(lines);
    }
  }

  /** A list of short texts. */
  record Items(List<String> texts) implements Block {
    /** Copies the list. */
    public Items {
      texts = List.copyOf(texts);
    }
  }

  /**
   * A table of a few columns, whose words are broken where it would be too wide.
   *
   * @param head the names of the columns
   * @param figures whether the cells of each column are figures, which stand at its right edge
   * @param rows the rows, each as long as the head
   */
  record Table(List<String> head, List<Boolean> figures, List<List<String>> rows) implements Block {
    /** Copies the lists. */
    public Table {
      head = List.copyOf(head);
      figures = List.copyOf(figures);
      rows = rows.stream().map(List::copyOf).toList();
    }
  }

  /**
   * A table of many columns, continued below where it would be too wide. The first columns name
   * what a row is about and stand at the left, the others hold figures and stand at the right,
   * unless the last one holds words.
   *
   * @param head the headings of the columns
   * @param rows the cells, as many as headings
   * @param names how many columns name what the row is about
   * @param words whether the last column holds words
   */
  record Grid(List<String> head, List<List<String>> rows, int names, boolean words)
      implements Block {
    /** Copies the lists. */
    public Grid {
      head = List.copyOf(head);
      rows = rows.stream().map(List::copyOf).toList();
    }

    /** A table of figures behind one name. */
    static Grid of(List<String> head, List<List<String>> rows) {
      return new Grid(head, rows, 1, false);
    }

    /** A table of figures behind one name, with words in the last column. */
    static Grid withWords(List<String> head, List<List<String>> rows) {
      return new Grid(head, rows, 1, true);
    }

    /** Whether the cells of a column are figures. */
    boolean isFigure(int column) {
      return column >= names && !(words && column == head.size() - 1);
    }

    /** The table with only some of its columns beside the names. */
    Grid columns(int from, int to) {
      List<List<String>> fewer = new ArrayList<>();
      for (List<String> row : rows) {
        fewer.add(cut(row, from, to));
      }
      return new Grid(cut(head, from, to), fewer, names, words && to == head.size());
    }

    private List<String> cut(List<String> row, int from, int to) {
      List<String> cells = new ArrayList<>(row.subList(0, names));
      cells.addAll(row.subList(from, to));
      return cells;
    }
  }
}
