package org.isfsim.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.isfsim.article.Json;

/** What a page has at hand beside what it shows first: the controls of scenarios, and answers. */
final class PageReady {

  private final SharedLines lines = new SharedLines();
  private final Map<String, String> answers = new LinkedHashMap<>();
  private final List<String> controls = new ArrayList<>();

  /** Takes the answer to a setting, given by its link, as elements of HTML. */
  void answer(String link, String elements) {
    answers.put(link, lines.add(elements));
  }

  /** Takes the controls of the next scenario. */
  void controls(String elements) {
    controls.add(lines.add(elements));
  }

  /** All of it as JSON. */
  String document() {
    return Json.document(
        Json.object("lines", lines.lines(), "answers", answers, "controls", controls));
  }
}
