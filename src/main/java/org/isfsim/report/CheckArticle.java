package org.isfsim.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.isfsim.article.Article;
import org.isfsim.article.Block;
import org.isfsim.article.Figures;
import org.isfsim.article.Json;
import org.isfsim.decision.Flaw;
import org.isfsim.decision.Rule;
import org.isfsim.document.Problem;
import org.isfsim.study.Checks;

/** What was checked, and every problem. */
public final class CheckArticle {

  /** Of these is told what is in them; a scenario or a lesson has a title alone. */
  private static final Set<String> DETAILED = Set.of("rules", "register");

  private CheckArticle() {}

  /**
   * The article.
   *
   * @param flaws what is wrong with rules as a whole; each is among the problems too
   */
  public static Article of(List<Checks.Checked> checked, List<Problem> problems, List<Flaw> flaws) {
    List<List<String>> rows = new ArrayList<>();
    for (Checks.Checked one : checked) {
      String verdict = one.problems() == 0 ? "ok" : Figures.count(one.problems(), "problem");
      rows.add(List.of(verdict, one.what(), one.path().toString()));
      if (DETAILED.contains(one.what()) && !one.detail().isEmpty()) {
        rows.add(List.of("", "", one.detail()));
      }
    }
    Article article = new Article().list(List.of("Verdict", "What", "Path"), rows);
    if (!problems.isEmpty()) {
      problems.forEach(problem -> article.add(new Block.Line(problem.toString())));
      article.add(new Block.Line(Figures.count(problems.size(), "problem") + "."));
    }
    return article
        .value("checked", checked.stream().map(CheckArticle::value).toList())
        .value("problems", problems.stream().map(Known::of).toList())
        .value("flaws", flaws.stream().map(CheckArticle::value).toList());
  }

  private static Map<String, Object> value(Checks.Checked one) {
    return Json.object(
        "path", one.path().toString(),
        "what", one.what(),
        "detail", Optional.of(one.detail()).filter(detail -> !detail.isEmpty()),
        "problems", one.problems());
  }

  private static Map<String, Object> value(Flaw flaw) {
    return Json.object(
        "kind", flaw.kind(),
        "decision", flaw.signature().decision(),
        "message", flaw.what(),
        "file", flaw.mark().file(),
        "line", flaw.mark().line(),
        "rules", flaw.rules().stream().map(CheckArticle::value).toList(),
        "whenever", flaw.example().map(example -> example.enough()),
        "example", flaw.example().map(example -> example.values()));
  }

  private static Map<String, Object> value(Rule rule) {
    return Json.object("rule", rule.name(), "file", rule.mark().file(), "line", rule.mark().line());
  }
}
