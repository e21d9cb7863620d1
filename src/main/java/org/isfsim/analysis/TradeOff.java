package org.isfsim.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.isfsim.analysis.Figure.Item;
import org.isfsim.analysis.Figure.ItemKind;
import org.isfsim.model.Indicator;
import org.isfsim.model.Plan;
import org.isfsim.parameter.Domain;

/**
 * What one alternative gives of one criterion. The criteria are the stated objectives; where none
 * is stated, the highest value of each indicator, of which the program does not say that it is
 * good. Criteria are never added up.
 *
 * @param criterion the criterion as it is written
 * @param alternative the place of the alternative
 * @param probability exact, else the share of the common cases; empty if neither is known
 * @param difference the difference to the first alternative
 * @param change whether that is a rise or a fall; a sampled one counts only if its interval leaves
 *     out zero
 * @param mark whether it is the highest or the lowest of all alternatives
 */
public record TradeOff(
    String criterion,
    int alternative,
    Optional<Double> probability,
    Optional<Double> difference,
    Change change,
    Mark mark) {

  /** What rounding alone may move. */
  private static final double ROUNDING = 1e-12;

  /** How it differs from the first alternative. */
  public enum Change {
    /** It is likelier. */
    RISE,
    /** It is less likely. */
    FALL,
    /** It is as likely, or not known to differ. */
    NONE
  }

  /** How it stands among the alternatives. */
  public enum Mark {
    /** None is higher, and one is lower. */
    HIGHEST,
    /** None is lower, and one is higher. */
    LOWEST,
    /** In between, or all are the same. */
    NONE
  }

  /**
   * The trade-offs of a comparison: for every criterion the alternatives in order.
   *
   * @param figures the figures of the comparison
   */
  public static List<TradeOff> of(Comparison comparison, List<Figure> figures) {
    List<TradeOff> tradeOffs = new ArrayList<>();
    for (Item item : criteria(comparison)) {
      List<Figure> row = figures.stream().filter(f -> f.item().equals(item)).toList();
      List<Double> known = new ArrayList<>();
      row.forEach(figure -> probability(comparison, figure).ifPresent(known::add));
      double high = known.stream().mapToDouble(p -> p).max().orElse(0);
      double low = known.stream().mapToDouble(p -> p).min().orElse(0);
      for (Figure figure : row) {
        Optional<Double> p = probability(comparison, figure);
        Mark mark = Mark.NONE;
        if (high - low > ROUNDING && p.isPresent()) {
          mark =
              high - p.get() <= ROUNDING
                  ? Mark.HIGHEST
                  : p.get() - low <= ROUNDING ? Mark.LOWEST : Mark.NONE;
        }
        tradeOffs.add(
            new TradeOff(
                text(item),
                figure.alternative(),
                p,
                figure
                    .exactDifference()
                    .or(() -> figure.paired().map(PairedDifference::difference)),
                change(figure),
                mark));
      }
    }
    return tradeOffs;
  }

  /** Whether the criteria were stated, so that more of them is better. */
  public static boolean isStated(Comparison comparison) {
    return !comparison.objectives().isEmpty();
  }

  private static String text(Item item) {
    return item.kind() == ItemKind.OBJECTIVE ? item.name() : item.name() + " = " + item.value();
  }

  private static List<Item> criteria(Comparison comparison) {
    List<Item> items = new ArrayList<>();
    if (isStated(comparison)) {
      comparison
          .objectives()
          .forEach(o -> items.add(new Item(ItemKind.OBJECTIVE, o.text(), "true", 1)));
      return items;
    }
    Plan plan = comparison.alternatives().get(0).plan();
    for (Indicator indicator : plan.indicators()) {
      Domain domain = indicator.variable().domain();
      boolean isGraded =
          !(domain instanceof Domain.Numbers)
              && !domain.equals(plan.outcome().domain())
              && !indicator.opinion();
      if (isGraded) {
        int highest = domain.size() - 1;
        items.add(new Item(ItemKind.INDICATOR, indicator.name(), domain.text(highest), highest));
      }
    }
    return items;
  }

  private static Optional<Double> probability(Comparison comparison, Figure figure) {
    return figure
        .exact()
        .or(
            () ->
                comparison
                    .sample()
                    .filter(s -> s.cases(figure.alternative()) > 0)
                    .flatMap(
                        s -> figure.count().map(c -> (double) c / s.cases(figure.alternative()))));
  }

  private static Change change(Figure figure) {
    double low = figure.exactDifference().orElse(0.0);
    double high = low;
    if (figure.exactDifference().isEmpty() && figure.paired().isPresent()) {
      low = figure.paired().get().interval().low();
      high = figure.paired().get().interval().high();
    }
    return low > ROUNDING ? Change.RISE : high < -ROUNDING ? Change.FALL : Change.NONE;
  }
}
