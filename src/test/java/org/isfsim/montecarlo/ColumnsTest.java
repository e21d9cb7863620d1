package org.isfsim.montecarlo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.isfsim.Shipped;
import org.isfsim.decision.Decisions;
import org.isfsim.model.Case;
import org.isfsim.model.CaseEvaluator;
import org.isfsim.model.Plan;
import org.isfsim.model.Variable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Cases in columns come out as cases one by one. */
final class ColumnsTest {

  private static final int CASES = 1500;

  static List<Shipped.Variant> variants() {
    return Shipped.variants();
  }

  @ParameterizedTest
  @MethodSource("variants")
  void everyCountedValueOfEveryCaseIsTheSame(Shipped.Variant variant) {
    Plan plan = variant.plan();
    Decisions decisions = Shipped.decisions();
    long seed = plan.scenario().run().seed();
    List<Variable> counted = Tally.countedOf(plan);
    Columns columns = new Columns(plan, decisions, seed, counted);
    CaseEvaluator singly = new CaseEvaluator(plan, decisions, seed);
    Case row = new Case(plan);
    for (int first = 1; first <= CASES; first += Columns.WIDTH) {
      int cases = Math.min(Columns.WIDTH, CASES - first + 1);
      assertThat(columns.evaluate(first, cases)).isTrue();
      for (int place = 0; place < cases; place++) {
        singly.evaluate(first + place, CaseEvaluator.nothingGiven(plan), row);
        for (Variable variable : counted) {
          if (columns.values(variable)[place] != row.value(variable)) {
            assertThat((int) columns.values(variable)[place])
                .as("%s of case %d", variable.name(), first + place)
                .isEqualTo(row.value(variable));
          }
        }
      }
    }
  }
}
