package org.isfsim.exact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The one loop of every walk gives what going through all combinations gives. */
final class ContractionTest {

  private static final int GRAPHS = 400;
  private static final int NODES = 7;

  private static double[] run(
      int[] sizes, List<Factor.Function> functions, List<Factor.Weights> tables, int... out) {
    return new Contraction(
            sizes, functions, tables.stream().map(Factor.Weights::scope).toList(), out)
        .run(
            Algebra.SUM_PRODUCT,
            tables.stream().map(Factor.Weights::weights).toArray(double[][]::new))
        .weights();
  }

  private static Factor.Weights weights(int[] scope, double... weights) {
    return new Factor.Weights(scope, weights);
  }

  private static Factor.Function function(int[] inputs, int output, int... table) {
    return new Factor.Function(inputs, output, table);
  }

  @Test
  void aNodeThatTheResultDoesNotNameIsSummedOut() {
    var joint = weights(new int[] {0, 1}, 1, 2, 3, 10, 20, 30);

    assertThat(run(new int[] {2, 3}, List.of(), List.of(joint), 0)).containsExactly(6, 60);
    assertThat(run(new int[] {2, 3}, List.of(), List.of(joint), 1)).containsExactly(11, 22, 33);
    assertThat(run(new int[] {2, 3}, List.of(), List.of(joint))).containsExactly(66);
  }

  @Test
  void factorsAreMultipliedWhereTheirNodesAgree() {
    var first = weights(new int[] {0}, 2, 3);
    var second = weights(new int[] {0, 1}, 1, 10, 100, 1000);

    assertThat(run(new int[] {2, 2}, List.of(), List.of(first, second), 1))
        .containsExactly(2 * 1 + 3 * 100, 2 * 10 + 3 * 1000);
  }

  @Test
  void whatAFunctionGivesIsLookedUp() {
    var weights = weights(new int[] {0}, 1, 2, 4);
    var parity = function(new int[] {0}, 1, 0, 1, 0);

    assertThat(run(new int[] {3, 2}, List.of(parity), List.of(weights), 1)).containsExactly(5, 2);
  }

  @Test
  void aCombinationWithoutAResultWeighsNothing() {
    var weights = weights(new int[] {0}, 1, 2, 4);
    var partial = function(new int[] {0}, 1, 0, -1, 1);

    assertThat(run(new int[] {3, 2}, List.of(partial), List.of(weights), 1)).containsExactly(1, 4);
  }

  @Test
  void twoFunctionsOfOneNodeMustAgree() {
    var weights = weights(new int[] {0}, 1, 2, 4);
    var one = function(new int[] {0}, 1, 0, 1, 1);
    var other = function(new int[] {0}, 1, 0, 0, 1);

    assertThat(run(new int[] {3, 2}, List.of(one, other), List.of(weights), 1))
        .containsExactly(1, 4);
  }

  @Test
  void edgesAreProductsWorkedOutAndAZeroEndsABranch() {
    int[] sizes = {2, 3, 4};
    List<int[]> scopes = List.of(new int[] {0}, new int[] {0, 1, 2});
    double[] all = IntStream.range(0, 24).mapToDouble(i -> 1).toArray();
    Contraction contraction = new Contraction(sizes, List.of(), scopes, new int[0]);

    assertThat(contraction.run(Algebra.SUM_PRODUCT, new double[][] {{1, 1}, all}).edges())
        .isEqualTo(24);
    assertThat(contraction.run(Algebra.SUM_PRODUCT, new double[][] {{1, 0}, all}).edges())
        .isEqualTo(12);
  }

  /**
   * Over small whole numbers, whose sums and products are exact, in each algebra: random factors,
   * partial functions and second functions of a known node, and any result.
   */
  @ParameterizedTest
  @EnumSource(Algebra.class)
  void randomFactorsAreContractedAsByGoingThroughAllCombinations(Algebra algebra) {
    for (int seed = 0; seed < GRAPHS; seed++) {
      RandomGraph graph = new RandomGraph(seed, NODES);
      SplittableRandom random = new SplittableRandom(seed);
      int[] out = random.ints(random.nextInt(4), 0, NODES).distinct().toArray();
      Contraction contraction =
          new Contraction(
              graph.sizes(),
              graph.functions(),
              graph.tables().stream().map(Factor.Weights::scope).toList(),
              out);
      double[] result =
          contraction
              .run(
                  algebra,
                  graph.tables().stream().map(Factor.Weights::weights).toArray(double[][]::new))
              .weights();

      assertThat(result).as("graph %d", seed).isEqualTo(graph.contracted(out, algebra, -1));
    }
  }

  /** A node that one table alone knows is handed on: as for one of its values after the other. */
  @ParameterizedTest
  @EnumSource(Algebra.class)
  void whatIsHandedOnIsWorkedOutAsForEachOfItsValues(Algebra algebra) {
    for (int seed = 0; seed < GRAPHS; seed++) {
      RandomGraph graph = new RandomGraph(seed, NODES);
      SplittableRandom random = new SplittableRandom(seed);
      int values = 2 + random.nextInt(9);
      int[] sizes = IntStream.concat(IntStream.of(graph.sizes()), IntStream.of(values)).toArray();
      List<int[]> scopes = new ArrayList<>();
      graph.tables().forEach(table -> scopes.add(table.scope()));
      double[][] tables =
          graph.tables().stream().map(Factor.Weights::weights).toArray(double[][]::new);
      int having = random.nextInt(tables.length);
      double[] wide = new double[tables[having].length * values];
      Arrays.setAll(
          wide, cell -> random.nextInt(3) == 0 ? algebra.zero() : tables[having][cell / values]);
      int[] out = random.ints(random.nextInt(3), 0, NODES).distinct().toArray();
      double[][] slices = tables.clone();
      List<double[]> expected = new ArrayList<>();
      for (int value = 0; value < values; value++) {
        int of = value;
        slices[having] = new double[tables[having].length];
        Arrays.setAll(slices[having], cell -> wide[cell * values + of]);
        expected.add(
            new Contraction(graph.sizes(), graph.functions(), scopes, out)
                .run(algebra, slices)
                .weights());
      }

      scopes.set(having, with(scopes.get(having), NODES));
      int[] all = with(out, NODES);
      assertThat(Lanes.of(sizes, graph.functions(), scopes, all)).isNotNull();
      tables[having] = wide;
      double[] result =
          new Contraction(sizes, graph.functions(), scopes, all).run(algebra, tables).weights();
      for (int cell = 0; cell < result.length; cell++) {
        assertThat(result[cell])
            .as("graph %d", seed)
            .isEqualTo(expected.get(cell % values)[cell / values]);
      }
    }
  }

  private static int[] with(int[] scope, int node) {
    return IntStream.concat(IntStream.of(scope), IntStream.of(node)).toArray();
  }
}
