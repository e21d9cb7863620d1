package org.isfsim.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.isfsim.analysis.SweepTable.Point;
import org.isfsim.analysis.SweepTable.Threshold;
import org.isfsim.decision.Decisions;
import org.isfsim.exact.SettingsTable;
import org.isfsim.exact.SettingsWalk;
import org.isfsim.exact.TooLargeException;
import org.isfsim.model.Plan;
import org.isfsim.model.Variable;

/**
 * Works out exact probabilities over the values of one or two addresses. The values of parameters
 * come from one walk; of bands and of numbers of distributions, each value needs a scenario and a
 * walk of its own.
 */
public final class Sweep {

  private final List<SweepAxis> axes;
  private final List<Statement> measures;
  private final Function<Map<String, String>, Plan> plans;
  private final Decisions decisions;
  private final List<SweepAxis> loaded;
  private final List<SweepAxis> walked;

  /**
   * @param axes one or two
   * @param measures what to work out beside the outcomes
   * @param plans gives the plan of the scenario with some values set, by address
   */
  public Sweep(
      List<SweepAxis> axes,
      List<Statement> measures,
      Function<Map<String, String>, Plan> plans,
      Decisions decisions) {
    this.axes = List.copyOf(axes);
    this.measures = List.copyOf(measures);
    this.plans = plans;
    this.decisions = decisions;
    this.loaded = axes.stream().filter(axis -> !axis.isParameter()).toList();
    this.walked = axes.stream().filter(SweepAxis::isParameter).toList();
  }

  /**
   * Works out all points.
   *
   * @param progress is told what is looked at
   * @throws TooLargeException if a walk would need too much room; the message names the step
   */
  public SweepTable run(Consumer<String> progress) throws TooLargeException {
    Map<List<Integer>, Point> points = new LinkedHashMap<>();
    Plan plan = plans.apply(Map.of());
    for (int[] at : places(loaded)) {
      Map<String, String> sets = new LinkedHashMap<>();
      for (int a = 0; a < at.length; a++) {
        sets.put(loaded.get(a).address(), loaded.get(a).values().get(at[a]));
      }
      progress.accept(sets.isEmpty() ? "the outcomes" : sets.toString());
      plan = plans.apply(sets);
      walk(plan, at, points);
    }
    List<Point> ordered =
        places(axes).stream()
            .map(at -> points.get(IntStream.of(at).boxed().toList()))
            .flatMap(point -> Optional.ofNullable(point).stream())
            .toList();
    SweepTable table =
        new SweepTable(
            axes,
            plan.outcome().domain().texts(),
            measures.stream().map(Statement::text).toList(),
            ordered,
            List.of());
    return new SweepTable(
        axes, table.outcomes(), table.measures(), ordered, thresholds(table, plan));
  }

  /** Every combination of places on some axes, the last fastest. */
  private static List<int[]> places(List<SweepAxis> axes) {
    List<int[]> places = new ArrayList<>(List.of(new int[0]));
    for (SweepAxis axis : axes) {
      List<int[]> longer = new ArrayList<>();
      for (int[] place : places) {
        for (int v = 0; v < axis.values().size(); v++) {
          int[] next = Arrays.copyOf(place, place.length + 1);
          next[place.length] = v;
          longer.add(next);
        }
      }
      places = longer;
    }
    return places;
  }

