package org.isfsim.exact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToLongFunction;
import org.isfsim.Shipped;
import org.isfsim.model.Plan;
import org.isfsim.scenario.Contributor;
import org.isfsim.scenario.Selection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The work of a walk grows with the number of listed contributors no faster than a line. Work is
 * counted in products added up and in combinations kept, which no clock and no machine changes.
 */
final class ContributorsTest {

  private static final List<Integer> NUMBERS = List.of(5, 8, 12, 20);

  /**
   * By what factor growth from 12 to 20 may exceed that of the line through 8 and 12. The order of
   * the walk is found by attempts, so that neighbouring numbers may be walked in different orders.
   */
  private static final double SLACK = 1.25;

  private static final Map<Integer, ExactResult> WITH_RANGES = new ConcurrentHashMap<>();

  @TempDir static Path folder;

  private static ExactWalk walk(int number) {
    try {
      return new ExactWalk(baselineWith(number), Shipped.decisions());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The baseline with other contributors, who differ in majority and in who would disarm. */
  private static Plan baselineWith(int number) throws IOException {
    StringBuilder text = new StringBuilder("format: 1\ntitle: More or fewer contributors\n");
    text.append("id: contributors-").append(number);
    text.append("\nextends: baseline.yaml");
    text.append("\ncontributors:\n");
    for (Contributor listed : Shipped.scenario(Shipped.BASELINE, Selection.NONE).contributors()) {
      text.append("  ").append(listed.id()).append(": null\n");
    }
    for (int i = 0; i < number; i++) {
      text.append("  STATE-").append(i).append(":\n    name: State ").append(i);
      text.append("\n    muslim-majority: ").append(i % 2 == 0);
      if (i % 3 == 0) {
        text.append("\n    will-disarm: false");
      }
      text.append("\n    troops: { uniform: { min: 500, max: 20000 } }\n");
    }
    Files.copy(
        Shipped.BASELINE, folder.resolve("baseline.yaml"), StandardCopyOption.REPLACE_EXISTING);
    Path file = folder.resolve("contributors-" + number + ".yaml");
    Files.writeString(file, text);
    return Shipped.plan(file, Selection.NONE);
  }

  private static ExactResult with(int number) {
    return WITH_RANGES.computeIfAbsent(
        number,
        n -> {
          try {
            return walk(n).outcomes(Ranges.SUPPORT);
          } catch (TooLargeException e) {
            throw new AssertionError(e);
          }
        });
  }

  @Test
  void everyListedContributorIsWalked() {
    for (int number : List.of(5, 8)) {
      assertThat(
              with(number).effects().stream()
                  .map(effect -> effect.parameter().name())
                  .filter(name -> name.matches("contributors\\..*\\.troops")))
          .hasSize(number);
    }
  }

  @Test
  void aFurtherContributorTakesNothingFromTheForceAndTheVoteStaysAsItIs() throws TooLargeException {
    double[] more = walk(NUMBERS.get(0)).outcomesAlone().probability();
    for (int number : NUMBERS.subList(1, NUMBERS.size())) {
      double[] fewer = more;
      more = walk(number).outcomesAlone().probability();
      assertThat(more[outcome("not-adopted-veto")])
          .isCloseTo(fewer[outcome("not-adopted-veto")], within(1e-12));
      assertThat(more[outcome("no-contingents")]).isLessThan(fewer[outcome("no-contingents")]);
    }
  }

  private static int outcome(String name) {
    return org.isfsim.Shipped.outcomes().indexOf(name).orElseThrow();
  }

  @Test
  void edgesGrowNoFasterThanALine() {
    assertNoFasterThanALine(ExactResult::edges);
  }

  @Test
  void statesGrowNoFasterThanALine() {
    assertNoFasterThanALine(ExactResult::states);
  }

  private static void assertNoFasterThanALine(ToLongFunction<ExactResult> work) {
    double slope = (work.applyAsLong(with(12)) - work.applyAsLong(with(8))) / (12.0 - 8);
    double grown = work.applyAsLong(with(20)) - work.applyAsLong(with(12));

    assertThat(slope).isPositive();
    assertThat(grown).isLessThanOrEqualTo(SLACK * slope * (20 - 12));
    assertThat(work.applyAsLong(with(20)) / 20.0)
        .as("for each of 20 contributors, against each of 8")
        .isLessThanOrEqualTo(work.applyAsLong(with(8)) / 8.0);
  }
}
