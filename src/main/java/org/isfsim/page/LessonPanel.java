package org.isfsim.page;

import org.isfsim.article.Html;

/** A lesson beside the controls of its page, as elements of HTML. */
final class LessonPanel {

  private LessonPanel() {}

  static String of(Lesson lesson) {
    StringBuilder page = new StringBuilder();
    page.append("<section id=\"lesson\" aria-labelledby=\"lesson-title\">\n")
        .append("<h2 id=\"lesson-title\">" + Html.escaped(lesson.title()) + "</h2>\n")
        .append(Html.element("p", lesson.about()) + "\n")
        .append("<p class=\"hint\">Settings to try; or move the controls yourself.</p>\n")
        .append("<div class=\"buttons\">");
    lesson
        .settings()
        .values()
        .forEach(
            to ->
                page.append("<button type=\"button\" data-setting=\"")
                    .append(Html.escaped(to.setting().link()) + "\">")
                    .append(Html.escaped(to.title()) + "</button>"));
    page.append("</div>\n<ol class=\"questions\">\n");
    int number = 0;
    for (Lesson.Question question : lesson.questions()) {
      number++;
      question(lesson, question, number, page);
    }
    return page.append("</ol>\n</section>\n").toString();
  }

  private static void question(
      Lesson lesson, Lesson.Question question, int number, StringBuilder page) {
    String id = "question-" + number;
    page.append("<li data-question=\"" + number + "\"><label for=\"" + id + "\">")
        .append(Html.escaped(question.text()) + "</label>\n<div class=\"reply\">");
    if (question.kind() == Lesson.Kind.FIGURE) {
      page.append("<input id=\"" + id + "\" type=\"text\" inputmode=\"text\" size=\"7\"")
          .append(" autocomplete=\"off\"> <span class=\"unit\">")
          .append((question.isDifference() ? "percentage points" : "%") + "</span>");
    } else {
      page.append("<select id=\"" + id + "\"><option value=\"\">choose …</option>");
      for (String name : question.under()) {
        page.append("<option value=\"" + Html.escaped(name) + "\">")
            .append(Html.escaped(lesson.setting(name).title()) + "</option>");
      }
      page.append("</select>");
    }
    page.append(" <button type=\"button\" data-check>Check</button>")
        .append(" <button type=\"button\" data-show hidden>Show the answer</button></div>\n")
        .append("<div class=\"said\" role=\"status\"></div></li>\n");
  }
}
