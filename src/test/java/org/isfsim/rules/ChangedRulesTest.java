package org.isfsim.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.isfsim.Exactly;
import org.isfsim.Replay;
import org.isfsim.RuleCopy;
import org.isfsim.Shipped;
import org.isfsim.decision.Decisions;
import org.isfsim.model.Plan;
import org.isfsim.model.Variable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A changed condition in a copy of the rules changes results accordingly; no Java is changed. */
final class ChangedRulesTest {

  @Test
  void aHigherThresholdInTheCouncilMovesExactlyTheCasesInBetween(@TempDir Path folder)
      throws IOException {
    RuleCopy copy =
        new RuleCopy(folder.resolve("rules"))
            .replace("council", "yes < 9", "yes < 12")
            .replace("council", "yes >= 9", "yes >= 12");
    Plan plan = Shipped.baseline(Map.of());
    Variable votes = plan.variable("council.yes-votes");
    double[] tally = new Exactly(plan).of(List.of(votes)).get(0);
    double fewerThanTwelve = 0;
    for (int yes = 0; yes < 12; yes++) {
      fewerThanTwelve += tally[yes];
    }
    try (Decisions changed = Decisions.remembering(Shipped.rules(copy.folder()))) {
      Exactly after = new Exactly(plan, changed);

      assertThat(after.of("council", "insufficient")).isCloseTo(fewerThanTwelve, within(1e-12));
      assertThat(fewerThanTwelve)
          .isGreaterThan(new Exactly(plan).of("council", "insufficient") + 0.1);
      Replay one = new Replay(plan, Shipped.decisions(), 5);
      Replay other = new Replay(plan, changed, 5);
      int moved = 0;
      for (int number = 1; number <= 2_000; number++) {
        one.at(number);
        other.at(number);
        int yes = one.number("council.yes-votes");
        if (yes >= 9 && yes < 12) {
          moved++;
          assertThat(other.text("outcome")).isEqualTo("not-adopted-insufficient");
        } else {
          assertThat(other.row().values()).isEqualTo(one.row().values());
        }
      }
      assertThat(moved).isPositive();
    }
  }

  @Test
  void aLiftedBarLetsTurkishTroopsComeAndABarOnAnotherStateKeepsIts(@TempDir Path folder)
      throws IOException {
    RuleCopy copy = new RuleCopy(folder.resolve("rules"));
    copy.replace("contingent", "\"TUR\"", "\"AZE\"");
    Plan plan = Shipped.baseline(Map.of());
    try (Decisions changed = Decisions.remembering(Shipped.rules(copy.folder()))) {
      Exactly before = new Exactly(plan);
      Exactly after = new Exactly(plan, changed);

      assertThat(before.of("contingent.TUR", "barred-by-israel")).isCloseTo(1, within(1e-12));
      assertThat(after.of("contingent.TUR", "barred-by-israel")).isZero();
      assertThat(after.of("contingent.AZE", "barred-by-israel")).isCloseTo(1, within(1e-12));
      assertThat(after.of("contingent.TUR", "available"))
          .isCloseTo(before.of("contingent.AZE", "available"), within(1e-12));
    }
  }
}
