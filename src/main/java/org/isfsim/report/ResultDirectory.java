package org.isfsim.report;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.isfsim.document.InvalidInputException;
import org.isfsim.document.Mark;
import org.isfsim.document.Problem;
import org.isfsim.model.Plan;
import org.jspecify.annotations.Nullable;

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

  private static final List<String> FILES = List.of(OUTCOMES, EXPERIMENTS, REPORT, METADATA);
  private static final Set<String> PARTS =
      FILES.stream().map(name -> name + PART).collect(Collectors.toUnmodifiableSet());

  private final Path directory;
  private final boolean created;
  private @Nullable Writer experiments;
  private boolean finished;

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
        if (content.anyMatch(file -> !PARTS.contains(String.valueOf(file.getFileName())))) {
          throw new InvalidInputException(
              Problem.of(mark, "", "the directory is not empty")
                  .advising("--force overwrites results, or name another directory"));
        }
      }
    }
    return new ResultDirectory(directory, false);
  }

  /**
   * Begins {@code experiments.csv} with its header; the rows of every plan that is begun here must
   * have the same columns.
   *
   * @return the table that takes the cases of the plan
   * @throws IOException if it cannot be written
   */
  public ExperimentsCsv experiments(Plan plan) throws IOException {
    if (experiments == null) {
      Writer writer = Files.newBufferedWriter(part(EXPERIMENTS));
      experiments = writer;
      ExperimentsCsv table = new ExperimentsCsv(plan, writer);
      table.writeHeader();
      return table;
    }
    return new ExperimentsCsv(plan, experiments);
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
    if (experiments != null) {
      experiments.close();
    }
    Files.writeString(part(OUTCOMES), OutcomesCsv.of(runs));
    Files.writeString(part(REPORT), page);
    Files.writeString(part(METADATA), metadata.json(circumstances, runs));
    // While files of two runs stand side by side, none says that they are whole.
    Files.deleteIfExists(directory.resolve(METADATA));
    if (experiments == null) {
      Files.deleteIfExists(directory.resolve(EXPERIMENTS));
    }
    for (String name : FILES) {
      if (Files.exists(part(name))) {
        Files.move(part(name), directory.resolve(name), StandardCopyOption.ATOMIC_MOVE);
      }
    }
    finished = true;
  }

  /** Takes away what was written unless the results were finished. */
  @Override
  public void close() throws IOException {
    if (experiments != null) {
      experiments.close();
    }
    if (finished) {
      return;
    }
    for (String name : FILES) {
      Files.deleteIfExists(part(name));
    }
    if (created) {
      try (Stream<Path> content = Files.list(directory)) {
        if (content.findAny().isPresent()) {
          return;
        }
      }
      Files.deleteIfExists(directory);
    }
  }

  private Path part(String name) {
    return directory.resolve(name + PART);
  }
}
