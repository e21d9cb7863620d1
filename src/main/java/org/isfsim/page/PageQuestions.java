package org.isfsim.page;

import java.util.List;
import org.isfsim.article.Html;

/** What can be asked of an outcome beside the report, as elements of HTML. */
final class PageQuestions {

  private PageQuestions() {}

  static String of(List<String> outcomes) {
    StringBuilder page = new StringBuilder();
    page.append("<details id=\"reasons\"><summary>Ask why, why not, and what to watch</summary>\n")
        .append("<p><label for=\"outcome\">Outcome</label> <select id=\"outcome\">");
    outcomes.forEach(outcome -> page.append(Html.element("option", outcome)));
    page.append("</select></p>\n<div class=\"buttons\">");
    button("why", "How it comes about, or what excludes it", page);
    button("why-not", "Why not in the first case, and the smallest changes", page);
    button("signposts", "What to watch", page);
    return page.append("</div>\n<p><span id=\"asking\" role=\"status\"></span>")
        .append(" <span id=\"ticking\" aria-hidden=\"true\"></span>")
        .append(" <button type=\"button\" id=\"give-up\" hidden>Give up</button></p>\n")
        .append("<div id=\"reason\"></div>\n</details>\n")
        .toString();
  }

  private static void button(String question, String words, StringBuilder page) {
    page.append("<button type=\"button\" data-ask=\"" + question + "\">")
        .append(Html.escaped(words) + "</button>");
  }
}
