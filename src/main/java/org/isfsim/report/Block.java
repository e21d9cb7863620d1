package org.isfsim.report;

import java.util.ArrayList;
import java.util.List;

/** A part of an answer that is read by people: what stands in it, not how it is laid out. */
public sealed interface Block {

  /**
   * A heading.
   *
   * @param level 1 for the whole answer, 2 for a part of it, 3 for a part of that
   */
  record Heading(int level, String text) implements Block {}

  /** A paragraph. */
  record Paragraph(String text) implements Block {}

  /** A list of short texts. */
  record Items(List<String> texts) implements Block {
    /** Copies the list. */
    public Items {
      texts = List.copyOf(texts);
    }
  }

  /**
   * A table. The first columns name what a row is about and stand at the left, the others hold
   * figures and stand at the right, unless the last one holds words.
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
