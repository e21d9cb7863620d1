package org.isfsim.results;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.isfsim.article.Article;
import org.isfsim.article.Table;
import org.isfsim.document.InvalidInputException;
import org.isfsim.document.Mark;
import org.isfsim.document.Problem;
import org.isfsim.document.Problems;
import org.isfsim.model.Plan;
import org.isfsim.montecarlo.Tally;
import org.isfsim.report.BatchArticle;
import org.isfsim.report.BatchReport;
import org.isfsim.report.Circumstances;
import org.isfsim.report.RunArticle;
import org.isfsim.report.RunReport;
import org.isfsim.report.RunTables;
import org.jspecify.annotations.Nullable;

/**
 * A directory that receives results.
 *
 * <p>Everything is written to files that end in {@value #PART} and gets its name only when all of
 * it is there, {@code metadata.json} last: a directory with that file is whole. While cases are
 * run, a {@link Checkpoint} says how far they have come. Closed without having been finished, it
 * keeps that and the rows that it counts, for a later command to go on; if nothing was counted it
 * takes away what it wrote. Not thread-safe.
 */
public final class ResultDirectory implements AutoCloseable {

  /** The outcomes of every run. */
  public static final String OUTCOMES = "outcomes.csv";

  /** A row for each case; the name of the table but for its form. */
  static final String CASES = "experiments";

  /** What does not vary in them. */
  private static final String CONSTANTS = "constants.csv";

  /** A row for each run, where there are several. */
  public static final String SCENARIOS = "scenarios.csv";

  /** The report as Markdown. */
  public static final String REPORT = "report.md";

  /** The report to hand on, one file that needs no other. */
  public static final String PAGE = "report.html";

  /** The tables but for the cases as a workbook, if it is asked for. */
  public static final String WORKBOOK = "results.xlsx";

  /** How and when the results came about. */
  public static final String METADATA = "metadata.json";

  static final String PART = ".part";
  private static final String CSV = ".csv";
  private static final String LOCK = DirectoryLock.FILE + PART;

  /** The tables of cases that this class names, and those that it named before. */
  private static final Pattern TABLE =
      Pattern.compile(CASES + "(-[\\w.-]+)?\\.csv(\\.gz)?|constants\\.csv");

  /** What each file holds whose name is always the same. */
  private static final Map<String, String> HOLDS =
      Map.of(
          CONSTANTS,
          "a row for each scenario: the parameters that are no columns of the cases",
          OUTCOMES,
          "a row for each run and outcome, with its range and what sets it",
          "indicators.csv",
          "a row for each run, indicator and value",
          "milestones.csv",
          "a row for each run and milestone",
          "funnel.csv",
          "a row for each run and stage of the way, and for each reason why cases are lost there",
          REPORT,
          "the report as Markdown",
          PAGE,
          "the report to hand on",
          WORKBOOK,
          "outcomes, indicators, milestones, funnel and assumptions as a workbook",
          METADATA,
          "how and when the results came about");

  private static final Set<String> OTHERS = Set.of(SCENARIOS, Checkpoint.FILE, DirectoryLock.FILE);

  private final Path directory;
  private final DirectoryLock lock;
  private final boolean created;

  /** The folder that the first command was given in. */
  private final String folder;

  private final RunRequest request;
  private final Map<String, String> facts;
  private final List<Checkpoint.Reached> reached;
  private final CaseFile cases;
  private boolean workbook;
  private boolean counted;
  private boolean finished;

  private ResultDirectory(
      Path directory,
      DirectoryLock lock,
      boolean created,
      RunRequest request,
      Map<String, String> facts,
      @Nullable Checkpoint from) {
    this.directory = directory;
    this.lock = lock;
    this.created = created;
    this.folder = from == null ? Path.of("").toAbsolutePath().toString() : from.folder();
    this.request = request;
    this.facts = facts;
    this.reached = new ArrayList<>(from == null ? List.of() : from.runs());
    this.cases = new CaseFile(directory, from == null ? Map.of() : from.rows());
    this.counted = from != null;
  }

