package org.isfsim.exact;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * A small graph of factors made at random: some nodes are free, the others functions of earlier
 * ones, which may have no result; now and then a second function must agree with a known node.
 * Weights are small whole numbers, so that sums and products of them are exact.
 */
final class RandomGraph {

  private static final int MOST_VALUES = 4;

  private final SplittableRandom random;
  private final int[] sizes;
  private final List<Factor> factors = new ArrayList<>();

  RandomGraph(long seed, int nodes) {
    random = new SplittableRandom(seed);
    sizes = new int[nodes];
    for (int node = 0; node < nodes; node++) {
      // Now and then one that is long enough to be looped over last for its length.
      sizes[node] = random.nextInt(6) == 0 ? 9 : 1 + random.nextInt(MOST_VALUES);
    }
    for (int node = 0; node < nodes; node++) {
      boolean given = node > 0 && random.nextInt(3) == 0;
      factors.add(given ? function(node) : weights(node));
    }
    if (random.nextInt(3) == 0) {
      factors.add(function(nodes - 1));
    }
    for (int i = 0; i < nodes / 2; i++) {
      factors.add(weights(random.nextInt(nodes)));
    }
  }

  int[] sizes() {
    return sizes.clone();
  }

  List<Factor> factors() {
    return factors;
  }

  List<Factor.Function> functions() {
    return factors.stream()
        .filter(Factor.Function.class::isInstance)
        .map(Factor.Function.class::cast)
        .toList();
  }

  List<Factor.Weights> tables() {
    return factors.stream()
        .filter(Factor.Weights.class::isInstance)
        .map(Factor.Weights.class::cast)
        .toList();
  }

  /** Up to two different nodes below a number. */
  private int[] someBelow(int limit) {
    return random.ints(2, 0, limit).distinct().sorted().toArray();
  }

  private Factor function(int output) {
    int[] inputs = someBelow(output);
    int[] table = new int[Cells.count(inputs, sizes)];
    Arrays.setAll(table, i -> random.nextInt(8) == 0 ? -1 : random.nextInt(sizes[output]));
    return new Factor.Function(inputs, output, table);
  }

  private Factor weights(int node) {
    int[] scope =
        IntStream.concat(IntStream.of(node), random.ints(random.nextInt(3), 0, sizes.length))
            .distinct()
            .toArray();
    double[] weights = new double[Cells.count(scope, sizes)];
    Arrays.setAll(weights, i -> random.nextInt(4));
    return new Factor.Weights(scope, weights);
  }

  /**
   * The weight of every combination of some nodes' values, found by going through all combinations
   * of all nodes.
   *
   * @param without a factor to leave out, or -1
   */
  double[] contracted(int[] out, Algebra algebra, int without) {
    double[] result = new double[Cells.count(out, sizes)];
    Arrays.fill(result, algebra.zero());
    int[] values = new int[sizes.length];
    boolean more = true;
    while (more) {
      int cell = cell(out, values);
      result[cell] = algebra.plus(result[cell], weight(values, algebra, without));
      more = next(values);
    }
    return result;
  }

  private boolean next(int[] values) {
    for (int node = 0; node < values.length; node++) {
      if (++values[node] < sizes[node]) {
        return true;
      }
      values[node] = 0;
    }
    return false;
  }

  /** The weight of all factors together where every node has a value. */
  double weight(int[] values, Algebra algebra, int without) {
    double weight = algebra.one();
    for (int f = 0; f < factors.size(); f++) {
      if (f != without) {
        weight = algebra.times(weight, weight(factors.get(f), values, algebra));
      }
    }
    return weight;
  }

  private double weight(Factor factor, int[] values, Algebra algebra) {
    if (factor instanceof Factor.Function function) {
      int given = function.table()[cell(function.inputs(), values)];
      return given == values[function.output()] ? algebra.one() : algebra.zero();
    }
    Factor.Weights table = (Factor.Weights) factor;
    return table.weights()[cell(table.scope(), values)];
  }

  private int cell(int[] scope, int[] values) {
    int cell = 0;
    for (int node : scope) {
      cell = cell * sizes[node] + values[node];
    }
    return cell;
  }
}
