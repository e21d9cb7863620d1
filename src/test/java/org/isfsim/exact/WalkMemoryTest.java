package org.isfsim.exact;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.isfsim.RandomScenario;
import org.isfsim.Shipped;
import org.isfsim.SmallScenario;
import org.isfsim.analysis.Losses;
import org.isfsim.decision.Decisions;
import org.isfsim.model.Evidence;
import org.isfsim.model.Plan;
import org.isfsim.model.Step;
import org.isfsim.model.Variable;
import org.isfsim.parameter.ConditionalDistribution;
import org.isfsim.parameter.Distribution;
import org.isfsim.parameter.Domain;
import org.isfsim.scenario.Selection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is remembered changes no bit of an answer. */
final class WalkMemoryTest {

  private static final int SCENARIOS = 6;
  private static final int MOST_CASES = 20_000;
  private static final int MOVES = 40;

  private final Decisions decisions = Shipped.decisions();

  @TempDir Path folder;

  @Test
  void oneScenarioAfterTheOtherIsAnsweredAsByItself() throws TooLargeException {
    WalkMemory memory = new WalkMemory();
    for (long seed = 1; seed <= SCENARIOS; seed++) {
      assertSameAsAlone(RandomScenario.reduced(seed, MOST_CASES, folder), memory);
    }
    // Backwards, where much is known and some is forgotten.
    for (long seed = SCENARIOS; seed > 0; seed--) {
      assertSameAsAlone(RandomScenario.reduced(seed, MOST_CASES, folder), memory);
    }
  }

  @Test
  void settingsOfOneScenarioAreAnsweredAsByThemselves() throws TooLargeException {
    WalkMemory memory = new WalkMemory();
    List<Map<String, String>> settings =
        List.of(
            Map.of(),
            Map.of("mandate.extended", "{chance: 31%}"),
            Map.of("text.tasks", "observation"),
            Map.of("council.elected-yes", "5", "council.votes-needed", "8"),
            Map.of("council.china.vote", "{choice: {no: 1, abstain: 2, yes: 1}}"),
            Map.of());
    Path file = Shipped.SCENARIOS.resolve("trainers-not-troops.yaml");
    for (Map<String, String> sets : settings) {
      Plan plan = Shipped.plan(file, Selection.ofSets(sets)).withFunnel();
      assertAnsweredAlike(plan, Losses.in(plan, decisions), plan, memory);
    }
  }

  /** Weights are so small that values often weigh the same, or nothing, by chance. */
  @Test
  void aPlanWhoseWeightsMoveIsAnsweredAsByItself() throws TooLargeException {
    WalkMemory memory = new WalkMemory();
    SplittableRandom random = new SplittableRandom(20251105);
    Plan start = SmallScenario.plan(moved(random)).withFunnel();
    Losses losses = Losses.in(start, decisions);
    for (int i = 0; i < MOVES; i++) {
      Plan alone = SmallScenario.plan(moved(random)).withFunnel();
      Plan under = start.under(alone.scenario()).orElseThrow();
      assertAnsweredAlike(under, losses.under(alone.scenario()).orElseThrow(), alone, memory);
    }
  }

  /** A plan and its losses are answered with a memory as another plan is without. */
  private void assertAnsweredAlike(Plan plan, Losses losses, Plan alone, WalkMemory memory)
      throws TooLargeException {
    assertThat(new ExactWalk(plan, decisions, memory).outcomesAlone().probability())
        .as("%s", alone.scenario().settings())
        .isEqualTo(new ExactWalk(alone, decisions).outcomesAlone().probability());
    Losses own = Losses.in(alone, decisions);
    assertSame(
        new ExactWalk(losses.plan(), decisions, memory).marginalsByGroup(losses.asked()),
        new ExactWalk(own.plan(), decisions).marginalsByGroup(own.asked()));
  }

