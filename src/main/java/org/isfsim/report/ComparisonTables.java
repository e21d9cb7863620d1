package org.isfsim.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
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
import org.isfsim.scenario.Scenario;

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
    Table.Columns<Figure> table = new Table.Columns<>("comparison");
    items(table, Figure::item);
    return table
        .add("alternative", of -> name(of.alternative()))
        .add("exact", Figure::exact)
        .add("exact_difference", of -> of.exactDifference().filter(d -> of.alternative() > 0))
        .add("range_low", of -> of.range().map(Span::low))
        .add("range_low_by", of -> of.range().map(Span::lowBy))
        .add("range_high", of -> of.range().map(Span::high))
        .add("range_high_by", of -> of.range().map(Span::highBy))
        .add("whatever_the_weights", of -> of.standing().map(Figure.Standing::word))
        .add("count", Figure::count)
        .add("probability", of -> share(of).map(Share::probability))
        .add("low", of -> share(of).map(Share::interval).map(Interval::low))
        .add("high", of -> share(of).map(Share::interval).map(Interval::high))
        .add("difference", of -> paired(of).map(PairedDifference::difference))
        .add("difference_low", of -> between(of).map(Interval::low))
        .add("difference_high", of -> between(of).map(Interval::high))
        .of(figures);
  }

  private static <R> void items(Table.Columns<R> table, Function<R, Figure.Item> item) {
    table
        .add("kind", of -> item.apply(of).kind().name().toLowerCase(Locale.ROOT))
        .add("name", of -> item.apply(of).name())
        .add("value", of -> item.apply(of).value());
  }

  private Optional<Share> share(Figure figure) {
    long cases = comparison.sample().map(s -> s.cases(figure.alternative())).orElse(0L);
    return figure.count().filter(c -> cases > 0).map(c -> new Share(c, cases));
  }

  private static Optional<PairedDifference> paired(Figure figure) {
    return figure.paired().filter(p -> figure.alternative() > 0);
  }

  private static Optional<Interval> between(Figure figure) {
    return paired(figure).map(PairedDifference::interval);
  }

  /** A milestone under an alternative, by their indices. */
  private record Reached(int milestone, int alternative) {}

  private Table milestones() {
    List<Milestone> milestones = comparison.alternatives().get(0).plan().milestones();
    List<Reached> rows = new ArrayList<>();
    for (int m = 0; m < milestones.size(); m++) {
      for (int a = 0; a < comparison.alternatives().size(); a++) {
        rows.add(new Reached(m, a));
      }
    }
    return new Table.Columns<Reached>("milestones")
        .add("milestone", of -> milestones.get(of.milestone()).name())
        .add("alternative", of -> name(of.alternative()))
        .add("median", of -> Medians.exact(comparison, of.alternative(), of.milestone()))
        .add("sampled_median", of -> Medians.sampled(comparison, of.alternative(), of.milestone()))
        .of(rows);
  }

  private Table tradeOffs(List<Figure> figures) {
    boolean isStated = TradeOff.isStated(comparison);
    return new Table.Columns<TradeOff>("trade-offs")
        .add("criterion", TradeOff::criterion)
        .add("stated", of -> isStated)
        .add("alternative", of -> name(of.alternative()))
        .add("probability", TradeOff::probability)
        .add("difference", TradeOff::difference)
        .add("change", of -> TradeOffSection.word(of.change(), isStated))
        .add("mark", of -> TradeOffSection.word(of.mark(), isStated))
        .of(TradeOff.of(comparison, figures));
  }

  private Table reversals() {
    Table.Columns<Reversal> table = new Table.Columns<>("differences-whatever-the-weights");
    items(table, Reversal::item);
    return table
        .add("alternative", of -> name(of.alternative()))
        .add("difference", Reversal::difference)
        .add("low", of -> of.span().low())
        .add("low_by", of -> of.span().lowBy())
        .add("high", of -> of.span().high())
        .add("high_by", of -> of.span().highBy())
        .add("holds", Reversal::holds)
        .add("turned_round_by", of -> String.join(" ", of.by()))
        .of(Reversal.of(comparison));
  }

  /** An alternative in all futures. */
  private record Standing(Robustness of, Robustness.Row row) {}

  private Table robustness() {
    return new Table.Columns<Standing>("robustness")
        .add("objective", s -> s.of().objective().text())
        .add("alternative", s -> name(s.row().alternative()))
        .add("probability", s -> s.of().futures().get(0).probability(s.row().alternative(), 1))
        .add("worst", s -> s.row().worst())
        .add("worst_in", s -> s.row().worstIn().text())
        .add("greatest_regret", s -> s.row().regret())
        .add("regret_in", s -> s.row().regretIn().text())
        .add("level", s -> s.of().level())
        .add("futures", s -> s.of().futures().size())
        .add("failing", s -> s.row().failing().size())
        .add("satisficed", s -> s.of().satisficed(s.row()))
        .of(
            robustness.stream()
                .flatMap(of -> of.rows().stream().map(row -> new Standing(of, row)))
                .toList());
  }

  /** An alternative in one future. */
  private record InFuture(Robustness of, Future future, Robustness.Row row) {}

  private Table futures() {
    List<InFuture> rows = new ArrayList<>();
    for (Robustness of : robustness) {
      for (Future future : of.futures()) {
        of.rows().forEach(row -> rows.add(new InFuture(of, future, row)));
      }
    }
    return new Table.Columns<InFuture>("futures")
        .add("objective", in -> in.of().objective().text())
        .add("parameter", in -> in.future().parameter())
        .add("kind", in -> Optional.of(in.future()).filter(f -> !f.isAsAssumed()).map(this::kind))
        .add("value", in -> in.future().value())
        .add("alternative", in -> name(in.row().alternative()))
        .add("probability", in -> in.future().probability(in.row().alternative(), 1))
        .add("regret", in -> Robustness.regret(in.row().alternative(), in.future()))
        .add("fails", in -> in.row().failing().contains(in.future()))
        .of(rows);
  }

  private String kind(Future future) {
    Scenario first = comparison.alternatives().get(0).plan().scenario();
    return first.setting(future.parameter()).parameter().kind().word();
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
