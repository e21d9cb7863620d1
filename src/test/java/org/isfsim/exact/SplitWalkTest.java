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
      AnsweredWalk inParts = new AnsweredWalk(all, target, 0);
      AnsweredWalk whole = new AnsweredWalk(all, target, NEVER);
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
}
