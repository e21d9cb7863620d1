package org.isfsim.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.isfsim.article.Article;
import org.isfsim.article.Block;
import org.isfsim.article.Cell;
import org.isfsim.article.Column;
import org.isfsim.article.Table;
import org.isfsim.source.Claim;

/** What can be looked up of a run: its assumptions with their claims, and what its words mean. */
final class Appendix {

  private final RunReport report;
  private final Article article;

  Appendix(RunReport report, Article article) {
    this.report = report;
    this.article = article;
  }

  /** Every assumption, what it is about, its value and the claims that bear on it. */
  void assumptions() {
    List<List<Cell>> rows = new ArrayList<>();
    Map<String, Claim> cited = new LinkedHashMap<>();
    for (Grounds.Assumption assumption : report.grounds().assumptions()) {
      for (String id : assumption.claims()) {
        Optional<Claim> known = report.circumstances().sides().claim(id);
        known.ifPresent(claim -> cited.put(id, claim));
      }
      rows.add(
          List.of(
              new Cell.Address(assumption.parameter()),
              new Cell.Words(assumption.about()),
              new Cell.Words(assumption.kind()),
              new Cell.Address(assumption.written()),
              new Cell.Claims(assumption.claims())));
    }
    if (rows.isEmpty()) {
      return;
    }
    cited.forEach(
        (id, claim) ->
            article.note(id, new Article.Note(id + ", " + claim.who() + ":", claim.says())));
    article.add(
        new Block.Details(
            "Every assumption, with the claims that bear on it",
            List.of(
                Table.of(
                    "assumptions",
                    List.of(
                        Column.words("Assumption"),
                        Column.words("About"),
                        Column.words("Kind"),
                        Column.words("Value or distribution"),
                        Column.words("Claims")),
                    rows))));
    if (!cited.isEmpty()) {
      article.add(
          new Block.Details(
              "These claims",
              List.of(
                  new Block.Terms(
                      cited.values().stream()
                          .sorted(java.util.Comparator.comparing(Claim::id))
                          .map(Appendix::term)
                          .toList()))));
    }
  }

  private static Block.Term term(Claim claim) {
    String says = claim.says();
    return new Block.Term(
        claim.id(),
        claim.who() + ", " + claim.kind().word() + ", " + claim.place(),
        says.endsWith(".") ? says.substring(0, says.length() - 1) : says);
  }

  /** What the words mean, and the hashes in full. */
  void write() {
    Glossary.details(report.words()).ifPresent(article::add);
    article.add(
        new Block.Details(
            "What exactly was run",
            List.of(
                new Block.Items(
                    List.of(
                        "Scenario file " + report.scenario().file(),
                        "SHA-256 of the scenario " + report.scenario().sha256(),
                        "SHA-256 of the rules " + report.circumstances().rulesSha256())))));
  }
}
