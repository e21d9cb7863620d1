package org.isfsim.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.isfsim.analysis.Alternative;
import org.isfsim.analysis.Comparison;
import org.isfsim.analysis.ExactAnswer;
import org.isfsim.analysis.LeverSearch;
import org.isfsim.analysis.LeverTable;
import org.isfsim.analysis.Objective;
import org.isfsim.article.Figures;
import org.isfsim.decision.Decisions;
import org.isfsim.decision.RuleSet;
import org.isfsim.exact.TooLargeException;
import org.isfsim.model.Model;
import org.isfsim.model.Variable;
import org.isfsim.report.ComparisonPage;
import org.isfsim.report.ComparisonTables;
import org.isfsim.report.LeverPage;
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
          + " >= verified-in-part and endurance = stays; first-troops <= 2026-06-30; outcome in"
          + " (peacekeeping, observation). It may use and, or, not and brackets.",
      "",
      "Tables: comparison, milestones, trade-offs, differences-whatever-the-weights, robustness,"
          + " futures; with --levers: combinations, pareto."
    },
    footer = {
      "  isfsim compare scenarios/baseline.yaml scenarios/no-veto.yaml",
      "  isfsim compare scenarios/baseline.yaml --policy all --require \"area = whole\"",
      "  isfsim compare scenarios/baseline.yaml "
          + "--variant \"late board: board.establishment-weeks=40\"",
      "  isfsim compare scenarios/baseline.yaml --levers text.*,aid.policy "
          + "--require \"aid >= humanitarian\" --avoid \"area = none\""
    })
final class CompareCommand extends AnsweringCommand {

  @Mixin private final AlternativeOptions options = new AlternativeOptions();
  @Mixin private final ObjectiveOptions objectives = new ObjectiveOptions();
  @Mixin private final LeverOptions levers = new LeverOptions();
  @Mixin private final RangesOption ranges = new RangesOption();

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
    super(session);
  }

  @Override
  public Integer call() {
    common.requireWithin("--threads", 1, 1024, threads);
    common.requireWithin("--cases", 0, 1_000_000_000, cases);
    format.requireTable(levers.isAsked() ? LeverPage.names() : ComparisonTables.names());
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
      long number = cases == null ? first.plan().scenario().run().cases() : cases;
      side.tooLarge(exact, number).forEach(text -> note("isfsim: " + text));
      long sown = seed == null ? first.plan().scenario().run().seed() : seed;
      Comparison comparison;
      try (Progress progress = Progress.of(session.terminal(), "compare", number)) {
        comparison = side.compared(exact, sown, number, threads, progress);
      }
      print(
          ComparisonPage.of(
              comparison,
              side.observations(),
              SideBySide.robustness(comparison, objectives.level()),
              rules.sha256(),
              sown));
      boolean isWhole = comparison.sample().map(s -> s.failed() == 0).orElse(true);
      return isWhole ? ExitCode.DONE : ExitCode.PARTIAL;
    }
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
    note(
        "isfsim: "
            + Figures.count(search.combinations())
            + " combinations of "
            + Figures.count(chosen.size(), "lever"));
    RuleSet rules = options.rules().read(session, base.plan().model());
    LeverTable table;
    List<Observation> observations;
    try (Decisions decisions = Decisions.remembering(rules);
        StatusLine status = new StatusLine(session.terminal())) {
      observations = SideBySide.observations(alternatives, decisions, session.register());
      table = search.find(decisions, status::at);
    } catch (TooLargeException e) {
      return failures().tooLarge(base.plan().scenario(), e);
    }
    return print(LeverPage.of(table, wanted, observations.get(0), rules.sha256()));
  }
}
