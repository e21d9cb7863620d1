package org.isfsim.benchmark.plain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.isfsim.Shipped;
import org.isfsim.model.Case;
import org.isfsim.model.CaseEvaluator;
import org.isfsim.model.Plan;
import org.isfsim.model.Variable;
import org.isfsim.montecarlo.MonteCarlo;
import org.isfsim.montecarlo.Tally;
import org.junit.jupiter.api.Test;

/** The baseline by hand is the baseline of the program; else a comparison of speeds is none. */
final class PlainBaselineTest {

  private static final int CASES = 20_000;

  private static final Plan BASELINE = Shipped.baseline(Map.of());
  private static final long SEED = BASELINE.scenario().run().seed();

  /** The variables of the plan in the order of {@link Reported}. */
  private static List<Variable> reported() {
    List<Variable> variables = new ArrayList<>(List.of(BASELINE.outcome()));
    variables.addAll(BASELINE.reported());
    return variables;
  }

  @Test
  void itReportsWhatTheProgramReports() {
    List<String> names = new ArrayList<>(List.of("outcome"));
    BASELINE.indicators().forEach(indicator -> names.add(indicator.name()));
    BASELINE.milestones().forEach(milestone -> names.add(milestone.name()));

    assertThat(Reported.NAMES).isEqualTo(names);
    assertThat(reported()).hasSameSizeAs(names).doesNotHaveDuplicates();
  }

  @Test
  void everyCaseHasTheSameOutcomeIndicatorsAndMilestones() {
    CaseEvaluator evaluator = new CaseEvaluator(BASELINE, Shipped.decisions(), SEED);
    PlainBaseline plain = new PlainBaseline(SEED);
    int[] nothing = CaseEvaluator.nothingGiven(BASELINE);
    int[] slots = reported().stream().mapToInt(Variable::slot).toArray();
    Case expected = new Case(BASELINE);
    int[] row = new int[slots.length];
    for (int number = 1; number <= CASES; number++) {
      Arrays.fill(row, -1);
      evaluator.evaluate(number, nothing, expected);
      plain.evaluate(number, row);
      for (int place = 0; place < slots.length; place++) {
        if (row[place] != expected.values()[slots[place]]) {
          assertThat(row[place])
              .as("%s of case %d", Reported.NAMES.get(place), number)
              .isEqualTo(expected.values()[slots[place]]);
        }
      }
    }
  }

  @Test
  void itsTallyIsTheTallyOfTheProgram() {
    Tally expected =
        new MonteCarlo(BASELINE, Shipped.decisions(), new MonteCarlo.Settings(CASES, SEED, 1, null))
            .run(null, done -> {})
            .tally();
    PlainTally tally = new PlainTally();
    new PlainBaseline(SEED).run(1, CASES, tally);

    List<Variable> variables = reported();
    for (int place = 0; place < variables.size(); place++) {
      long[] counts = expected.counts(variables.get(place));
      assertThat(tally.counts(place))
          .as(Reported.NAMES.get(place))
          .isEqualTo(Arrays.copyOf(counts, Reported.VALUES));
    }
    for (int outcome = 0; outcome < BASELINE.outcome().domain().size(); outcome++) {
      assertThat(tally.firstCase(outcome)).isEqualTo(expected.firstCase(outcome));
    }
  }
}
