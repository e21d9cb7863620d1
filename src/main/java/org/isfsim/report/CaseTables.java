package org.isfsim.report;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
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

  private final Path directory;
  private final Map<String, Long> begun;
  private final Map<List<String>, Table> tables = new LinkedHashMap<>();

  /** A table of cases that is being written. */
  private record Table(String name, FileChannel channel, Writer writer) {}

  /**
   * @param directory where they are
   * @param begun how many bytes of each an earlier run has written that count, by name
   */
  CaseTables(Path directory, Map<String, Long> begun) {
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
        FileChannel.open(part, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    long length = begun.getOrDefault(name, 0L);
    if (channel.size() < length) {
      channel.close();
      throw new InvalidInputException(
          Problem.of(
              Mark.of(part.toString()), "", "rows are missing that were written; run it anew"));
    }
    channel.truncate(length).position(length);
    Writer writer =
        new BufferedWriter(
            new OutputStreamWriter(Channels.newOutputStream(channel), StandardCharsets.UTF_8));
    return new Table(name, channel, writer);
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

  /** Puts everything written so far on disk; how many bytes each table has, by name. */
  Map<String, Long> flushed() throws IOException {
    Map<String, Long> lengths = new LinkedHashMap<>(begun);
    for (Table table : tables.values()) {
      table.writer().flush();
      table.channel().force(false);
      lengths.put(table.name(), table.channel().position());
    }
    return lengths;
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
