package org.isfsim.document;

/**
 * A place in a file.
 *
 * @param file the file as the user named it
 * @param line 1-based line, 0 when the problem concerns the file as a whole
 * @param column 1-based column, 0 when the problem concerns the line or the file as a whole
 */
public record Mark(String file, int line, int column) {

  /** The file as a whole. */
  public static Mark of(String file) {
    return new Mark(file, 0, 0);
  }

  @Override
  public String toString() {
    if (line == 0) {
      return file;
    }
    return column == 0 ? file + ":" + line : file + ":" + line + ":" + column;
  }
}