  /**
   * Opens a directory for results and creates it if it does not exist.
   *
   * @param force whether results that are there are to be overwritten; other files always stay
   * @param request what is run
   * @param facts what the results depend on, by a name for messages
   * @throws InvalidInputException if it is {@code -}, is no directory, or has content without force
   * @throws IOException if it cannot be created or read
   */
  public static ResultDirectory open(
      Path directory, boolean force, RunRequest request, Map<String, String> facts)
      throws IOException {
    Mark mark = Mark.of(directory.toString());
    if (directory.toString().equals("-")) {
      throw new InvalidInputException(
          Problem.of(mark, "", "results are several files, which do not fit on standard output")
              .advising("--format csv, json or md prints one of them"));
    }
    boolean exists = Files.exists(directory);
    if (exists && !Files.isDirectory(directory)) {
      throw new InvalidInputException(Problem.of(mark, "", "this is a file, not a directory"));
    }
    if (exists && !force) {
      if (Files.exists(directory.resolve(Checkpoint.FILE))) {
        throw new InvalidInputException(
            Problem.of(mark, "", "the directory holds results that are not complete")
                .advising("run --resume " + directory + " goes on with them, --force begins anew"));
      }
      try (Stream<Path> content = Files.list(directory)) {
        if (content.anyMatch(file -> !isPart(nameOf(file)))) {
          throw new InvalidInputException(
              Problem.of(mark, "", "the directory is not empty")
                  .advising("--force overwrites results, or name another directory"));
        }
      }
    }
    Files.createDirectories(directory);
    requireNoLinks(directory);
    DirectoryLock lock = DirectoryLock.of(directory);
    ResultDirectory results = new ResultDirectory(directory, lock, !exists, request, facts, null);
    try {
      // From now on a command that is killed can be gone on with.
      new Checkpoint(results.folder, request, facts, List.of(), Map.of()).write(directory);
    } catch (IOException e) {
      results.close();
      throw e;
    }
    return results;
  }

  /**
   * What was asked for by the command whose results in a directory are not complete, as seen from
   * the working directory.
   *
   * @throws InvalidInputException if there is nothing to go on with
   */
  public static RunRequest unfinished(Path directory) throws IOException {
    Checkpoint checkpoint = checkpoint(directory);
    return checkpoint.request().from(Path.of(checkpoint.folder()));
  }

  /**
   * Opens a directory to go on with the results in it.
   *
   * @param facts what the results depend on, by a name for messages
   * @throws InvalidInputException if there is nothing to go on with, or if facts differ; they are
   *     named
   */
  public static ResultDirectory resume(Path directory, Map<String, String> facts)
      throws IOException {
    Checkpoint from = checkpoint(directory);
    requireNoLinks(directory);
    Problems problems = new Problems();
    Mark mark = Mark.of(directory.toString());
    Stream.concat(from.facts().keySet().stream(), facts.keySet().stream())
        .distinct()
        .forEach(
            name -> {
              // Absence is not a name: a fact may be missing, and then it has no value.
              Optional<String> then = Optional.ofNullable(from.facts().get(name));
              Optional<String> now = Optional.ofNullable(facts.get(name));
              if (!then.equals(now)) {
                String begun =
                    then.map(value -> "with another " + name + ": " + value)
                        .orElse("without a " + name);
                problems.add(
                    Problem.of(mark, "", "the results were begun " + begun)
                        .advising(
                            now.map(value -> "now it is " + value).orElse("now there is none")
                                + "; name another directory with --out"));
              }
            });
    problems.throwIfAny();
    DirectoryLock lock = DirectoryLock.of(directory);
    // Results that were finished early have their names already.
    for (String table : from.rows().keySet()) {
      Path named = directory.resolve(table);
      if (Files.exists(named) && !Files.exists(directory.resolve(table + PART))) {
        Files.move(named, directory.resolve(table + PART), StandardCopyOption.ATOMIC_MOVE);
      }
    }
    Files.deleteIfExists(directory.resolve(METADATA));
    return new ResultDirectory(directory, lock, false, from.request(), facts, from);
  }

  /** Results are files of this directory: a link in their place would lead them elsewhere. */
  private static void requireNoLinks(Path directory) throws IOException {
    Problems problems = new Problems();
    for (Path file : contents(directory)) {
      String name = nameOf(file);
      if (Files.isSymbolicLink(file) && (isPart(name) || isPart(name + PART))) {
        problems.add(
            Problem.of(
                    Mark.of(file.toString()), "", "this is a link; results are not written there")
                .advising("take it away, or name another directory"));
      }
    }
    problems.throwIfAny();
  }

  private static Checkpoint checkpoint(Path directory) throws IOException {
    Optional<Checkpoint> found = Checkpoint.read(directory);
    if (found.isPresent()) {
      return found.get();
    }
    Mark mark = Mark.of(directory.toString());
    throw new InvalidInputException(
        Files.exists(directory.resolve(METADATA))
            ? Problem.of(mark, "", "the results in this directory are complete")
            : Problem.of(mark, "", "there are no results to go on with")
                .advising("run SCENARIO --out " + directory + " begins them"));
  }

  /**
   * What takes the cases of a plan in the one table of all cases.
   *
   * @param layout the columns, the same for every plan
   * @param as the form, the same for every plan; not {@link CasesAs#NONE}
   * @throws IOException if it cannot be written
   */
  public ExperimentsCsv experiments(Plan plan, CaseLayout layout, CasesAs as) throws IOException {
    return cases.of(plan, layout, as);
  }

  /** Asks for a workbook of the tables, too. */
  public void alsoWorkbook() {
    workbook = true;
  }

  /** How many chunks of a run's cases are in the directory. */
  public long chunks(int run) {
    return run < reached.size() ? reached.get(run).chunks() : 0;
  }

