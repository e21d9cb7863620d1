package org.isfsim.results;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.isfsim.document.InvalidInputException;
import org.isfsim.document.Mark;
import org.isfsim.document.Problem;
import org.isfsim.model.Plan;

/**
 * The tables of cases in a directory, while they are written. Plans with the same columns share
 * one.
 */
final class CaseTables {

  private static final Rows NONE = new Rows(0, "");
  private static final String ANEW = "begin anew: run SCENARIO --out DIR --force";

  private final Path directory;
  private final Map<String, Rows> begun;
  private final Map<List<String>, Table> tables = new LinkedHashMap<>();

  /**
   * The rows of a table that count.
   *
   * @param length how many bytes they have
   * @param digest the SHA-256 of these
   */
  record Rows(long length, String digest) {}

  /** A table of cases that is being written. */
  private record Table(String name, FileChannel channel, Writer writer, MessageDigest digest) {

    Rows rows() throws IOException {
      writer.flush();
      channel.force(false);
      return new Rows(channel.position(), digestOf(digest));
    }
  }

  /**
   * @param directory where they are
   * @param begun the rows of each that an earlier run has written and that count, by name
   */
  CaseTables(Path directory, Map<String, Rows> begun) {
    this.directory = directory;
    this.begun = begun;
  }

  /** The table for a plan's cases, with its header. */
  ExperimentsCsv of(Plan plan) throws IOException {
    List<String> columns = new ExperimentsCsv(plan, new StringBuilder()).columns();
    Table known = tables.get(columns);
    if (known != null) {
      return new ExperimentsCsv(plan, known.writer());
    }
    Table table = open(freeName(plan.scenario().id()));
    tables.put(columns, table);
    ExperimentsCsv csv = new ExperimentsCsv(plan, table.writer());
    if (!begun.containsKey(table.name())) {
      csv.writeHeader();
    }
    return csv;
  }

  private Table open(String name) throws IOException {
    Path part = directory.resolve(name + ResultDirectory.PART);
    FileChannel channel =
        FileChannel.open(
            part,
            StandardOpenOption.CREATE,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE,
            LinkOption.NOFOLLOW_LINKS);
    MessageDigest digest = sha256();
    try {
      goOn(part, channel, digest, begun.getOrDefault(name, NONE));
    } catch (IOException | InvalidInputException e) {
      channel.close();
      throw e;
    }
    Writer writer =
        new BufferedWriter(
            new OutputStreamWriter(
                new DigestOutputStream(Channels.newOutputStream(channel), digest),
                StandardCharsets.UTF_8));
    return new Table(name, channel, writer, digest);
  }

  /** Goes to the end of the rows that count, which must be there as they were written. */
  private static void goOn(Path part, FileChannel channel, MessageDigest digest, Rows rows)
      throws IOException {
    Mark mark = Mark.of(part.toString());
    if (channel.size() < rows.length()) {
      throw new InvalidInputException(
          Problem.of(mark, "", "rows are missing that were written").advising(ANEW));
    }
    ByteBuffer buffer = ByteBuffer.allocate(1 << 16);
    channel.position(0);
    for (long left = rows.length(); left > 0; left -= buffer.limit()) {
      buffer.clear().limit((int) Math.min(left, buffer.capacity()));
      while (buffer.hasRemaining() && channel.read(buffer) >= 0) {
        continue;
      }
      digest.update(buffer.flip());
    }
    if (rows.length() > 0 && !digestOf(digest).equals(rows.digest())) {
      throw new InvalidInputException(
          Problem.of(mark, "", "rows are not as they were written").advising(ANEW));
    }
    channel.truncate(rows.length()).position(rows.length());
  }

  private static String digestOf(MessageDigest digest) {
    try {
      return HexFormat.of().formatHex(((MessageDigest) digest.clone()).digest());
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("The digests of this Java cannot be copied", e);
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  private String freeName(String scenario) {
    Set<String> taken = tables.values().stream().map(Table::name).collect(Collectors.toSet());
    String name = tables.isEmpty() ? ResultDirectory.EXPERIMENTS : tableName(scenario, "");
    for (int i = 2; taken.contains(name); i++) {
      name = tableName(scenario, "-" + i);
    }
    return name;
  }

  private static String tableName(String scenario, String number) {
    return "experiments-" + scenario + number + ".csv";
  }

  /** Puts everything written so far on disk; the rows of each table, by name. */
  Map<String, Rows> flushed() throws IOException {
    Map<String, Rows> rows = new LinkedHashMap<>(begun);
    for (Table table : tables.values()) {
      rows.put(table.name(), table.rows());
    }
    return rows;
  }

  /** Closes the tables; their names. */
  List<String> close() throws IOException {
    List<String> names = new ArrayList<>();
    for (Table table : tables.values()) {
      table.writer().close();
      names.add(table.name());
    }
    return names;
  }

  /** Closes the tables, whatever becomes of what is not written yet. */
  void abandon() {
    for (Table table : tables.values()) {
      try {
        table.channel().close();
      } catch (IOException e) {
        // On a full disk, say; what counts was written before.
        continue;
      }
    }
  }
}
