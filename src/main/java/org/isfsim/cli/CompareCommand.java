package org.isfsim.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.isfsim.analysis.Alternative;
import org.isfsim.analysis.Comparison;
import org.isfsim.analysis.ExactAnswer;
import org.isfsim.analysis.LeverSearch;
import org.isfsim.analysis.LeverTable;
import org.isfsim.analysis.Objective;
import org.isfsim.analysis.PairedSample;
import org.isfsim.article.Article;
import org.isfsim.article.Figures;
import org.isfsim.article.Json;
import org.isfsim.decision.Decisions;
import org.isfsim.decision.RuleSet;
import org.isfsim.exact.TooLargeException;
import org.isfsim.model.Model;
import org.isfsim.model.Variable;
import org.isfsim.report.ComparisonPage;
import org.isfsim.report.ComparisonTables;
import org.isfsim.report.Known;
import org.isfsim.report.LeverPage;
import org.isfsim.report.LeverTables;
import org.isfsim.scenario.Scenario;
import org.isfsim.study.Alternatives;
import org.isfsim.study.Observation;
import org.isfsim.study.SideBySide;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Compares scenarios, policies and variants. */
@Command(
    name = "compare",
    description = {
      "Compare scenarios, policies or variants, exactly and on common random numbers: outcome by"
          + " outcome with the differences to the first, trade-offs, indicators and milestones.",
      "",
      "--require and --avoid say what is to be made likely or unlikely; then it also tells how each"
          + " alternative stands up to single assumptions and switches (maximin, minimax regret,"
          + " satisficing) and in which futures it fails. A statement compares the outcome,"
          + " indicators, milestones, results of decisions and parameters with values: disarmament"
          + " >= verified-in-part and endurance = stays; first-troops <= 2026-06-30; outcome in (peacekeeping, observation). It may"
          + " use and, or, not and brackets.",
      "",
      "Tables: comparison, milestones, trade-offs, differences-whatever-the-weights, robustness,"
          + " futures; with --levers: combinations, pareto."
    },
    footer = {
      "  isfsim compare scenarios/baseline.yaml scenarios/no-veto.yaml",
      "  isfsim compare scenarios/baseline.yaml --policy all --require \"area = whole\"",
      "  isfsim compare scenarios/baseline.yaml \\",
      "      --variant \"late board: board.establishment-weeks=40\"",
      "  isfsim compare scenarios/baseline.yaml --levers text.*,aid.policy \\",
      "      --require \"aid >= humanitarian\" --avoid \"area = none\""
    })
final class CompareCommand implements Callable<Integer> {

  @Mixin private final CommonOptions common = new CommonOptions();
  @Mixin private final AlternativeOptions options = new AlternativeOptions();
  @Mixin private final ObjectiveOptions objectives = new ObjectiveOptions();
  @Mixin private final LeverOptions levers = new LeverOptions();
  @Mixin private final RangesOption ranges = new RangesOption();
  @Mixin private final FormatOptions.Printed format = new FormatOptions.Printed();
  private final Session session;

