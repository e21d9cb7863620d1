package org.isfsim.exact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.isfsim.Shipped;
import org.isfsim.SmallScenario;
import org.isfsim.model.Plan;
import org.isfsim.model.Variable;
import org.isfsim.parameter.Domain;
import org.isfsim.scenario.Selection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MovesTest {

  @TempDir Path folder;

  private static Variable number(int values) {
    return new Variable(0, "number", Domain.Numbers.count(0, values - 1));
  }

  @Test
  void ofNumbersTheMiddleNinetyPercentIsLeft() {
    double[] hundredth = new double[100];
    Arrays.fill(hundredth, 0.01);
    BitSet middle = Moves.middle(number(100), hundredth);
    // The first value by which 5 % are reached, to the first by which 95 % are.
    assertThat(middle.nextSetBit(0)).isEqualTo(4);
    assertThat(middle.length() - 1).isEqualTo(94);
    assertThat(middle.cardinality()).isEqualTo(91);
  }

  @Test
  void whatCannotBeIsLeftOutAndACertainNumberStays() {
    assertThat(Moves.middle(number(4), new double[] {0, 0.5, 0, 0.5}))
        .isEqualTo(BitSet.valueOf(new long[] {0b1010}));
    assertThat(Moves.middle(number(3), new double[] {0, 1, 0}).cardinality()).isEqualTo(1);
  }

  @Test
  void namesAreAllLeftHoweverRare() {
    Variable choice = new Variable(0, "choice", new Domain.Choice(List.of("a", "b", "c")));
    assertThat(Moves.middle(choice, new double[] {0.01, 0.99, 0}))
        .isEqualTo(BitSet.valueOf(new long[] {0b011}));
  }

  @Test
  void aRangeIsTheSameInBothKindsForTheValuesThatBothHave() throws TooLargeException {
    Plan plan = SmallScenario.plan(Map.of());
    ExactWalk walk = new ExactWalk(plan, Shipped.decisions());
    Map<Variable, ExactResult.Effect> whole =
        walk.outcomes(Ranges.DOMAIN).effects().stream()
            .collect(Collectors.toMap(ExactResult.Effect::parameter, effect -> effect));
    List<ExactResult.Effect> own = walk.outcomes(Ranges.SUPPORT).effects();
    assertThat(own).isNotEmpty();
    for (ExactResult.Effect effect : own) {
      Variable parameter = effect.parameter();
      double[] marginal = walk.marginal(parameter);
      BitSet middle = Moves.middle(parameter, marginal);
      for (int value = 0; value < marginal.length; value++) {
        assertThat(effect.given()[value] != null)
            .as("%s=%s", parameter.name(), parameter.domain().text(value))
            .isEqualTo(middle.get(value));
        if (middle.get(value)) {
          double[] same = Objects.requireNonNull(whole.get(parameter)).given()[value];
          assertThat(effect.given()[value]).hasSameSizeAs(same);
          for (int outcome = 0; outcome < same.length; outcome++) {
            assertThat(effect.given()[value][outcome])
                .isCloseTo(same[outcome], within(1e-12 + 1e-12 * same[outcome]));
          }
        }
      }
    }
  }

  @Test
  void aParameterIsSetOnlyToWhatAllThatDependsOnItKnows() throws IOException, TooLargeException {
    Path file = folder.resolve("given.yaml");
    Files.copy(Shipped.BASELINE, folder.resolve("baseline.yaml"));
    Files.writeString(
        file,
        """
        format: 1
        id: given
        title: One vote given another
        extends: baseline.yaml
        uncertainties:
          council.china.vote: { choice: { no: 1, abstain: 1 } }
          council.russia.vote: { given: council.china.vote, no: abstain, abstain: no }
        """);
    Plan plan = Shipped.plan(file, Selection.NONE);
    Variable china = plan.variable("council.china.vote");
    Variable russia = plan.variable("council.russia.vote");
    int yes = china.domain().indexOf("yes").orElseThrow();
    int no = china.domain().indexOf("no").orElseThrow();
    assertThat(Moves.isSettable(plan, Map.of(china, yes))).isFalse();
    assertThat(Moves.isSettable(plan, Map.of(china, no))).isTrue();
    assertThat(Moves.isSettable(plan, Map.of(china, yes, russia, no))).isTrue();
    assertThat(Moves.isSettable(plan, Map.of(russia, yes))).isTrue();
    Variable france = plan.variable("council.france.vote");
    Moves moves =
        new Moves(
            plan, Shipped.decisions(), List.of(china, russia), Ranges.DOMAIN, new WalkMemory());
    assertThat(moves.isSetTo(china, yes)).isFalse();
    assertThat(moves.isSetTo(china, no)).isTrue();
    assertThat(moves.isSetTo(france, no)).isFalse();
    assertThat(moves.has(china)).isTrue();
    assertThat(moves.has(france)).isFalse();
    assertThat(moves.widens(china, 2)).isTrue();
    assertThat(moves.widens(china, 3)).isFalse();
    assertThat(moves.widens(france, 2)).isFalse();
  }
}
