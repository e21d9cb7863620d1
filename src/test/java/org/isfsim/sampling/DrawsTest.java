package org.isfsim.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.commons.math3.distribution.ChiSquaredDistribution;
import org.isfsim.Replay;
import org.isfsim.Shipped;
import org.isfsim.model.Plan;
import org.isfsim.model.Step;
import org.isfsim.parameter.Distribution;
import org.isfsim.scenario.Selection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The values that parameters take in cases. */
final class DrawsTest {

  private static final long SEED = 20251104;

  /** The chance that one sound parameter fails, had the seed been drawn. */
  private static final double RATE = 1e-7;

  /** The value of every parameter in the first cases, by address. */
  private static List<Map<String, String>> values(Plan plan, int cases) {
    List<String> addresses = List.copyOf(plan.scenario().settings().keySet());
    Replay replay = new Replay(plan, SEED);
    List<Map<String, String>> rows = new ArrayList<>();
    for (int number = 1; number <= cases; number++) {
      replay.at(number);
      rows.add(addresses.stream().collect(Collectors.toMap(a -> a, replay::text)));
    }
    return rows;
  }

  private static void assertSameWhereBothHaveIt(Plan plan, Plan other) {
    List<Map<String, String>> rows = values(plan, 500);
    List<Map<String, String>> others = values(other, 500);
    for (int i = 0; i < rows.size(); i++) {
      Map<String, String> row = rows.get(i);
      Map<String, String> shared = new LinkedHashMap<>(others.get(i));
      shared.keySet().retainAll(row.keySet());
      assertThat(shared).as("case %d", i + 1).hasSizeGreaterThan(80);
      assertThat(row).as("case %d", i + 1).containsAllEntriesOf(shared);
    }
  }

  @Test
  void anotherContributorOrOneLessChangesNoValueOfTheOthers() {
    Plan baseline = Shipped.baseline(Map.of());
    Plan more =
        Shipped.plan(Shipped.SCENARIOS.resolve("force-without-mandate.yaml"), Selection.NONE);
    Plan less =
        Shipped.plan(Shipped.SCENARIOS.resolve("named-contributors-only.yaml"), Selection.NONE);
    assertThat(more.draws()).hasSizeGreaterThan(baseline.draws().size());
    assertThat(less.draws()).hasSizeLessThan(baseline.draws().size());

    assertSameWhereBothHaveIt(baseline, more);
    assertSameWhereBothHaveIt(baseline, less);
  }

  @Test
  void aParameterThatIsSetChangesNoValueOfThoseThatDoNotDependOnIt() {
    Plan baseline = Shipped.baseline(Map.of());
    Plan set = Shipped.baseline(Map.of("council.china.vote", "no", "force.ceiling", "5000"));
    List<Map<String, String>> rows = values(baseline, 500);
    List<Map<String, String>> others = values(set, 500);
    for (int i = 0; i < rows.size(); i++) {
      others.get(i).keySet().removeAll(List.of("council.china.vote", "force.ceiling"));
      assertThat(rows.get(i)).containsAllEntriesOf(others.get(i));
    }
  }

  /** The file's sections in reverse order, and its contributors in another. */
  @Test
  void theOrderOfTheFileChangesNoValue(@TempDir Path folder) throws IOException {
    String text = Files.readString(Shipped.BASELINE);
    List<String> sections = new ArrayList<>(List.of(text.split("(?m)^(?=[a-z]+:)")));
    int at =
        sections.indexOf(
            sections.stream().filter(s -> s.startsWith("contributors:")).findFirst().orElseThrow());
    List<String> contributors =
        new ArrayList<>(List.of(sections.get(at).split("(?m)^(?=  [A-Z]+:)")));
    String heading = contributors.remove(0);
    // Egypt stays before the Emirates, which repeat its odds by reference.
    Collections.rotate(contributors.subList(0, 2), 1);
    Collections.rotate(contributors.subList(3, 6), 1);
    sections.set(at, heading + String.join("", contributors));
    Collections.reverse(sections);
    Path file = Files.writeString(folder.resolve("permuted.yaml"), String.join("", sections));

    Plan baseline = Shipped.baseline(Map.of());
    Plan permuted = Shipped.plan(file, Selection.NONE);
    assertThat(permuted.draws().stream().map(draw -> draw.variable().name()))
        .isNotEqualTo(baseline.draws().stream().map(draw -> draw.variable().name()).toList())
        .containsExactlyInAnyOrderElementsOf(
            baseline.draws().stream().map(draw -> draw.variable().name()).toList());

    assertThat(values(permuted, 500)).isEqualTo(values(baseline, 500));
  }

  /** How often each value came out of each distribution that a parameter has. */
  private static final class Counts {
    private final Map<Distribution, long[]> counts = new LinkedHashMap<>();

    void add(Distribution distribution, int value) {
      counts.computeIfAbsent(distribution, d -> new long[d.size()])[value]++;
    }

    /**
     * Pearson's test over all distributions together; values that are expected less than ten times
     * are counted together with their neighbours above.
     */
    double pValue() {
      double statistic = 0;
      int freedom = 0;
      for (Map.Entry<Distribution, long[]> entry : counts.entrySet()) {
        Distribution distribution = entry.getKey();
        long total = Arrays.stream(entry.getValue()).sum();
        List<double[]> cells = new ArrayList<>();
        double expected = 0;
        double found = 0;
        for (int value = 0; value < distribution.size(); value++) {
          expected += total * distribution.probability(value);
          found += entry.getValue()[value];
          if (expected >= 10) {
            cells.add(new double[] {expected, found});
            expected = 0;
            found = 0;
          }
        }
        if (!cells.isEmpty()) {
          cells.get(cells.size() - 1)[0] += expected;
          cells.get(cells.size() - 1)[1] += found;
          freedom += cells.size() - 1;
          for (double[] cell : cells) {
            statistic += (cell[1] - cell[0]) * (cell[1] - cell[0]) / cell[0];
          }
        }
      }
      return freedom == 0
          ? 1
          : 1 - new ChiSquaredDistribution(freedom).cumulativeProbability(statistic);
    }
  }

  /**
   * Each parameter at the rate of 1e-7, some 120 parameters and two scenarios: jointly less than
   * 3e-5.
   */
  @ParameterizedTest
  @ValueSource(strings = {"baseline.yaml", "tied-aid-harms.yaml"})
  void theFrequenciesOfDrawsFitTheirDistributions(String file) {
    Plan plan = Shipped.plan(Shipped.SCENARIOS.resolve(file), Selection.NONE);
    Map<Step.Draw, Counts> counts = new LinkedHashMap<>();
    plan.draws().forEach(draw -> counts.put(draw, new Counts()));
    Replay replay = new Replay(plan, SEED);
    for (int number = 1; number <= 20_000; number++) {
      int[] values = replay.at(number).row().values();
      counts.forEach(
          (draw, counted) -> {
            int[] parents = draw.parents().stream().mapToInt(p -> values[p.slot()]).toArray();
            int value = values[draw.variable().slot()];
            Distribution distribution = draw.distribution().at(parents);
            assertThat(distribution.isPossible(value)).isTrue();
            counted.add(distribution, value);
          });
    }
    assertThat(counts).hasSizeBetween(100, 140);
    counts.forEach(
        (draw, counted) ->
            assertThat(counted.pValue()).as(draw.variable().name()).isGreaterThan(RATE));
  }
}
