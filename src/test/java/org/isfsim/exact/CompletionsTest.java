package org.isfsim.exact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The ways to complete a result are those that going through all combinations finds. */
final class CompletionsTest {

  private static final int GRAPHS = 300;
  private static final int NODES = 6;

  /** A graph of which some nodes are given. */
  private record Given(RandomGraph graph, int[] out, int[] rest, int[] classes) {
    static Given random(int seed) {
      RandomGraph graph = new RandomGraph(seed, NODES);
      SplittableRandom random = new SplittableRandom(seed);
      int[] out = random.ints(random.nextInt(3), 0, NODES).distinct().sorted().toArray();
      int[] rest =
          IntStream.range(0, NODES)
              .filter(node -> Arrays.stream(out).noneMatch(kept -> kept == node))
              .toArray();
      int[] classes = new int[NODES];
      Arrays.stream(out).forEach(node -> classes[node] = random.nextInt(graph.sizes()[node]));
      return new Given(graph, out, rest, classes);
    }

    Completions completions(Algebra algebra) {
      List<int[]> scopes =
          graph.tables().stream().map(Factor.Weights::scope).collect(Collectors.toList());
      List<double[]> tables =
          graph.tables().stream().map(Factor.Weights::weights).collect(Collectors.toList());
      return new Completions(graph.sizes(), algebra, graph.functions(), scopes, tables, out, rest);
    }

    Map<List<Integer>, Double> byGoingThroughAll(Algebra algebra) {
      Map<List<Integer>, Double> ways = new HashMap<>();
      int[] values = classes.clone();
      int place = 0;
      while (place < rest.length) {
        double weight = graph.weight(values, algebra, -1);
        if (weight != algebra.zero()) {
          ways.put(Arrays.stream(values).boxed().toList(), weight);
        }
        place = 0;
        while (place < rest.length && ++values[rest[place]] == graph.sizes()[rest[place]]) {
          values[rest[place++]] = 0;
        }
      }
      return ways;
    }
  }

  @ParameterizedTest
  @EnumSource(Algebra.class)
  void everyWayIsVisitedOnceWithItsWeight(Algebra algebra) {
    int several = 0;
    for (int seed = 0; seed < GRAPHS; seed++) {
      Given given = Given.random(seed);
      List<List<Integer>> visited = new ArrayList<>();
      Map<List<Integer>, Double> found = new HashMap<>();
      int[] classes = given.classes().clone();

      boolean whole =
          given
              .completions(algebra)
              .forEach(
                  classes,
                  weight -> {
                    List<Integer> way = Arrays.stream(classes).boxed().toList();
                    visited.add(way);
                    found.put(way, weight);
                    return true;
                  });

      assertThat(whole).isTrue();
      assertThat(visited).as("graph %d", seed).doesNotHaveDuplicates();
      assertThat(found).as("graph %d", seed).isEqualTo(given.byGoingThroughAll(algebra));
      several += found.size() > 1 ? 1 : 0;
    }
    assertThat(several).as("graphs with more than one way").isGreaterThan(GRAPHS / 4);
  }

  @ParameterizedTest
  @EnumSource(Algebra.class)
  void whoHasSeenEnoughIsShownNoMore(Algebra algebra) {
    int stopped = 0;
    for (int seed = 0; seed < GRAPHS; seed++) {
      Given given = Given.random(seed);
      int all = given.byGoingThroughAll(algebra).size();
      List<Double> seen = new ArrayList<>();

      boolean whole =
          given
              .completions(algebra)
              .forEach(
                  given.classes().clone(),
                  weight -> {
                    seen.add(weight);
                    return seen.size() < 2;
                  });

      assertThat(seen).as("graph %d", seed).hasSize(Math.min(all, 2));
      assertThat(whole).as("graph %d", seed).isEqualTo(all < 2);
      stopped += whole ? 0 : 1;
    }
    assertThat(stopped).isPositive();
  }

  @ParameterizedTest
  @EnumSource(
      value = Algebra.class,
      names = {"MIN_PLUS", "OR_AND"})
  void askedForWaysAsGoodAsTheBestItVisitsAllOfThemAndNoWorse(Algebra algebra) {
    int several = 0;
    int passedOver = 0;
    for (int seed = 0; seed < GRAPHS; seed++) {
      Given given = Given.random(seed);
      Map<List<Integer>, Double> all = given.byGoingThroughAll(algebra);
      if (all.isEmpty()) {
        continue;
      }
      double best = all.values().stream().reduce(algebra.zero(), algebra::plus);
      int[] classes = given.classes().clone();
      Completions completions = given.completions(algebra);
      completions.onlyAsGoodAs(best);
      List<List<Integer>> visited = new ArrayList<>();

      completions.forEach(
          classes,
          weight -> {
            assertThat(weight).isEqualTo(best);
            visited.add(Arrays.stream(classes).boxed().toList());
            return true;
          });

      all.values().removeIf(weight -> weight != best);
      assertThat(visited)
          .as("seed %d", seed)
          .doesNotHaveDuplicates()
          .containsExactlyInAnyOrderElementsOf(all.keySet());
      several += visited.size() > 1 ? 1 : 0;
      passedOver += given.byGoingThroughAll(algebra).size() > visited.size() ? 1 : 0;
    }
    assertThat(several).isPositive();
    assertThat(passedOver).isGreaterThanOrEqualTo(algebra == Algebra.MIN_PLUS ? 1 : 0);
  }
}
