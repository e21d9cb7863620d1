package org.isfsim.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.isfsim.Exactly;
import org.isfsim.RandomScenario;
import org.isfsim.Replay;
import org.isfsim.Shipped;
import org.isfsim.exact.ExactWalk;
import org.isfsim.exact.TooLargeException;
import org.isfsim.model.Evidence;
import org.isfsim.model.Indicator;
import org.isfsim.model.Milestone;
import org.isfsim.model.Plan;
import org.isfsim.model.Step;
import org.isfsim.model.Variable;
import org.isfsim.parameter.Domain;
import org.isfsim.scenario.Selection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The first law of the chain: no effect without its cause. Which result belongs to which cause is
 * said by the model file. What is replayed is not estimated: a single case that breaks the law
 * fails, and a test that should pass never fails by chance.
 */
final class CausesTest {

  private static final int CASES = 20_000;
  private static final int MANY = 100_000;
  private static final long SEED = 20251104;

  static List<Path> files() {
    return Shipped.scenarioFiles();
  }

  /** The variables that belong to a cause, each with the value that it has without it. */
  private static Map<Variable, Integer> belongings(Plan plan, String cause) {
    Map<Variable, Integer> without = new LinkedHashMap<>();
    for (Indicator indicator : plan.indicators()) {
      if (indicator.cause().equals(cause)) {
        without.put(indicator.variable(), 0);
      }
    }
    for (Milestone milestone : plan.milestones()) {
      if (milestone.cause().equals(cause)) {
        without.put(milestone.week(), milestone.week().domain().size() - 1);
      }
    }
    return without;
  }

  /**
   * What is wrong without a cause, exactly: of the cases in which it is absent, each thing that
   * belongs to it has a flag whether it is there, which must have no probability. Empty where the
   * walk is too large.
   */
  private static Optional<List<String>> exactly(Plan plan, String cause) {
    Variable present = Objects.requireNonNull(plan.causes().get(cause));
    List<Variable> variables = new ArrayList<>(plan.variables());
    List<Step> steps = new ArrayList<>(plan.steps());
    Variable absent = flag("absent." + cause, variables);
    steps.add(new Step.Compute(absent, List.of(present), inputs -> 1 - inputs[0], "absent"));
    List<Variable> wrong = new ArrayList<>();
    belongings(plan, cause)
        .forEach(
            (of, without) -> {
              Variable flag = flag(of.name() + " without " + cause, variables);
              steps.add(
                  new Step.Compute(
                      flag, List.of(of), inputs -> inputs[0] == without ? 0 : 1, "wrong"));
              wrong.add(flag);
            });
    Evidence known = new Evidence(List.of(absent), Map.of(present, new boolean[] {true, false}));
    try {
      ExactWalk walk = Exactly.walk(plan.with(variables, steps).given(known));
      if (wrong.isEmpty() || walk.evidence() <= 0) {
        return Optional.of(List.of());
      }
      ExactWalk.Marginals marginals = walk.marginalsTogether(wrong);
      return marginals.tooLarge().isEmpty()
          ? Optional.of(
              wrong.stream()
                  .filter(flag -> Objects.requireNonNull(marginals.known().get(flag))[1] > 0)
                  .map(Variable::name)
                  .toList())
          : Optional.empty();
    } catch (TooLargeException e) {
      return Optional.empty();
    }
  }

  private static Variable flag(String name, List<Variable> variables) {
    Variable flag = new Variable(variables.size(), name, Domain.Flag.FLAG);
    variables.add(flag);
    return flag;
  }

  /** What is wrong in replayed cases; at most ten examples. */
  private static List<String> replayed(Plan plan, int cases) {
    Replay replay = new Replay(plan, SEED);
    List<String> wrong = new ArrayList<>();
    for (int number = 1; number <= cases && wrong.size() < 10; number++) {
      replay.at(number);
      for (Map.Entry<String, Variable> cause : plan.causes().entrySet()) {
        if (replay.row().value(cause.getValue()) == 0) {
          for (Map.Entry<Variable, Integer> of : belongings(plan, cause.getKey()).entrySet()) {
            if (replay.row().value(of.getKey()) != of.getValue()) {
              wrong.add("case %d: %s without %s".formatted(number, of.getKey().name(), cause));
            }
          }
        }
      }
    }
    return wrong;
  }

  @Test
  void everyCauseHasSomethingThatBelongsToIt() {
    Plan plan = Shipped.baseline(Map.of());
    TreeSet<String> named = new TreeSet<>();
    plan.indicators().forEach(indicator -> named.add(indicator.cause()));
    plan.milestones().forEach(milestone -> named.add(milestone.cause()));
    assertThat(plan.causes().keySet()).isSubsetOf(named).contains("text", "force");
  }

  @ParameterizedTest
  @MethodSource("files")
  void withoutItsCauseNothingHappensInAnyCaseOfAShippedScenario(Path file) {
    Plan plan = Shipped.plan(file, Selection.NONE);
    List<String> wrong = new ArrayList<>();
    boolean isTooLarge = false;
    for (String cause : plan.causes().keySet()) {
      Optional<List<String>> found = exactly(plan, cause);
      found.ifPresent(wrong::addAll);
      isTooLarge |= found.isEmpty();
    }
    assertThat(wrong).isEmpty();
    if (isTooLarge) {
      assertThat(replayed(plan, CASES)).isEmpty();
    }
  }

  @Test
  void withoutItsCauseNothingHappensInAHundredThousandCasesOfTheBaseline() {
    assertThat(replayed(Shipped.baseline(Map.of()), MANY)).isEmpty();
  }

  static Stream<Long> seeds() {
    return LawSeeds.stream();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void withoutItsCauseNothingHappensInScenariosMadeAtRandom(long seed, @TempDir Path folder) {
    assertThat(replayed(RandomScenario.wide(seed, folder), CASES)).isEmpty();
  }
}
