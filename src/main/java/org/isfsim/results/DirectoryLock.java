package org.isfsim.results;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.isfsim.document.InvalidInputException;
import org.isfsim.document.Mark;
import org.isfsim.document.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Keeps two commands from writing into a directory at the same time. The system gives the lock back
 * when a process ends, however it ends.
 */
final class DirectoryLock implements AutoCloseable {

  /** The name of the file that is locked, but for {@link ResultDirectory#PART}. */
  static final String FILE = "lock";

  private final Path file;
  private final FileChannel channel;

  private DirectoryLock(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /**
   * Takes the lock of a directory.
   *
   * @throws InvalidInputException if another command has it
   * @throws IOException if there cannot be a file in the directory
   */
  static DirectoryLock of(Path directory) throws IOException {
    Path file = directory.resolve(FILE + ResultDirectory.PART);
    FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
    if (isTaken(channel)) {
      channel.close();
      throw new InvalidInputException(
          Problem.of(Mark.of(directory.toString()), "", "another command is writing results there")
              .advising("wait for it, or name another directory"));
    }
    return new DirectoryLock(file, channel);
  }

  private static boolean isTaken(FileChannel channel) {
    try {
      @Nullable FileLock lock = channel.tryLock();
      return lock == null;
    } catch (OverlappingFileLockException e) {
      return true;
    } catch (IOException e) {
      // Some file systems know no locks; that is no reason not to write.
      return false;
    }
  }

  @Override
  public void close() throws IOException {
    Files.deleteIfExists(file);
    channel.close();
  }
}
