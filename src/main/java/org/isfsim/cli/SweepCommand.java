package org.isfsim.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.isfsim.analysis.Statement;
import org.isfsim.analysis.StatementParser;
import org.isfsim.analysis.Sweep;
import org.isfsim.analysis.SweepAxis;
import org.isfsim.analysis.SweepTable;
import org.isfsim.document.InvalidInputException;
import org.isfsim.document.Problems;
import org.isfsim.model.Plan;
import org.isfsim.report.SweepChart;
import org.isfsim.report.SweepPage;
import org.isfsim.scenario.Scenario;
import org.isfsim.study.Study;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

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
      "  isfsim sweep scenarios/baseline.yaml --vary text.tasks --vary aid.policy "
          + "--of \"aid >= humanitarian\" --chart aid.svg",
      "  isfsim sweep scenarios/baseline.yaml --vary council.china.vote.choice.no=1,2,4"
    })
final class SweepCommand extends StudyCommand {

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

  @Option(
      names = "--chart",
      paramLabel = "FILE",
      description = "Write a chart: lines or a heat map, as .svg or .png.")
  private @Nullable Path chart;

  @Option(names = "--force", description = "Write over a chart that is there.")
  private boolean force;

  SweepCommand(Session session) {
    super(session);
  }

  @Override
  public Integer call() {
    requireSensible();
    format.requireTable(SweepPage.names());
    Study study = subject.read(session, this::check);
    List<SweepAxis> axes = axes(study.plan());
    List<Statement> measures = measures(study.plan());
    return ask(
        study,
        (decisions, progress) -> {
          SweepTable table =
              new Sweep(axes, measures, values -> plan(study, values), decisions).run(progress);
          write(table, study.scenario());
          return SweepPage.of(table, study.about());
        });
  }

  private void requireSensible() {
    if (varied.size() > 2) {
      throw common.wrong("sweep varies one or two addresses, found " + varied.size());
    }
    if (chart == null) {
      if (force) {
        throw common.wrong("--force goes with --chart");
      }
      return;
    }
    String name = chart.toString().toLowerCase(Locale.ROOT);
    if (SweepChart.ENDINGS.stream().noneMatch(name::endsWith)) {
      throw common.wrong(
          "--chart takes a file that ends in "
              + String.join(" or ", SweepChart.ENDINGS)
              + ", found "
              + chart);
    }
    if (Files.exists(chart) && !force) {
      throw common.wrong(chart + " is there already; --force writes over it");
    }
  }

  private static Plan plan(Study study, Map<String, String> values) {
    try {
      return study.with(values);
    } catch (InvalidInputException e) {
      throw SweepAxes.placed(e, values);
    }
  }

  private void check(Plan plan) {
    Problems problems = new Problems();
    problems.check(() -> axes(plan));
    problems.check(() -> measures(plan));
    problems.throwIfAny();
  }

  private List<SweepAxis> axes(Plan plan) {
    Problems problems = new Problems();
    List<SweepAxis> axes = SweepAxes.read(varied, plan, problems);
    problems.throwIfAny();
    return axes;
  }

  private List<Statement> measures(Plan plan) {
    Problems problems = new Problems();
    List<Statement> measures = new ArrayList<>();
    for (String text : wanted) {
      String whole =
          plan.outcome().domain().indexOf(text.strip()).isPresent() ? "outcome = " + text : text;
      problems.attempt(() -> StatementParser.parse("--of", whole, plan)).ifPresent(measures::add);
    }
    problems.throwIfAny();
    return measures;
  }

  private void write(SweepTable table, Scenario scenario) {
    if (chart == null) {
      return;
    }
    // Pixels are drawn without a screen.
    System.setProperty("java.awt.headless", "true");
    try {
      Written.whole(chart, SweepChart.of(table, scenario.title(), chart.toString()));
    } catch (IOException e) {
      throw new UncheckedIOException(chart + ": " + e.getMessage(), e);
    }
  }
}
