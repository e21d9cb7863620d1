package org.isfsim.scenario;

import org.isfsim.document.Mark;
import org.isfsim.document.Node;

/**
 * A statement about cases as somebody wrote it. What it means depends on the model, so it is read
 * only when there is a plan to put it to; until then its place is kept for messages.
 *
 * @param name what it is called in answers; the statement itself if it has no name of its own
 * @param text the statement
 * @param mark where it begins; an option of the command line has no line
 * @param path its path in a file, such as {@code observed}; empty for an option
 * @param isInOnePiece whether a character of it stands as many columns behind the first as in the
 *     text
 */
public record WrittenStatement(
    String name, String text, Mark mark, String path, boolean isInOnePiece) {

  /** A statement that is the value of an option. */
  public static WrittenStatement ofOption(String option, String text) {
    return new WrittenStatement(text, text, Mark.of(option + " \"" + text + "\""), "", false);
  }

  /**
   * A statement in a file.
   *
   * @param scalar a text that is not empty
   */
  static WrittenStatement of(String name, Node.Scalar scalar, String path) {
    String written = scalar.text();
    String text = written.replaceAll("\\s*\\n\\s*", " ");
    int before = scalar.quoted() ? 1 : 0;
    Mark mark = scalar.mark();
    return new WrittenStatement(
        name.isEmpty() ? text : name,
        text,
        new Mark(mark.file(), mark.line(), mark.column() + before),
        path,
        written.chars().noneMatch(c -> c == '\n' || c == '"' || c == '\'' || c == '\\'));
  }

  /** Whether it has a name of its own. */
  public boolean isNamed() {
    return !name.equals(text);
  }

  /** Whether it stands in a scenario file, and not on the command line. */
  public boolean isInFile() {
    return mark.line() > 0;
  }

  /**
   * Where a character of it stands.
   *
   * @param character its place in the text, from 1
   */
  public Mark at(int character) {
    if (!isInFile()) {
      return Mark.of(mark.file() + ", character " + character);
    }
    return isInOnePiece ? new Mark(mark.file(), mark.line(), mark.column() + character - 1) : mark;
  }
}
