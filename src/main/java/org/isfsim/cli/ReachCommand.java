package org.isfsim.cli;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.isfsim.decision.Decisions;
import org.isfsim.exact.TooLargeException;
import org.isfsim.report.Observation;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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
          + " are, and chosen figures are tried one at a time, together only where nothing else"
          + " reaches the outcome."
    },
    footer = {
      "  isfsim reach scenarios/baseline.yaml",
      "  isfsim reach scenarios/baseline.yaml --outcome peacekeeping",
      "  isfsim reach scenarios/baseline.yaml --set contingent.veto-scope=all-muslim-majority",
      "  isfsim reach scenarios/baseline.yaml --sides --outcome enforcement-at-yardstick"
    })
final class ReachCommand implements Callable<Integer> {

  @Mixin private final CommonOptions common = new CommonOptions();
  @Mixin private final ExplainCommandSubject subject = new ExplainCommandSubject();
  @Mixin private final FormatOption format = new FormatOption();
  private final Session session;

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
    this.session = session;
  }

  @Override
  public Integer call() {
    ExplainCommandSubject.Prepared loaded = subject.prepare(session);
    int wanted = outcome == null ? -1 : WhyNot.outcome(loaded.plan(), "--outcome", outcome);
    List<ReachAnswer> answers;
    Optional<ReachSides> bySide;
    Observation observation;
    try (Decisions decisions = Decisions.remembering(loaded.rules());
        StatusLine status = new StatusLine(session.terminal())) {
      observation = loaded.observation(session, decisions);
      answers = new ReachFinder(loaded, decisions, status::at).find(wanted);
      bySide =
          sides
              ? Optional.of(ReachSides.of(loaded, decisions, wanted, status::at))
              : Optional.empty();
    } catch (TooLargeException e) {
      return new Failures(session.terminal().err(), false).tooLarge(loaded.scenario(), e);
    }
    print(loaded, observation, answers, bySide);
    return ExitCode.DONE;
  }

  private void print(
      ExplainCommandSubject.Prepared loaded,
      Observation observation,
      List<ReachAnswer> answers,
      Optional<ReachSides> bySide) {
    ReachGrounds grounds = new ReachGrounds(loaded.plan(), loaded.register());
    if (format.isJson()) {
      Map<String, Object> json = loaded.json(observation);
      json.putAll(new ReachJson(loaded.command(), grounds).of(answers, bySide));
      Answer.printJson(session.terminal(), "reach", json);
    } else {
      new ReachText(session.terminal(), loaded, grounds).print(observation, answers, bySide);
    }
  }
}
