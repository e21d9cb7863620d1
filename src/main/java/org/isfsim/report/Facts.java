package org.isfsim.report;

import java.util.ArrayList;
import java.util.List;
import org.isfsim.article.Article;

/** Facts about one thing, each behind its label. */
final class Facts {

  /** What the columns hold. */
  static final List<String> NAMES = List.of("Fact", "Value");

  private final List<List<String>> rows = new ArrayList<>();

  Facts add(String label, String fact) {
    rows.add(List.of(label, fact));
    return this;
  }

  /** Several facts behind one label; none if there are none. */
  Facts add(String label, List<String> facts) {
    return add(label, facts, "");
  }

  /** Several facts, the first behind one label and the others behind another. */
  Facts add(String label, List<String> facts, String further) {
    for (int i = 0; i < facts.size(); i++) {
      add(i == 0 ? label : further, facts.get(i));
    }
    return this;
  }

  List<List<String>> rows() {
    return rows;
  }

  /** Puts them into an article, at the margin of text. */
  Article in(Article article) {
    return article.list(NAMES, rows);
  }
}