  /** What was counted in them. */
  public Tally tally(int run, Plan plan) throws IOException {
    Tally tally = new Tally(plan);
    if (run < reached.size()) {
      tally.read(new DataInputStream(new ByteArrayInputStream(reached.get(run).tally())));
    }
    return tally;
  }

  /**
   * Notes how far a run has come, in a checkpoint.
   *
   * @param run the number of the run, from 0
   * @param chunks how many chunks of its cases are put together and written
   * @param tally what was counted in them
   */
  public void reached(int run, long chunks, Tally tally) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    tally.write(new DataOutputStream(bytes));
    Checkpoint.Reached here = new Checkpoint.Reached(chunks, bytes.toByteArray());
    if (run < reached.size()) {
      reached.set(run, here);
    } else {
      reached.add(here);
    }
    new Checkpoint(folder, request, facts, reached, cases.flushed()).write(directory);
    counted = true;
  }

  /** Writes what sums up one run and gives every file its name. */
  public void finish(RunReport report, Metadata metadata) throws IOException {
    finish(List.of(report), RunArticle.of(report), report.circumstances(), metadata);
  }

  /** Writes what sums up several runs and gives every file its name. */
  public void finish(BatchReport batch, Circumstances circumstances, Metadata metadata)
      throws IOException {
    Files.writeString(part(SCENARIOS), RunTables.scenarios(batch).csv());
    finish(batch.runs(), BatchArticle.of(batch), circumstances, metadata);
    Files.move(part(SCENARIOS), directory.resolve(SCENARIOS), StandardCopyOption.ATOMIC_MOVE);
  }

  private void finish(
      List<RunReport> runs, Article article, Circumstances circumstances, Metadata metadata)
      throws IOException {
    List<String> names = new ArrayList<>();
    cases.close().ifPresent(names::add);
    if (cases.layout().isPresent()) {
      names.add(CONSTANTS);
      Files.writeString(part(CONSTANTS), cases.layout().get().constants());
    }
    for (Table table : RunTables.of(runs)) {
      names.add(table.name() + CSV);
      Files.writeString(part(table.name() + CSV), table.csv());
    }
    Files.writeString(part(REPORT), article.markdown());
    Files.writeString(part(PAGE), article.html());
    names.addAll(List.of(REPORT, PAGE));
    if (workbook) {
      names.add(WORKBOOK);
      Workbooks.write(part(WORKBOOK), RunTables.withAssumptions(runs));
    }
    names.add(METADATA);
    Files.writeString(part(METADATA), metadata.json(circumstances, runs, described(names, runs)));
    // While files of two runs stand side by side, none says that they are whole.
    Files.deleteIfExists(directory.resolve(METADATA));
    delete(
        name -> (TABLE.matcher(name).matches() || name.equals(WORKBOOK)) && !names.contains(name));
    for (String name : names) {
      Files.move(part(name), directory.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }
    if (runs.stream().allMatch(run -> run.looked() >= run.requested())) {
      Files.deleteIfExists(directory.resolve(Checkpoint.FILE));
    }
    finished = true;
  }

  /** What files hold, by their names. */
  private static Map<String, String> described(List<String> names, List<RunReport> runs) {
    Map<String, String> files = new LinkedHashMap<>();
    for (String name : names) {
      files.put(
          name,
          HOLDS.getOrDefault(
              name, "a row for each case: what varies, outcome, indicators, milestones"));
    }
    if (runs.size() > 1) {
      files.put(SCENARIOS, "a row for each run: its most likely outcome, groups of outcomes");
    }
    return files;
  }

  /** Whether a later command can go on with what is in a directory. */
  public static boolean isResumable(Path directory) {
    return Files.exists(directory.resolve(Checkpoint.FILE));
  }

  /** Takes away what was written unless the results were finished or can be gone on with. */
  @Override
  public void close() throws IOException {
    if (!finished) {
      cases.abandon();
    }
    boolean stays = finished || counted && isResumable(directory);
    if (!stays) {
      delete(name -> isPart(name) && !name.equals(LOCK) || name.equals(Checkpoint.FILE));
    }
    // Until here nobody else may write.
    lock.close();
    if (!stays && created && contents(directory).isEmpty()) {
      Files.deleteIfExists(directory);
    }
  }

  private void delete(Predicate<String> which) throws IOException {
    for (Path file : contents(directory)) {
      if (which.test(nameOf(file))) {
        Files.deleteIfExists(file);
      }
    }
  }

  private static List<Path> contents(Path directory) throws IOException {
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
    return HOLDS.containsKey(whole) || OTHERS.contains(whole) || TABLE.matcher(whole).matches();
  }

  private static String nameOf(Path file) {
    return String.valueOf(file.getFileName());
  }

  private Path part(String name) {
    return directory.resolve(name + PART);
  }
}
