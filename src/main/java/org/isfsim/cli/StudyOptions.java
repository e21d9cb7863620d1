package org.isfsim.cli;

import java.nio.file.Path;
import java.util.function.Consumer;
import org.isfsim.article.Article;
import org.isfsim.decision.Decisions;
import org.isfsim.document.InvalidInputException;
import org.isfsim.document.Mark;
import org.isfsim.document.Problem;
import org.isfsim.exact.TooLargeException;
import org.isfsim.model.Plan;
import org.isfsim.report.Known;
import org.isfsim.study.Observation;
import org.isfsim.study.Study;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** What the commands about one scenario look at. */
final class StudyOptions {

  @Parameters(
      index = "0",
      paramLabel = "SCENARIO",
      converter = ScenarioPath.class,
      description = "The scenario file, or the name of one that comes with isfsim.")
  private Path scenario = Path.of("");

  @Mixin private final ScenarioOptions options = new ScenarioOptions();

  /** What is asked of a study. */
  @FunctionalInterface
  interface Question {

    /**
     * The answer.
     *
     * @param progress is told what is looked at
     * @throws TooLargeException if it cannot be worked out exactly
     */
    Article answer(Decisions decisions, Consumer<String> progress) throws TooLargeException;
  }

  /** Asks a study, and prints the answer with what is known; the exit code. */
  int ask(Session session, Study study, FormatOptions format, String command, Question question) {
    Observation observation;
    Article article;
    try (Decisions decisions = Decisions.remembering(study.rules());
        StatusLine status = new StatusLine(session.terminal())) {
      observation = study.observation(decisions);
      article = question.answer(decisions, status::at);
    } catch (TooLargeException e) {
      return new Failures(session.terminal().err(), false).tooLarge(study.scenario(), e);
    }
    format.print(
        session.terminal(),
        command,
        Known.of(study, observation),
        Known.noted(article, observation));
    return ExitCode.DONE;
  }

  Study read(Session session) {
    return read(session, plan -> {});
  }

  /**
   * The subject of a command that asks something more.
   *
   * @param asked fails if something that the command asks of the plan is wrong, whatever the
   *     settings, so that it is told with what is wrong in the scenario
   */
  Study read(Session session, Consumer<Plan> asked) {
    return session.study(options.request(scenario), asked);
  }

  /**
   * The subject of a command that looks at all cases, whatever was observed.
   *
   * @throws InvalidInputException if something is to be observed
   */
  Study readWhole(Session session) {
    if (!options.observed().isEmpty()) {
      throw new InvalidInputException(
          Problem.of(Mark.of("--observed"), "", "this command looks at all cases")
              .advising("leave it out"));
    }
    return read(session).whole();
  }
}
