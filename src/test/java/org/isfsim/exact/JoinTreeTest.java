package org.isfsim.exact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.isfsim.Shipped;
import org.isfsim.model.Plan;
import org.isfsim.model.Step;
import org.isfsim.model.Variable;
import org.isfsim.parameter.ConditionalDistribution;
import org.isfsim.parameter.Distribution;
import org.isfsim.parameter.Domain;
import org.isfsim.scenario.Selection;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * On small plans made at random, what a join tree says is what going through all cases says:
 * upwards, downwards, of several variables together, and of the best case. At most a thousand terms
 * are added up, each a product of six, so that rounding stays far below the tolerance.
 */
final class JoinTreeTest {

  private static final int PLANS = 100;
  private static final int DRAWN = 6;
  private static final int COMPUTED = 6;
  private static final double TOLERANCE = 1e-12;

  /** A plan of drawn quantities and functions of them; the last function is the outcome. */
  static Plan plan(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Variable> variables = new ArrayList<>();
    List<Step> steps = new ArrayList<>();
    for (int slot = 0; slot < DRAWN + COMPUTED; slot++) {
      int size = 2 + random.nextInt(2);
      Variable variable = new Variable(slot, "v" + slot, Domain.Numbers.count(0, size - 1));
      steps.add(slot < DRAWN ? draw(variable, random) : compute(variable, variables, random));
      variables.add(variable);
    }
    return Shipped.plan(Shipped.BASELINE, Selection.NONE)
        .rewritten(variables, steps, variables.get(variables.size() - 1));
  }

  private static Step draw(Variable variable, SplittableRandom random) {
    double[] weights = new double[variable.domain().size()];
    Arrays.setAll(weights, i -> 1 + random.nextInt(5));
    weights[random.nextInt(weights.length)] *= random.nextInt(2);
    return new Step.Draw(variable, List.of(), ConditionalDistribution.of(Distribution.of(weights)));
  }

  /** A table over three earlier variables. */
  private static Step compute(Variable variable, List<Variable> earlier, SplittableRandom random) {
    List<Variable> inputs =
        random
            .ints(3, Math.max(0, earlier.size() - 8), earlier.size())
            .mapToObj(earlier::get)
            .toList();
    int[] table = random.ints(27, 0, variable.domain().size()).toArray();
    return new Step.Compute(
        variable, inputs, in -> table[in[0] * 9 + in[1] * 3 + in[2]], "a table");
  }

  private static FactorGraph graph(Plan plan, List<Variable> targets, Algebra algebra)
      throws TooLargeException {
    return graph(plan, targets, FactorGraph.PROBABILITY, algebra);
  }

  static FactorGraph graph(
      Plan plan, List<Variable> targets, FactorGraph.Weighting weighting, Algebra algebra)
      throws TooLargeException {
    Supports supports =
        Supports.of(plan, Shipped.decisions(), targets, (drawn, possible) -> possible);
    return FactorGraph.of(supports, targets, weighting, algebra);
  }

  /** Is shown every case: the values of all variables and the probability of each drawn value. */
  interface Visitor {
    void visit(int[] values, double[] probabilities);
  }

  static void forEachCase(Plan plan, Visitor visitor) {
    forEachCase(plan, 0, new int[DRAWN + COMPUTED], new double[DRAWN], visitor);
  }

  private static void forEachCase(
      Plan plan, int slot, int[] values, double[] probabilities, Visitor visitor) {
    if (slot == values.length) {
      visitor.visit(values, probabilities);
    } else if (plan.steps().get(slot) instanceof Step.Draw draw) {
      for (int value : draw.distribution().at().support()) {
        values[slot] = value;
        probabilities[slot] = draw.distribution().at().probability(value);
        forEachCase(plan, slot + 1, values, probabilities, visitor);
      }
    } else if (plan.steps().get(slot) instanceof Step.Compute compute) {
      int[] inputs = compute.inputs().stream().mapToInt(v -> values[v.slot()]).toArray();
      values[slot] = compute.operation().apply(inputs);
      forEachCase(plan, slot + 1, values, probabilities, visitor);
    }
  }

  private static double product(double[] factors) {
    return Arrays.stream(factors).reduce(1, (a, b) -> a * b);
  }