  /** The same rows are alike, but of what is asked some weigh the same only in the first plan. */
  @Test
  void whatWeighedTheSameMayNotAfterwards() throws TooLargeException {
    WalkMemory memory = new WalkMemory();
    Variable parent = new Variable(0, "parent", Domain.Numbers.count(0, 2));
    Variable child = new Variable(1, "child", Domain.Numbers.count(0, 2));
    Variable target = new Variable(2, "target", Domain.Flag.FLAG);
    Plan first = null;
    for (String other :
        List.of("blocked: 3, restricted: 1, open: 2", "blocked: 1, restricted: 2, open: 3")) {
      String table =
          "{given: local.acceptance, contested: {choice: {%s}}, else: {choice: {%s}}}"
              .formatted(other, "blocked: 3, restricted: 2, open: 1");
      ConditionalDistribution given =
          SmallScenario.plan(Map.of("aid.access", table))
              .scenario()
              .setting("aid.access")
              .distribution();
      List<Step> steps =
          List.of(
              new Step.Draw(
                  parent, List.of(), ConditionalDistribution.of(Distribution.of(1, 2, 1))),
              new Step.Draw(child, List.of(parent), given),
              new Step.Compute(target, List.of(child), in -> in[0] == 0 ? 1 : 0, "target"));
      Plan plan =
          first == null
              ? Shipped.plan(Shipped.BASELINE, Selection.NONE)
                  .rewritten(List.of(parent, child, target), steps, target)
              : first.with(
                  first.variables(), List.of(steps.get(0), steps.get(1), first.steps().get(2)));
      first = first == null ? plan : first;
      double[] known = new ExactWalk(plan, decisions, memory).marginal(target);
      assertThat(known).isEqualTo(new ExactWalk(plan, decisions).marginal(target));
    }
  }

  private static Map<String, String> moved(SplittableRandom random) {
    return Map.of(
        "aid.access",
        "{given: local.acceptance, "
            + Stream.of("low", "contested", "high")
                .map(of -> of + ": " + weights(random, "blocked", "restricted", "open"))
                .collect(Collectors.joining(", "))
            + "}",
        "spoilers.activity",
        "{given: aid.access, "
            + Stream.of("blocked", "restricted", "open")
                .map(of -> of + ": " + weights(random, "low", "high"))
                .collect(Collectors.joining(", "))
            + "}",
        "local.acceptance",
        weights(random, "low", "contested", "high"));
  }

