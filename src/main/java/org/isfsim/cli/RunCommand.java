package org.isfsim.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.isfsim.analysis.Observed;
import org.isfsim.article.Article;
import org.isfsim.article.Format;
import org.isfsim.article.Table;
import org.isfsim.decision.Decisions;
import org.isfsim.decision.RuleSet;
import org.isfsim.document.InvalidInputException;
import org.isfsim.document.Mark;
import org.isfsim.document.Problem;
import org.isfsim.exact.Ranges;
import org.isfsim.model.Model;
import org.isfsim.report.BatchArticle;
import org.isfsim.report.BatchEntry;
import org.isfsim.report.BatchReport;
import org.isfsim.report.Circumstances;
import org.isfsim.report.JsonReport;
import org.isfsim.report.RunArticle;
import org.isfsim.report.RunTables;
import org.isfsim.results.CasesAs;
import org.isfsim.results.Loaded;
import org.isfsim.results.Metadata;
import org.isfsim.results.ResultDirectory;
import org.isfsim.results.RunRequest;
import org.isfsim.results.Runs;
import org.isfsim.scenario.ScenarioLoader;
import org.isfsim.source.Register;
import org.isfsim.study.Observations;
import org.isfsim.study.Request;
import org.isfsim.study.ScenarioFiles;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs scenarios and reports. */
@Command(
    name = "run",
    description = {
      "Run scenarios: which outcomes can be reached, how likely each is under the stated"
          + " assumptions, and when.",
      "",
      "One file gives a report; several files, a folder, or several policies (--policy P,Q or"
          + " --policy all) give one combined report. A file that cannot be used is listed and does not stop the others."
    },
    footer = {
      "  isfsim run scenarios/baseline.yaml",
      "  isfsim run scenarios/baseline.yaml --policy heavily-amended",
      "  isfsim run scenarios/baseline.yaml --policy as-documented,heavily-amended",
      "  isfsim run scenarios/baseline.yaml --set contingent.veto-scope=none",
      "  isfsim run scenarios --cases 20000 --format md",
      "  isfsim run scenarios/baseline.yaml --cases 1000000 --out results"
    })
final class RunCommand extends SessionCommand {

  @Mixin private final ScenarioOptions options = new ScenarioOptions();
  @Mixin private final RangesOption ranges = new RangesOption();
  @Mixin private final FormatOptions.Written format = new FormatOptions.Written();

  @Parameters(
      arity = "0..*",
      paramLabel = "SCENARIO|DIR",
      converter = ScenarioPath.class,
      description = "Scenario files or folders, or names of those that come with isfsim.")
  private List<Path> paths = List.of();

  @Option(
      names = "--cases",
      paramLabel = "N",
      description = "How many cases to sample (default: the scenario's); 0: exact answers alone.")
  private @Nullable Long cases;

  @Option(
      names = "--exact",
      paramLabel = "WHAT",
      description =
          "What to work out exactly beside the sample: ${COMPLETION-CANDIDATES} (default:"
              + " ${DEFAULT-VALUE}).")
  private Runs.Exact exact = Runs.Exact.OUTCOMES;

