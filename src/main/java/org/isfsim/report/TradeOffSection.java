package org.isfsim.report;

import java.util.ArrayList;
import java.util.List;
import org.isfsim.analysis.Comparison;
import org.isfsim.analysis.TradeOff;
import org.isfsim.analysis.TradeOff.Change;
import org.isfsim.analysis.TradeOff.Mark;
import org.isfsim.article.Article;
import org.isfsim.article.Block;
import org.isfsim.article.Figures;
import org.isfsim.article.Table;

/** The trade-offs of a comparison: alternatives down, criteria across. */
final class TradeOffSection {

  private final Comparison comparison;
  private final List<TradeOff> tradeOffs;
  private final boolean isStated;
  private final List<String> criteria;

  TradeOffSection(Comparison comparison, List<TradeOff> tradeOffs) {
    this.comparison = comparison;
    this.tradeOffs = tradeOffs;
    this.isStated = TradeOff.isStated(comparison);
    this.criteria =
        tradeOffs.stream().map(TradeOff::criterion).distinct().filter(this::differs).toList();
  }

  private boolean differs(String criterion) {
    return tradeOffs.stream()
        .anyMatch(t -> t.criterion().equals(criterion) && t.mark() != Mark.NONE);
  }

  /** The table, what its columns are, and what each alternative gains and what it costs. */
  void writeTo(Article article) {
    article.heading(2, "Trade-offs");
    if (criteria.isEmpty()) {
      article.paragraph("No criterion differs between the alternatives.");
      return;
    }
    article.paragraph(
        isStated
            ? "Probability in % that each objective is met; + is the best of its column, - the"
                + " worst. Nothing is added up."
            : "Probability in % of the highest value of each indicator that differs; + is the"
                + " highest of its column, - the lowest. Whether more of it is better is not"
                + " said here; --require and --avoid say it. Nothing is added up.");
    List<String> head = new ArrayList<>(List.of(""));
    head.addAll(criteria);
    List<List<String>> rows = new ArrayList<>();
    for (int a = 0; a < comparison.alternatives().size(); a++) {
      List<String> row = new ArrayList<>();
      row.add((a + 1) + " " + comparison.alternatives().get(a).name());
      for (String criterion : criteria) {
        row.add(cell(of(criterion, a)));
      }
      rows.add(row);
    }
    article.add(Table.grid(head, rows));
    if (comparison.alternatives().size() > 1) {
      article.add(changes());
    }
  }

  private TradeOff of(String criterion, int alternative) {
    return tradeOffs.stream()
        .filter(t -> t.criterion().equals(criterion) && t.alternative() == alternative)
        .findFirst()
        .orElseThrow();
  }

  private static String cell(TradeOff tradeOff) {
    String mark =
        switch (tradeOff.mark()) {
          case HIGHEST -> "+";
          case LOWEST -> "-";
          case NONE -> " ";
        };
    return tradeOff.probability().map(p -> Figures.bare(p) + mark).orElse("? ");
  }

  private Block changes() {
    List<List<String>> rows = new ArrayList<>();
    for (int a = 1; a < comparison.alternatives().size(); a++) {
      String name = (a + 1) + " " + comparison.alternatives().get(a).name();
      rows.add(List.of(name, word(Change.RISE, isStated), changes(a, Change.RISE)));
      rows.add(List.of("", word(Change.FALL, isStated), changes(a, Change.FALL)));
    }
    return Table.grid(List.of("Against 1", "", "criterion and percentage points"), rows, 2, true);
  }

  private String changes(int alternative, Change change) {
    List<String> texts =
        criteria.stream()
            .map(criterion -> of(criterion, alternative))
            .filter(t -> t.change() == change)
            .map(t -> t.criterion() + " " + Figures.points(t.difference().orElse(0.0)))
            .toList();
    return texts.isEmpty() ? "nothing" : String.join("; ", texts);
  }

  /** The word for a change; only of stated objectives is it known that more is better. */
  static String word(Change change, boolean isStated) {
    return switch (change) {
      case RISE -> isStated ? "gains" : "more";
      case FALL -> isStated ? "costs" : "less";
      case NONE -> "same";
    };
  }

  /** The word for a mark. */
  static String word(Mark mark, boolean isStated) {
    return switch (mark) {
      case HIGHEST -> isStated ? "best" : "highest";
      case LOWEST -> isStated ? "worst" : "lowest";
      case NONE -> "";
    };
  }
}
