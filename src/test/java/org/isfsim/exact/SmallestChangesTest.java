package org.isfsim.exact;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.isfsim.RandomScenario;
import org.isfsim.Shipped;
import org.isfsim.model.Case;
import org.isfsim.model.CaseEvaluator;
import org.isfsim.model.Plan;
import org.isfsim.model.Step;
import org.isfsim.model.Variable;
import org.isfsim.parameter.ParameterKind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * On random scenarios, from a random case to each outcome, the smallest changes found work, and
 * trying all combinations of values finds none smaller and the same parameters to change.
 */
final class SmallestChangesTest {

  /** More than there ever are, so that a list is complete. */
  private static final int ALL = 10_000;

  /** How many combinations of values are tried at most in one go. */
  private static final int MOST_COMBINATIONS = 6_000;

  /** How many parameters of each group may change together. */
  private static final int TOGETHER = 8;

  @TempDir static Path folder;

  static LongStream seeds() {
    return LongStream.rangeClosed(201, 212);
  }

  /**
   * What it costs to reach an outcome: how many parameters change, then how many of them to values
   * that cannot occur in the scenario.
   */
  private record Cost(int changes, int impossible) implements Comparable<Cost> {
    @Override
    public int compareTo(Cost other) {
      return changes != other.changes
          ? Integer.compare(changes, other.changes)
          : Integer.compare(impossible, other.impossible);
    }
  }

  /** A case, and what becomes of it when its values are changed. */
  private static final class Start {
    private final Plan plan;
    private final int[] values;
    private final Map<Integer, Set<Integer>> possible = new HashMap<>();
    private final CaseEvaluator evaluator;
    private final Case row;

    Start(Plan plan, long number) {
      this.plan = plan;
      this.evaluator = new CaseEvaluator(plan, Shipped.decisions(), 1);
      this.row = new Case(plan);
      evaluator.evaluate(number, CaseEvaluator.nothingGiven(plan), row);
      this.values = row.values().clone();
      new BruteForce(plan)
          .forEach(
              (probability, each) ->
                  plan.draws()
                      .forEach(
                          draw ->
                              possible
                                  .computeIfAbsent(draw.variable().slot(), s -> new HashSet<>())
                                  .add(each.value(draw.variable()))));
    }

    int outcome(Map<Variable, Integer> changed) {
      int[] given = CaseEvaluator.nothingGiven(plan);
      for (Step.Draw draw : plan.draws()) {
        int slot = draw.variable().slot();
        given[slot] = changed.getOrDefault(draw.variable(), values[slot]);
      }
      evaluator.evaluate(1, given, row);
      return row.value(plan.outcome());
    }

    boolean isPossible(Variable parameter, int value) {
      return possible.getOrDefault(parameter.slot(), Set.of()).contains(value);
    }

    Cost cost(Map<Variable, Integer> changed) {
      int impossible = 0;
      for (var change : changed.entrySet()) {
        impossible += isPossible(change.getKey(), change.getValue()) ? 0 : 1;
      }
      return new Cost(changed.size(), impossible);
    }

    /** For each outcome that changes of these parameters lead to, the cheapest sets of them. */
    Map<Integer, Cheapest> tryAll(List<Variable> parameters, int most) {
      Map<Integer, Cheapest> found = new HashMap<>();
      tryAll(parameters, 0, most, new HashMap<>(), found);
      return found;
    }

    private void tryAll(
        List<Variable> parameters,
        int next,
        int most,
        Map<Variable, Integer> changed,
        Map<Integer, Cheapest> found) {
      if (next == parameters.size()) {
        found
            .computeIfAbsent(outcome(changed), o -> new Cheapest())
            .add(cost(changed), changed.keySet());
        return;
      }
      tryAll(parameters, next + 1, most, changed, found);
      Variable parameter = parameters.get(next);
      for (int value = 0; value < parameter.domain().size() && changed.size() < most; value++) {
        if (value != values[parameter.slot()]) {
          changed.put(parameter, value);
          tryAll(parameters, next + 1, most, changed, found);
          changed.remove(parameter);
        }
      }
    }
  }

  /** The sets of parameters of the lowest cost seen. */
  private static final class Cheapest {
    private Cost cost = new Cost(Integer.MAX_VALUE, 0);
    private final Set<Set<Variable>> sets = new HashSet<>();

