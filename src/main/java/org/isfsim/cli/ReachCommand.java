package org.isfsim.cli;

import java.util.Optional;
import org.isfsim.model.Plan;
import org.isfsim.report.ReachArticle;
import org.isfsim.study.ReachFinder;
import org.isfsim.study.ReachSides;
import org.isfsim.study.Study;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What can be reached at all, and what excludes the rest. */
@Command(
    name = "reach",
    description = {
      "Which outcomes a scenario can reach at all, by exhaustion: for each one the most likely case"
          + " that reaches it, or the scenario's own settings that exclude it and what would have"
          + " to change.",
      "",
      "The settings that are looked at are levers, switches, figures, the values that an"
          + " uncertainty may have, and the list of contributors; cut points of bands stay as they"
          + " are, and chosen figures are tried at every value one at a time, and together with all"
          + " else at their own, smallest and largest values."
    },
    footer = {
      "  isfsim reach scenarios/baseline.yaml",
      "  isfsim reach scenarios/baseline.yaml --outcome peacekeeping",
      "  isfsim reach scenarios/baseline.yaml --set contingent.veto-scope=all-muslim-majority",
      "  isfsim reach scenarios/baseline.yaml --sides --outcome enforcement-at-yardstick"
    })
final class ReachCommand extends StudyCommand {

  @Option(
      names = "--outcome",
      paramLabel = "OUTCOME",
      description = "Only this outcome, in more detail: what is enough for it, and how it comes.")
  private @Nullable String outcome;

  @Option(
      names = "--sides",
      description =
          "Also what can be reached under each side of each conflict of sources, one changed at a"
              + " time.")
  private boolean sides;

  ReachCommand(Session session) {
    super(session);
  }

  @Override
  public Integer call() {
    Study study = subject.read(session, this::wanted);
    int wanted = wanted(study.plan());
    return ask(
        study,
        (decisions, progress) ->
            ReachArticle.of(
                study,
                new ReachFinder(study, decisions, progress).find(wanted),
                sides
                    ? Optional.of(ReachSides.of(study, decisions, wanted, progress))
                    : Optional.empty()));
  }

  /** The index of the outcome that is asked for, below 0 for all. */
  private int wanted(Plan plan) {
    return outcome == null ? -1 : Study.outcome(plan, "--outcome", outcome);
  }
}
