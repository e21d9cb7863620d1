package org.isfsim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CoverageCommandTest {

  /** Fixed dates keep the walk small. */
  private static String[] covering(String... more) {
    List<String> args =
        new ArrayList<>(
            List.of("rules", "coverage", Ran.HOME.resolve("scenarios/baseline.yaml").toString()));
    for (String fixed :
        List.of(
            "disarmament.begin-weeks=4",
            "disarmament.duration-weeks=40",
            "endurance.withdrawal-weeks=8",
            "ceasefire.lasts-weeks=30")) {
      args.add("--set");
      args.add(fixed);
    }
    args.addAll(List.of(more));
    return args.toArray(String[]::new);
  }

  @Test
  void everyRuleHasAFigureAndWhatCannotFireItsReason() {
    Ran ran = Ran.isfsim(covering());
    assertThat(ran.code()).isZero();
    assertThat(ran.err()).isEmpty();
    assertThat(ran.out())
        .contains("81 of 243 combinations of inputs occur")
        .contains("  31.5 %  Too few members vote yes")
        .contains("  never   The United States votes no")
        .contains("never: united states is \"no\" (council.united-states.vote=yes)")
        .contains("  always  Israel bars armed Turkish contingents")
        .contains("contingent, for at least one of 6 contributors")
        .contains("stage, where the decision outcome is taken once more")
        .containsPattern("\\d+ of \\d+ rules can fire, \\d+ cannot\\. Exact\\.");
    assertThat(ran.out().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThan(81));
  }

  @Test
  void jsonHasTheSameForEveryRule() {
    Ran ran = Ran.isfsim(covering("--format", "json"));
    assertThat(ran.code()).isZero();
    assertThat(ran.out())
        .contains("\"command\": \"rules coverage\"", "\"method\": \"exact\"")
        .contains("\"reached\": 81", "\"contingent.IDN\": {", "\"excluded\": [")
        .contains("\"council.united-states.vote\": \"yes\"");
  }
}
