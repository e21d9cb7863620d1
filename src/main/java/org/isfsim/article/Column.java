package org.isfsim.article;

/**
 * A column of a table.
 *
 * @param title its name
 * @param kind how its cells stand
 * @param room how many signs of a line of text it may take; {@link #AS_NEEDED} for as many as it
 *     needs, {@link #REST} for what the others leave
 * @param said what text, which is short, says for its name; may be empty
 * @param below what stands before its cells on a second line in text, where a line is short; not
 *     empty only for such a column
 */
public record Column(String title, CellKind kind, int room, String said, String below) {

  /** As much room as the cells need. */
  static final int AS_NEEDED = 0;

  /** The room that the other columns leave. */
  static final int REST = -1;

  /** How the cells of a column stand. */
  public enum CellKind {
    /** At the left. */
    WORDS,
    /** At the right. */
    FIGURES,
    /** Drawn as bars, of probabilities. */
    BARS
  }

  /** A column of words. */
  public static Column words(String title) {
    return new Column(title, CellKind.WORDS, AS_NEEDED, title, "");
  }

  /** A column of figures. */
  public static Column figures(String title) {
    return new Column(title, CellKind.FIGURES, AS_NEEDED, title, "");
  }

  /** A column of bars, which take the room that is left. */
  public static Column bars(String title) {
    return new Column(title, CellKind.BARS, REST, "", "");
  }

  /** The same of at most so many signs in text. */
  public Column atMost(int signs) {
    return new Column(title, kind, signs, said, below);
  }

  /** The same, which takes the room that the others leave. */
  public Column rest() {
    return new Column(title, kind, REST, said, below);
  }

  /** The same, whose name text does not say. */
  public Column unsaid() {
    return saying("");
  }

  /** The same, for whose name text says something else. */
  public Column saying(String name) {
    return new Column(title, kind, room, name, below);
  }

  /** The same on a second line in text, behind some words. */
  public Column below(String lead) {
    return new Column(title, kind, room, said, lead.isEmpty() ? " " : lead);
  }

  boolean isBelow() {
    return !below.isEmpty();
  }

  boolean isFigures() {
    return kind == CellKind.FIGURES;
  }
}
