package org.isfsim.results;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32C;
import org.isfsim.document.InvalidInputException;
import org.isfsim.document.Mark;
import org.isfsim.document.Problem;
import org.isfsim.model.Plan;
import org.jspecify.annotations.Nullable;

/** The table of all cases in a directory, while it is written. */
final class CaseFile {

  private static final Rows NONE = new Rows(0, "");
  private static final String ANEW = "begin anew: run SCENARIO --out DIR --force";

  private final Path directory;
  private final Map<String, Rows> begun;
  private final CRC32C digest = new CRC32C();
  private @Nullable FileChannel channel;
  private @Nullable CaseLayout layout;
  private String name = "";

  /**
   * The rows of a table that count.
   *
   * @param length how many bytes they have
   * @param digest the CRC-32C of these
   */
  record Rows(long length, String digest) {}

  /**
   * @param directory where it is
   * @param begun the rows that an earlier run has written and that count, by the file's name
   */
  CaseFile(Path directory, Map<String, Rows> begun) {
    this.directory = directory;
    this.begun = begun;
  }

  /** What takes the rows of a plan. The same layout and form for every plan. */
  ExperimentsCsv of(Plan plan, CaseLayout columns, CasesAs as) throws IOException {
    boolean isFirst = channel == null;
    if (isFirst) {
      name = as.file();
      layout = columns;
      channel = open();
    }
    ExperimentsCsv csv = new ExperimentsCsv(plan, columns, as, this::write);
    if (isFirst && !begun.containsKey(name)) {
      csv.writeHeader();
    }
    return csv;
  }

  private void write(byte[] bytes) throws IOException {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    while (buffer.hasRemaining()) {
      opened().write(buffer);
    }
    digest.update(bytes);
  }

  private FileChannel opened() {
    if (channel == null) {
      throw new IllegalStateException("No table was begun");
    }
    return channel;
  }

  private FileChannel open() throws IOException {
    Path part = directory.resolve(name + ResultDirectory.PART);
    FileChannel opened =
        FileChannel.open(
            part,
            StandardOpenOption.CREATE,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE,
            LinkOption.NOFOLLOW_LINKS);
    try {
      goOn(part, opened, begun.getOrDefault(name, NONE));
    } catch (IOException | InvalidInputException e) {
      opened.close();
      throw e;
    }
    return opened;
  }

  /** Goes to the end of the rows that count, which must be there as they were written. */
  private void goOn(Path part, FileChannel file, Rows rows) throws IOException {
    Mark mark = Mark.of(part.toString());
    if (file.size() < rows.length()) {
      throw new InvalidInputException(
          Problem.of(mark, "", "rows are missing that were written").advising(ANEW));
    }
    ByteBuffer buffer = ByteBuffer.allocate(1 << 16);
    file.position(0);
    for (long left = rows.length(); left > 0; left -= buffer.limit()) {
      buffer.clear().limit((int) Math.min(left, buffer.capacity()));
      while (buffer.hasRemaining() && file.read(buffer) >= 0) {
        continue;
      }
      digest.update(buffer.flip());
    }
    if (rows.length() > 0 && !digested().equals(rows.digest())) {
      throw new InvalidInputException(
          Problem.of(mark, "", "rows are not as they were written").advising(ANEW));
    }
    file.truncate(rows.length()).position(rows.length());
  }

  private String digested() {
    return HexFormat.of().toHexDigits(digest.getValue());
  }

  /** Puts everything written so far on disk; the rows that count, by the file's name. */
  Map<String, Rows> flushed() throws IOException {
    Map<String, Rows> rows = new LinkedHashMap<>(begun);
    if (channel != null) {
      channel.force(false);
      rows.put(name, new Rows(channel.position(), digested()));
    }
    return rows;
  }

  /** Closes the table; its name if there is one. */
  Optional<String> close() throws IOException {
    if (channel == null) {
      return Optional.empty();
    }
    channel.close();
    return Optional.of(name);
  }

  /** What its columns are, if it was begun. */
  Optional<CaseLayout> layout() {
    return Optional.ofNullable(layout);
  }

  /** Closes the table, whatever becomes of what is not written yet. */
  void abandon() {
    try {
      close();
    } catch (IOException e) {
      // On a full disk, say; what counts was written before.
      return;
    }
  }
}
