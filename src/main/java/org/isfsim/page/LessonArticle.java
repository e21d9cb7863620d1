package org.isfsim.page;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.isfsim.article.Article;
import org.isfsim.article.Cell;
import org.isfsim.article.Column;
import org.isfsim.article.Json;
import org.isfsim.article.Table;
import org.isfsim.exact.TooLargeException;
import org.isfsim.study.Request;

/** A lesson with its right answers, for whoever teaches it. */
public final class LessonArticle {

  private LessonArticle() {}

  /**
   * The article.
   *
   * @param figures of the lesson, as {@link LessonFigures#of} gives them
   */
  public static Article of(Lesson lesson, LessonFigures figures) {
    Article article = new Article().heading(1, lesson.title()).paragraph(lesson.about());
    article.heading(2, "Settings");
    List<Column> columns = new ArrayList<>(List.of(Column.words("Setting").unsaid()));
    lesson.asks().keySet().forEach(name -> columns.add(Column.figures(name)));
    List<List<Cell>> rows = new ArrayList<>();
    lesson
        .settings()
        .forEach(
            (name, to) -> {
              List<Cell> row = new ArrayList<>(List.of(new Cell.Words(to.title())));
              lesson
                  .asks()
                  .keySet()
                  .forEach(ask -> row.add(new Cell.Probability(figures.of(name, ask))));
              rows.add(row);
            });
    article.add(Table.of("settings", columns, rows));
    article.heading(2, "Questions and answers");
    LessonCheck check = new LessonCheck(lesson, figures);
    List<Object> answers = new ArrayList<>();
    int number = 0;
    for (Lesson.Question question : lesson.questions()) {
      number++;
      String right = check.right(question);
      article.heading(3, number + ". " + question.text());
      article.paragraph(right + " " + question.then());
      answers.add(
          Json.object("question", question.text(), "answer", right, "then", question.then()));
    }
    article.heading(2, "To repeat it");
    lesson.settings().values().forEach(to -> article.command(command(lesson, to.setting())));
    return article.value("questions", answers);
  }

  /** What the command line says of a setting and of the lesson's statements. */
  private static String command(Lesson lesson, PageSetting setting) {
    List<String> own = new ArrayList<>(List.of("--cases 0"));
    lesson.asks().values().forEach(ask -> own.add("--ask " + Request.quoted(ask)));
    Request request =
        new Request(
            lesson.scenario(),
            setting.policy(),
            setting.sets(),
            setting.selection().observed(),
            Optional.empty(),
            Optional.empty());
    return request.command("run", own, Map.of());
  }

  /** The lessons that there are, by their numbers. */
  public static Article list(Map<Integer, Path> files) {
    Article article = new Article().heading(1, "Lessons");
    List<List<String>> rows = new ArrayList<>();
    files.forEach(
        (number, file) -> {
          Lesson lesson = Lesson.read(file);
          rows.add(List.of(String.valueOf(number), lesson.title(), lesson.about()));
        });
    return article.table(List.of("Lesson", "Title", "What it is about"), rows);
  }

  /**
   * Works out a lesson and tells it.
   *
   * @throws TooLargeException if the walk would need too much room
   */
  public static Article of(Lesson lesson, PageModel model) throws TooLargeException {
    return of(lesson, LessonFigures.of(lesson, model));
  }
}
