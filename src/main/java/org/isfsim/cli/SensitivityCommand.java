package org.isfsim.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.isfsim.analysis.SaltelliSample;
import org.isfsim.analysis.Sensitivity;
import org.isfsim.analysis.SensitivityAnalysis;
import org.isfsim.analysis.Target;
import org.isfsim.analysis.Targets;
import org.isfsim.article.Article;
import org.isfsim.decision.Decisions;
import org.isfsim.exact.TooLargeException;
import org.isfsim.report.Observation;
import org.isfsim.report.SensitivityArticle;
import org.isfsim.report.SensitivitySheets;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

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
final class SensitivityCommand implements Callable<Integer> {

  private static final int MOST_PAIRS = 1_000_000;

  @Mixin private final CommonOptions common = new CommonOptions();
  @Mixin private final ExplainCommandSubject subject = new ExplainCommandSubject();
  @Mixin private final RangesOption ranges = new RangesOption();
  @Mixin private final AnswerOptions answer = new AnswerOptions();
  private final Session session;
  @Spec private @Nullable CommandSpec spec;

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
    this.session = session;
  }

  @Override
  public Integer call() {
    requireSensible();
    answer.requireTable(SensitivitySheets.names());
    ExplainCommandSubject.Prepared loaded = subject.prepare(session);
    List<Target> targets = Targets.of(loaded.plan(), outcomes, indicators);
    requireNothingKnown(loaded);
    Sensitivity sensitivity;
    Observation observation;
    try (Decisions decisions = Decisions.remembering(loaded.rules());
        StatusLine status = new StatusLine(session.terminal())) {
      observation = loaded.observation(session, decisions);
      sensitivity =
          new SensitivityAnalysis(loaded.plan(), decisions, ranges.ranges(), status::at)
              .of(targets, total);
      if (saltelli != null) {
        status.at("sampled cases");
        sensitivity =
            sensitivity.with(
                SaltelliSample.of(loaded.plan(), decisions, targets, saltelli, loaded.seed()));
      }
    } catch (TooLargeException e) {
      return new Failures(session.terminal().err(), false).tooLarge(loaded.scenario(), e);
    }
    print(loaded, observation, sensitivity);
    return ExitCode.DONE;
  }

  private void print(
      ExplainCommandSubject.Prepared loaded, Observation observation, Sensitivity sensitivity) {
    Map<String, Object> json = loaded.json(observation);
    Article article = SensitivityArticle.of(sensitivity, loaded.register(), top);
    json.putAll(SensitivityJson.of(sensitivity, loaded.register()));
    answer.print(
        session.terminal(),
        "sensitivity",
        json,
        SensitivitySheets.of(sensitivity),
        observation.isNone() ? article : article.noting(observation.inWords()));
  }

  /** Total indices, and estimates of both, are of independent draws. */
  private void requireNothingKnown(ExplainCommandSubject.Prepared loaded) {
    if (!loaded.plan().evidence().isNone() && (total || saltelli != null)) {
      throw wrong(
          "what was observed makes draws depend on each other, and then there are no total"
              + " indices: leave out --total and --saltelli, or --observed");
    }
  }

  private void requireSensible() {
    if (saltelli != null && (saltelli < 100 || saltelli > MOST_PAIRS)) {
      throw wrong("--saltelli takes a number from 100 to " + MOST_PAIRS + ", found " + saltelli);
    }
    if (top < 1) {
      throw wrong("--top takes a number from 1, found " + top);
    }
  }

  private ParameterException wrong(String message) {
    if (spec == null) {
      throw new IllegalStateException(message);
    }
    return new ParameterException(spec.commandLine(), message);
  }
}
