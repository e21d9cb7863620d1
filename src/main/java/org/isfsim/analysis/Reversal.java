package org.isfsim.analysis;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.isfsim.analysis.Figure.Item;
import org.isfsim.analysis.Figure.ItemKind;
import org.isfsim.exact.FuturesWalk.Futures;
import org.isfsim.model.Variable;

/**
 * Whether one alternative is likelier than the first to give something whatever is believed of any
 * single assumption and whichever side of any single switch is taken.
 *
 * @param item what it is the probability of
 * @param alternative the place of the alternative, from 1
 * @param difference the difference of its probability to the first alternative's, as assumed
 * @param span how far the difference moves over the futures
 * @param by the parameters that turn the difference round: some value of them gives it the other
 *     sign
 */
public record Reversal(Item item, int alternative, double difference, Span span, List<String> by) {

  /** What rounding alone may move. */
  private static final double ROUNDING = 1e-12;

  /** Copies the list. */
  public Reversal {
    by = List.copyOf(by);
  }

  /** Whether the difference has the same sign in every future. */
  public boolean holds() {
    return by.isEmpty();
  }

  /** For every alternative but the first, each objective and each outcome that differs at all. */
  public static List<Reversal> of(Comparison comparison) {
    List<Reversal> reversals = new ArrayList<>();
    for (int o = 0; o < comparison.objectives().size(); o++) {
      int place = o;
      List<Futures> met = new ArrayList<>();
      comparison.exact().forEach(e -> e.objectives().get(place).ifPresent(met::add));
      Item item = new Item(ItemKind.OBJECTIVE, comparison.objectives().get(o).text(), "true", 1);
      add(comparison, met, List.of(item), reversals);
    }
    List<Futures> outcomes = new ArrayList<>();
    comparison.exact().forEach(e -> e.outcome().ifPresent(outcomes::add));
    Variable outcome = comparison.alternatives().get(0).plan().outcome();
    List<Item> items = new ArrayList<>();
    for (int v = 0; v < outcome.domain().size(); v++) {
      items.add(new Item(ItemKind.OUTCOME, Subjects.OUTCOME, outcome.domain().text(v), v));
    }
    add(comparison, outcomes, items, reversals);
    return reversals;
  }

  private static void add(
      Comparison comparison, List<Futures> of, List<Item> items, List<Reversal> reversals) {
    if (of.size() < comparison.alternatives().size()) {
      return;
    }
    List<Future> futures =
        Future.common(of, p -> comparison.alternatives().stream().allMatch(a -> a.isOpen(p)));
    for (int a = 1; a < of.size(); a++) {
      for (Item item : items) {
        Reversal reversal = reversal(item, a, futures);
        if (Math.abs(reversal.difference()) > ROUNDING) {
          reversals.add(reversal);
        }
      }
    }
  }

  private static Reversal reversal(Item item, int alternative, List<Future> futures) {
    double assumed = difference(futures.get(0), alternative, item);
    Span span = Span.at(assumed, futures.get(0).text());
    Set<String> by = new LinkedHashSet<>();
    for (Future future : futures) {
      double difference = difference(future, alternative, item);
      span = span.with(Span.at(difference, future.text()));
      if (difference * assumed < 0 && Math.abs(difference) > ROUNDING) {
        by.add(future.parameter());
      }
    }
    return new Reversal(item, alternative, assumed, span, List.copyOf(by));
  }

  private static double difference(Future future, int alternative, Item item) {
    return future.probability(alternative, item.index()) - future.probability(0, item.index());
  }
}
