package org.isfsim.exact;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.isfsim.decision.Decisions;
import org.isfsim.model.Plan;
import org.isfsim.model.Step;
import org.isfsim.model.Variable;

/**
 * The smallest sets of changes to a case that lead to an outcome: the walk in the algebra of least
 * cost, where a parameter's own value costs nothing and any other value costs one change.
 */
public final class SmallestChanges {

  /** One change, in units that leave room for preferring values that can occur. */
  private static final double CHANGE = 1024;

  /** What a value costs on top that cannot occur in the scenario as it is. */
  private static final double IMPOSSIBLE = 1;

  /** How many equally good ways are looked at for different sets of parameters. */
  private static final int MOST_WAYS = 4096;

  private final Plan plan;
  private final Decisions decisions;

  /** Questions about cases of this plan. */
  public SmallestChanges(Plan plan, Decisions decisions) {
    this.plan = plan;
    this.decisions = decisions;
  }

  /**
   * The sets of the smallest size, at most a number of them; of sets of the same size those with
   * the fewest values that cannot occur in the scenario as it is.
   *
   * @param values the case: the index of every variable's value, by slot
   * @param outcome the index of the outcome that is to be reached
   * @param changeable which parameters may be changed
   * @param most how many sets to give
   * @return empty when no change of these parameters leads there; one empty set when the case
   *     already ends so
   * @throws TooLargeException if the walk would need too much room
   */
  public List<ChangeSet> find(int[] values, int outcome, Predicate<Variable> changeable, int most)
      throws TooLargeException {
    Map<Integer, BitSet> possible = possible();
    Supports.Choice choice =
        (drawn, support) ->
            changeable.test(drawn.output())
                ? IntStream.range(0, drawn.output().domain().size()).toArray()
                : new int[] {values[drawn.output().slot()]};
    FactorGraph.Weighting cost =
        (drawn, parents, value) -> {
          int slot = drawn.output().slot();
          if (value == values[slot]) {
            return 0;
          }
          BitSet support = possible.get(slot);
          return support != null && support.get(value) ? CHANGE : CHANGE + IMPOSSIBLE;
        };
    FactorGraph graph =
        FactorGraph.of(
            Supports.of(plan, decisions, List.of(plan.outcome()), choice)
                .leadingTo(plan.outcome(), outcome),
            List.of(plan.outcome()),
            cost,
            Algebra.MIN_PLUS);
    JoinTree tree = new JoinTree(graph, null, Algebra.MIN_PLUS);
    if (tree.total()[0] == Double.POSITIVE_INFINITY) {
      return List.of();
    }
    Map<List<String>, ChangeSet> found = new LinkedHashMap<>();
    int[] looked = {0};
    tree.best()
        .ways(
            0,
            classes -> {
              ChangeSet set = changes(graph, classes, values, possible);
              found.putIfAbsent(
                  set.changes().stream().map(change -> change.parameter().name()).toList(), set);
              return found.size() < most && ++looked[0] < MOST_WAYS;
            });
    return new ArrayList<>(found.values());
  }

  private ChangeSet changes(
      FactorGraph graph, int[] classes, int[] values, Map<Integer, BitSet> possible) {
    List<ChangeSet.Change> changes = new ArrayList<>();
    for (Step.Draw draw : plan.draws()) {
      Variable variable = draw.variable();
      if (!graph.contains(variable)) {
        continue;
      }
      int wanted = graph.node(variable) < 0 ? 0 : classes[graph.node(variable)];
      int[] classOf = graph.classes(variable);
      int from = values[variable.slot()];
      if (classOf[from] == wanted) {
        continue;
      }
      BitSet support = possible.getOrDefault(variable.slot(), new BitSet());
      int to =
          IntStream.range(0, classOf.length)
              .filter(v -> classOf[v] == wanted)
              .boxed()
              .min(
                  Comparator.comparing((Integer v) -> !support.get(v))
                      .thenComparing(v -> Math.abs(v - from)))
              .orElseThrow();
      changes.add(new ChangeSet.Change(variable, from, to, support.get(to)));
    }
    return new ChangeSet(changes);
  }

  /** The values that every drawn variable can have in the scenario, by slot. */
  private Map<Integer, BitSet> possible() {
    Map<Integer, BitSet> possible = new LinkedHashMap<>();
    for (Step.Draw draw : plan.draws()) {
      List<int[]> parents =
          draw.parents().stream()
              .map(parent -> possible.getOrDefault(parent.slot(), new BitSet()).stream().toArray())
              .toList();
      BitSet support = new BitSet();
      Arrays.stream(draw.distribution().support(parents)).forEach(support::set);
      possible.put(draw.variable().slot(), support);
    }
    return possible;
  }
}
