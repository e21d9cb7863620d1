package org.isfsim.page;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.isfsim.exact.TooLargeException;
import org.isfsim.report.RunArticle;

/**
 * What a lesson's page has at hand when it opens.
 *
 * @param lesson the lesson
 * @param figures the figures behind its questions
 * @param answers by link, the answer to each of its settings as elements of HTML
 */
public record LessonReady(Lesson lesson, LessonFigures figures, Map<String, String> answers) {

  /** Copies the map. */
  public LessonReady {
    answers = Collections.unmodifiableMap(new LinkedHashMap<>(answers));
  }

  /**
   * Works it out.
   *
   * @param model the lesson's scenario, of which the lesson's statements are asked
   * @throws TooLargeException if the walk would need too much room
   */
  public static LessonReady of(Lesson lesson, PageModel model) throws TooLargeException {
    Map<String, String> answers = new LinkedHashMap<>();
    Map<String, Double> figures = new LinkedHashMap<>();
    for (Map.Entry<String, Lesson.Try> to : lesson.settings().entrySet()) {
      PageSetting setting = to.getValue().setting();
      answers.put(
          setting.link(),
          RunArticle.of(model.report(setting, PageModel.Depth.OUTCOMES)).elements());
      model
          .asked(setting)
          .forEach((ask, figure) -> figures.put(LessonFigures.place(to.getKey(), ask), figure));
    }
    return new LessonReady(lesson, new LessonFigures(figures), answers);
  }
}