  @Option(
      names = "--ask",
      paramLabel = "STATEMENT",
      description =
          "Also tell how likely it is that something holds, such as \"first-troops <="
              + " 2026-06-30\"; may be given several times.")
  private List<String> asked = new ArrayList<>();

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "How many threads (default: one per processor). Does not change any result.")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Option(
      names = "--jobs",
      paramLabel = "N",
      description =
          "How many scenarios to run side by side, each on its share of the threads (default: 1)."
              + " Does not change any result.")
  private int jobs = 1;

  @Option(
      names = "--base",
      paramLabel = "RUN",
      description =
          "In a combined report, tell the differences to this run: a scenario's id, a policy, or"
              + " both.")
  private @Nullable String base;

  @Option(
      names = "--time-limit",
      paramLabel = "D",
      converter = DurationConverter.class,
      description = "Stop sampling after this time, such as 30s, 5m or 2h.")
  private @Nullable Duration timeLimit;

  @Option(names = "--out", paramLabel = "DIR", description = "Write result files into a folder.")
  private @Nullable Path out;

  @Option(
      names = "--cases-as",
      paramLabel = "FORM",
      description =
          "The table of all cases in the folder: ${COMPLETION-CANDIDATES} (default:"
              + " ${DEFAULT-VALUE}).")
  private CasesAs casesAs = CasesAs.CSV;

  @Option(names = "--force", description = "Overwrite results that are in the folder.")
  private boolean force;

  @Option(
      names = "--resume",
      paramLabel = "DIR",
      description =
          "Go on with the results in a folder that a run with --out left incomplete; without a"
              + " scenario, with the command that began them.")
  private @Nullable Path resume;

  @Option(
      names = "--reference",
      description =
          "Fire the rules afresh for every decision of every case instead of remembering.")
  private boolean reference;

  RunCommand(Session session) {
    super(session);
  }

  @Override
  public Integer call() throws IOException {
    try {
      return run();
    } catch (IOException | UncheckedIOException | OutOfMemoryError e) {
      int code = failures().handle(e);
      tellHowToGoOn(results());
      return code;
    }
  }

  private @Nullable Path results() {
    return out == null ? resume : out;
  }

  private void tellHowToGoOn(@Nullable Path results) {
    if (results != null && ResultDirectory.isResumable(results)) {
      note(
          "isfsim: what was done is kept; to go on with it: isfsim run --resume "
              + Request.quoted(results.toString()));
    }
  }

  private int run() throws IOException {
    RunRequest request = request();
    requireSensible(request);
    format.requireTable(RunTables.of(List.of()).stream().map(Table::name).toList());
    Instant start = Instant.now();
    long began = System.nanoTime();
    List<Path> files = ScenarioFiles.of(request.paths());
    // These take most of the time until a run begins, and do not need each other.
    CompletableFuture<Register> registering = CompletableFuture.supplyAsync(session::register);
    Model model = session.model(request.rules());
    CompletableFuture<RuleSet> reading =
        CompletableFuture.supplyAsync(() -> session.rules(model, request.rules()));
    RuleSet rules = read(reading);
    Register register = read(registering);
    ScenarioLoader loader = Observed.loader(model, register::hasClaim);
    List<Loaded> loaded = request.load(loader, files);
    List<Loaded.Ready> ready = Loaded.ready(loaded);
    boolean single = loaded.size() == 1;
    if (single && loaded.get(0) instanceof Loaded.Unusable unusable) {
      throw new InvalidInputException(unusable.problems());
    }
    Loaded.requireDifferentNames(ready);
    Circumstances circumstances =
        Circumstances.of(
                Main.version(), rules.sha256(), request.rules().map(Path::toString), register)
            .with(request.sets(), more(request));
    // The interruption is closed last: then the process may end.
    try (Interruption interruption = Interruption.watch();
        Decisions decisions =
            request.reference() ? Decisions.reference(rules) : Decisions.remembering(rules);
        ResultDirectory directory = directory(request, rules, ready)) {
      Runs runs =
          new Runs(
              model,
              new Observations(register, decisions),
              decisions,
              circumstances,
              interruption.watching(session.terminal()),
              sampling(request),
              directory);
      BatchReport batch = new BatchReport(model.outcomes(), runs.run(loaded, jobs));
      if (batch.runs().isEmpty() && !batch.failed().isEmpty()) {
        batch.failed().forEach(run -> note("isfsim: " + run.file() + ": " + run.reason()));
        return exitCode(batch, interruption);
      }
      if (request.base().isPresent()) {
        batch = compared(batch, request.base().get());
      }
      if (directory != null) {
        // The clock may have been set meanwhile.
        Metadata metadata = metadata(request, start, start.plusNanos(System.nanoTime() - began));
        if (format.isWorkbook()) {
          directory.alsoWorkbook();
        }
        if (single) {
          directory.finish(batch.runs().get(0), metadata);
        } else {
          directory.finish(batch, circumstances, metadata);
        }
        // Before an interruption is over and the process ends.
        tellHowToGoOn(results());
      }
      print(batch, single, request);
      session.terminal().out().flush();
      return exitCode(batch, interruption);
    }
  }

  /** What this command line asks for, or goes on with. */
  private RunRequest request() throws IOException {
    RunRequest now =
        new RunRequest(
            common.words(),
            paths,
            options.policy(),
            options.sets(),
            options.observed(),
            asked,
            options.rulesFolder(),
            options.seed(),
            Optional.ofNullable(cases),
            exact,
            ranges.ranges(),
            casesAs,
            reference,
            threads,
            Optional.ofNullable(base),
            format.form());
    if (!paths.isEmpty() || resume == null || out != null || force) {
      return now;
    }
    RunRequest begun = ResultDirectory.unfinished(resume);
    // An option that is given again takes the place of the first.
    RunRequest goesOn =
        new RunRequest(
            begun.words(),
            begun.paths(),
            later("--policy", begun, now).policy(),
            later("--set", begun, now).sets(),
            later("--observed", begun, now).observed(),
            later("--ask", begun, now).asked(),
            later("--rules", begun, now).rules(),
            later("--seed", begun, now).seed(),
            later("--cases", begun, now).cases(),
            later("--exact", begun, now).exact(),
            later("--ranges", begun, now).ranges(),
            later("--cases-as", begun, now).casesAs(),
            later("--reference", begun, now).reference(),
            later("--threads", begun, now).threads(),
            later("--base", begun, now).base(),
            later("--format", begun, now).form());
    format.take(goesOn.form());
    return goesOn;
  }

  /** Options that change what a report says, if they are not as usual. */
  private static List<String> more(RunRequest request) {
    List<String> more = new ArrayList<>();
    if (request.exact() != Runs.Exact.OUTCOMES) {
      more.add("--exact " + request.exact());
    }
    if (request.ranges() != Ranges.SUPPORT) {
      more.add("--ranges " + request.ranges());
    }
    return more;
  }

  private RunRequest later(String option, RunRequest begun, RunRequest now) {
    return common.isGiven(option) ? now : begun;
  }

  private @Nullable ResultDirectory directory(
      RunRequest request, RuleSet rules, List<Loaded.Ready> ready) throws IOException {
    Map<String, String> facts = request.facts(Main.version(), rules, ready);
    if (resume != null) {
      return ResultDirectory.resume(resume, facts);
    }
    return out == null ? null : ResultDirectory.open(out, force, request, facts);
  }

  private static <T> T read(CompletableFuture<T> reading) {
    try {
      return reading.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  private static BatchReport compared(BatchReport batch, String name) {
    try {
      return batch.comparedWith(name);
    } catch (IllegalArgumentException e) {
      throw new InvalidInputException(
          Problem.of(Mark.of("--base"), "", String.valueOf(e.getMessage())));
    }
  }

  private Runs.Request sampling(RunRequest request) {
    return new Runs.Request(
        request.cases(),
        request.seed(),
        Math.max(1, request.threads() / jobs),
        Optional.ofNullable(timeLimit),
        request.exact(),
        request.ranges(),
        isRows(request) ? Optional.of(session.terminal().out()) : Optional.empty(),
        request.casesAs(),
        request.reference());
  }

  private void requireSensible(RunRequest request) {
    common.requireWithin("--threads", 1, 1024, request.threads());
    common.requireWithin("--jobs", 1, 1024, jobs);
    if (jobs > 1 && (out != null || resume != null || isRows(request))) {
      throw common.wrong(
          "--jobs goes with reports; rows of cases are written one scenario at a time");
    }
    common.requireWithin("--cases", 0, 1_000_000_000, cases);
    if (request.cases().filter(number -> number == 0).isPresent()
        && request.exact() == Runs.Exact.NONE) {
      throw common.wrong("--cases 0 together with --exact none leaves nothing to do");
    }
    if (paths.isEmpty() && resume == null) {
      throw common.wrong("Missing required parameter: 'SCENARIO|DIR'");
    }
    if (resume != null && (out != null || force)) {
      throw common.wrong("--resume names the folder, --out and --force do not go with it");
    }
    if (resume != null && isRows(request)) {
      throw common.wrong("--format csv prints all cases, --resume runs the rest alone");
    }
    if (format.isWorkbook() && out == null && resume == null) {
      throw common.wrong("--format xlsx writes a workbook into a folder: it goes with --out DIR");
    }
    if (force && out == null) {
      throw common.wrong("--force goes with --out");
    }
  }

  private void print(BatchReport batch, boolean single, RunRequest request) {
    for (BatchEntry.Invalid invalid : batch.invalid()) {
      failures().problems(invalid.problems());
    }
    if (isRows(request) || format.isWorkbook()) {
      return;
    }
    Map<String, Object> values = Map.of();
    Article article = new Article();
    if (format.is(Format.CSV)) {
      article.data(RunTables.of(batch.runs()));
    } else if (format.is(Format.JSON)) {
      values = single ? JsonReport.of(batch.runs().get(0)) : JsonReport.of(batch);
    } else {
      article = single ? RunArticle.of(batch.runs().get(0)) : BatchArticle.of(batch);
    }
    format.print(session.terminal(), common.name(), values, article);
  }

  /** Whether every case is a row of standard output: of no cases, and by name, tables are. */
  private boolean isRows(RunRequest request) {
    return format.is(Format.CSV)
        && !format.isTable()
        && request.cases().filter(number -> number == 0).isEmpty();
  }

  private static int exitCode(BatchReport batch, Interruption interruption) {
    if (interruption.happened()) {
      return ExitCode.INTERRUPTED;
    }
    if (batch.runs().isEmpty()) {
      return batch.invalid().isEmpty() ? ExitCode.PARTIAL : ExitCode.INVALID;
    }
    return batch.isWhole() ? ExitCode.DONE : ExitCode.PARTIAL;
  }

  private static Metadata metadata(RunRequest request, Instant start, Instant end) {
    List<String> words = new ArrayList<>(List.of("isfsim"));
    words.addAll(request.words());
    return new Metadata(words, Runtime.version().toString(), start, end);
  }
}