    void add(Cost of, Set<Variable> set) {
      if (of.compareTo(cost) < 0) {
        sets.clear();
        cost = of;
      }
      if (of.equals(cost)) {
        sets.add(Set.copyOf(set));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void noneIsSmallerAndNoneIsMissing(long seed) throws TooLargeException {
    Start start = new Start(RandomScenario.reduced(seed, 500, folder), seed);
    SplittableRandom random = new SplittableRandom(seed);
    for (Predicate<ParameterKind> group : groups()) {
      List<Variable> together = someOf(start.plan, group, random);
      Map<Integer, Cheapest> all = start.tryAll(together, TOGETHER);
      for (int outcome = 0; outcome < start.plan.outcome().domain().size(); outcome++) {
        assertSame(start, together::contains, outcome, all.get(outcome));
      }
    }
  }

  /** Levers, uncertainties and switches apart, all three, and figures taken as they are, too. */
  private static List<Predicate<ParameterKind>> groups() {
    return List.of(
        kind -> kind == ParameterKind.LEVER,
        kind -> kind == ParameterKind.UNCERTAINTY,
        kind -> kind == ParameterKind.SWITCH,
        kind -> kind != ParameterKind.CONSTANT,
        kind -> true);
  }

  private static List<Variable> allOf(Plan plan, Predicate<ParameterKind> group) {
    List<Variable> all = new ArrayList<>();
    for (Step.Draw draw : plan.draws()) {
      if (group.test(plan.scenario().setting(draw.variable().name()).parameter().kind())) {
        all.add(draw.variable());
      }
    }
    return all;
  }

  /** Parameters of a group whose values have few combinations. */
  private static List<Variable> someOf(
      Plan plan, Predicate<ParameterKind> group, SplittableRandom random) {
    List<Variable> candidates = allOf(plan, group);
    List<Variable> some = new ArrayList<>();
    long combinations = 1;
    while (!candidates.isEmpty() && some.size() < TOGETHER) {
      Variable next = candidates.remove(random.nextInt(candidates.size()));
      if (combinations * next.domain().size() <= MOST_COMBINATIONS) {
        combinations *= next.domain().size();
        some.add(next);
      }
    }
    return some;
  }

  /** Over all uncertainties at once: a single change that is enough is found, and every such. */
  @ParameterizedTest
  @ValueSource(longs = {201, 202, 203, 204})
  void aSingleUncertaintyThatIsEnoughIsFound(long seed) throws TooLargeException {
    Start start = new Start(RandomScenario.reduced(seed, 500, folder), seed);
    List<Variable> uncertain = allOf(start.plan, kind -> kind == ParameterKind.UNCERTAINTY);
    Map<Integer, Cheapest> single = start.tryAll(uncertain, 1);
    int farthest = single.keySet().stream().mapToInt(Integer::intValue).max().orElseThrow();

    assertSame(start, uncertain::contains, farthest, single.get(farthest));
  }

  private static void assertSame(
      Start start, Predicate<Variable> changeable, int outcome, @Nullable Cheapest expected)
      throws TooLargeException {
    List<ChangeSet> found =
        new SmallestChanges(start.plan, Shipped.decisions())
            .find(start.values, outcome, changeable, ALL);
    if (expected == null) {
      assertThat(found).isEmpty();
      return;
    }
    Set<Set<Variable>> sets = new HashSet<>();
    for (ChangeSet set : found) {
      Map<Variable, Integer> changed =
          set.changes().stream()
              .collect(Collectors.toMap(ChangeSet.Change::parameter, ChangeSet.Change::to));
      assertThat(start.outcome(changed)).as(set.toString()).isEqualTo(outcome);
      assertThat(start.cost(changed)).as(set.toString()).isEqualTo(expected.cost);
      for (ChangeSet.Change change : set.changes()) {
        assertThat(change.from()).isEqualTo(start.values[change.parameter().slot()]);
        assertThat(change.possible()).isEqualTo(start.isPossible(change.parameter(), change.to()));
      }
      assertThat(sets.add(changed.keySet())).as("%s is given once", set).isTrue();
    }
    assertThat(sets).isEqualTo(expected.sets);
  }
}
