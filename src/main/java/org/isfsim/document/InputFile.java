package org.isfsim.document;

import java.nio.file.Files;
import java.nio.file.Path;

/** What may be read as an input. */
public final class InputFile {

  /** Where a system names the streams that a process was started with. */
  private static final String GIVEN = "/dev/(stdin|fd/\\d+)";

  private InputFile() {}

  /** What is said of a path where nothing is. */
  public static String missing(Path path, String what) {
    return Files.isSymbolicLink(path) ? "the link leads nowhere" : "there is no such " + what;
  }

  /**
   * Whether a path is there, but no file whose reading comes to an end by itself: a named pipe
   * waits for somebody who writes. Streams that the process was given are named for it, and folders
   * are no matter of this.
   */
  public static boolean isNone(Path path) {
    return Files.exists(path)
        && !Files.isRegularFile(path)
        && !Files.isDirectory(path)
        && !path.toString().matches(GIVEN);
  }
}
