package org.isfsim.exact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.isfsim.Shipped;
import org.isfsim.SmallScenario;
import org.isfsim.model.Plan;
import org.isfsim.model.Step;
import org.isfsim.model.Variable;
import org.isfsim.parameter.ConditionalDistribution;
import org.isfsim.parameter.Distribution;
import org.isfsim.parameter.Domain;
import org.isfsim.scenario.Selection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A walk in parts tells what going through all cases tells, and what the walk over all of them
 * tells. The tolerance is that of {@link BruteForceTest}.
 */
final class SplitWalkTest {

  private static final double TOLERANCE = 1e-12;
  private static final double NEVER = Double.POSITIVE_INFINITY;

  private static double[] weights(Supports supports, List<Variable> kept, double tooLong)
      throws TooLargeException {
    return new SplitWalk(supports, kept, kept, FactorGraph.PROBABILITY, tooLong).weights();
  }

  private static void assertSame(double[] found, double[] expected, String what) {
    assertThat(found).as(what).hasSameSizeAs(expected);
    for (int i = 0; i < found.length; i++) {
      assertThat(found[i]).as("%s, cell %d", what, i).isCloseTo(expected[i], within(TOLERANCE));
    }
  }

  private static Supports supports(Plan plan, List<Variable> asked) throws TooLargeException {
    return Supports.of(plan, Shipped.decisions(), asked, (drawn, possible) -> possible);
  }

