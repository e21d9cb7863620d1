package org.isfsim.exact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** In whatever order nodes are summed out, and joined or not, the steps give the same result. */
final class EliminationStepsTest {

  private static final int GRAPHS = 200;
  private static final int NODES = 7;

  @Test
  void anyOrderAndAnyJoiningGivesWhatGoingThroughAllCombinationsGives() {
    int joined = 0;
    for (int seed = 0; seed < GRAPHS; seed++) {
      RandomGraph graph = new RandomGraph(seed, NODES);
      Random random = new Random(seed);
      BitSet kept = new BitSet();
      random.ints(random.nextInt(3), 0, NODES).forEach(kept::set);
      List<Integer> order = new ArrayList<>();
      for (int node = 0; node < NODES; node++) {
        if (!kept.get(node)) {
          order.add(node);
        }
      }
      Collections.shuffle(order, random);
      double[] expected = graph.contracted(kept.stream().toArray(), Algebra.SUM_PRODUCT, -1);

      int answered = kept.cardinality() == 1 ? kept.nextSetBit(0) : -1;
      EliminationSteps steps =
          EliminationSteps.of(
              graph.sizes(),
              graph.factors(),
              new GivenNodes(graph.sizes(), graph.factors()),
              order,
              answered);
      List<Elimination> apart = steps.eliminations();
      double costApart = steps.cost();
      steps.join();
      List<Elimination> together = steps.eliminations();

      assertThat(result(graph, apart)).as("graph %d", seed).isEqualTo(expected);
      assertThat(result(graph, together)).as("graph %d, joined", seed).isEqualTo(expected);
      assertThat(steps.cost()).isLessThanOrEqualTo(costApart);
      assertEachFactorIsUsedOnceAndEachNodeSummedOutOnce(graph, apart, order);
      assertEachFactorIsUsedOnceAndEachNodeSummedOutOnce(graph, together, order);
      joined += together.size() < apart.size() ? 1 : 0;
    }
    assertThat(joined).as("graphs with steps that were joined").isGreaterThan(GRAPHS / 4);
  }

  private static double[] result(RandomGraph graph, List<Elimination> eliminations) {
    List<double[]> messages = new ArrayList<>();
    for (Elimination elimination : eliminations) {
      List<Factor.Function> functions = new ArrayList<>();
      List<int[]> scopes = new ArrayList<>();
      List<double[]> tables = new ArrayList<>();
      for (int f : elimination.factors()) {
        if (graph.factors().get(f) instanceof Factor.Function function) {
          functions.add(function);
        } else if (graph.factors().get(f) instanceof Factor.Weights weights) {
          scopes.add(weights.scope());
          tables.add(weights.weights());
        }
      }
      for (int message : elimination.messages()) {
        scopes.add(eliminations.get(message).out());
        tables.add(messages.get(message));
      }
      messages.add(
          new Contraction(graph.sizes(), functions, scopes, elimination.out())
              .run(Algebra.SUM_PRODUCT, tables.toArray(double[][]::new))
              .weights());
    }
    return messages.get(messages.size() - 1);
  }

  private static void assertEachFactorIsUsedOnceAndEachNodeSummedOutOnce(
      RandomGraph graph, List<Elimination> eliminations, List<Integer> order) {
    List<Integer> factors = new ArrayList<>();
    List<Integer> nodes = new ArrayList<>();
    Set<Integer> messages = new HashSet<>();
    for (int i = 0; i < eliminations.size(); i++) {
      factors.addAll(eliminations.get(i).factors());
      Arrays.stream(eliminations.get(i).nodes()).forEach(nodes::add);
      for (int message : eliminations.get(i).messages()) {
        assertThat(message).as("an earlier step").isLessThan(i);
        assertThat(messages.add(message)).as("used once").isTrue();
      }
    }
    assertThat(factors).doesNotHaveDuplicates().hasSize(graph.factors().size());
    assertThat(nodes).containsExactlyInAnyOrderElementsOf(order);
    assertThat(messages).hasSize(eliminations.size() - 1);
  }
}
