package org.isfsim.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import org.isfsim.document.InvalidInputException;
import org.isfsim.document.Mark;
import org.isfsim.document.Problem;
import org.isfsim.document.Scratch;

/** Files that a command line names to be written. */
final class Written {

  private Written() {}

  /**
   * A file beside the one that was named.
   *
   * @throws InvalidInputException if there can be none where it was named
   * @throws IOException if something else fails, such as a disk that is full
   */
  static Scratch beside(Path path) throws IOException {
    try {
      return Scratch.beside(path);
    } catch (NoSuchFileException | AccessDeniedException | NotDirectoryException e) {
      throw new InvalidInputException(
          Problem.of(Mark.of(path.toString()), "", "cannot be written")
              .advising("is its folder there, and may it be written?"));
    }
  }

  /** Writes a whole file where it was named; see {@link #beside}. */
  static void whole(Path path, byte[] bytes) throws IOException {
    try (Scratch scratch = beside(path)) {
      try (var out = scratch.open()) {
        out.write(bytes);
      }
      scratch.finish();
    }
  }
}
