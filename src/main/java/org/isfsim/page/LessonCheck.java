package org.isfsim.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.isfsim.article.Article;
import org.isfsim.article.Figures;

/** Says whether answers to the questions of a lesson are right. */
final class LessonCheck {

  /** What gives up: the answer is then told. */
  static final String SHOW = "?";

  /** What rounding may move. */
  private static final double ROUNDING = 1e-9;

  private final Lesson lesson;
  private final LessonFigures figures;

  LessonCheck(Lesson lesson, LessonFigures figures) {
    this.lesson = lesson;
    this.figures = figures;
  }

  /**
   * What is said to an answer, as elements of HTML.
   *
   * @param number the number of the question, from 1
   * @param answer a number, or the name of a setting; {@value #SHOW} for whoever gives up
   */
  String said(int number, String answer) {
    Lesson.Question question = lesson.questions().get(number - 1);
    if (answer.equals(SHOW)) {
      return told(right(question) + " " + question.then());
    }
    return question.kind() == Lesson.Kind.FIGURE
        ? figure(question, answer)
        : choice(question, answer);
  }

  private String figure(Lesson.Question question, String answer) {
    Optional<Double> number = number(answer);
    if (number.isEmpty()) {
      return told("Write a number, such as 12.5.");
    }
    double away = number.get() - 100 * figures.asked(question);
    if (Math.abs(away) <= question.within() + ROUNDING) {
      return told("Right. " + right(question) + " " + question.then());
    }
    return told("Not yet: that is too " + (away > 0 ? "high" : "low") + ". " + question.hint());
  }

  private String choice(Lesson.Question question, String answer) {
    if (!question.under().contains(answer)) {
      return told("Choose one of them.");
    }
    double most = best(question);
    return Math.abs(figures.of(answer, question.ask()) - most) <= ROUNDING
        ? told("Right. " + right(question) + " " + question.then())
        : told("Not yet. " + question.hint());
  }

  private double best(Lesson.Question question) {
    List<Double> all =
        question.under().stream().map(name -> figures.of(name, question.ask())).sorted().toList();
    return question.kind() == Lesson.Kind.LEAST ? all.get(0) : all.get(all.size() - 1);
  }

  /** The right answer in words. */
  String right(Lesson.Question question) {
    if (question.isDifference()) {
      return Figures.points(figures.asked(question))
          + " points: "
          + under(question.under().get(0), question.ask())
          + ", "
          + under(question.under().get(1), question.ask())
          + ".";
    }
    if (question.kind() == Lesson.Kind.FIGURE) {
      return Figures.percent(figures.asked(question)) + ".";
    }
    double best = best(question);
    List<String> names = new ArrayList<>();
    List<String> all = new ArrayList<>();
    for (String name : question.under()) {
      if (Math.abs(figures.of(name, question.ask()) - best) <= ROUNDING) {
        names.add(lesson.setting(name).title());
      }
      all.add(under(name, question.ask()));
    }
    return String.join(" or ", names) + " (" + String.join(", ", all) + ").";
  }

  private String under(String setting, String ask) {
    return lesson.setting(setting).title() + " " + Figures.percent(figures.of(setting, ask));
  }

  private static String told(String text) {
    return new Article().paragraph(text).elements();
  }

  /** A number as people write it: with a comma, a sign of percent, or another sign of minus. */
  private static Optional<Double> number(String text) {
    String plain =
        text.replace(',', '.').replace('\u2212', '-').replace('\u2013', '-').replace("%", "");
    try {
      double number = Double.parseDouble(plain.strip());
      return Double.isFinite(number) ? Optional.of(number) : Optional.empty();
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
