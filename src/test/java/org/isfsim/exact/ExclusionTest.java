package org.isfsim.exact;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.isfsim.RandomScenario;
import org.isfsim.Shipped;
import org.isfsim.model.Case;
import org.isfsim.model.CaseEvaluator;
import org.isfsim.model.Plan;
import org.isfsim.model.Step;
import org.isfsim.model.Variable;
import org.isfsim.parameter.ConditionalDistribution;
import org.isfsim.parameter.Distribution;
import org.isfsim.parameter.Domain;
import org.isfsim.parameter.ParameterKind;
import org.isfsim.scenario.Selection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * On random scenarios, what is said to exclude an outcome does: with the settings of a set as they
 * are and all others free, the outcome has no probability, and no sampled case ends so; with any
 * one of them free, too, it has some. And freeing what a relaxation names brings it within reach.
 */
final class ExclusionTest {

  private static final int SAMPLED = 1_000;

  /** How many of the sets of one answer are looked into. */
  private static final int SETS = 2;

  @TempDir static Path folder;

  /** With one contributor, and scenarios of which the walk over every value is not too large. */
  @ParameterizedTest
  @ValueSource(longs = {301, 302, 310})
  void whatExcludesAnOutcomeDoesAndNothingLessDoes(long seed) throws TooLargeException {
    Plan plan = RandomScenario.reduced(seed, 1, 500, folder);
    double[] probability = new ExactWalk(plan, Shipped.decisions()).marginal(plan.outcome());
    int[] unreachable =
        IntStream.range(0, probability.length).filter(o -> probability[o] == 0).toArray();
    int outcome = unreachable[new SplittableRandom(seed).nextInt(unreachable.length)];

    assertExcludes(plan, outcome, exclusion(plan, outcome));
  }

  @Test
  void whatIsGivenOtherValuesIsASettingThatCanExclude() throws TooLargeException, IOException {
    Path file = folder.resolve("one-no.yaml");
    Files.copy(Shipped.BASELINE, folder.resolve("baseline.yaml"));
    Files.writeString(
        file,
        """
        format: 1
        id: one-no
        title: One of two permanent members always votes no
        extends: baseline.yaml
        uncertainties:
          council.china.vote: { choice: { no: 1, abstain: 1 } }
          council.russia.vote: { given: council.china.vote, no: abstain, else: no }
        """);
    Plan plan = Shipped.plan(file, Selection.NONE);
    Exclusion exclusion = exclusion(plan, outcome("no-contingents"));

    assertThat(exclusion.blocking())
        .as("whatever China votes, Russia's vote follows so that there is a no")
        .containsExactly(List.of("council.russia.vote"));
    assertThat(exclusion.relaxations()).containsExactly(List.of("council.russia.vote"));
  }

  @Test
  void aNumberAndAnotherSettingThatExcludeTogetherAreBothNamed() throws TooLargeException {
    Plan plan = Shipped.baseline(Map.of("force.ceiling", "0", "council.china.vote", "no"));
    Exclusion exclusion = exclusion(plan, outcome("enforcement-dual-command"));

    assertThat(exclusion.byRules()).isFalse();
    assertThat(exclusion.blocking())
        .containsExactlyInAnyOrder(List.of("council.china.vote"), List.of("force.ceiling"));
  }

  private static int outcome(String name) {
    return org.isfsim.Shipped.outcomes().indexOf(name).orElseThrow();
  }

  private static Exclusion exclusion(Plan plan, int outcome) throws TooLargeException {
    return new Reach(plan, Shipped.decisions()).exclusion(outcome);
  }

  private static void assertExcludes(Plan plan, int outcome, Exclusion exclusion)
      throws TooLargeException {
    Freed freed = new Freed(plan);
    assertThat(exclusion.blocking().isEmpty()).isEqualTo(exclusion.byRules());
    assertThat(exclusion.relaxations().isEmpty()).isEqualTo(exclusion.byRules());
    for (List<String> relaxation : some(exclusion.relaxations())) {
      assertThat(freed.reaches(outcome, relaxation::contains)).as("%s", relaxation).isTrue();
      for (String setting : relaxation) {
        Set<String> fewer = new HashSet<>(relaxation);
        fewer.remove(setting);
        assertThat(freed.reaches(outcome, fewer::contains))
            .as("%s without %s", relaxation, setting)
            .isFalse();
      }
    }
    for (List<String> blocking : some(exclusion.blocking())) {
      Predicate<String> others = setting -> !blocking.contains(setting);
      assertThat(freed.reaches(outcome, others)).as("%s stays", blocking).isFalse();
      assertThat(freed.sampled(others)).as("%s stays", blocking).doesNotContain(outcome);
      for (String setting : blocking) {
        assertThat(freed.reaches(outcome, other -> others.test(other) || other.equals(setting)))
            .as("%s without %s", blocking, setting)
            .isTrue();
      }
    }
  }

  /** The largest and the smallest. */
  private static List<List<String>> some(List<List<String>> sets) {
    List<List<String>> sorted = new ArrayList<>(sets);
    sorted.sort(Comparator.comparingInt(List::size));
    return sets.size() <= SETS ? sorted : List.of(sorted.get(0), sorted.get(sorted.size() - 1));
  }

  /** A scenario and one more contributor, some of whose settings may have any value. */
  private static final class Freed {
    private final Plan plan;

    Freed(Plan listed) {
      plan =
          org.isfsim.Shipped.model()
              .plan(Reach.withAnother(listed.scenario(), Shipped.catalogue().attributes()));
    }

    private boolean isNumber(Variable variable) {
      return variable.domain() instanceof Domain.Numbers
          && plan.scenario().setting(variable.name()).parameter().kind()
              != ParameterKind.UNCERTAINTY;
    }

    boolean reaches(int outcome, Predicate<String> free) throws TooLargeException {
      Plan with = with(free);
      return new ExactWalk(with, Shipped.decisions()).marginal(with.outcome())[outcome] > 0;
    }

    /** The outcomes of some cases. */
    Set<Integer> sampled(Predicate<String> free) {
      Plan with = with(free);
      CaseEvaluator evaluator = new CaseEvaluator(with, Shipped.decisions(), 1);
      Case row = new Case(with);
      Set<Integer> outcomes = new HashSet<>();
      for (int number = 1; number <= SAMPLED; number++) {
        evaluator.evaluate(number, CaseEvaluator.nothingGiven(with), row);
        outcomes.add(row.value(with.outcome()));
      }
      return outcomes;
    }

    private Plan with(Predicate<String> free) {
      List<Step> steps = new ArrayList<>();
      for (Step step : plan.steps()) {
        steps.add(
            step instanceof Step.Draw draw && isFree(draw.variable(), free) ? any(draw) : step);
      }
      return plan.with(plan.variables(), steps);
    }

    private static boolean isFree(Variable variable, Predicate<String> free) {
      boolean isAnother = variable.name().startsWith("contributors.another.");
      return free.test(isAnother ? Exclusion.CONTRIBUTORS : variable.name());
    }

    /** Any value; of a number that somebody chose its own, the smallest and the largest. */
    private Step any(Step.Draw draw) {
      double[] weights = new double[draw.variable().domain().size()];
      if (isNumber(draw.variable())) {
        for (int own : DrawnRows.of(draw.distribution(), List.of()).possible()) {
          weights[own] = 1;
        }
        weights[0] = 1;
        weights[weights.length - 1] = 1;
      } else {
        Arrays.fill(weights, 1);
      }
      return new Step.Draw(
          draw.variable(), List.of(), ConditionalDistribution.of(Distribution.of(weights)));
    }
  }
}
