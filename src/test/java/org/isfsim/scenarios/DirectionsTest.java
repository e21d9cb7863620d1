package org.isfsim.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.isfsim.RandomScenario;
import org.isfsim.Shipped;
import org.isfsim.analysis.Observed;
import org.isfsim.analysis.Question;
import org.isfsim.analysis.Statement;
import org.isfsim.analysis.StatementParser;
import org.isfsim.exact.ExactWalk;
import org.isfsim.exact.TooLargeException;
import org.isfsim.model.Case;
import org.isfsim.model.CaseEvaluator;
import org.isfsim.model.Plan;
import org.isfsim.model.Variable;
import org.isfsim.scenario.Selection;
import org.isfsim.source.Register;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The fourth law of the chain: what the documents say makes what likelier or rarer does so. By
 * exact probabilities in scenarios that ship and, where a direction holds in every case, on cases
 * of scenarios made at random in which nothing but the one parameter differs. Nothing is estimated,
 * so that a test that should pass never fails by chance.
 */
@Tag("slow")
final class DirectionsTest {

  private static final double TINY = 1e-12;
  private static final double MOVES = 1e-9;
  private static final int CASES = 4_000;
  private static final long SEED = 11;
  private static final int FEWEST = 40;

  static List<Direction> directions() {
    return Direction.all();
  }

  /** A plan and, at the end of it, the flags of what is known and of what is asked. */
  private record Asked(Plan plan, Variable makes) {
    static Asked of(Direction direction, Plan plan) {
      List<Statement> given =
          direction.given().isEmpty()
              ? List.of()
              : List.of(StatementParser.parse("given", direction.given(), plan));
      Plan known = Observed.given(plan, given);
      Question question =
          Question.of(known, List.of(StatementParser.parse("makes", direction.makes(), plan)));
      return new Asked(question.plan(), question.flags().get(0));
    }

    /** The probability of what is asked among the cases of which something is known. */
    double probability() throws TooLargeException {
      ExactWalk walk = new ExactWalk(plan, Shipped.decisions());
      assertThat(walk.evidence()).as("what is known can be").isPositive();
      return walk.marginal(makes)[1];
    }
  }

  private static Plan plan(Direction direction, Path file, String value) {
    return Shipped.plan(file, Selection.ofSets(Map.of(direction.address(), value)));
  }

  @Test
  void thereAreFortyDirectionsWithTheirClaims() {
    Register register = Register.read(Shipped.HOME.resolve("seeds"));
    List<Direction> all = Direction.all();
    assertThat(all).hasSizeGreaterThanOrEqualTo(FEWEST);
    assertThat(all.stream().map(Direction::says)).doesNotHaveDuplicates();
    for (Direction direction : all) {
      assertThat(direction.claims()).as(direction.says()).isNotEmpty();
      assertThat(direction.claims()).as(direction.says()).allMatch(register::hasClaim);
    }
  }

  @ParameterizedTest
  @MethodSource("directions")
  void aDocumentedDirectionShowsInExactProbabilities(Direction direction) throws TooLargeException {
    boolean moves = false;
    for (String name : direction.scenarios()) {
      Path file = Shipped.SCENARIOS.resolve(name + ".yaml");
      double before = Asked.of(direction, plan(direction, file, direction.from())).probability();
      double after = Asked.of(direction, plan(direction, file, direction.to())).probability();
      double moved = direction.sense().sign() * (after - before);
      String where = "%s: from %s to %s".formatted(name, before, after);
      assertThat(moved).as(where).isGreaterThanOrEqualTo(-TINY);
      if (direction.sense().isStrict()) {
        assertThat(moved).as(where).isGreaterThan(MOVES);
      }
      moves |= moved > MOVES;
    }
    assertThat(moves).as("moves somewhere").isTrue();
  }

  static Stream<Long> seeds() {
    return LawSeeds.stream();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void noDirectionTurnsRoundInACaseOfAScenarioMadeAtRandom(long seed, @TempDir Path folder) {
    Plan random = RandomScenario.wide(seed, folder);
    List<String> wrong = new ArrayList<>();
    TreeSet<String> moved = new TreeSet<>();
    for (Direction direction : Direction.all()) {
      boolean isThere = random.scenario().settings().containsKey(direction.address());
      if (isThere && direction.isCaseByCase() && fits(direction, random)) {
        turned(direction, random, wrong, moved);
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(moved).as("directions that show").hasSizeGreaterThanOrEqualTo(5);
  }

  /** Whether what is named is there: contributors differ from scenario to scenario. */
  private static boolean fits(Direction direction, Plan plan) {
    String words = direction.given() + " " + direction.makes();
    return !words.contains("contingent.IDN") || plan.byName().containsKey("contingent.IDN");
  }

  private static void turned(
      Direction direction, Plan random, List<String> wrong, TreeSet<String> moved) {
    Asked asked = Asked.of(direction, random);
    Plan plan = asked.plan();
    Variable changed = plan.variable(direction.address());
    CaseEvaluator evaluator = new CaseEvaluator(plan, Shipped.decisions(), SEED);
    Case drawn = new Case(plan);
    Case before = new Case(plan);
    Case after = new Case(plan);
    int from = changed.domain().indexOf(direction.from()).orElseThrow();
    int to = changed.domain().indexOf(direction.to()).orElseThrow();
    for (int number = 1; number <= CASES; number++) {
      evaluator.evaluate(number, CaseEvaluator.nothingGiven(plan), drawn);
      int[] all = CaseEvaluator.nothingGiven(plan);
      plan.draws().forEach(draw -> all[draw.variable().slot()] = drawn.value(draw.variable()));
      all[changed.slot()] = from;
      evaluator.evaluate(number, all, before);
      all[changed.slot()] = to;
      evaluator.evaluate(number, all, after);
      if (plan.evidence().holdsIn(before.values()) && plan.evidence().holdsIn(after.values())) {
        int move =
            direction.sense().sign() * (after.value(asked.makes()) - before.value(asked.makes()));
        if (move > 0) {
          moved.add(direction.says());
        } else if (move < 0) {
          wrong.add("%s: case %d of %s".formatted(direction, number, plan.scenario().id()));
          return;
        }
      }
    }
  }
}
