package org.isfsim.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.isfsim.analysis.Comparison;
import org.isfsim.analysis.Future;
import org.isfsim.analysis.Robustness;
import org.isfsim.article.Article;
import org.isfsim.article.Figures;
import org.isfsim.article.Table;
import org.isfsim.exact.Ranges;

/** How alternatives stand up to futures, for each objective. */
final class RobustnessSection {

  private final Comparison comparison;

  RobustnessSection(Comparison comparison) {
    this.comparison = comparison;
  }

  void write(Robustness of, Article article) {
    long parameters =
        of.futures().stream().map(Future::parameter).filter(p -> !p.isEmpty()).distinct().count();
    article.heading(2, "Robustness: " + of.objective().text());
    article.paragraph(
        Figures.count(of.futures().size())
            + " futures: as assumed, and set alone each value of an assumption"
            + (comparison.ranges() == Ranges.SUPPORT
                ? " that its own distribution allows (of numbers the middle 90 %)"
                : "")
            + " and each side of a switch, for "
            + parameters
            + " of them. worst: the lowest probability (maximin"
            + " takes the highest of these). regret: the most by which another alternative is"
            + " better in one future (minimax regret takes the lowest). failing: futures in"
            + " which "
            + (of.level() == 0
                ? "it cannot be met"
                : "its probability is below " + Figures.percent(of.level()))
            + ". + best, - worst.");
    double[] worst = of.rows().stream().mapToDouble(Robustness.Row::worst).toArray();
    double[] regret = of.rows().stream().mapToDouble(r -> -r.regret()).toArray();
    double[] failing = of.rows().stream().mapToDouble(r -> -r.failing().size()).toArray();
    List<List<String>> rows = new ArrayList<>();
    for (Robustness.Row row : of.rows()) {
      int a = row.alternative();
      rows.add(
          List.of(
              (a + 1) + " " + comparison.alternatives().get(a).name(),
              Figures.bare(of.futures().get(0).probability(a, 1)),
              Figures.bare(row.worst()) + Figures.mark(worst[a], worst),
              Figures.bare(row.regret()) + Figures.mark(regret[a], regret),
              row.failing().size() + Figures.mark(failing[a], failing),
              Figures.percent(of.satisficed(row))));
    }
    article.add(Table.grid(List.of("", "assumed", "worst", "regret", "failing", "met in"), rows));
    article.items(of.rows().stream().map(row -> where(of, row)).toList());
    if (!of.leftOut().isEmpty()) {
      article.paragraph(
          "No futures of " + few(of.leftOut()) + ": some alternative sets it or lacks it.");
    }
  }

  /** The first few of some names. */
  private static String few(List<String> names) {
    int shown = names.size() <= 3 ? names.size() : 2;
    String text = String.join(", ", names.subList(0, shown));
    return shown == names.size() ? text : text + " and " + (names.size() - shown) + " more";
  }

  /** In which futures an alternative is worst, forgoes most and fails. */
  private static String where(Robustness of, Robustness.Row row) {
    String name = row.alternative() + 1 + ": ";
    if (row.failing().size() == of.futures().size()) {
      return name + "fails in every future";
    }
    return name
        + "worst in "
        + row.worstIn().text()
        + (row.regret() > 0 ? "; greatest regret in " + row.regretIn().text() : "")
        + (row.failing().isEmpty()
            ? "; fails in none"
            : "; fails in " + String.join("; ", ranges(row.failing())));
  }

  /** Futures by parameter; neighbouring values as ranges. */
  private static List<String> ranges(List<Future> futures) {
    Map<String, List<Future>> byParameter = new LinkedHashMap<>();
    for (Future future : futures) {
      byParameter.computeIfAbsent(future.parameter(), p -> new ArrayList<>()).add(future);
    }
    List<String> texts = new ArrayList<>();
    byParameter.forEach(
        (parameter, of) -> {
          if (parameter.isEmpty()) {
            texts.add(of.get(0).text());
            return;
          }
          List<String> values = new ArrayList<>();
          int from = 0;
          for (int i = 1; i <= of.size(); i++) {
            if (i == of.size() || of.get(i).index() != of.get(i - 1).index() + 1) {
              String first = of.get(from).value();
              values.add(i - from > 2 ? first + ".." + of.get(i - 1).value() : list(of, from, i));
              from = i;
            }
          }
          texts.add(parameter + "=" + String.join(",", values));
        });
    return texts;
  }

  private static String list(List<Future> of, int from, int to) {
    return String.join(",", of.subList(from, to).stream().map(Future::value).toList());
  }
}
