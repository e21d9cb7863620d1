package org.isfsim.page;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.isfsim.analysis.Observed;
import org.isfsim.document.InvalidInputException;
import org.isfsim.document.Mark;
import org.isfsim.document.Problem;
import org.isfsim.document.Problems;
import org.isfsim.model.Model;
import org.isfsim.scenario.ScenarioLoader;
import org.isfsim.scenario.Selection;
import org.isfsim.scenario.WrittenStatement;

/** Checks the file of a lesson: whether its settings and statements fit its scenario. */
public final class LessonFile {

  private static final String SCENARIO = "scenario";

  private final Lesson lesson;
  private final Model model;
  private final ScenarioLoader loader;
  private final Problems problems = new Problems();

  private LessonFile(Lesson lesson, Model model, Predicate<String> isClaim) {
    this.lesson = lesson;
    this.model = model;
    this.loader = Observed.loader(model, isClaim);
  }

  /**
   * The title of a lesson.
   *
   * @param isClaim whether a claim is known
   * @throws InvalidInputException with every problem of the file, and of its scenario
   */
  public static String check(Path file, Model model, Predicate<String> isClaim) {
    LessonFile checked = new LessonFile(Lesson.read(file), model, isClaim);
    checked.check();
    checked.problems.throwIfAny();
    return checked.lesson.title();
  }

  private void check() {
    if (!Files.isRegularFile(lesson.scenario())) {
      problems.add(place(SCENARIO), SCENARIO, "there is no file " + lesson.scenario());
      return;
    }
    if (fits(Selection.NONE, SCENARIO)) {
      for (WrittenStatement asked : lesson.statements()) {
        fits(Selection.NONE.asking(List.of(asked)), "asks." + asked.name());
      }
      for (Map.Entry<String, Lesson.Try> setting : lesson.settings().entrySet()) {
        fits(setting.getValue().setting().selection(), "settings." + setting.getKey());
      }
    }
  }

  /** Whether something can be selected of the scenario; what is wrong is told at its place. */
  private boolean fits(Selection selection, String path) {
    try {
      Observed.in(model.plan(loader.load(lesson.scenario(), selection)));
      return true;
    } catch (InvalidInputException e) {
      for (Problem problem : e.problems()) {
        problems.add(
            problem.mark().line() > 0
                ? problem
                : new Problem(
                    place(inLesson(problem.mark().file(), path)),
                    inLesson(problem.mark().file(), path),
                    problem.message(),
                    problem.allowed(),
                    problem.advice()));
      }
      return false;
    }
  }

  /** The path of what an option would say: a value, a policy, or what was observed. */
  private static String inLesson(String option, String path) {
    String set = "--set ";
    if (option.startsWith(set)) {
      return path + ".set." + option.substring(set.length());
    }
    String more =
        option.startsWith("--policy")
            ? ".policy"
            : option.startsWith("--observed") ? ".observed" : "";
    return path + more;
  }

  private Mark place(String path) {
    return Optional.ofNullable(lesson.places().get(path))
        .orElseGet(() -> Mark.of(lesson.title() + ", " + path));
  }
}
