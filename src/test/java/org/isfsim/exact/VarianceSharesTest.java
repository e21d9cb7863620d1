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
import org.isfsim.Shipped;
import org.isfsim.model.Case;
import org.isfsim.model.CaseEvaluator;
import org.isfsim.model.Plan;
import org.isfsim.model.Variable;
import org.isfsim.parameter.Distribution;
import org.isfsim.scenario.Selection;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The exact shares of variance are those that going through all combinations gives, also where one
 * parameter depends on another.
 */
final class VarianceSharesTest {

  private static final double CLOSE = 1e-12;
  private static final String CHINA = "council.china.vote";
  private static final String RUSSIA = "council.russia.vote";
  private static final String ELECTED = "council.elected-yes";

  /** China's vote changes its value at multiples of a twentieth of its uniform number. */
  private static final int SLICES = 20;

  @TempDir private static Path folder;

  private static Plan plan;
  private static Variable council;
  private static VarianceShares shares;

  @BeforeAll
  static void load() throws IOException, TooLargeException {
    Files.copy(Shipped.BASELINE, folder.resolve("baseline.yaml"));
    Path file = folder.resolve("dependent.yaml");
    Files.writeString(
        file,
        """
        format: 1
        extends: baseline.yaml
        id: dependent
        title: China votes with an eye on Russia
        uncertainties:
          council.china.vote:
            given: council.russia.vote
            no: { choice: { no: 3, abstain: 1 } }
            abstain: { choice: { no: 1, abstain: 2, yes: 2 } }
            else: { choice: { abstain: 1, yes: 1 } }
          council.russia.vote: { choice: { no: 2, abstain: 2, yes: 1 } }
          council.france.vote: yes
          council.united-kingdom.vote: yes
          council.vote-held: true
          council.vote-week: 4
        """);
    plan = Shipped.plan(file, Selection.NONE);
    council = plan.variable("council");
    shares = VarianceShares.of(plan, Shipped.decisions(), council, new WalkMemory());
  }

  /** Whether a result of the Council comes of these draws: 1 or 0. */
  private static double[][][][] results() {
    Distribution russia = distribution(RUSSIA);
    Distribution elected = distribution(ELECTED);
    CaseEvaluator evaluator = new CaseEvaluator(plan, Shipped.decisions(), 1);
    Case row = new Case(plan);
    double[][][][] results =
        new double[SLICES][russia.size()][elected.size()][council.domain().size()];
    for (int u = 0; u < SLICES; u++) {
      for (int r : russia.support()) {
        int china = plan.scenario().setting(CHINA).distribution().at(r).sample((u + 0.5) / SLICES);
        for (int e : elected.support()) {
          Map<String, Integer> values = Map.of(CHINA, china, RUSSIA, r, ELECTED, e);
          evaluator.evaluate(1, CaseEvaluator.given(plan, values), row);
          results[u][r][e][row.value(council)] = 1;
        }
      }
    }
    return results;
  }

  private static Distribution distribution(String address) {
    var setting = plan.scenario().setting(address).distribution();
    return setting.isUnconditional() ? setting.at() : setting.at(parents(setting.parents()));
  }

  /** The values of parents that are fixed. */
  private static int[] parents(List<String> addresses) {
    return addresses.stream()
        .mapToInt(a -> plan.scenario().setting(a).distribution().at().fixedValue())
        .toArray();
  }

  /** The weight of a combination. */
  private static double weight(int r, int e) {
    return distribution(RUSSIA).probability(r) * distribution(ELECTED).probability(e) / SLICES;
  }

  @Test
  void firstOrderIsTheVarianceOfWhatOneDrawTells() throws TooLargeException {
    Map<String, double[]> first = shares.first();
    assertThat(first).containsOnlyKeys(CHINA, RUSSIA, ELECTED);
    double[][][][] results = results();
    for (int y = 0; y < council.domain().size(); y++) {
      double mean = 0;
      double[] byChina = new double[SLICES];
      double[] byRussia = new double[distribution(RUSSIA).size()];
      double[] byElected = new double[distribution(ELECTED).size()];
      for (int u = 0; u < SLICES; u++) {
        for (int r = 0; r < byRussia.length; r++) {
          for (int e = 0; e < byElected.length; e++) {
            double part = weight(r, e) * results[u][r][e][y];
            mean += part;
            byChina[u] += part * SLICES;
            byRussia[r] += part == 0 ? 0 : part / distribution(RUSSIA).probability(r);
            byElected[e] += part == 0 ? 0 : part / distribution(ELECTED).probability(e);
          }
        }
      }
      double china = 0;
      for (double given : byChina) {
        china += (given - mean) * (given - mean) / SLICES;
      }
      assertThat(known(first, CHINA)[y]).isCloseTo(china, within(CLOSE));
      assertThat(known(first, RUSSIA)[y])
          .isCloseTo(variance(byRussia, RUSSIA, mean), within(CLOSE));
      assertThat(known(first, ELECTED)[y])
          .isCloseTo(variance(byElected, ELECTED, mean), within(CLOSE));
    }
  }

