package org.isfsim.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.isfsim.analysis.SaltelliSample;
import org.isfsim.analysis.Sensitivity;
import org.isfsim.analysis.SensitivityAnalysis;
import org.isfsim.analysis.Target;
import org.isfsim.analysis.Targets;
import org.isfsim.model.Plan;
import org.isfsim.report.SensitivityArticle;
import org.isfsim.report.SensitivityTables;
import org.isfsim.study.Study;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which parameters, and which conflicts of sources, move which result. */
@Command(
    name = "sensitivity",
    description = {
      "Which parameters, and which conflicts of sources, move which outcome or indicator of a"
          + " scenario.",
      "",
      "For each one the exact probability as a single parameter is set to each of its values, the"
          + " first-order index of every uncertain parameter, and the probabilities under each side"
          + " of each conflict of sources that a switch or a lever stands for. Total indices are"
          + " exact where they can be worked out, and estimated from samples on request.",
      "",
      "Tables: indices, values, overall, sources."
    },
    footer = {
      "  isfsim sensitivity scenarios/baseline.yaml",
      "  isfsim sensitivity scenarios/baseline.yaml --outcome enforcement-at-yardstick --top 10",
      "  isfsim sensitivity scenarios/baseline.yaml --indicator aid=reconstruction",
      "  isfsim sensitivity scenarios/baseline.yaml --outcome ended-early --saltelli 10000",
      "  isfsim sensitivity scenarios/baseline.yaml --format csv --table sources"
    })
final class SensitivityCommand extends StudyCommand {

  private static final int MOST_PAIRS = 1_000_000;

  @Mixin private final RangesOption ranges = new RangesOption();

  @Option(
      names = "--outcome",
      paramLabel = "OUTCOME",
      split = ",",
      description = "Only these outcomes; may be given several times (default: all).")
  private List<String> outcomes = new ArrayList<>();

  @Option(
      names = "--indicator",
      paramLabel = "NAME[=VALUE]",
      description = "An indicator, or one value of it; may be given several times.")
  private List<String> indicators = new ArrayList<>();

  @Option(
      names = "--total",
      description = "Also the exact total indices; takes a walk for every uncertain parameter.")
  private boolean total;

  @Option(
      names = "--saltelli",
      paramLabel = "N",
      description = "Also estimate the indices from N pairs of cases, with 95 %% intervals.")
  private @Nullable Integer saltelli;

  @Option(
      names = "--top",
      paramLabel = "N",
      description =
          "How many parameters to list for each result in text (default: ${DEFAULT-VALUE}).")
  private int top = 5;

  SensitivityCommand(Session session) {
    super(session);
  }

  @Override
  public Integer call() {
    common.requireWithin("--saltelli", 100, MOST_PAIRS, saltelli);
    if (top < 1) {
      throw common.wrong("--top takes a number from 1, found " + top);
    }
    format.requireTable(SensitivityTables.names());
    Study study = subject.read(session, this::targets);
    List<Target> targets = targets(study.plan());
    requireNothingKnown(study);
    return ask(
        study,
        (decisions, progress) -> {
          Sensitivity sensitivity =
              new SensitivityAnalysis(study.plan(), decisions, ranges.ranges(), progress)
                  .of(targets, total);
          if (saltelli != null) {
            progress.accept("sampled cases");
            sensitivity =
                sensitivity.with(
                    SaltelliSample.of(study.plan(), decisions, targets, saltelli, study.seed()));
          }
          return SensitivityArticle.of(
              sensitivity,
              study.register(),
              top,
              study.command("sensitivity", List.of("--saltelli 10000"), Map.of()));
        });
  }

  /** Total indices, and estimates of both, are of independent draws. */
  private void requireNothingKnown(Study study) {
    if (!study.plan().evidence().isNone() && (total || saltelli != null)) {
      throw common.wrong(
          "what was observed makes draws depend on each other, and then there are no total"
              + " indices: leave out --total and --saltelli, or --observed");
    }
  }

  private List<Target> targets(Plan plan) {
    return Targets.of(plan, outcomes, indicators);
  }
}