  private void walk(Plan plan, int[] atLoaded, Map<List<Integer>, Point> points)
      throws TooLargeException {
    Question question = Question.of(plan, measures);
    SettingsWalk walk = new SettingsWalk(question.plan(), decisions);
    Map<Variable, int[]> values = new LinkedHashMap<>();
    for (SweepAxis axis : walked) {
      Variable variable = plan.variable(axis.address());
      values.put(
          variable,
          new TreeSet<>(axis.values().stream().map(text -> index(variable, text)).toList())
              .stream().mapToInt(Integer::intValue).toArray());
    }
    SettingsTable outcomes = walk.table(values, plan.outcome());
    List<SettingsTable> met = new ArrayList<>();
    for (Variable flag : question.flags()) {
      met.add(walk.table(values, flag));
    }
    for (int c = 0; c < outcomes.combinations(); c++) {
      List<Integer> at = new ArrayList<>();
      for (SweepAxis axis : axes) {
        at.add(axis.isParameter() ? place(axis, outcomes, c) : atLoaded[loaded.indexOf(axis)]);
      }
      boolean defined = outcomes.isDefined(c);
      double[] measure = new double[met.size()];
      for (int m = 0; m < measure.length; m++) {
        measure[m] = Math.min(1, met.get(m).probability()[c][1]);
      }
      Optional<double[]> outcome =
          defined ? Optional.of(outcomes.probability()[c]) : Optional.empty();
      points.put(at, new Point(at, outcome, measure));
    }
  }

  private int place(SweepAxis axis, SettingsTable table, int combination) {
    int setting = walked.indexOf(axis);
    Variable variable = table.settings().get(setting);
    return axis.values().indexOf(variable.domain().text(table.at(combination)[setting]));
  }

  private static int index(Variable variable, String text) {
    return variable.domain().indexOf(text).orElseThrow();
  }

  private List<Threshold> thresholds(SweepTable table, Plan plan) throws TooLargeException {
    List<Threshold> thresholds = new ArrayList<>();
    for (int a = 0; a < axes.size(); a++) {
      List<SweepAxis> others = new ArrayList<>(axes);
      SweepAxis along = others.remove(a);
      for (int[] other : places(others)) {
        for (int v = 1; v < along.values().size(); v++) {
          Point before = table.point(at(a, v - 1, other));
          Point after = table.point(at(a, v, other));
          boolean known = before.outcome().isPresent() && after.outcome().isPresent();
          if (known && before.mostLikely() != after.mostLikely()) {
            thresholds.addAll(between(table, plan, along, v, others, other, before, after));
          }
        }
      }
    }
    return thresholds;
  }

  private static int[] at(int axis, int value, int[] other) {
    return other.length == 0
        ? new int[] {value}
        : axis == 0 ? new int[] {value, other[0]} : new int[] {other[0], value};
  }

  /** The thresholds between neighbouring values; of numbers, with all values that lie between. */
  private List<Threshold> between(
      SweepTable table,
      Plan plan,
      SweepAxis along,
      int value,
      List<SweepAxis> others,
      int[] other,
      Point before,
      Point after)
      throws TooLargeException {
    Optional<String> beside =
        others.stream().findFirst().map(axis -> axis.address() + "=" + axis.values().get(other[0]));
    boolean isFiner = along.isParameter() && along.isNumber() && others.isEmpty();
    if (!isFiner) {
      return List.of(
          new Threshold(
              along.address(),
              beside,
              along.values().get(value - 1),
              along.values().get(value),
              table.outcomes().get(before.mostLikely()),
              table.outcomes().get(after.mostLikely())));
    }
    Variable variable = plan.variable(along.address());
    int from = index(variable, along.values().get(value - 1));
    int to = index(variable, along.values().get(value));
    int[] all = IntStream.rangeClosed(Math.min(from, to), Math.max(from, to)).toArray();
    SettingsTable fine =
        new SettingsWalk(plan, decisions).table(Map.of(variable, all), plan.outcome());
    List<Threshold> thresholds = new ArrayList<>();
    for (int i = 1; i < all.length; i++) {
      int lower = Point.mostLikely(fine.probability()[i - 1]);
      int upper = Point.mostLikely(fine.probability()[i]);
      if (lower != upper && fine.isDefined(i - 1) && fine.isDefined(i)) {
        thresholds.add(
            new Threshold(
                along.address(),
                beside,
                variable.domain().text(all[i - 1]),
                variable.domain().text(all[i]),
                table.outcomes().get(lower),
                table.outcomes().get(upper)));
      }
    }
    return thresholds;
  }
}
