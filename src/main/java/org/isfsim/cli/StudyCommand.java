package org.isfsim.cli;

import java.util.function.Consumer;
import org.isfsim.article.Article;
import org.isfsim.decision.Decisions;
import org.isfsim.exact.TooLargeException;
import org.isfsim.report.Known;
import org.isfsim.study.Observation;
import org.isfsim.study.Study;
import picocli.CommandLine.Mixin;

/** A command that asks something of one scenario. */
abstract class StudyCommand extends AnsweringCommand {

  @Mixin final StudyOptions subject = new StudyOptions();

  StudyCommand(Session session) {
    super(session);
  }

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
  final int ask(Study study, Question question) {
    Observation observation;
    Article article;
    try (Decisions decisions = Decisions.remembering(study.rules());
        StatusLine status = new StatusLine(session.terminal())) {
      observation = study.observation(decisions);
      article = question.answer(decisions, status::at);
    } catch (TooLargeException e) {
      return failures().tooLarge(study.scenario(), e);
    }
    return print(Known.of(study, observation), Known.noted(article, observation));
  }
}
