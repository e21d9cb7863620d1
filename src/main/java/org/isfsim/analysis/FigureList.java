package org.isfsim.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import org.isfsim.analysis.Figure.Item;
import org.isfsim.analysis.Figure.ItemKind;
import org.isfsim.analysis.Figure.Standing;
import org.isfsim.exact.FuturesWalk.Futures;
import org.isfsim.model.Indicator;
import org.isfsim.model.Plan;
import org.isfsim.model.Variable;
import org.isfsim.parameter.Domain;

/** Reads a comparison into the figures of every alternative. */
public final class FigureList {

  private final Comparison comparison;
  private final List<Figure> figures = new ArrayList<>();

  private FigureList(Comparison comparison) {
    this.comparison = comparison;
  }

  /**
   * Every figure: objectives, outcomes, indicators and milestones in the order of reports, for each
   * the alternatives in order.
   */
  public static List<Figure> of(Comparison comparison) {
    FigureList list = new FigureList(comparison);
    list.fill();
    return List.copyOf(list.figures);
  }

  private void fill() {
    Plan plan = comparison.alternatives().get(0).plan();
    for (int o = 0; o < comparison.objectives().size(); o++) {
      int objective = o;
      String text = comparison.objectives().get(o).text();
      add(
          new Item(ItemKind.OBJECTIVE, text, "true", 1),
          a -> exact(a).objectives().get(objective).map(f -> f.probability()[1]),
          a -> exact(a).objectives().get(objective));
    }
    values(ItemKind.OUTCOME, Subjects.OUTCOME, plan.outcome());
    for (Indicator indicator : plan.indicators()) {
      values(ItemKind.INDICATOR, indicator.name(), indicator.variable());
    }
    for (int m = 0; m < plan.milestones().size(); m++) {
      int place = m;
      String name = plan.milestones().get(m).name();
      add(
          new Item(ItemKind.MILESTONE, name, "reached", 1),
          a -> marginal(a, name).map(weeks -> reached(a, place, weeks)),
          a -> Optional.empty());
    }
  }

  private ExactAnswer exact(int alternative) {
    return comparison.exact().get(alternative);
  }

  private Optional<double[]> marginal(int alternative, String name) {
    return Optional.ofNullable(exact(alternative).marginals().get(name));
  }

  private double reached(int alternative, int place, double[] weeks) {
    Plan plan = comparison.alternatives().get(alternative).plan();
    Domain domain = plan.milestones().get(place).week().domain();
    double sum = 0;
    for (int w = 0; w < weeks.length; w++) {
      sum += domain.number(w) <= plan.horizonWeeks() ? weeks[w] : 0;
    }
    return Math.min(1, sum);
  }

  private void values(ItemKind kind, String name, Variable variable) {
    for (int v = 0; v < variable.domain().size(); v++) {
      int value = v;
      add(
          new Item(kind, name, variable.domain().text(v), v),
          a ->
              kind == ItemKind.OUTCOME
                  ? exact(a).outcome().map(f -> f.probability()[value])
                  : marginal(a, name).map(p -> p[value]),
          a -> kind == ItemKind.OUTCOME ? exact(a).outcome() : Optional.empty());
    }
  }

  private void add(
      Item item, IntFunction<Optional<Double>> exact, IntFunction<Optional<Futures>> futures) {
    Optional<Double> first = exact.apply(0).map(FigureList::probability);
    for (int a = 0; a < comparison.alternatives().size(); a++) {
      int alternative = a;
      Optional<Double> here = exact.apply(a).map(FigureList::probability);
      figures.add(
          new Figure(
              item,
              a,
              here,
              here.flatMap(p -> first.map(f -> p - f)),
              futures.apply(a).flatMap(f -> range(alternative, f, item.index())),
              standing(item, exact(a)),
              comparison.sample().map(s -> s.count(alternative, item.name(), item.index())),
              comparison
                  .sample()
                  .filter(s -> s.cases(0) > 0 && s.cases(alternative) > 0)
                  .map(s -> s.difference(alternative, item.name(), item.index()))));
    }
  }

  /** What rounding has moved out of the range of probabilities is moved back. */
  private static double probability(double sum) {
    return Math.max(0, Math.min(1, sum));
  }

  /** Over the assumptions alone: a side of a switch is taken, not weighed. */
  private Optional<Span> range(int alternative, Futures futures, int value) {
    Alternative of = comparison.alternatives().get(alternative);
    return Span.of(futures.effects(), of::isAssumption, row -> row[value]);
  }

  private static Optional<Standing> standing(Item item, ExactAnswer answer) {
    boolean[] possible = answer.possible();
    if (item.kind() != ItemKind.OUTCOME || possible.length == 0 || answer.outcome().isEmpty()) {
      return Optional.empty();
    }
    int ways = 0;
    for (boolean p : possible) {
      ways += p ? 1 : 0;
    }
    if (!possible[item.index()]) {
      return Optional.of(Standing.IMPOSSIBLE);
    }
    if (ways == 1) {
      return Optional.of(Standing.CERTAIN);
    }
    return Optional.of(
        answer.outcome().get().probability()[item.index()] > 0
            ? Standing.POSSIBLE
            : Standing.OTHERWISE);
  }
}
