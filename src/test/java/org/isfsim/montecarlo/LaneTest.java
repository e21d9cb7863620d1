package org.isfsim.montecarlo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.isfsim.RandomScenario;
import org.isfsim.Shipped;
import org.isfsim.decision.Decisions;
import org.isfsim.model.Case;
import org.isfsim.model.CaseEvaluator;
import org.isfsim.model.Plan;
import org.isfsim.model.Variable;
import org.isfsim.sampling.KeyedRandom;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Cases in lanes come out as cases one by one. */
final class LaneTest {

  private static final int CASES = 3 * Lane.WIDTH - 36;

  static List<Shipped.Variant> variants() {
    return Shipped.variants();
  }

  @ParameterizedTest
  @MethodSource("variants")
  void everyCountedValueOfEveryCaseIsTheSame(Shipped.Variant variant) {
    requireTheSame(variant.plan());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void everyCountedValueIsTheSameInRandomScenarios(long seed, @TempDir Path folder) {
    requireTheSame(RandomScenario.wide(seed, folder));
    requireTheSame(RandomScenario.reduced(seed, 2000, folder));
  }

  private static void requireTheSame(Plan plan) {
    Decisions decisions = Shipped.decisions();
    long seed = plan.scenario().run().seed();
    List<Variable> counted = Tally.countedOf(plan);
    Lane lane = Lane.of(LanePlanner.plan(plan, decisions, counted), counted, counted.size());
    KeyedRandom random = new KeyedRandom(seed);
    CaseEvaluator singly = new CaseEvaluator(plan, decisions, seed);
    Case row = new Case(plan);
    // A tally of one case tells what it came to.
    Tally tally = new Tally(plan);
    for (int number = 1; number <= CASES; number++) {
      assertThat(lane.run(random, number, 1)).isTrue();
      tally.clear();
      lane.count(tally, number);
      singly.evaluate(number, CaseEvaluator.nothingGiven(plan), row);
      for (int place = 0; place < counted.size(); place++) {
        Variable variable = counted.get(place);
        if (tally.count(place, row.value(variable)) != 1) {
          assertThat(tally.counts(variable))
              .as("%s of case %d", variable.name(), number)
              .isEqualTo(only(variable, row.value(variable)));
        }
      }
      assertThat(tally.firstCase(row.value(plan.outcome()))).isEqualTo(number);
    }
  }

  private static long[] only(Variable variable, int value) {
    long[] counts = new long[variable.domain().size()];
    counts[value] = 1;
    return counts;
  }

  @ParameterizedTest
  @MethodSource("variants")
  void manyCasesAtATimeCountAsEachAlone(Shipped.Variant variant) {
    Plan plan = variant.plan();
    List<Variable> counted = Tally.countedOf(plan);
    Lane lane =
        Lane.of(LanePlanner.plan(plan, Shipped.decisions(), counted), counted, counted.size());
    KeyedRandom random = new KeyedRandom(plan.scenario().run().seed());
    Tally together = new Tally(plan);
    Tally alone = new Tally(plan);
    for (int first = 1; first <= CASES; first += Lane.WIDTH) {
      int cases = Math.min(Lane.WIDTH, CASES - first + 1);
      assertThat(lane.run(random, first, cases)).isTrue();
      lane.count(together, first);
    }
    for (int number = 1; number <= CASES; number++) {
      assertThat(lane.run(random, number, 1)).isTrue();
      lane.count(alone, number);
    }
    for (Variable variable : counted) {
      assertThat(together.counts(variable)).isEqualTo(alone.counts(variable));
    }
    for (int outcome = 0; outcome < plan.outcome().domain().size(); outcome++) {
      assertThat(together.firstCase(outcome)).isEqualTo(alone.firstCase(outcome));
    }
  }
}