  private static double variance(double[] given, String address, double mean) {
    double variance = 0;
    for (int v = 0; v < given.length; v++) {
      variance += distribution(address).probability(v) * (given[v] - mean) * (given[v] - mean);
    }
    return variance;
  }

  @Test
  void totalIsTheVarianceThatIsLeftWhenAllElseIsKnown() throws TooLargeException {
    double[][][][] results = results();
    double[] china = shares.total(CHINA);
    double[] russia = shares.total(RUSSIA);
    double[] elected = shares.total(ELECTED);
    for (int y = 0; y < council.domain().size(); y++) {
      double leftByChina = 0;
      double leftByRussia = 0;
      double leftByElected = 0;
      for (int u = 0; u < SLICES; u++) {
        for (int r : distribution(RUSSIA).support()) {
          for (int e : distribution(ELECTED).support()) {
            double weight = weight(r, e);
            double here = results[u][r][e][y];
            // Half the expected square of what a second, independent draw changes.
            for (int other = 0; other < SLICES; other++) {
              leftByChina += weight * square(here - results[other][r][e][y]) / SLICES / 2;
            }
            for (int other : distribution(RUSSIA).support()) {
              leftByRussia +=
                  weight
                      * distribution(RUSSIA).probability(other)
                      * square(here - results[u][other][e][y])
                      / 2;
            }
            for (int other : distribution(ELECTED).support()) {
              leftByElected +=
                  weight
                      * distribution(ELECTED).probability(other)
                      * square(here - results[u][r][other][y])
                      / 2;
            }
          }
        }
      }
      assertThat(china[y]).isCloseTo(leftByChina, within(CLOSE));
      assertThat(russia[y]).isCloseTo(leftByRussia, within(CLOSE));
      assertThat(elected[y]).isCloseTo(leftByElected, within(CLOSE));
    }
  }

  private static <T> T known(Map<String, T> map, String address) {
    return Objects.requireNonNull(map.get(address), address);
  }

  private static double square(double value) {
    return value * value;
  }

  @Test
  void whatIsTooLargeAtOnceIsDoneInPiecesThatGiveTheSame() throws TooLargeException {
    IndependentDraws draws =
        IndependentDraws.of(plan, Shipped.decisions(), council, new WalkMemory());
    FactorGraph graph =
        FactorGraph.of(
            Supports.of(
                draws.plan(), Shipped.decisions(), List.of(draws.target()), (drawn, all) -> all),
            List.of(draws.target()),
            FactorGraph.PROBABILITY,
            Algebra.SUM_PRODUCT);
    for (String address : List.of(CHINA, RUSSIA, ELECTED)) {
      Variable root = known(draws.roots(), address);
      DoubledPlan doubled = new DoubledPlan(plan, draws, Shipped.decisions(), graph, root);
      double[] whole = doubled.differing();
      assertThat(doubled.inPieces()).isPresent();
      assertThat(doubled.inPieces().orElseThrow()).containsExactly(whole, within(CLOSE));
    }
  }

  @Test
  void theProbabilityInsideABoxIsThatOfItsCombinations() throws TooLargeException {
    Map<String, BitSet> box = Map.of(CHINA, bits(1, 2), ELECTED, bits(7, 8, 9, 10));
    double[] inside = new ExactWalk(plan, Shipped.decisions()).within(box, council);
    double[] expected = new double[council.domain().size()];
    double[][][][] results = results();
    for (int u = 0; u < SLICES; u++) {
      for (int r : distribution(RUSSIA).support()) {
        int china = plan.scenario().setting(CHINA).distribution().at(r).sample((u + 0.5) / SLICES);
        for (int e = 7; e <= 10 && china >= 1; e++) {
          for (int y = 0; y < expected.length; y++) {
            expected[y] += weight(r, e) * results[u][r][e][y];
          }
        }
      }
    }
    assertThat(inside).containsExactly(expected, within(CLOSE));
  }

  @Test
  void aBoxInWhichTheOutcomeIsCertainKeepsItsProbability() throws TooLargeException {
    Plan baseline = Shipped.baseline(Map.of());
    // Votes enough and a permanent member against: a veto, whatever comes of everything else.
    Map<String, BitSet> box =
        Map.of(CHINA, bits(0), "council.united-kingdom.vote", bits(2), ELECTED, bits(7, 8, 9, 10));
    double[] inside = new ExactWalk(baseline, Shipped.decisions()).within(box, baseline.outcome());
    double elected = 0;
    Distribution binomial = distribution(ELECTED);
    for (int e = 7; e <= 10; e++) {
      elected += binomial.probability(e);
    }
    // China weighs no : abstain : yes = 4 : 2 : 1, the United Kingdom 1 : 4 : 16.
    double mass = elected * 4 / 7 * 16 / 21;
    int veto = baseline.outcome().domain().indexOf("not-adopted-veto").orElseThrow();
    // Almost surely: the vote may come later than the horizon, with a chance below 1e-8.
    assertThat(inside[veto]).isCloseTo(mass, within(1e-8));
    assertThat(Arrays.stream(inside).sum()).isCloseTo(mass, within(1e-8));
  }

  private static BitSet bits(int... values) {
    BitSet bits = new BitSet();
    for (int value : values) {
      bits.set(value);
    }
    return bits;
  }
}
