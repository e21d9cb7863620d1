package org.isfsim.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.isfsim.Shipped;
import org.isfsim.decision.Decisions;
import org.isfsim.decision.Finding;
import org.isfsim.model.Case;
import org.isfsim.model.CaseEvaluator;
import org.isfsim.model.Plan;
import org.isfsim.model.Step;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Firing Drools afresh at every decision gives, case by case, what remembering gives: every value,
 * so every decision, indicator and milestone, and every reason.
 */
final class ReferencePathTest {

  private static final int CASES_OF_A_FILE = 1_000;
  private static final int CASES_OF_A_POLICY = 60;

  private static Decisions reference;

  @BeforeAll
  static void open() {
    reference = Decisions.reference(Shipped.rules());
  }

  @AfterAll
  static void close() {
    reference.close();
  }

  static List<Shipped.Variant> variants() {
    return Shipped.variants();
  }

  @ParameterizedTest
  @MethodSource("variants")
  void firingAfreshAndRememberingAgreeCaseByCase(Shipped.Variant variant) {
    Plan plan = variant.plan();
    long seed = plan.scenario().run().seed();
    int cases = variant.selection().policy().isEmpty() ? CASES_OF_A_FILE : CASES_OF_A_POLICY;
    CaseEvaluator afresh = new CaseEvaluator(plan, reference, seed);
    CaseEvaluator remembering = new CaseEvaluator(plan, Shipped.decisions(), seed);
    int[] nothing = CaseEvaluator.nothingGiven(plan);
    Case one = new Case(plan);
    Case other = new Case(plan);
    long firings = reference.firings();
    for (int number = 1; number <= cases; number++) {
      afresh.evaluate(number, nothing, one);
      remembering.evaluate(number, nothing, other);
      assertThat(one.failure()).isNull();
      if (!Arrays.equals(one.values(), other.values())) {
        assertThat(one.values()).as("case %d", number).isEqualTo(other.values());
      }
      for (Step.Decide decide : plan.decisions()) {
        Finding fresh = finding(reference, decide, one);
        Finding remembered = finding(Shipped.decisions(), decide, other);
        if (!fresh.equals(remembered)) {
          assertThat(fresh).as("%s of case %d", decide.column(), number).isEqualTo(remembered);
        }
      }
    }
    assertThat(reference.firings() - firings)
        .as("every decision of every case was fired")
        .isEqualTo((long) cases * plan.decisions().size());
  }

  private static Finding finding(Decisions decisions, Step.Decide decide, Case row) {
    return decisions.table(decide.signature().decision()).finding(row.finding(decide));
  }
}
