package org.isfsim.exact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.isfsim.RandomScenario;
import org.isfsim.Shipped;
import org.isfsim.SmallScenario;
import org.isfsim.analysis.Observed;
import org.isfsim.analysis.Statement;
import org.isfsim.analysis.StatementParser;
import org.isfsim.model.Case;
import org.isfsim.model.CaseEvaluator;
import org.isfsim.model.Evidence;
import org.isfsim.model.Plan;
import org.isfsim.model.Step;
import org.isfsim.model.Variable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * On random scenarios with few cases, whatever is asked given some statements is what the cases say
 * in which they hold. The tolerance is that of {@link BruteForceTest}: a quotient of two sums
 * rounds twice as often as one, and there are fewer cases.
 */
final class EvidenceTest {

  private static final int MOST_CASES = 1_500;
  private static final int FEW_CASES = 40;
  private static final double TOLERANCE = 1e-12;

  @TempDir static Path folder;

  static LongStream seeds() {
    return LongStream.rangeClosed(301, 320);
  }

  static LongStream fewSeeds() {
    return LongStream.rangeClosed(401, 406);
  }

  /** Visits the cases that agree with what is known; how likely they are together. */
  private static double inAgreeing(Plan plan, BruteForce.Visitor visitor) {
    double[] agreeing = {0};
    new BruteForce(plan)
        .forEach(
            (probability, row) -> {
              if (plan.evidence().holdsIn(row.values())) {
                agreeing[0] += probability;
                visitor.visit(probability, row);
              }
            });
    return agreeing[0];
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void whatIsBesideAnOutcomeIsTheShareOfItsCases(long seed) throws TooLargeException {
    Plan plan = observing(RandomScenario.reduced(seed, MOST_CASES, folder), seed);
    List<Variable> drawn = plan.draws().stream().map(Step.Draw::variable).toList();
    Variable outcome = plan.outcome();
    Map<Variable, double[][]> sums = new HashMap<>();
    drawn.forEach(
        variable ->
            sums.put(variable, new double[variable.domain().size()][outcome.domain().size()]));
    double agreeing =
        inAgreeing(
            plan,
            (probability, row) ->
                sums.forEach(
                    (variable, sum) ->
                        sum[row.value(variable)][row.value(outcome)] += probability));

    ExactWalk walk = new ExactWalk(plan, Shipped.decisions());
    ExactWalk.Witnessed witnessed = walk.witnessed(drawn);
    ExactResult alone = walk.outcomesAlone();

    assertThat(witnessed.outcomes().probability()).isEqualTo(alone.probability());
    assertThat(witnessed.outcomes().reachable()).isEqualTo(alone.reachable());
    FactorGraph graph =
        FactorGraph.of(
            Supports.of(plan, Shipped.decisions(), List.of(outcome), (of, possible) -> possible),
            List.of(outcome),
            FactorGraph.PROBABILITY,
            Algebra.SUM_PRODUCT);
    assertThat(witnessed.beside())
        .containsOnlyKeys(drawn.stream().filter(graph::contains).toList());
    witnessed
        .beside()
        .forEach(
            (variable, joint) -> {
              double[][] expected = Objects.requireNonNull(sums.get(variable));
              for (int x = 0; x < joint.length; x++) {
                for (int o = 0; o < joint[x].length; o++) {
                  assertThat(joint[x][o])
                      .as("%s %d, outcome %d", variable.name(), x, o)
                      .isCloseTo(expected[x][o] / agreeing, within(TOLERANCE));
                }
              }
            });
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void probabilitiesAreSharesOfTheCasesThatAgree(long seed) throws TooLargeException {
    Plan whole = RandomScenario.reduced(seed, MOST_CASES, folder);
    Plan plan = observing(whole, seed);
    List<Variable> variables = new ArrayList<>(plan.reported());
    variables.add(plan.outcome());
    Map<Variable, double[]> sums = new HashMap<>();
    variables.forEach(variable -> sums.put(variable, new double[variable.domain().size()]));
    double agreeing =
        inAgreeing(
            plan,
            (probability, row) ->
                sums.forEach((variable, sum) -> sum[row.value(variable)] += probability));
    ExactWalk walk = new ExactWalk(plan, Shipped.decisions());

    assertThat(walk.evidence()).isCloseTo(agreeing, within(TOLERANCE * agreeing));
    ExactWalk.Marginals marginals = walk.marginals(variables);
    assertThat(marginals.tooLarge()).isEmpty();
    sums.forEach(
        (variable, sum) ->
            assertClose(
                Objects.requireNonNull(marginals.known().get(variable)),
                shares(sum, agreeing),
                variable.name()));
  }

  @ParameterizedTest
  @MethodSource("fewSeeds")
  void rangesWitnessesAndFuturesAreThoseOfTheCasesThatAgree(long seed) throws TooLargeException {
    Plan plan = observing(RandomScenario.reduced(seed, FEW_CASES, folder), seed);
    BruteForce all = new BruteForce(plan);
    int outcomes = plan.outcome().domain().size();
    double[] sums = new double[outcomes];
    all.forEach((probability, row) -> add(plan, row, probability, sums));

    ExactResult result = new ExactWalk(plan, Shipped.decisions()).outcomes(Ranges.DOMAIN);

    for (int outcome = 0; outcome < outcomes; outcome++) {
      assertThat(result.reachable()[outcome]).isEqualTo(sums[outcome] > 0);
      Map<String, Integer> witness = result.witnesses().get(outcome);
      if (witness != null) {
        Case row = new Case(plan);
        new CaseEvaluator(plan, Shipped.decisions(), 1)
            .evaluate(1, CaseEvaluator.given(plan, witness), row);
        assertThat(row.value(plan.outcome())).isEqualTo(outcome);
        assertThat(plan.evidence().holdsIn(row.values())).isTrue();
      }
    }
    FuturesWalk.Futures futures =
        new FuturesWalk(plan, Shipped.decisions(), Ranges.DOMAIN, new WalkMemory())
            .futures(plan.outcome(), variable -> true);
    assertClose(futures.probability(), shares(sums, Arrays.stream(sums).sum()), "as it is");
    for (List<ExactResult.Effect> effects : List.of(result.effects(), futures.effects())) {
      for (ExactResult.Effect effect : effects) {
        assertSettings(plan, all, effect);
      }
    }
  }

  private static void assertSettings(Plan plan, BruteForce all, ExactResult.Effect effect) {
    for (int value = 0; value < effect.parameter().domain().size(); value++) {
      double[] with = new double[plan.outcome().domain().size()];
      all.forEachWith(
          effect.parameter().slot(),
          value,
          (probability, row) -> add(plan, row, probability, with));
      double agreeing = Arrays.stream(with).sum();
      String setting = effect.parameter().name() + "=" + value;
      double[] given = effect.given()[value];
      if (agreeing == 0) {
        assertThat(given).as(setting).isNull();
      } else {
        assertClose(Objects.requireNonNull(given, setting), shares(with, agreeing), setting);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void firstOrderSharesAreThoseOfTheCasesThatAgree(long seed) throws TooLargeException {
    Plan plan = observing(RandomScenario.reduced(seed, MOST_CASES, folder), seed);
    Variable target = plan.outcome();
    int outcomes = target.domain().size();
    Map<String, double[]> first =
        VarianceShares.of(plan, Shipped.decisions(), target, new WalkMemory()).first();
    for (Step.Draw draw : plan.draws()) {
      double[] known = first.get(draw.variable().name());
      if (known == null || !draw.parents().isEmpty()) {
        continue;
      }
      double[][] joint = new double[draw.variable().domain().size()][outcomes];
      new BruteForce(plan)
          .forEach(
              (probability, row) -> add(plan, row, probability, joint[row.value(draw.variable())]));
      double agreeing = Arrays.stream(joint).flatMapToDouble(Arrays::stream).sum();
      for (int outcome = 0; outcome < outcomes; outcome++) {
        double mean = 0;
        double square = 0;
        for (double[] byOutcome : joint) {
          double weight = Arrays.stream(byOutcome).sum();
          mean += byOutcome[outcome] / agreeing;
          square += weight == 0 ? 0 : byOutcome[outcome] * byOutcome[outcome] / weight / agreeing;
        }
        assertThat(known[outcome])
            .as("%s, outcome %d", draw.variable().name(), outcome)
            .isCloseTo(square - mean * mean, within(1e-11));
      }
    }
  }

  static Stream<String> withoutParents() {
    return SmallScenario.plan(Map.of()).draws().stream()
        .filter(draw -> draw.parents().isEmpty() && !draw.distribution().isFixed())
        .map(draw -> draw.variable().name());
  }

  @ParameterizedTest
  @MethodSource("withoutParents")
  void observingAParameterWithoutParentsIsSettingIt(String address) throws TooLargeException {
    Plan baseline = SmallScenario.plan(Map.of());
    Step.Draw draw =
        baseline.draws().stream()
            .filter(d -> d.variable().name().equals(address))
            .findFirst()
            .orElseThrow();
    int[] support = draw.distribution().at().support();
    String text = draw.variable().domain().text(support[support.length / 2]);
    Plan observed = observing(baseline, List.of(address + " = " + text));
    Plan set = SmallScenario.plan(Map.of(address, text));
    assertClose(
        new ExactWalk(observed, Shipped.decisions()).marginal(observed.outcome()),
        new ExactWalk(set, Shipped.decisions()).marginal(set.outcome()),
        address + "=" + text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"council", "force", "deployment", "endurance"})
  void probabilitiesGivenEachResultOfADecisionAddUpToTheWhole(String column)
      throws TooLargeException {
    Plan plan = SmallScenario.plan(Map.of());
    Variable decided = plan.variable(column);
    ExactWalk walk = new ExactWalk(plan, Shipped.decisions());
    double[] weights = walk.marginal(decided);
    double[] total = new double[plan.outcome().domain().size()];
    for (int value = 0; value < weights.length; value++) {
      if (weights[value] > 0) {
        Plan given = observing(plan, List.of(column + " = " + decided.domain().text(value)));
        double[] outcome = new ExactWalk(given, Shipped.decisions()).marginal(given.outcome());
        for (int o = 0; o < total.length; o++) {
          total[o] += weights[value] * outcome[o];
        }
      }
    }
    assertClose(total, walk.marginal(plan.outcome()), column);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "outcome = no-vote and council-tally >= 9",
        "council = adopted and council-tally < 9"
      })
  void whatCannotBeHasNoProbabilityAndNothingIsReachable(String statement)
      throws TooLargeException {
    Plan plan = observing(SmallScenario.plan(Map.of()), List.of(statement));
    ExactWalk walk = new ExactWalk(plan, Shipped.decisions());
    assertThat(walk.evidence()).isZero();
    assertThat(walk.outcomes().reachable()).containsOnly(false);
    assertThat(walk.marginal(plan.outcome())).containsOnly(0);
  }

  private static void add(Plan plan, Case row, double probability, double[] sums) {
    if (plan.evidence().holdsIn(row.values())) {
      sums[row.value(plan.outcome())] += probability;
    }
  }

  private static double[] shares(double[] sums, double of) {
    return Arrays.stream(sums).map(sum -> sum / of).toArray();
  }

  private static void assertClose(double[] exact, double[] wanted, String what) {
    assertThat(exact).hasSameSizeAs(wanted);
    for (int value = 0; value < wanted.length; value++) {
      assertThat(exact[value])
          .as("%s, value %d", what, value)
          .isCloseTo(wanted[value], within(TOLERANCE * wanted[value]));
    }
  }

  /**
   * The plan with one to three statements of different forms that a case drawn at random agrees
   * with, about parameters, decisions and milestones.
   */
  private static Plan observing(Plan plan, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Case row = new Case(plan);
    new CaseEvaluator(plan, Shipped.decisions(), seed)
        .evaluate(1 + random.nextInt(1000), CaseEvaluator.nothingGiven(plan), row);
    List<Variable> named = new ArrayList<>();
    plan.decisions().forEach(decide -> named.addAll(decide.results()));
    plan.draws().stream()
        .filter(draw -> !draw.distribution().isFixed())
        .forEach(draw -> named.add(draw.variable()));
    List<String> statements = new ArrayList<>();
    for (int i = 1 + random.nextInt(3); i > 0; i--) {
      Variable a = named.get(random.nextInt(named.size()));
      Variable b = named.get(random.nextInt(named.size()));
      String first = a.name() + " = " + row.text(a);
      statements.add(
          switch (random.nextInt(4)) {
            case 0 -> first;
            case 1 -> "not (" + b.name() + " != " + row.text(b) + ")";
            case 2 -> first + " or " + b.name() + " != " + row.text(b);
            default -> first + " and " + milestone(plan, row, random);
          });
    }
    return observing(plan, statements);
  }

  private static String milestone(Plan plan, Case row, SplittableRandom random) {
    var milestone = plan.milestones().get(random.nextInt(plan.milestones().size()));
    int week = milestone.week().domain().number(row.value(milestone.week()));
    return week > plan.horizonWeeks()
        ? milestone.name() + " = never"
        : milestone.name() + " <= " + plan.date(week);
  }

  static Plan observing(Plan plan, List<String> statements) {
    List<Statement> read =
        statements.stream().map(text -> StatementParser.parse("--observed", text, plan)).toList();
    Plan observed = Observed.given(plan, read);
    assertThat(observed.evidence()).isNotEqualTo(Evidence.NONE);
    return observed;
  }
}
