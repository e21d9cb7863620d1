package org.isfsim.cli;

import java.util.Optional;
import org.isfsim.decision.Decisions;
import org.isfsim.document.InvalidInputException;
import org.isfsim.document.Mark;
import org.isfsim.document.Problem;
import org.isfsim.exact.TooLargeException;
import org.isfsim.page.Lesson;
import org.isfsim.page.LessonArticle;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** The lessons, and the right answers to their questions. */
@Command(
    name = "lessons",
    description = {
      "List the lessons that come with isfsim, or tell one with the right answers to its questions,"
          + " worked out anew. Its page is written by isfsim page --lesson.",
      "",
      "Tables: settings, questions."
    },
    footer = {
      "  isfsim lessons                    what there is",
      "  isfsim lessons 1                  questions and right answers",
      "  isfsim lessons 1 --format html    to print",
      "  isfsim page --lesson 1 -o lesson-1.html"
    })
final class LessonsCommand extends AnsweringCommand {

  @Mixin private final RulesOption rules = new RulesOption();

  @Parameters(arity = "0..1", paramLabel = "LESSON", description = "Its number, or a file.")
  private @Nullable String lesson;

  LessonsCommand(Session session) {
    super(session);
  }

  @Override
  public Integer call() {
    if (lesson == null) {
      return print(LessonArticle.list(Lessons.of(session.home())));
    }
    Lesson of = Lesson.read(Lessons.file(session.home(), lesson));
    PageParts parts = PageParts.of(session, rules.folder());
    try (Decisions decisions = Decisions.remembering(parts.rules())) {
      return print(LessonArticle.of(of, parts.model(decisions, of.scenario(), Optional.of(of))));
    } catch (TooLargeException e) {
      throw tooLarge(of.scenario().toString(), e);
    }
  }

  /** What is said of a scenario that has no exact answer. */
  static InvalidInputException tooLarge(String scenario, TooLargeException e) {
    return new InvalidInputException(
        Problem.of(
            Mark.of(scenario),
            "",
            "is too large for exact answers, and so for a page: " + e.getMessage()));
  }
}
