package org.isfsim.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.isfsim.analysis.Discovery;
import org.isfsim.analysis.ScenarioDiscovery;
import org.isfsim.analysis.Target;
import org.isfsim.analysis.Targets;
import org.isfsim.model.Plan;
import org.isfsim.report.DiscoveryArticle;
import org.isfsim.study.Study;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Which region of parameter space leads to a result. */
@Command(
    name = "discover",
    description = {
      "Which region of parameter space leads to an outcome, or to a value of an indicator.",
      "",
      "Cases are sampled as in a run. PRIM finds boxes in which the result is frequent, a"
          + " classification tree (CART) divides all cases; for each box and leaf the exact figures"
          + " stand beside the sampled ones.",
      "",
      "Tables: boxes, limits, trajectory, tree."
    },
    footer = {
      "  isfsim discover scenarios/baseline.yaml --outcome ended-early",
      "  isfsim discover scenarios/baseline.yaml"
          + " --outcome enforcement-below-yardstick,enforcement-at-yardstick",
      "  isfsim discover scenarios/baseline.yaml --indicator disarmament=verified",
      "  isfsim discover scenarios/baseline.yaml --outcome ended-early --format csv"
          + " --table trajectory"
    })
final class DiscoverCommand extends StudyCommand {

  private static final int MOST_CASES = 2_000_000;

  @Option(
      names = "--outcome",
      paramLabel = "OUTCOME",
      split = ",",
      description = "The outcome; several, separated by commas, count as one.")
  private List<String> outcomes = new ArrayList<>();

  @Option(
      names = "--indicator",
      paramLabel = "NAME=VALUE",
      description = "A value of an indicator; several of one indicator count as one.")
  private List<String> indicators = new ArrayList<>();

  @Option(
      names = "--cases",
      paramLabel = "N",
      description = "How many cases to sample (default: the scenario's).")
  private @Nullable Integer cases;

  @Option(
      names = "--boxes",
      paramLabel = "N",
      description = "How many boxes to find at most (default: ${DEFAULT-VALUE}).")
  private int boxes = 2;

  @Option(
      names = "--step",
      paramLabel = "N",
      description =
          "The step of the first box's trajectory to show (default: where coverage and density are"
              + " best together).")
  private @Nullable Integer step;

  @Option(
      names = "--peel-alpha",
      paramLabel = "A",
      description = "The share of a box that a peel removes at most (default: ${DEFAULT-VALUE}).")
  private double peel = 0.05;

  @Option(
      names = "--paste-alpha",
      paramLabel = "A",
      description = "The share of a box that a paste adds at most (default: ${DEFAULT-VALUE}).")
  private double paste = 0.05;

  @Option(
      names = "--depth",
      paramLabel = "N",
      description =
          "How many questions of the tree may follow one another; 0: no tree (default:"
              + " ${DEFAULT-VALUE}).")
  private int depth = 4;

  DiscoverCommand(Session session) {
    super(session);
  }

  @Override
  public Integer call() {
    requireSensible();
    format.requireTable(DiscoveryArticle.names());
    Study study = subject.read(session, this::target);
    Target target = target(study.plan());
    long[] failed = {0};
    int code =
        ask(
            study,
            (decisions, progress) -> {
              Discovery discovery =
                  new ScenarioDiscovery(study.plan(), decisions, target, progress)
                      .discover(
                          new ScenarioDiscovery.Options(
                              cases == null ? study.scenario().run().cases() : cases,
                              study.seed(),
                              boxes,
                              step == null ? OptionalInt.empty() : OptionalInt.of(step),
                              peel,
                              paste,
                              depth));
              failed[0] = discovery.failed();
              return DiscoveryArticle.of(discovery);
            });
    return failed[0] > 0 ? ExitCode.PARTIAL : code;
  }

  private Target target(Plan plan) {
    return Targets.any(plan, outcomes, indicators);
  }

  private void requireSensible() {
    if (outcomes.isEmpty() && indicators.isEmpty()) {
      throw common.wrong("--outcome or --indicator is needed: what the region is to lead to");
    }
    requireShare("--peel-alpha", peel);
    requireShare("--paste-alpha", paste);
    common.requireWithin("--boxes", 0, 10, boxes);
    common.requireWithin("--depth", 0, 12, depth);
    common.requireWithin("--cases", 1, MOST_CASES, cases);
    common.requireWithin("--step", 0, Integer.MAX_VALUE, step);
    if (boxes == 0 && depth == 0) {
      throw common.wrong("--boxes 0 together with --depth 0 leaves nothing to do");
    }
  }

  private void requireShare(String option, double value) {
    if (!(value > 0 && value < 1)) {
      throw common.wrong(option + " takes a number above 0 and below 1, found " + value);
    }
  }
}
