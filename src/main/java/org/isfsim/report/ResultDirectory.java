package org.isfsim.report;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.isfsim.document.InvalidInputException;
import org.isfsim.document.Mark;
import org.isfsim.document.Problem;
import org.isfsim.model.Plan;

/**
 * A directory that receives results.
 *
 * <p>Everything is written to files that end in {@value #PART} and gets its name only when all of
 * it is there, {@code metadata.json} last: a directory with that file is whole. Closed without
 * having been finished, it takes away what it wrote. Not thread-safe.
 */
public final class ResultDirectory implements AutoCloseable {

  /** The outcomes of every run. */
  public static final String OUTCOMES = "outcomes.csv";

  /** A row for each case. */
  public static final String EXPERIMENTS = "experiments.csv";

  /** The report as a page. */
  public static final String REPORT = "report.md";

  /** How and when the results came about. */
  public static final String METADATA = "metadata.json";

  static final String PART = ".part";

  /** The tables of cases that this class names. */
  private static final Pattern TABLE = Pattern.compile("experiments(-[\\w.-]+)?\\.csv");

  private static final Set<String> SUMMARIES = Set.of(OUTCOMES, REPORT, METADATA);

  private final Path directory;
  private final boolean created;
  private final Map<List<String>, Table> tables = new LinkedHashMap<>();
  private boolean finished;

  /** A table of cases that is being written. */
  private record Table(String name, Writer writer) {}

  private ResultDirectory(Path directory, boolean created) {
    this.directory = directory;
    this.created = created;
  }

  /**
   * Opens a directory for results and creates it if it does not exist. Half-written files that an
   * interrupted run left behind do not count as content.
   *
   * @param force whether results that are there are to be overwritten; other files always stay
   * @throws InvalidInputException if it is {@code -}, is no directory, or has content without force
   * @throws IOException if it cannot be created or read
   */
  public static ResultDirectory open(Path directory, boolean force) throws IOException {
    Mark mark = Mark.of(directory.toString());
    if (directory.toString().equals("-")) {
      throw new InvalidInputException(
          Problem.of(mark, "", "results are several files, which do not fit on standard output")
              .advising("--format csv, json or md prints one of them"));
    }
    if (!Files.exists(directory)) {
      Files.createDirectories(directory);
      return new ResultDirectory(directory, true);
    }
    if (!Files.isDirectory(directory)) {
      throw new InvalidInputException(Problem.of(mark, "", "this is a file, not a directory"));
    }
    if (!force) {
      try (Stream<Path> content = Files.list(directory)) {
        if (content.anyMatch(file -> !isPart(nameOf(file)))) {
          throw new InvalidInputException(
              Problem.of(mark, "", "the directory is not empty")
                  .advising("--force overwrites results, or name another directory"));
        }
      }
    }
    return new ResultDirectory(directory, false);
  }

  /**
   * The table that takes the cases of a plan. Plans with the same columns, such as the policies of
   * a scenario, share a table; the first is {@value #EXPERIMENTS}, one with other columns has the
   * scenario's id in its name, {@code experiments-hostile-council.csv}.
   *
   * @throws IOException if it cannot be written
   */
  public ExperimentsCsv experiments(Plan plan) throws IOException {
    List<String> columns = new ExperimentsCsv(plan, new StringBuilder()).columns();
    Table known = tables.get(columns);
    if (known != null) {
      return new ExperimentsCsv(plan, known.writer());
    }
    String name = freeName(plan.scenario().id());
    Writer writer = Files.newBufferedWriter(part(name));
    tables.put(columns, new Table(name, writer));
    ExperimentsCsv table = new ExperimentsCsv(plan, writer);
    table.writeHeader();
    return table;
  }

  private String freeName(String scenario) {
    Set<String> taken = tables.values().stream().map(Table::name).collect(Collectors.toSet());
    String name = tables.isEmpty() ? EXPERIMENTS : "experiments-" + scenario + ".csv";
    for (int i = 2; taken.contains(name); i++) {
      name = "experiments-" + scenario + "-" + i + ".csv";
    }
    return name;
  }

  /** Writes what sums up one run and gives every file its name. */
  public void finish(RunReport report, Metadata metadata) throws IOException {
    finish(List.of(report), MarkdownReport.of(report), report.circumstances(), metadata);
  }

  /** Writes what sums up several runs and gives every file its name. */
  public void finish(BatchReport batch, Circumstances circumstances, Metadata metadata)
      throws IOException {
    finish(batch.runs(), MarkdownReport.of(batch), circumstances, metadata);
  }

  private void finish(
      List<RunReport> runs, String page, Circumstances circumstances, Metadata metadata)
      throws IOException {
    List<String> names = new ArrayList<>();
    for (Table table : tables.values()) {
      table.writer().close();
      names.add(table.name());
    }
    Files.writeString(part(OUTCOMES), OutcomesCsv.of(runs));
    Files.writeString(part(REPORT), page);
    Files.writeString(part(METADATA), metadata.json(circumstances, runs));
    // While files of two runs stand side by side, none says that they are whole.
    Files.deleteIfExists(directory.resolve(METADATA));
    delete(name -> TABLE.matcher(name).matches() && !names.contains(name));
    names.addAll(List.of(OUTCOMES, REPORT, METADATA));
    for (String name : names) {
      Files.move(part(name), directory.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }
    finished = true;
  }

  /** Takes away what was written unless the results were finished. */
  @Override
  public void close() throws IOException {
    if (finished) {
      return;
    }
    for (Table table : tables.values()) {
      try {
        table.writer().close();
      } catch (IOException e) {
        // On a full disk, say; the file is taken away all the same.
      }
    }
    delete(ResultDirectory::isPart);
    if (created && contents().isEmpty()) {
      Files.deleteIfExists(directory);
    }
  }

  private void delete(Predicate<String> which) throws IOException {
    for (Path file : contents()) {
      if (which.test(nameOf(file))) {
        Files.deleteIfExists(file);
      }
    }
  }

  private List<Path> contents() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.toList();
    }
  }

  /** Whether a file is one of ours that was not finished. */
  private static boolean isPart(String name) {
    if (!name.endsWith(PART)) {
      return false;
    }
    String whole = name.substring(0, name.length() - PART.length());
    return SUMMARIES.contains(whole) || TABLE.matcher(whole).matches();
  }

  private static String nameOf(Path file) {
    return String.valueOf(file.getFileName());
  }

  private Path part(String name) {
    return directory.resolve(name + PART);
  }
}
