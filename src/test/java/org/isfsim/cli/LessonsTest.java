package org.isfsim.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.isfsim.article.Json;
import org.isfsim.decision.Decisions;
import org.isfsim.document.InvalidInputException;
import org.isfsim.document.Problem;
import org.isfsim.exact.TooLargeException;
import org.isfsim.page.Lesson;
import org.isfsim.page.LessonReady;
import org.isfsim.page.PageAnswers;
import org.isfsim.page.PageContents;
import org.isfsim.page.PageData;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lessons: their files, their right answers, and how a page checks the answers of others. */
class LessonsTest {

  private static final Path FOLDER = Ran.HOME.resolve("src/test/resources/org/isfsim");
  private static final Path RULES = FOLDER.resolve("model/second/rules");
  static final Path TOWN = FOLDER.resolve("page/town-lesson.yaml");

  private static PageAnswers answers;

  @BeforeAll
  static void open() throws IOException, TooLargeException {
    Session session = new Session(Terminal.ofProcess(), Home.of(Ran.HOME));
    PageParts parts = PageParts.of(session, Optional.of(RULES));
    Lesson lesson = Lesson.read(TOWN);
    try (Decisions decisions = Decisions.remembering(parts.rules())) {
      LessonReady ready =
          LessonReady.of(lesson, parts.model(decisions, lesson.scenario(), Optional.of(lesson)));
      PageData data =
          PageContents.of(
              Main.version(),
              decisions,
              Optional.of(RULES),
              session.home().seeds(),
              Map.of("lesson", lesson.scenario()),
              Optional.of(new PageContents.OfLesson(TOWN, ready)));
      answers = PageAnswers.open(PageData.read(data.toBytes()), text -> {});
    }
  }

  private static String said(int question, String answer) {
    return answers.answer("check", new String[] {String.valueOf(question), answer}, new String[0]);
  }

  /** How likely the town stays dry, in percent, as a run says it. */
  private static double dry(String... more) throws IOException {
    String scenario = FOLDER.resolve("model/second/scenarios/town.yaml").toString();
    List<String> command =
        new java.util.ArrayList<>(
            List.of("run", scenario, "--rules", RULES.toString(), "--cases", "0", "--format"));
    command.add("json");
    command.addAll(List.of(more));
    Map<?, ?> run = (Map<?, ?>) Json.read(Ran.isfsim(command.toArray(String[]::new)).out());
    for (Object row : (List<?>) Objects.requireNonNull(run.get("outcomes"))) {
      if (row instanceof Map<?, ?> of && "dry".equals(of.get("outcome"))) {
        return 100 * ((Number) Objects.requireNonNull(of.get("exact"))).doubleValue();
      }
    }
    throw new IllegalStateException("no such outcome");
  }

  @Test
  void aRightAnswerIsTheFigureOfARunWithinTheTolerance() throws IOException {
    double dry = dry();
    assertThat(said(1, dry + "")).contains("Right.", "So it is.");
    assertThat(said(1, String.valueOf(dry + 0.9).replace('.', ',') + " %")).contains("Right.");
    assertThat(said(1, dry + 1.1 + "")).contains("Not yet: that is too high. Look");
    assertThat(said(1, dry - 1.1 + "")).contains("Not yet: that is too low. Look");
  }

  @Test
  void aDifferenceIsThatOfTwoRuns() throws IOException {
    double points = dry("--set", "budget.advance=true") - dry();
    assertThat(said(2, points + "")).contains("Right.", "points: Paid first");
    assertThat(said(2, points - 0.6 + "")).contains("too low");
  }

  @Test
  void aChoiceIsRightIfTheModelSaysSo() {
    assertThat(said(3, "paid")).contains("Right. Paid first");
    assertThat(said(3, "planned")).contains("Not yet. Compare again.");
    assertThat(said(3, "")).contains("Choose one of them.");
  }

  @Test
  void whatIsNoNumberIsNotJudgedAndWhoGivesUpIsTold() {
    assertThat(said(1, "<many>")).contains("Write a number").doesNotContain("many");
    assertThat(said(1, "NaN")).contains("Write a number");
    assertThat(said(1, "?")).contains("So it is.").doesNotContain("Right.");
  }

  @Test
  void everyProblemOfALessonIsToldAtOnceWithItsPlace() {
    InvalidInputException thrown =
        catchThrowableOfType(
            InvalidInputException.class, () -> Lesson.read(FOLDER.resolve("page/bad-lesson.yaml")));
    assertThat(thrown.problems().stream().map(Problem::toString).toList())
        .anyMatch(text -> text.contains("1:9: format"))
        .anyMatch(text -> text.contains("title: the text is empty"))
        .anyMatch(text -> text.contains("\"about\" is missing"))
        .anyMatch(text -> text.contains("unknown key \"titel\"") && text.contains("title"))
        .anyMatch(text -> text.contains("\"wet\" is not known here"))
        .anyMatch(text -> text.contains("there is no setting \"plan\""))
        .anyMatch(text -> text.contains("\"many\" is no tolerance"))
        .anyMatch(text -> text.contains("\"then\" is missing"));
  }

  @Test
  void aLessonThatIsNotThereIsToldWithThoseThatAre() {
    Ran ran = Ran.isfsim("lessons", "9");
    assertThat(ran.code()).isEqualTo(ExitCode.INVALID);
    assertThat(ran.err()).contains("there is no such lesson", "1, 2, 3, 4, or a file");
    assertThat(Ran.isfsim("lessons").out()).contains("What a mandate buys", "Whose veto");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4})
  void aShippedLessonHasAPlanSolutionsAndAWorksheetWithItsQuestions(int number) throws IOException {
    Path folder = Ran.HOME.resolve("docs/teaching");
    Lesson lesson = Lesson.read(folder.resolve("lesson-" + number + ".yaml"));
    String worksheet = Files.readString(folder.resolve("lesson-" + number + "-worksheet.md"));
    assertThat(lesson.questions()).hasSize(5);
    lesson
        .questions()
        .forEach(question -> assertThat(worksheet).contains(". " + question.text() + " |"));
    assertThat(folder.resolve("lesson-" + number + "-solutions.md"))
        .content()
        .contains("$ isfsim lessons " + number);
    assertThat(folder.resolve("lesson-" + number + ".md"))
        .content()
        .contains("| minutes |", "26–30", lesson.title());
    assertThat(folder.resolve("README.md")).content().contains(number + " " + lesson.title());
  }
}
