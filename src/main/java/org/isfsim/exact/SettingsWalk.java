package org.isfsim.exact;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.isfsim.decision.Decisions;
import org.isfsim.model.Plan;
import org.isfsim.model.Variable;

/**
 * What a variable would be for every combination of values that some parameters are set to, all
 * else as it is. The parameters are kept to the end of one walk in which each of their values
 * weighs one, so that combinations share all that they have in common and values that nothing tells
 * apart are one (see {@link Quotient}). Where that walk would be too large, the values of one
 * parameter are walked one by one, and the rest is kept together.
 */
public final class SettingsWalk {

  /** The most combinations that one table may have. */
  public static final int MOST_COMBINATIONS = 1 << 20;

  private final Plan plan;

  private final SharedSupports supports;

  /** Questions about this plan, decided by these decisions. */
  public SettingsWalk(Plan plan, Decisions decisions) {
    this.plan = plan;
    this.supports = new SharedSupports(plan, decisions, new WalkMemory());
  }

  /**
   * The probabilities of a target's values for every combination of settings.
   *
   * @param values for each parameter the indices of the values that it is set to, ascending, at
   *     least one; together at most {@value #MOST_COMBINATIONS} combinations
   * @throws TooLargeException if even a walk with every parameter set would need too much room
   */
  public SettingsTable table(Map<Variable, int[]> values, Variable target)
      throws TooLargeException {
    SettingsTable table = empty(values, target);
    fill(table, table.values());
    return table;
  }

  private static SettingsTable empty(Map<Variable, int[]> values, Variable target)
      throws TooLargeException {
    long combinations = 1;
    for (int[] of : values.values()) {
      combinations = Cells.saturated(combinations, of.length);
    }
    if (combinations > MOST_COMBINATIONS) {
      throw new TooLargeException("the settings have " + combinations + " combinations");
    }
    return new SettingsTable(
        List.copyOf(values.keySet()),
        List.copyOf(values.values()),
        target,
        new double[(int) combinations][]);
  }

  private void fill(SettingsTable table, List<int[]> values) throws TooLargeException {
    try {
      walk(table, values);
    } catch (TooLargeException e) {
      int split = 0;
      for (int i = 1; i < values.size(); i++) {
        split = values.get(i).length > values.get(split).length ? i : split;
      }
      if (values.isEmpty() || values.get(split).length == 1) {
        throw e;
      }
      List<int[]> one = new ArrayList<>(values);
      for (int value : values.get(split)) {
        one.set(split, new int[] {value});
        fill(table, one);
      }
    }
  }

  private void walk(SettingsTable table, List<int[]> values) throws TooLargeException {
    Variable target = table.target();
    List<Variable> settings = table.settings();
    FactorGraph graph =
        FactorGraph.of(
            supports.of(
                List.of(target),
                (drawn, possible) -> {
                  int place = settings.indexOf(drawn.output());
                  return place < 0 ? possible : values.get(place);
                }),
            List.of(target),
            (drawn, parents, value) ->
                settings.contains(drawn.output())
                    ? 1
                    : FactorGraph.PROBABILITY.weight(drawn, parents, value),
            Algebra.SUM_PRODUCT);
    List<Variable> kept = new ArrayList<>(settings);
    kept.removeIf(setting -> !isNode(graph, setting));
    kept.add(target);
    JoinTree tree = JoinTree.keeping(graph, kept, Algebra.SUM_PRODUCT);
    new Reading(plan, graph, tree, table, values).fill();
  }

  private static boolean isNode(FactorGraph graph, Variable variable) {
    return graph.contains(variable) && graph.node(variable) >= 0;
  }

  /** Reads the joint weights of a walk's classes as rows of single combinations. */
  private static final class Reading {

    private final Plan plan;
    private final FactorGraph graph;
    private final double[] joint;
    private final int[] strides;
    private final SettingsTable table;
    private final List<int[]> values;
    private final Map<List<Integer>, double[]> rows = new HashMap<>();

    Reading(Plan plan, FactorGraph graph, JoinTree tree, SettingsTable table, List<int[]> values) {
      this.plan = plan;
      this.graph = graph;
      this.joint = tree.total();
      this.table = table;
      this.values = values;
      int[] sizes = graph.sizes();
      int[] kept = tree.kept();
      strides = new int[sizes.length];
      int stride = 1;
      for (int i = kept.length - 1; i >= 0; i--) {
        strides[kept[i]] = stride;
        stride *= sizes[kept[i]];
      }
    }

    void fill() {
      for (int combination = 0; combination < table.combinations(); combination++) {
        int[] at = table.at(combination);
        List<Integer> classes = new ArrayList<>();
        for (int i = 0; i < at.length && Arrays.binarySearch(values.get(i), at[i]) >= 0; i++) {
          Variable setting = table.settings().get(i);
          classes.add(isNode(graph, setting) ? graph.classes(setting)[at[i]] : 0);
        }
        if (classes.size() == at.length) {
          table.probability()[combination] =
              isSaid(at) ? rows.computeIfAbsent(classes, this::row) : nothing();
        }
      }
    }

    /**
     * Whether the scenario says what happens in a combination. Without evidence the sum of the row
     * tells; with it, what is missing might as well not agree.
     */
    private boolean isSaid(int[] at) {
      Map<Variable, Integer> set = new HashMap<>();
      for (int i = 0; i < at.length; i++) {
        set.put(table.settings().get(i), at[i]);
      }
      return !graph.isConditional() || Moves.isSettable(plan, set);
    }

    private double[] nothing() {
      return new double[table.target().domain().size()];
    }

    /** The target's probabilities for classes of the settings. */
    private double[] row(List<Integer> classes) {
      int cell = 0;
      // A class weighs as many as the values that are one in it.
      double weight = 1;
      for (int i = 0; i < classes.size(); i++) {
        Variable setting = table.settings().get(i);
        if (isNode(graph, setting)) {
          int wanted = classes.get(i);
          int[] classOf = graph.classes(setting);
          cell += strides[graph.node(setting)] * wanted;
          weight *= Arrays.stream(values.get(i)).filter(v -> classOf[v] == wanted).count();
        } else if (graph.contains(setting)) {
          weight *= values.get(i).length;
        }
      }
      Variable target = table.target();
      int[] classOf = graph.classes(target);
      int stride = graph.node(target) < 0 ? 0 : strides[graph.node(target)];
      double[] row = new double[classOf.length];
      for (int v = 0; v < row.length; v++) {
        row[v] = classOf[v] < 0 ? 0 : joint[cell + stride * classOf[v]] / weight;
      }
      return ExactWalk.given(graph, row);
    }
  }
}
