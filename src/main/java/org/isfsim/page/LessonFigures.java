package org.isfsim.page;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.isfsim.exact.TooLargeException;

/**
 * The figures behind the questions of a lesson, worked out by the engine.
 *
 * @param byPlace the probability of each statement that a question asks of each setting
 */
public record LessonFigures(Map<String, Double> byPlace) {

  private static final String BETWEEN = "\t";

  /** Copies the map. */
  public LessonFigures {
    byPlace = Collections.unmodifiableMap(new LinkedHashMap<>(byPlace));
  }

  /**
   * Works them out.
   *
   * @param model the lesson's scenario, of which the lesson's statements are asked
   * @throws TooLargeException if the walk would need too much room
   */
  public static LessonFigures of(Lesson lesson, PageModel model) throws TooLargeException {
    Map<String, Double> figures = new LinkedHashMap<>();
    for (Map.Entry<String, Lesson.Try> setting : lesson.settings().entrySet()) {
      model
          .asked(setting.getValue().setting())
          .forEach((ask, probability) -> figures.put(place(setting.getKey(), ask), probability));
    }
    return new LessonFigures(figures);
  }

  /** The probability of a statement under a setting. */
  double of(String setting, String ask) {
    Double figure = byPlace.get(place(setting, ask));
    if (figure == null) {
      throw new IllegalArgumentException("No figure of " + ask + " under " + setting);
    }
    return figure;
  }

  /** What a question about a figure asks for: a probability, or the difference of two. */
  double asked(Lesson.Question question) {
    double figure = of(question.under().get(0), question.ask());
    return question.isDifference() ? figure - of(question.under().get(1), question.ask()) : figure;
  }

  /** As a text, for {@link #parse}. */
  String text() {
    StringBuilder text = new StringBuilder();
    byPlace.forEach((place, figure) -> text.append(place + BETWEEN + figure + "\n"));
    return text.toString();
  }

  /** What {@link #text} gave. */
  static LessonFigures parse(String text) {
    Map<String, Double> figures = new LinkedHashMap<>();
    for (String line : text.split("\n")) {
      int end = line.lastIndexOf(BETWEEN);
      if (end >= 0) {
        figures.put(line.substring(0, end), Double.valueOf(line.substring(end + 1)));
      }
    }
    return new LessonFigures(figures);
  }

  static String place(String setting, String ask) {
    return setting + BETWEEN + ask;
  }
}
