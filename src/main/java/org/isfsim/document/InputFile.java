package org.isfsim.document;

import java.nio.file.Files;
import java.nio.file.Path;

/** What may be read as an input. */
public final class InputFile {

  /** Where a system names the streams that a process was started with. */
  private static final String GIVEN = "/dev/(stdin|fd/\\d+)";

  private InputFile() {}

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
