package org.isfsim.report;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.isfsim.analysis.Alternative;
import org.isfsim.analysis.Comparison;
import org.isfsim.analysis.Figure;
import org.isfsim.analysis.FigureList;
import org.isfsim.analysis.Future;
import org.isfsim.analysis.PairedDifference;
import org.isfsim.analysis.Reversal;
import org.isfsim.analysis.Robustness;
import org.isfsim.analysis.Span;
import org.isfsim.analysis.TradeOff;
import org.isfsim.article.Share;
import org.isfsim.article.Table;
import org.isfsim.model.Milestone;
import org.isfsim.montecarlo.Interval;

/** A comparison as tables for other programs. */
public final class ComparisonTables {

  private final Comparison comparison;
  private final List<Robustness> robustness;

  private ComparisonTables(Comparison comparison, List<Robustness> robustness) {
    this.comparison = comparison;
    this.robustness = robustness;
  }

  /** The tables: the comparison itself first. */
  public static List<Table> of(Comparison comparison, List<Robustness> robustness) {
    ComparisonTables sheets = new ComparisonTables(comparison, robustness);
    List<Figure> figures = FigureList.of(comparison);
    return List.of(
        sheets.figures(figures),
        sheets.milestones(),
        sheets.tradeOffs(figures),
        sheets.reversals(),
        sheets.robustness(),
        sheets.futures());
  }

  private String name(int alternative) {
    return comparison.alternatives().get(alternative).name();
  }

  private Table figures(List<Figure> figures) {
    Table.Builder table =
        new Table.Builder(
            "comparison",
            "kind",
            "name",
            "value",
            "alternative",
            "exact",
            "exact_difference",
            "range_low",
            "range_low_by",
            "range_high",
            "range_high_by",
            "whatever_the_weights",
            "count",
            "probability",
            "low",
            "high",
            "difference",
            "difference_low",
            "difference_high");
    for (Figure figure : figures) {
      long cases = comparison.sample().map(s -> s.cases(figure.alternative())).orElse(0L);
      Optional<Share> share = figure.count().filter(c -> cases > 0).map(c -> new Share(c, cases));
      Optional<Interval> interval = share.map(Share::interval);
      Optional<PairedDifference> paired = figure.paired().filter(p -> figure.alternative() > 0);
      Optional<Interval> between = paired.map(PairedDifference::interval);
      table.row(
          figure.item().kind().name().toLowerCase(Locale.ROOT),
          figure.item().name(),
          figure.item().value(),
          name(figure.alternative()),
          figure.exact(),
          figure.exactDifference().filter(d -> figure.alternative() > 0),
          figure.range().map(Span::low),
          figure.range().map(Span::lowBy),
          figure.range().map(Span::high),
          figure.range().map(Span::highBy),
          figure.standing().map(Figure.Standing::word),
          figure.count(),
          share.map(Share::probability),
          interval.map(Interval::low),
          interval.map(Interval::high),
          paired.map(PairedDifference::difference),
          between.map(Interval::low),
          between.map(Interval::high));
    }
    return table.build();
  }

  private Table milestones() {
    Table.Builder table =
        new Table.Builder("milestones", "milestone", "alternative", "median", "sampled_median");
    List<Milestone> milestones = comparison.alternatives().get(0).plan().milestones();
    for (int m = 0; m < milestones.size(); m++) {
      for (int a = 0; a < comparison.alternatives().size(); a++) {
        table.row(
            milestones.get(m).name(),
            name(a),
            Medians.exact(comparison, a, m),
            Medians.sampled(comparison, a, m));
      }
    }
    return table.build();
  }

  private Table tradeOffs(List<Figure> figures) {
    boolean isStated = TradeOff.isStated(comparison);
    Table.Builder table =
        new Table.Builder(
            "trade-offs",
            "criterion",
            "stated",
            "alternative",
            "probability",
            "difference",
            "change",
            "mark");
    for (TradeOff t : TradeOff.of(comparison, figures)) {
      table.row(
          t.criterion(),
          isStated,
          name(t.alternative()),
          t.probability(),
          t.difference(),
          TradeOffSection.word(t.change(), isStated),
          TradeOffSection.word(t.mark(), isStated));
    }
    return table.build();
  }

  private Table reversals() {
    Table.Builder table =
        new Table.Builder(
            "differences-whatever-the-weights",
            "kind",
            "name",
            "value",
            "alternative",
            "difference",
            "low",
            "low_by",
            "high",
            "high_by",
            "holds",
            "turned_round_by");
    for (Reversal r : Reversal.of(comparison)) {
      table.row(
          r.item().kind().name().toLowerCase(Locale.ROOT),
          r.item().name(),
          r.item().value(),
          name(r.alternative()),
          r.difference(),
          r.span().low(),
          r.span().lowBy(),
          r.span().high(),
          r.span().highBy(),
          r.holds(),
          String.join(" ", r.by()));
    }
    return table.build();
  }

  private Table robustness() {
    Table.Builder table =
        new Table.Builder(
            "robustness",
            "objective",
            "alternative",
            "probability",
            "worst",
            "worst_in",
            "greatest_regret",
            "regret_in",
            "level",
            "futures",
            "failing",
            "satisficed");
    for (Robustness of : robustness) {
      for (Robustness.Row row : of.rows()) {
        table.row(
            of.objective().text(),
            name(row.alternative()),
            of.futures().get(0).probability(row.alternative(), 1),
            row.worst(),
            row.worstIn().text(),
            row.regret(),
            row.regretIn().text(),
            of.level(),
            of.futures().size(),
            row.failing().size(),
            of.satisficed(row));
      }
    }
    return table.build();
  }

  private Table futures() {
    Table.Builder table =
        new Table.Builder(
            "futures",
            "objective",
            "parameter",
            "kind",
            "value",
            "alternative",
            "probability",
            "regret",
            "fails");
    Alternative first = comparison.alternatives().get(0);
    for (Robustness of : robustness) {
      for (Future future : of.futures()) {
        for (Robustness.Row row : of.rows()) {
          Object kind =
              future.isAsAssumed()
                  ? Optional.empty()
                  : first.plan().scenario().setting(future.parameter()).parameter().kind().word();
          table.row(
              of.objective().text(),
              future.parameter(),
              kind,
              future.value(),
              name(row.alternative()),
              future.probability(row.alternative(), 1),
              Robustness.regret(row.alternative(), future),
              row.failing().contains(future));
        }
      }
    }
    return table.build();
  }

  /** The names of the tables, for messages. */
  public static List<String> names() {
    return List.of(
        "comparison",
        "milestones",
        "trade-offs",
        "differences-whatever-the-weights",
        "robustness",
        "futures");
  }
}