  /** Whatever the variable that cases are told apart by, and whether it is asked about or not. */
  @Test
  void thePartsOfAnyVariableAreAllCasesOfRandomPlans() throws TooLargeException {
    for (int seed = 0; seed < 60; seed++) {
      Plan plan = JoinTreeTest.plan(seed);
      Variable outcome = plan.outcome();
      Variable other = plan.variables().get(seed % (plan.variables().size() - 1));
      List<Variable> kept = List.of(other, outcome);
      int outcomes = outcome.domain().size();
      double[] expected = new double[other.domain().size() * outcomes];
      JoinTreeTest.forEachCase(
          plan,
          (values, p) ->
              expected[values[other.slot()] * outcomes + values[outcome.slot()]] +=
                  Arrays.stream(p).reduce(1, (a, b) -> a * b));
      Supports all = supports(plan, plan.variables());

      assertSame(weights(all, kept, 0), expected, "plan " + seed);
      BitSet needed = all.needed(kept);
      for (Variable by : plan.variables()) {
        if (!needed.get(by.slot())) {
          continue;
        }
        double[] sum = new double[expected.length];
        for (int value : all.supports()[by.slot()]) {
          double[] part = weights(all.within(by, value, true), kept, NEVER);
          Arrays.setAll(sum, i -> sum[i] + part[i]);
        }
        assertSame(sum, expected, "plan " + seed + " by " + by.name());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "council = adopted"})
  void partsOfTheShippedRulesAddUpToTheWhole(String observed) throws TooLargeException {
    Plan small = SmallScenario.plan(Optional.empty(), Map.of());
    Plan plan = observed.isEmpty() ? small : EvidenceTest.observing(small, List.of(observed));
    Supports all = supports(plan, plan.reported());
    int inParts = 0;
    for (Variable variable : plan.reported().subList(0, plan.reported().size() / 2)) {
      List<Variable> kept = List.of(variable);
      SplitWalk split = new SplitWalk(all, kept, kept, FactorGraph.PROBABILITY, 1e4);
      inParts += split.parts() > 1 ? 1 : 0;
      assertSame(split.weights(), weights(all, kept, NEVER), variable.name());
    }
    assertThat(inParts).isGreaterThan(5);
  }

  /** Of a parameter whose values nothing tells apart, each has its share of what they weigh. */
  @Test
  void valuesThatAreOneShareWhatTheyWeigh() throws TooLargeException {
    for (int seed = 0; seed < 60; seed++) {
      Plan plan = JoinTreeTest.plan(seed);
      Variable drawn = plan.variables().get(seed % 3);
      Variable outcome = plan.outcome();
      List<Variable> kept = List.of(drawn, outcome);
      Supports all = supports(plan, kept);
      FactorGraph.Weighting equal =
          (definition, parents, value) ->
              definition.output().equals(drawn)
                  ? 1
                  : FactorGraph.PROBABILITY.weight(definition, parents, value);
      double[] apart = new SplitWalk(all, kept, kept, equal, NEVER).weights();
      for (double tooLong : new double[] {0, NEVER}) {
        double[] shared = new SplitWalk(all, kept, List.of(outcome), equal, tooLong).weights();
        assertSame(shared, apart, "plan " + seed);
      }
    }
  }

  /** In both directions too: of the target as it is, and with each parameter set. */
  @Test
  void aWalkInBothDirectionsTellsInPartsWhatItTellsAsAWhole() throws TooLargeException {
    List<Plan> plans = new ArrayList<>(List.of(SmallScenario.plan(Optional.empty(), Map.of())));
    for (int seed = 0; seed < 60; seed++) {
      plans.add(JoinTreeTest.plan(seed));
    }
    int settings = 0;
    for (Plan plan : plans) {
      Variable target = plan.outcome();
      Supports all = supports(plan, List.of(target));
      AnsweredWalk inParts = new AnsweredWalk(all, target, List.of(), 0);
      AnsweredWalk whole = new AnsweredWalk(all, target, List.of(), NEVER);
      assertSame(inParts.total(), whole.total(), "total");
      for (Step.Draw draw : plan.draws()) {
        if (whole.dependsOn(draw.variable())) {
          double[][] set = inParts.whenSet(draw.variable());
          double[][] expected = whole.whenSet(draw.variable());
          for (int value = 0; value < set.length; value++) {
            if (expected[value] == null) {
              assertThat(set[value]).isNull();
            } else {
              assertSame(set[value], expected[value], draw.variable().name());
              settings++;
            }
          }
        }
      }
    }
    assertThat(settings).isGreaterThan(100);
  }

  /** With other variables kept apart, it tells of each what a walk for that one alone tells. */
  @Test
  void variablesThatAreKeptApartAreToldWithTheTarget() throws TooLargeException {
    int told = 0;
    for (int seed = 0; seed < 60; seed++) {
      Plan plan = JoinTreeTest.plan(seed);
      Variable target = plan.outcome();
      List<Variable> apart =
          plan.variables().stream().filter(variable -> !variable.equals(target)).toList();
      Supports all = supports(plan, plan.variables());
      for (double tooLong : new double[] {0, NEVER}) {
        AnsweredWalk walk = new AnsweredWalk(all, target, apart, tooLong);
        for (Map.Entry<Variable, double[][]> joint : walk.joints(apart).entrySet()) {
          Variable variable = joint.getKey();
          assertThat(walk.tellsApart(variable)).isTrue();
          double[] alone = SplitWalk.weights(all, List.of(variable, target));
          double[] together =
              Arrays.stream(joint.getValue()).flatMapToDouble(Arrays::stream).toArray();
          assertSame(together, alone, "plan " + seed + ", " + variable.name());
          told++;
        }
      }
    }
    assertThat(told).isGreaterThan(500);
  }

  private static Step.Draw draw(Variable variable, double... weights) {
    return new Step.Draw(variable, List.of(), ConditionalDistribution.of(Distribution.of(weights)));
  }

  /** A plan of these steps, the last of which gives the outcome. */
  private static Plan plan(List<Variable> variables, Step... steps) {
    return Shipped.plan(Shipped.BASELINE, Selection.NONE)
        .rewritten(variables, List.of(steps), variables.get(variables.size() - 1));
  }

  private static Variable variable(int slot, String name, int size) {
    return new Variable(slot, name, Domain.Numbers.count(0, size - 1));
  }

  /** What is said of one variable does not depend on what else is asked about. */
  @Test
  void aGapBesideAVariableTakesNoCaseFromIt() throws TooLargeException {
    Variable drawn = variable(0, "drawn", 3);
    Variable same = variable(1, "same", 3);
    Variable gap = variable(2, "gap", 2);
    Variable target = variable(3, "target", 2);
    Plan plan =
        plan(
            List.of(drawn, same, gap, target),
            draw(drawn, 1, 1, 2),
            new Step.Compute(same, List.of(drawn), in -> in[0], "same"),
            // Never a result where it is two.
            new Step.Compute(gap, List.of(same), in -> in[0] == 2 ? -1 : in[0], "gap"),
            new Step.Compute(target, List.of(same), in -> in[0] == 0 ? 0 : 1, "target"));
    JointWalk walk = new JointWalk(plan, Shipped.decisions());
    double[][] beside = walk.with(target, List.of(same, gap)).known().get(same);
    assertThat(beside).isDeepEqualTo(new double[][] {{0.25, 0}, {0, 0.25}, {0, 0.5}});
    assertThat(walk.with(target, List.of(same)).known().get(same)).isDeepEqualTo(beside);
  }

  /** A function that is only asked about beside the target leaves the target's cases alone. */
  @Test
  void aGapBesideTheQuestionTakesNoCaseFromIt() throws TooLargeException {
    Variable c = variable(0, "c", 2);
    Variable d = variable(1, "d", 2);
    Variable by = variable(2, "by", 2);
    Variable gap = variable(3, "gap", 2);
    Variable target = variable(4, "target", 4);
    Plan plan =
        plan(
            List.of(c, d, by, gap, target),
            draw(c, 1, 3),
            draw(d, 1, 1),
            new Step.Compute(by, List.of(d), in -> in[0], "by"),
            // Never a result where c is one.
            new Step.Compute(gap, List.of(c), in -> in[0] == 1 ? -1 : 0, "gap"),
            new Step.Compute(target, List.of(c, by), in -> 2 * in[0] + in[1], "target"));
    Supports all = supports(plan, List.of(gap, target));
    double[] sum = new double[4];
    for (int value = 0; value < 2; value++) {
      double[] part = weights(all.within(by, value, true), List.of(target), NEVER);
      Arrays.setAll(sum, i -> sum[i] + part[i]);
    }
    assertSame(sum, new double[] {0.125, 0.125, 0.375, 0.375}, "target");
  }

  /**
   * One function after the other allows a value that both together do not; the walk is done apart
   * by it, since under each of its values one of two large inputs is lost.
   */
  @Test
  void aPartWithoutACaseWeighsNothing() throws TooLargeException {
    int size = 8;
    Variable c = variable(0, "c", 2);
    Variable x = variable(1, "x", size);
    Variable y = variable(2, "y", size);
    Variable a = variable(3, "a", 2);
    Variable b = variable(4, "b", 2);
    Variable by = variable(5, "by", 2);
    Variable target = variable(6, "target", size);
    double[] equal = new double[size];
    Arrays.fill(equal, 1);
    Plan plan =
        plan(
            List.of(c, x, y, a, b, by, target),
            draw(c, 1, 3),
            draw(x, equal),
            draw(y, equal),
            new Step.Compute(a, List.of(c), in -> 1 - in[0], "a"),
            new Step.Compute(b, List.of(c), in -> in[0], "b"),
            new Step.Compute(by, List.of(a, b), in -> in[0] * in[1], "by"),
            new Step.Compute(
                target, List.of(by, x, y), in -> in[0] == 1 ? in[2] : in[1], "target"));
    Supports all = supports(plan, List.of(target));
    assertThat(all.within(by, 1, false).supports()[c.slot()]).isEmpty();
    double[] expected = new double[size];
    Arrays.fill(expected, 1.0 / size);
    double[] third = new double[size];
    third[2] = 1;
    for (double tooLong : new double[] {0, NEVER}) {
      AnsweredWalk walk = new AnsweredWalk(all, target, List.of(), tooLong);
      assertSame(walk.total(), expected, "target");
      assertSame(walk.whenSet(x)[2], third, "x set to its third value");
    }
  }
}
