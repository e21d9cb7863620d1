package org.isfsim.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Optional;
import org.isfsim.document.InvalidInputException;
import org.isfsim.document.Mark;
import org.isfsim.document.Problem;
import org.isfsim.document.Scratch;

/** Files that a command line names to be written. */
final class Written {

  /** What stands for standard input or output. */
  static final String STANDARD = "-";

  private Written() {}

  /**
   * The file that is to be written; none for standard output.
   *
   * @param force whether one that is there is written over
   * @throws InvalidInputException if it is a folder, or there already
   */
  static Optional<Path> target(String named, boolean force) {
    if (named.equals(STANDARD)) {
      return Optional.empty();
    }
    Path path = Path.of(named);
    if (Files.isDirectory(path)) {
      throw refused(named, "is a folder", "name a file in it");
    }
    if (Files.exists(path) && !force) {
      throw refused(named, "is there already", "--force writes over it");
    }
    return Optional.of(path);
  }

  /** What is said of a file that does not do. */
  static InvalidInputException refused(String named, String why, String advice) {
    return new InvalidInputException(Problem.of(Mark.of(named), "", why).advising(advice));
  }

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
      throw refused(
          path.toString(), "cannot be written", "is its folder there, and may it be written?");
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