  private static void assertClose(double[] exact, double[] expected, String what, int seed) {
    assertThat(exact).as("%s of plan %d", what, seed).hasSameSizeAs(expected);
    for (int i = 0; i < exact.length; i++) {
      assertThat(exact[i])
          .as("%s of plan %d, cell %d", what, seed, i)
          .isCloseTo(expected[i], within(TOLERANCE));
    }
  }

  /** The class of a value, where a variable with one class is no node. */
  private static int classOf(FactorGraph graph, Variable variable, int[] values) {
    return graph.classes(variable)[values[variable.slot()]];
  }

  @Test
  void theTotalIsTheWeightOfEachValueOfTheRoot() throws TooLargeException {
    for (int seed = 0; seed < PLANS; seed++) {
      Plan plan = plan(seed);
      Variable root = plan.outcome();
      FactorGraph graph = graph(plan, List.of(root), Algebra.SUM_PRODUCT);
      double[] total = new JoinTree(graph, root, Algebra.SUM_PRODUCT).total();
      double[] expected = new double[graph.representatives(root).length];
      forEachCase(plan, (values, p) -> expected[classOf(graph, root, values)] += product(p));

      assertClose(total, expected, "total", seed);
    }
  }

  /** Of every node that is left, whatever step sums it out, beside the root. */
  @Test
  void marginalsAreTheWeightsOfEveryNodesValues() throws TooLargeException {
    for (int seed = 0; seed < PLANS; seed++) {
      Plan plan = plan(seed);
      Variable root = plan.outcome();
      List<Variable> targets = plan.variables().subList(seed % 3, plan.variables().size());
      FactorGraph graph = graph(plan, targets, Algebra.SUM_PRODUCT);
      List<Variable> nodes = graph.nodes();
      Map<Integer, double[]> marginals =
          JoinTree.answered(graph, root, Algebra.SUM_PRODUCT, List.of()).marginals(numbers(nodes));
      int roots = graph.node(root) < 0 ? 1 : graph.representatives(root).length;
      for (int n = 0; n < nodes.size(); n++) {
        Variable node = nodes.get(n);
        int classes = graph.representatives(node).length;
        boolean isApart = graph.node(root) >= 0 && !node.equals(root);
        double[] expected = new double[isApart ? classes * roots : classes];
        forEachCase(
            plan,
            (values, p) -> {
              int own = classOf(graph, node, values);
              expected[isApart ? own * roots + classOf(graph, root, values) : own] += product(p);
            });
        assertClose(Objects.requireNonNull(marginals.get(n)), expected, "marginal " + n, seed);
      }
    }
  }

  private static List<Integer> numbers(List<Variable> nodes) {
    return IntStream.range(0, nodes.size()).boxed().toList();
  }

  @Test
  void withoutADrawItsPlaceIsLeftOpen() throws TooLargeException {
    int looked = 0;
    for (int seed = 0; seed < PLANS; seed++) {
      Plan plan = plan(seed);
      Variable root = plan.outcome();
      FactorGraph graph = graph(plan, List.of(root), Algebra.SUM_PRODUCT);
      JoinTree tree = JoinTree.answered(graph, root, Algebra.SUM_PRODUCT, List.of());
      int outcomes = graph.representatives(root).length;
      for (Step.Draw draw : plan.draws()) {
        Variable drawn = draw.variable();
        if (graph.contains(drawn) && graph.node(drawn) >= 0 && outcomes > 1) {
          looked++;
          double[] rest = tree.without(graph.drawFactor(drawn));
          double[] expected = rest(plan, graph, drawn, outcomes);
          assertClose(rest, expected, "rest without " + drawn.name(), seed);
        }
      }
    }
    assertThat(looked).isGreaterThan(PLANS);
  }

  /** By class of the drawn variable and of the root, what the other draws weigh. */
  private static double[] rest(Plan plan, FactorGraph graph, Variable drawn, int outcomes) {
    double[] expected = new double[graph.representatives(drawn).length * outcomes];
    forEachCase(
        plan,
        (values, probabilities) -> {
          int own = classOf(graph, drawn, values);
          // Values of one class lead to the same, so one of them stands for all.
          if (values[drawn.slot()] == graph.representatives(drawn)[own]) {
            expected[own * outcomes + classOf(graph, plan.outcome(), values)] +=
                product(probabilities) / probabilities[drawn.slot()];
          }
        });
    return expected;
  }

