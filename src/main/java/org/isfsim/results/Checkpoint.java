package org.isfsim.results;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.isfsim.document.InvalidInputException;
import org.isfsim.document.Mark;
import org.isfsim.document.Problem;
import org.isfsim.document.YamlReader;

/**
 * How far the runs of a command have come whose results go into a directory: what {@code run
 * --resume} starts from.
 *
 * <p>It is one small file that is replaced as a whole, after the rows that it counts are in their
 * files: at any moment there is one that is true.
 *
 * @param folder the folder that the command was given in, which its paths start from
 * @param request what is run
 * @param facts what the results depend on, by a name for messages; the same when it goes on
 * @param runs how far each run has come, in order; a run that has not begun is missing
 * @param rows the rows of each table of cases that are counted, by the name of its file
 */
record Checkpoint(
    String folder,
    RunRequest request,
    Map<String, String> facts,
    List<Reached> runs,
    Map<String, CaseFile.Rows> rows) {

  /** The name of the file. */
  static final String FILE = "checkpoint";

  private static final String FORM = "isfsim checkpoint 6";

  /** How many bytes of digest stand at the end. */
  private static final int DIGEST = 64;

  /**
   * How far a run has come.
   *
   * @param chunks how many chunks of cases are put together
   * @param tally what was counted in them, as bytes
   */
  record Reached(long chunks, byte[] tally) {}

  Checkpoint {
    facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
    runs = List.copyOf(runs);
    rows = Collections.unmodifiableMap(new LinkedHashMap<>(rows));
  }

  /** Puts it into a directory in place of an earlier one. */
  void write(Path directory) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeUTF(FORM);
      write(folder, out);
      out.writeInt(request.fields().size());
      for (Map.Entry<String, String> field : request.fields()) {
        write(field.getKey(), out);
        write(field.getValue(), out);
      }
      out.writeInt(facts.size());
      for (Map.Entry<String, String> fact : facts.entrySet()) {
        write(fact.getKey(), out);
        write(fact.getValue(), out);
      }
      out.writeInt(rows.size());
      for (Map.Entry<String, CaseFile.Rows> table : rows.entrySet()) {
        write(table.getKey(), out);
        out.writeLong(table.getValue().length());
        write(table.getValue().digest(), out);
      }
      out.writeInt(runs.size());
      for (Reached run : runs) {
        out.writeLong(run.chunks());
        out.writeInt(run.tally().length);
        out.write(run.tally());
      }
    }
    bytes.writeBytes(digest(bytes.toByteArray(), bytes.size()));
    Path part = directory.resolve(FILE + ResultDirectory.PART);
    try (FileChannel channel =
        FileChannel.open(
            part,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE,
            LinkOption.NOFOLLOW_LINKS)) {
      Channels.newOutputStream(channel).write(bytes.toByteArray());
      channel.force(true);
    }
    Files.move(
        part,
        directory.resolve(FILE),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }

  /**
   * The checkpoint in a directory; empty if there is none.
   *
   * @throws IOException if there is one that cannot be read
   * @throws InvalidInputException if it is damaged, or of another form
   */
  static Optional<Checkpoint> read(Path directory) throws IOException {
    Path file = directory.resolve(FILE);
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    byte[] bytes = Files.readAllBytes(file);
    int length = bytes.length - DIGEST;
    if (length < 0
        || !Arrays.equals(digest(bytes, length), Arrays.copyOfRange(bytes, length, bytes.length))) {
      throw new InvalidInputException(
          Problem.of(Mark.of(file.toString()), "", "the checkpoint is damaged")
              .advising(beginsAnew(directory)));
    }
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes, 0, length))) {
      if (!in.readUTF().equals(FORM)) {
        throw new InvalidInputException(
            Problem.of(
                    Mark.of(file.toString()), "", "the checkpoint is of another version of isfsim")
                .advising(beginsAnew(directory)));
      }
      String folder = text(in);
      List<Map.Entry<String, String>> request = new ArrayList<>();
      for (int i = in.readInt(); i > 0; i--) {
        String name = text(in);
        request.add(Map.entry(name, text(in)));
      }
      Map<String, String> facts = new LinkedHashMap<>();
      for (int i = in.readInt(); i > 0; i--) {
        facts.put(text(in), text(in));
      }
      Map<String, CaseFile.Rows> rows = new LinkedHashMap<>();
      for (int i = in.readInt(); i > 0; i--) {
        rows.put(text(in), new CaseFile.Rows(in.readLong(), text(in)));
      }
      List<Reached> runs = new ArrayList<>();
      for (int i = in.readInt(); i > 0; i--) {
        long chunks = in.readLong();
        byte[] tally = new byte[in.readInt()];
        in.readFully(tally);
        runs.add(new Reached(chunks, tally));
      }
      return Optional.of(new Checkpoint(folder, RunRequest.of(request), facts, runs, rows));
    }
  }

  private static String beginsAnew(Path directory) {
    return "run SCENARIO --out " + directory + " --force begins anew";
  }

  /** Writes a text of any length. */
  private static void write(String text, DataOutputStream out) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static String text(DataInputStream in) throws IOException {
    return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
  }

  /** The digest of the first bytes, as text. */
  private static byte[] digest(byte[] bytes, int length) {
    return YamlReader.sha256(Arrays.copyOf(bytes, length)).getBytes(StandardCharsets.US_ASCII);
  }
}
