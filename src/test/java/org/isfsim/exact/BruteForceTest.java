package org.isfsim.exact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.LongStream;
import org.isfsim.RandomScenario;
import org.isfsim.Shipped;
import org.isfsim.model.Plan;
import org.isfsim.model.Variable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * On random scenarios with few cases, the exact probabilities are the sums over all cases.
 *
 * <p>The tolerance is a bound, not a guess. Nothing that is added or multiplied is negative, so
 * each rounding changes a term by a factor between 1 - u and 1 + u with u = 2^-53 (N. Higham,
 * Accuracy and Stability of Numerical Algorithms, 2nd edition, 2002, section 3.1). With N cases a
 * term takes part in fewer than N additions, however sums are nested, and in at most one
 * multiplication for each of the factors and messages, of which there are fewer than 500. The walk
 * and the enumeration together round a term less than 2 N + 1,000 times: for N = 4,000 that is
 * 9,000 u = 1.0e-12 of the sum itself, so that a sum of nothing must be exactly zero.
 */
final class BruteForceTest {

  private static final int MOST_CASES = 4_000;
  private static final double TOLERANCE = 1e-12;

  @TempDir static Path folder;

  static LongStream seeds() {
    return LongStream.rangeClosed(1, 30);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void outcomesIndicatorsAndMilestonesAreSumsOverAllCases(long seed) throws TooLargeException {
    Plan plan = RandomScenario.reduced(seed, MOST_CASES, folder);
    List<Variable> variables = new ArrayList<>(plan.reported());
    variables.add(plan.outcome());
    Map<Variable, double[]> sums = new HashMap<>();
    variables.forEach(variable -> sums.put(variable, new double[variable.domain().size()]));
    int[] cases = {0};
    new BruteForce(plan)
        .forEach(
            (probability, row) -> {
              cases[0]++;
              sums.forEach((variable, sum) -> sum[row.value(variable)] += probability);
            });

    ExactWalk.Marginals marginals = new ExactWalk(plan, Shipped.decisions()).marginals(variables);

    assertThat(cases[0]).isBetween(2, MOST_CASES);
    assertThat(marginals.tooLarge()).isEmpty();
    for (Variable variable : variables) {
      double[] exact = Objects.requireNonNull(marginals.known().get(variable));
      double[] sum = Objects.requireNonNull(sums.get(variable));
      assertThat(exact).hasSameSizeAs(sum);
      for (int value = 0; value < sum.length; value++) {
        assertThat(exact[value])
            .as("%s is %s", variable.name(), variable.domain().text(value))
            .isCloseTo(sum[value], within(TOLERANCE * sum[value]));
      }
    }
  }
}