  private static String weights(SplittableRandom random, String... values) {
    int sure = random.nextInt(values.length);
    List<String> weights = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      int weight = random.nextInt(3) + (i == sure ? 1 : 0);
      if (weight > 0) {
        weights.add(values[i] + ": " + weight);
      }
    }
    return "{choice: {" + String.join(", ", weights) + "}}";
  }

  @Test
  void aPlanIsNotThatOfAScenarioThatDiffersInMore() {
    Plan start = SmallScenario.plan(Map.of());
    for (Map<String, String> sets :
        List.of(
            Map.of("aid.access", "{given: local.acceptance, else: {choice: {open: 1}}}"),
            Map.of("bands.force.troops", "[1000, 10000]"))) {
      assertThat(start.under(SmallScenario.plan(sets).scenario())).as("%s", sets).isEmpty();
    }
    assertThat(start.under(SmallScenario.plan(Map.of("aid.access", "open")).scenario()))
        .isPresent();
  }

  @Test
  void whatIsKnownIsPartOfAQuestion() throws TooLargeException {
    WalkMemory memory = new WalkMemory();
    Plan plan = RandomScenario.reduced(1, MOST_CASES, folder);
    Variable drawn =
        plan.draws().stream()
            .map(Step.Draw::variable)
            .filter(of -> isUncertain(plan, of))
            .findFirst()
            .orElseThrow();
    boolean[] all = new boolean[drawn.domain().size()];
    Arrays.fill(all, true);
    boolean[] one = new boolean[all.length];
    one[plan.scenario().setting(drawn.name()).distribution().at().support()[0]] = true;
    for (Evidence known :
        List.of(
            Evidence.NONE,
            new Evidence(List.of(), Map.of(drawn, all)),
            new Evidence(List.of(), Map.of(drawn, one)),
            Evidence.NONE)) {
      Plan given = plan.given(known);
      assertSame(
          new ExactWalk(given, decisions, memory).marginals(plan.reported()),
          new ExactWalk(given, decisions).marginals(plan.reported()));
    }
  }

  private static boolean isUncertain(Plan plan, Variable variable) {
    ConditionalDistribution distribution = plan.scenario().setting(variable.name()).distribution();
    return distribution.isUnconditional() && !distribution.isFixed();
  }

  private void assertSameAsAlone(Plan plan, WalkMemory memory) throws TooLargeException {
    ExactWalk remembering = new ExactWalk(plan, decisions, memory);
    ExactWalk alone = new ExactWalk(plan, decisions);
    ExactResult known = remembering.outcomes();
    ExactResult fresh = alone.outcomes();
    assertThat(known.probability()).isEqualTo(fresh.probability());
    assertThat(known.reachable()).isEqualTo(fresh.reachable());
    assertThat(known.witnesses()).isEqualTo(fresh.witnesses());
    assertThat(known.edges()).isEqualTo(fresh.edges());
    assertThat(known.effects()).hasSameSizeAs(fresh.effects());
    for (int i = 0; i < known.effects().size(); i++) {
      assertThat(known.effects().get(i))
          .usingRecursiveComparison()
          .isEqualTo(fresh.effects().get(i));
    }
    assertSame(remembering.marginals(plan.reported()), alone.marginals(plan.reported()));
    assertSame(
        remembering.marginalsTogether(plan.reported()), alone.marginalsTogether(plan.reported()));
  }

  private static void assertSame(ExactWalk.Marginals known, ExactWalk.Marginals fresh) {
    assertThat(known.tooLarge()).isEqualTo(fresh.tooLarge());
    assertThat(known.known().keySet()).isEqualTo(fresh.known().keySet());
    known
        .known()
        .forEach(
            (variable, probabilities) ->
                assertThat(probabilities)
                    .as(variable.name())
                    .isEqualTo(fresh.known().get(variable)));
  }

  @Test
  void arraysOfOneContentAreOneObject() {
    WalkMemory memory = new WalkMemory();
    int[] first = {1, 2};

    assertThat(memory.one(first)).isSameAs(first);
    assertThat(memory.one(new int[] {1, 2})).isSameAs(first);
    assertThat(memory.one(new int[] {2, 1})).isNotSameAs(first);
    assertThat(memory.one(new double[] {0.0})).isNotSameAs(memory.one(new double[] {-0.0}));
  }

  @Test
  void whatIsMadeOfTheSamePartsIsMadeOnce() {
    WalkMemory memory = new WalkMemory();
    AtomicInteger made = new AtomicInteger();
    int[] part = {1};
    for (int i = 0; i < 3; i++) {
      memory.of(List.of("it", part), made::incrementAndGet, value -> 1);
    }
    memory.of(List.of("it", new int[] {1}), made::incrementAndGet, value -> 1);

    assertThat(made).hasValue(2);
  }

  @Test
  void whatIsTooLargeIsNotKept() {
    WalkMemory memory = new WalkMemory();
    AtomicInteger made = new AtomicInteger();
    for (int i = 0; i < 2; i++) {
      memory.of(List.of("large"), made::incrementAndGet, value -> 1 << 24);
    }

    assertThat(made).hasValue(2);
  }

  @Test
  void whatWasNotAskedForLatelyIsForgotten() {
    WalkMemory memory = new WalkMemory();
    AtomicInteger made = new AtomicInteger();
    List<Object> old = List.of("old");
    List<Object> used = List.of("used");
    memory.of(old, made::incrementAndGet, value -> 1);
    memory.of(used, made::incrementAndGet, value -> 1);
    for (int i = 0; i < 20; i++) {
      memory.of(List.of("large", i), () -> "", value -> 1 << 20);
      memory.of(used, made::incrementAndGet, value -> 1);
    }
    assertThat(made).hasValue(2);
    memory.of(old, made::incrementAndGet, value -> 1);

    assertThat(made).hasValue(3);
  }
}
