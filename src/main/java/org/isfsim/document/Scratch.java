package org.isfsim.document;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/**
 * A file that is written under a name of its own and gets the name that it is to have only when all
 * of it is there: nobody sees half of it, and two that write one file leave one of the two, whole.
 *
 * <p>It is new and never opened through a link, and it is gone when it is closed or the process is
 * interrupted before. A device or a pipe is written to as it is. Not thread-safe.
 */
public final class Scratch implements AutoCloseable {

  private final Path target;
  private final Path file;
  private final boolean isTarget;
  private final Thread hook = new Thread(this::delete, "scratch");

  private Scratch(Path target, Path file, boolean isTarget) {
    this.target = target;
    this.file = file;
    this.isTarget = isTarget;
  }

  /**
   * A file beside the one that it is to become.
   *
   * @throws IOException if there can be no file
   */
  public static Scratch beside(Path target) throws IOException {
    if (Files.exists(target) && !Files.isRegularFile(target)) {
      return new Scratch(target, target, true);
    }
    String name = "." + target.getFileName() + "." + UUID.randomUUID() + ".part";
    return created(new Scratch(target, target.resolveSibling(name), false));
  }

  /**
   * A file in the folder for temporary files that becomes nothing; nobody else may read it.
   *
   * @param ending how its name ends
   * @throws IOException if there can be no file
   */
  public static Scratch temporary(String ending) throws IOException {
    Path file = Files.createTempFile("isfsim-", ending);
    return watched(new Scratch(file, file, false));
  }

  /** Writes a whole file, in place of one that is there. */
  public static void write(Path target, byte[] bytes) throws IOException {
    try (Scratch scratch = beside(target)) {
      try (OutputStream out = scratch.open()) {
        out.write(bytes);
      }
      scratch.finish();
    }
  }

  private static Scratch created(Scratch scratch) throws IOException {
    // With the rights that any new file has.
    Files.newByteChannel(scratch.file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)
        .close();
    return watched(scratch);
  }

  private static Scratch watched(Scratch scratch) throws IOException {
    try {
      Runtime.getRuntime().addShutdownHook(scratch.hook);
    } catch (IllegalStateException e) {
      scratch.delete();
      throw new IOException("interrupted", e);
    }
    return scratch;
  }

  /** Where it is written. */
  public Path file() {
    return file;
  }

  /** Opens it to be written from its beginning. */
  public OutputStream open() throws IOException {
    return new BufferedOutputStream(
        isTarget
            ? Files.newOutputStream(file, StandardOpenOption.WRITE)
            : Files.newOutputStream(
                file, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING));
  }

  /** Gives it the name that it is to have, in place of a file that has it. */
  public void finish() throws IOException {
    if (isTarget) {
      return;
    }
    try {
      Files.move(file, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(file, target, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /**
   * The same unless there is a file of that name, also one that came since.
   *
   * @throws FileAlreadyExistsException if there is
   */
  public void finishNew() throws IOException {
    if (!isTarget) {
      Files.move(file, target);
    }
  }

  private void delete() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      // There is nobody left to tell; its name says what it is.
      return;
    }
  }

  /** Takes it away unless it has got its name. */
  @Override
  public void close() {
    if (isTarget) {
      return;
    }
    delete();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The process ends; the hook finds nothing.
      return;
    }
  }
}
