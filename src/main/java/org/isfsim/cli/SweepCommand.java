package org.isfsim.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.isfsim.analysis.Observed;
import org.isfsim.analysis.Statement;
import org.isfsim.analysis.StatementParser;
import org.isfsim.analysis.Sweep;
import org.isfsim.analysis.SweepAxis;
import org.isfsim.analysis.SweepTable;
import org.isfsim.article.Article;
import org.isfsim.article.Json;
import org.isfsim.article.Sheet;
import org.isfsim.decision.Decisions;
import org.isfsim.decision.RuleSet;
import org.isfsim.document.InvalidInputException;
import org.isfsim.document.Problems;
import org.isfsim.exact.TooLargeException;
import org.isfsim.model.Model;
import org.isfsim.model.Plan;
import org.isfsim.report.Observation;
import org.isfsim.report.SweepChart;
import org.isfsim.report.SweepPage;
import org.isfsim.report.SweepSheets;
import org.isfsim.scenario.Scenario;
import org.isfsim.scenario.ScenarioLoader;
import org.isfsim.scenario.Selection;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Varies one or two addresses. */
@Command(
    name = "sweep",
    description = {
      "Vary one or two addresses over their values and show the exact probabilities, a chart, and"
          + " where the most likely outcome changes.",
      "",
      "An address may be a lever, a switch, an uncertainty, a band or a number of a distribution."
          + " Without values, all values of a small domain are tried, of a large one eleven.",
      "",
      "Tables: sweep, thresholds."
    },
    footer = {
      "  isfsim sweep scenarios/baseline.yaml --vary council.elected-yes",
      "  isfsim sweep scenarios/baseline.yaml --vary text.tasks --vary aid.policy \\",
      "      --of \"aid >= humanitarian\" --chart aid.svg",
      "  isfsim sweep scenarios/baseline.yaml --vary council.china.vote.choice.no=1,2,4"
    })
final class SweepCommand implements Callable<Integer> {

  @Mixin private final CommonOptions common = new CommonOptions();
  @Mixin private final AnswerOptions answer = new AnswerOptions();
  @Mixin private final RulesOption rules = new RulesOption();
  @Mixin private final ObservedOption observed = new ObservedOption();
  private final Session session;
  @Spec private @Nullable CommandSpec spec;

  @Parameters(
      index = "0",
      paramLabel = "SCENARIO",
      converter = ScenarioPath.class,
      description = "The scenario file, or the name of one that comes with isfsim.")
  private Path file = Path.of("");

  @Option(
      names = SweepAxes.OPTION,
      paramLabel = "ADDRESS[=A,B,C]",
      required = true,
      description = "What to vary, with its values; may be given twice.")
  private List<String> varied = new ArrayList<>();

  @Option(
      names = "--of",
      paramLabel = "OUTCOME|STATEMENT",
      description =
          "What to show, such as not-deployed or \"aid >= humanitarian\"; may be given several"
              + " times (default: the outcomes that it moves most).")
  private List<String> wanted = new ArrayList<>();

  @Option(names = "--policy", paramLabel = "P", description = "Apply a policy of the scenario.")
  private @Nullable String policy;

  @Option(
      names = "--set",
      paramLabel = "ADDRESS=VALUE",
      description = "Set a value; may be given several times.")
  private Map<String, String> sets = new LinkedHashMap<>();

  @Option(
      names = "--chart",
      paramLabel = "FILE",
      description = "Write a chart: lines or a heat map, as .svg or .png.")
  private @Nullable Path chart;

  @Option(names = "--force", description = "Write over a chart that is there.")
  private boolean force;

  SweepCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    requireSensible();
    answer.requireTable(SweepSheets.names());
    Model model = rules.model(session);
    ScenarioLoader loader = new ScenarioLoader(model.catalogue(), session.register()::hasClaim);
    Plan plan = plan(model, loader, Map.of());
    Problems problems = new Problems();
    List<SweepAxis> axes = SweepAxes.read(varied, plan, problems);
    List<Statement> measures = measures(plan, problems);
    problems.throwIfAny();
    RuleSet ruleSet = rules.read(session, model);
    SweepTable table;
    Observation observation;
    try (Decisions decisions = Decisions.remembering(ruleSet);
        StatusLine status = new StatusLine(session.terminal())) {
      observation = new Observations(session, session.register(), decisions).of(plan);
      table =
          new Sweep(axes, measures, values -> plan(model, loader, values), decisions)
              .run(status::at);
    } catch (TooLargeException e) {
      return new Failures(session.terminal().err(), false).tooLarge(plan.scenario(), e);
    }
    write(table, plan.scenario());
    List<Sheet> sheets = SweepSheets.of(table);
    Map<String, Object> head = head(plan.scenario(), ruleSet, table);
    Observations.addTo(head, observation);
    Article page = SweepPage.of(table, about(plan.scenario()));
    answer.print(
        session.terminal(),
        "sweep",
        AnswerOptions.document(head, sheets),
        sheets,
        observation.isNone() ? page : page.noting(observation.inWords()));
    return ExitCode.DONE;
  }

  private void requireSensible() {
    if (varied.size() > 2) {
      throw wrong("sweep varies one or two addresses, found " + varied.size());
    }
    if (chart == null) {
      if (force) {
        throw wrong("--force goes with --chart");
      }
      return;
    }
    String name = chart.toString().toLowerCase(Locale.ROOT);
    if (SweepChart.ENDINGS.stream().noneMatch(name::endsWith)) {
      throw wrong(
          "--chart takes a file that ends in "
              + String.join(" or ", SweepChart.ENDINGS)
              + ", found "
              + chart);
    }
    if (Files.exists(chart) && !force) {
      throw wrong(chart + " is there already; --force writes over it");
    }
  }

  private ParameterException wrong(String message) {
    if (spec == null) {
      throw new IllegalStateException(message);
    }
    return new ParameterException(spec.commandLine(), message);
  }

  private Plan plan(Model model, ScenarioLoader loader, Map<String, String> values) {
    Map<String, String> all = new LinkedHashMap<>(sets);
    all.putAll(values);
    try {
      Selection selection = new Selection(Optional.ofNullable(policy), all);
      return Observed.in(model.plan(loader.load(file, selection.observing(observed.statements()))));
    } catch (InvalidInputException e) {
      throw SweepAxes.placed(e, values);
    }
  }

  private List<Statement> measures(Plan plan, Problems problems) {
    List<Statement> measures = new ArrayList<>();
    for (String text : wanted) {
      String whole =
          plan.outcome().domain().indexOf(text.strip()).isPresent() ? "outcome = " + text : text;
      try {
        measures.add(StatementParser.parse("--of", whole, plan));
      } catch (InvalidInputException e) {
        e.problems().forEach(problems::add);
      }
    }
    return measures;
  }

  private String about(Scenario scenario) {
    StringBuilder text = new StringBuilder(scenario.file());
    scenario.policy().ifPresent(name -> text.append(", policy ").append(name));
    sets.forEach((address, value) -> text.append(", ").append(address + "=" + value));
    return text.toString();
  }

  private void write(SweepTable table, Scenario scenario) {
    if (chart == null) {
      return;
    }
    // Pixels are drawn without a screen.
    System.setProperty("java.awt.headless", "true");
    try {
      SweepChart.write(table, scenario.title(), chart);
    } catch (IOException e) {
      throw new UncheckedIOException(chart + ": " + e.getMessage(), e);
    }
  }

  private Map<String, Object> head(Scenario scenario, RuleSet ruleSet, SweepTable table) {
    return Json.object(
        "scenario",
        Json.object("id", scenario.id(), "file", scenario.file(), "sha256", scenario.sha256()),
        "rules",
        Json.object("sha256", ruleSet.sha256()),
        "policy",
        scenario.policy(),
        "set",
        sets,
        "vary",
        table.axes().stream()
            .map(axis -> Json.object("address", axis.address(), "values", axis.values()))
            .toList());
  }
}