  @Parameters(
      arity = "1..*",
      paramLabel = "SCENARIO|DIR",
      converter = ScenarioPath.class,
      description = "Scenario files or folders, or names of those that come with isfsim.")
  private List<Path> paths = List.of();

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "The seed of the random numbers (default: the first scenario's).")
  private @Nullable Long seed;

  @Option(
      names = "--cases",
      paramLabel = "N",
      description =
          "How many common cases to sample (default: the first scenario's); 0: exact answers"
              + " alone.")
  private @Nullable Long cases;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "How many threads (default: one per processor). Does not change any result.")
  private int threads = Runtime.getRuntime().availableProcessors();

  CompareCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    requireSensible();
    format.requireTable(levers.isAsked() ? LeverTables.names() : ComparisonTables.names());
    Model model = options.rules().model(session);
    List<Alternative> alternatives =
        options.load("compare", paths, model, session.register(), objectives::read).stream()
            .map(Alternatives.Asked::alternative)
            .toList();
    Alternative first = alternatives.get(0);
    if (levers.isAsked()) {
      return combine(alternatives);
    }
    if (alternatives.size() < 2) {
      throw common.wrong(
          "there is nothing to compare "
              + first.name()
              + " with: name another scenario, policies (--policy all), a variant (--variant), or"
              + " --all-levers");
    }
    List<Objective> wanted = objectives.read(first.plan());
    RuleSet rules = options.rules().read(session, model);
    try (Decisions decisions = Decisions.remembering(rules)) {
      SideBySide side =
          new SideBySide(alternatives, wanted, decisions, session.register(), ranges.ranges());
      List<ExactAnswer> exact;
      try (StatusLine status = new StatusLine(session.terminal())) {
        exact = side.exactly(status::at);
      }
      side.tooLarge(exact).forEach(text -> session.terminal().err().println("isfsim: " + text));
      long number = cases == null ? first.plan().scenario().run().cases() : cases;
      long sown = seed == null ? first.plan().scenario().run().seed() : seed;
      Comparison comparison;
      try (Progress progress = Progress.of(session.terminal(), "compare", number)) {
        comparison = side.compared(exact, sown, number, threads, progress);
      }
      print(comparison, side.observations(), rules, sown);
      boolean isWhole = comparison.sample().map(s -> s.failed() == 0).orElse(true);
      return isWhole ? ExitCode.DONE : ExitCode.PARTIAL;
    }
  }

  /** What is known under each alternative, as a sentence each. */
  private static Article noting(
      Article article, List<Alternative> alternatives, List<Observation> observations) {
    for (int a = observations.size() - 1; a >= 0; a--) {
      if (!observations.get(a).isNone()) {
        article.noting(alternatives.get(a).name() + ": " + Known.inWords(observations.get(a)));
      }
    }
    return article;
  }

  /** Every combination of levers instead of the alternatives. */
  private int combine(List<Alternative> alternatives) {
    Alternative base = alternatives.get(0);
    if (alternatives.size() > 1) {
      throw common.wrong("--all-levers and --levers go with one scenario under one policy");
    }
    List<Objective> wanted = objectives.read(base.plan());
    Map<Variable, int[]> chosen = levers.read(base.plan());
    LeverSearch search = new LeverSearch(base, wanted, chosen);
    Terminal terminal = session.terminal();
    terminal
        .err()
        .println(
            String.format(
                Locale.ROOT,
                "isfsim: %,d combinations of %s",
                search.combinations(),
                Figures.count(chosen.size(), "lever")));
    RuleSet rules = options.rules().read(session, base.plan().model());
    LeverTable table;
    List<Observation> observations;
    try (Decisions decisions = Decisions.remembering(rules);
        StatusLine status = new StatusLine(terminal)) {
      observations = SideBySide.observations(alternatives, decisions, session.register());
      table = search.find(decisions, status::at);
    } catch (TooLargeException e) {
      return new Failures(terminal.err(), false).tooLarge(base.plan().scenario(), e);
    }
    Map<String, Object> head =
        Json.object(
            "scenario", base.plan().scenario().id(),
            "file", base.plan().scenario().file(),
            "sha256", base.plan().scenario().sha256(),
            "rules", Json.object("sha256", rules.sha256()),
            "objectives", wanted.stream().map(Objective::text).toList());
    head.putAll(Known.of(observations.get(0)));
    format.print(
        terminal, "compare", head, noting(LeverPage.of(table), List.of(base), observations));
    return ExitCode.DONE;
  }

  private void requireSensible() {
    if (threads < 1 || threads > 1024) {
      throw common.wrong("--threads takes a number from 1 to 1024, found " + threads);
    }
    if (cases != null && (cases < 0 || cases > 1_000_000_000)) {
      throw common.wrong("--cases takes a number from 0 to 1000000000, found " + cases);
    }
  }

  private void print(
      Comparison comparison, List<Observation> observations, RuleSet rules, long seed) {
    format.print(
        session.terminal(),
        "compare",
        head(comparison, observations, rules, seed),
        noting(
            ComparisonPage.of(
                comparison, SideBySide.robustness(comparison, objectives.level()), seed),
            comparison.alternatives(),
            observations));
  }

  private static Map<String, Object> about(Alternative alternative, Observation observation) {
    Scenario scenario = alternative.plan().scenario();
    Map<String, Object> about =
        Json.object(
            "name", alternative.name(),
            "about", alternative.about(),
            "scenario", scenario.id(),
            "file", scenario.file(),
            "sha256", scenario.sha256(),
            "policy", scenario.policy());
    about.putAll(Known.of(observation));
    return about;
  }

  private static Map<String, Object> head(
      Comparison comparison, List<Observation> observations, RuleSet rules, long seed) {
    List<Alternative> alternatives = comparison.alternatives();
    return Json.object(
        "alternatives",
        IntStream.range(0, alternatives.size())
            .mapToObj(a -> about(alternatives.get(a), observations.get(a)))
            .toList(),
        "rules",
        Json.object("sha256", rules.sha256()),
        "seed",
        seed,
        "cases",
        comparison.sample().map(PairedSample::cases).orElse(0L),
        "failed",
        comparison.sample().map(PairedSample::failed).orElse(0L),
        "confidence",
        0.95,
        "objectives",
        comparison.objectives().stream().map(Objective::text).toList());
  }
}
