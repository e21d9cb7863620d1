package org.isfsim.montecarlo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.isfsim.RuleCopy;
import org.isfsim.Shipped;
import org.isfsim.decision.Decisions;
import org.isfsim.model.Case;
import org.isfsim.model.CaseEvaluator;
import org.isfsim.model.Plan;
import org.isfsim.model.Variable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A reader tells of every case what evaluating it by itself tells, also where cases fail. */
final class CaseReaderTest {

  private static final Plan BASELINE = Shipped.baseline(Map.of());
  private static final long SEED = 12;
  private static final int CASES = 5 * CaseReader.WIDTH + 77;

  /** How many cases failed. */
  private static int failedOf(Decisions decisions) {
    List<Variable> wanted = new ArrayList<>(BASELINE.reported());
    wanted.add(BASELINE.outcome());
    wanted.add(BASELINE.draws().get(BASELINE.draws().size() / 2).variable());
    CaseReader reader = CaseReader.of(BASELINE, decisions, SEED, wanted).get();
    CaseEvaluator evaluator = new CaseEvaluator(BASELINE, decisions, SEED);
    Case row = new Case(BASELINE);
    int failed = 0;
    for (int from = 0; from < CASES; from += CaseReader.WIDTH) {
      int count = Math.min(CaseReader.WIDTH, CASES - from);
      reader.read(from + 1L, count);
      for (int place = 0; place < count; place++) {
        evaluator.evaluate(from + place + 1L, CaseEvaluator.nothingGiven(BASELINE), row);
        int[] values = reader.values(place);
        for (Variable variable : wanted) {
          assertThat(values[variable.slot()])
              .as("%s in case %d", variable.name(), from + place + 1)
              .isEqualTo(row.value(variable));
        }
        assertThat(reader.isFailed()).isEqualTo(row.failure() != null);
        failed += reader.isFailed() ? 1 : 0;
      }
    }
    return failed;
  }

  @Test
  void itTellsWhatTheCasesComeTo() {
    assertThat(failedOf(Shipped.decisions())).isZero();
  }

  @Test
  void itTellsWhichCasesFailAndAllElseOfThem(@TempDir Path folder) throws IOException {
    RuleCopy copy =
        new RuleCopy(folder.resolve("rules"))
            .delete("endurance", "Contributors take their troops home");
    try (Decisions decisions = Decisions.remembering(Shipped.rules(copy.folder()))) {
      assertThat(failedOf(decisions)).isBetween(3, CASES / 2);
    }
  }

  /**
   * What an earlier, larger batch has left in lanes that no case of this one enters is not told.
   */
  @Test
  void batchesOfOneAfterAFullOneTellTheirOwnCase() {
    List<Variable> wanted = new ArrayList<>(BASELINE.reported());
    wanted.add(BASELINE.outcome());
    CaseReader reader = CaseReader.of(BASELINE, Shipped.decisions(), SEED, wanted).get();
    CaseEvaluator evaluator = new CaseEvaluator(BASELINE, Shipped.decisions(), SEED);
    Case row = new Case(BASELINE);
    for (int i = 0; i < 120; i++) {
      reader.read(1L + i, CaseReader.WIDTH);
      long number = 2L * CaseReader.WIDTH + i;
      reader.read(number, 1);
      evaluator.evaluate(number, CaseEvaluator.nothingGiven(BASELINE), row);
      for (Variable variable : wanted) {
        assertThat(reader.values(0)[variable.slot()])
            .as("%s in case %d", variable.name(), number)
            .isEqualTo(row.value(variable));
      }
    }
  }
}