  @Test
  void severalVariablesAreKeptTogether() throws TooLargeException {
    for (int seed = 0; seed < PLANS; seed++) {
      Plan plan = plan(seed);
      List<Variable> together =
          List.of(plan.outcome(), plan.variables().get(DRAWN + 1), plan.variables().get(0));
      FactorGraph graph = graph(plan, together, Algebra.SUM_PRODUCT);
      JoinTree tree = JoinTree.keeping(graph, together, Algebra.SUM_PRODUCT);
      int[] kept = tree.kept();
      double[] expected = new double[Cells.count(kept, graph.sizes())];
      forEachCase(
          plan,
          (values, probabilities) -> {
            int cell = 0;
            for (int node : kept) {
              Variable variable = graph.nodes().get(node);
              cell = cell * graph.sizes()[node] + classOf(graph, variable, values);
            }
            expected[cell] += product(probabilities);
          });

      assertClose(tree.total(), expected, "joint", seed);
    }
  }

  @Test
  void theDecodedCaseIsPossibleAndNoneIsLikelier() throws TooLargeException {
    for (int seed = 0; seed < PLANS; seed++) {
      Plan plan = plan(seed);
      Variable root = plan.outcome();
      FactorGraph graph = graph(plan, List.of(root), Algebra.MAX_PRODUCT);
      JoinTree tree = new JoinTree(graph, root, Algebra.MAX_PRODUCT);
      double[] likeliest = new double[graph.representatives(root).length];
      forEachCase(
          plan,
          (values, p) -> {
            int outcome = classOf(graph, root, values);
            likeliest[outcome] = Math.max(likeliest[outcome], product(p));
          });
      // What does not bear on the outcome is no factor, and each is at its likeliest.
      double beside = beside(plan, graph);
      for (int outcome = 0; outcome < likeliest.length; outcome++) {
        double best = tree.total()[outcome];
        assertThat(best * beside).isCloseTo(likeliest[outcome], within(TOLERANCE));
        if (best == 0) {
          continue;
        }
        assertThat(decoded(plan, graph, tree.best().decode(outcome)))
            .as("plan %d, outcome %d", seed, outcome)
            .isCloseTo(best, within(TOLERANCE));
      }
    }
  }

  private static double beside(Plan plan, FactorGraph graph) {
    double beside = 1;
    for (Step.Draw draw : plan.draws()) {
      if (!graph.contains(draw.variable())) {
        beside *= best(draw, null, 0);
      }
    }
    return beside;
  }

  /** The likelihood of the likeliest values in the decoded classes, which must fit together. */
  private static double decoded(Plan plan, FactorGraph graph, int[] classes) {
    double weight = 1;
    for (Step.Draw draw : plan.draws()) {
      if (graph.contains(draw.variable())) {
        int node = graph.node(draw.variable());
        weight *= best(draw, graph, node < 0 ? 0 : classes[node]);
      }
    }
    int[] values = new int[plan.variables().size()];
    for (Step step : plan.steps()) {
      Variable variable = step.writes().get(0);
      if (!graph.contains(variable)) {
        continue;
      }
      int node = graph.node(variable);
      if (step instanceof Step.Compute compute) {
        int[] inputs = compute.inputs().stream().mapToInt(v -> values[v.slot()]).toArray();
        values[variable.slot()] = compute.operation().apply(inputs);
        assertThat(classOf(graph, variable, values)).isEqualTo(node < 0 ? 0 : classes[node]);
      } else {
        values[variable.slot()] = graph.representatives(variable)[node < 0 ? 0 : classes[node]];
      }
    }
    return weight;
  }

  private static double best(Step.Draw draw, @Nullable FactorGraph graph, int wanted) {
    Distribution distribution = draw.distribution().at();
    return Arrays.stream(distribution.support())
        .filter(value -> graph == null || graph.classes(draw.variable())[value] == wanted)
        .mapToDouble(distribution::probability)
        .max()
        .orElseThrow();
  }
}
