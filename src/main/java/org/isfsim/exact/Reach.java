package org.isfsim.exact;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.isfsim.decision.Decisions;
import org.isfsim.exact.SettingChanges.Way;
import org.isfsim.model.Model;
import org.isfsim.model.Plan;
import org.isfsim.model.Step;
import org.isfsim.model.Variable;
import org.isfsim.parameter.Basis;
import org.isfsim.parameter.ConditionalDistribution;
import org.isfsim.parameter.Distribution;
import org.isfsim.parameter.Domain;
import org.isfsim.parameter.Parameter;
import org.isfsim.parameter.ParameterKind;
import org.isfsim.scenario.Contributor;
import org.isfsim.scenario.Origin;
import org.isfsim.scenario.Scenario;
import org.isfsim.scenario.Setting;

/**
 * What in a scenario stands in the way of an outcome. A setting is a lever, a switch, a constant,
 * or the values that an uncertainty is allowed to have, and the list of contributors. Cut points of
 * bands stay as they are. Numbers that somebody chose, such as the ceiling, are first tried one at
 * a time, all else as it is, then together with everything, at their own, their smallest and their
 * largest values: all their values together with everything else would make the walk too large.
 * Where the walk is too large for all that may change, it is asked for one half of the settings
 * after the other, levers first, and so on; sets that reach across are then not found, what only
 * such a walk could prove is not proved, and the answer says that it is not complete.
 *
 * <p>The least-cost walk, in which a value outside the scenario's settings costs one, finds sets of
 * settings that must change together. The sets of settings that exclude the outcome are the minimal
 * hitting sets of those (R. Reiter, A Theory of Diagnosis from First Principles, Artificial
 * Intelligence 32, 1987): a candidate is held fast and the walk asked again, until it either finds
 * another way or proves that there is none.
 */
public final class Reach {

  private static final int LARGEST_SET = 12;
  private static final int MOST_QUESTIONS = 60;
  private static final int MOST_WAYS = 2048;

  /** How many candidates may be left without a proof before no further one is looked at. */
  private static final int MOST_OPEN = 4;

  private final Plan plan;

  private final SharedSupports supports;

  /** What was asked before; empty where it was too large. */
  private final Map<Question, Optional<Set<Way>>> known = new HashMap<>();

  private final SettingChanges changes;

  /** How a value of the target is reached if some parameters may change. */
  private record Question(Variable target, int wanted, List<Variable> changing) {}

  /**
   * @param listed the plan of the scenario's cases
   * @param decisions what decides
   */
  public Reach(Plan listed, Decisions decisions) {
    this(listed, decisions, plan -> plan, new WalkMemory());
  }

  /**
   * @param listed the plan of the scenario's cases
   * @param decisions what decides
   * @param asking puts to a plan of the scenario what is asked of it and what is known
   * @param memory what walks over this and other plans have worked out
   */
  public Reach(Plan listed, Decisions decisions, UnaryOperator<Plan> asking, WalkMemory memory) {
    Model model = listed.model();
    this.plan =
        asking.apply(model.plan(withAnother(listed.scenario(), model.catalogue().attributes())));
    Optional<String> joins =
        model.catalogue().attributes().stream()
            .filter(attribute -> model.joins().filter(attribute.id()::equals).isPresent())
            .map(attribute -> attribute.addressFor(SettingChanges.ANOTHER))
            .findFirst();
    this.changes = new SettingChanges(plan, joins);
    this.supports = new SharedSupports(plan, decisions, memory);
  }

  /** The scenario with one more contributor, which comes only if the list is changed. */
  static Scenario withAnother(Scenario scenario, List<Parameter> attributes) {
    Map<String, Setting> settings = new LinkedHashMap<>(scenario.settings());
    for (Parameter attribute : attributes) {
      String address = attribute.addressFor(SettingChanges.ANOTHER);
      settings.put(
          address,
          new Setting(
              address,
              attribute,
              ConditionalDistribution.of(Distribution.fixed(attribute.domain().size(), 0)),
              Origin.CATALOGUE,
              Basis.ASSUMPTION,
              List.of(),
              "",
              Optional.empty()));
    }
    List<Contributor> contributors = new ArrayList<>(scenario.contributors());
    contributors.add(
        new Contributor(SettingChanges.ANOTHER, "A contributor that is not listed", List.of()));
    return scenario.with(settings, contributors);
  }

  /**
   * What excludes an outcome.
   *
   * @param outcome the index of an outcome that the scenario does not reach
   * @throws TooLargeException if the walk would need too much room
   */
  public Exclusion exclusion(int outcome) throws TooLargeException {
    return exclusion(plan.outcome(), outcome);
  }

  /**
   * What excludes what is known of the plan's cases, which no case of the scenario agrees with.
   *
   * @throws TooLargeException if the walk would need too much room
   */
  public Exclusion exclusionOfEvidence() throws TooLargeException {
    // Where nothing else is left, any flag that is true will do for what is to be reached.
    return exclusion(plan.evidence().flags().get(0), 1);
  }

  private Exclusion exclusion(Variable target, int wanted) throws TooLargeException {
    Predicate<Variable> changeable = variable -> !isNumber(variable);
    boolean[] complete = {true};
    Set<Way> ways = new LinkedHashSet<>(byHalves(target, wanted, changeable, complete));
    for (Step.Draw draw : plan.draws()) {
      if (isNumber(draw.variable())) {
        ways.addAll(byHalves(target, wanted, draw.variable()::equals, complete));
      }
    }
    if (ways.isEmpty() || !complete[0]) {
      changeable = variable -> true;
      ways.addAll(byHalves(target, wanted, changeable, complete));
    }
    if (ways.isEmpty()) {
      if (!complete[0]) {
        throw new TooLargeException("what would have to change together");
      }
      return new Exclusion(true, List.of(), List.of(), List.of(), true);
    }
    Set<Set<String>> proved = new LinkedHashSet<>();
    complete[0] &= prove(target, wanted, changeable, ways, proved);
    List<List<String>> blocking = new ArrayList<>();
    proved.stream()
        .sorted(Comparator.comparingInt(Set::size))
        .forEach(set -> blocking.add(List.copyOf(set)));
    return new Exclusion(
        false,
        blocking,
        settings(ways).stream().map(List::copyOf).toList(),
        ways.stream().map(Way::values).toList(),
        complete[0]);
  }

  /**
   * Proves candidates, or finds further ways round them.
   *
   * @return whether all were dealt with
   */
  private boolean prove(
      Variable target,
      int wanted,
      Predicate<Variable> changeable,
      Set<Way> ways,
      Set<Set<String>> proved) {
    int questions = 0;
    Set<Set<String>> open = new LinkedHashSet<>();
    while (true) {
      Optional<Set<String>> next =
          HittingSets.minimal(settings(ways), LARGEST_SET).stream()
              .filter(candidate -> !proved.contains(candidate) && !open.contains(candidate))
              .findFirst();
      if (next.isEmpty()) {
        return open.isEmpty();
      }
      if (questions++ >= MOST_QUESTIONS || open.size() >= MOST_OPEN) {
        return false;
      }
      Predicate<Variable> free = v -> !next.get().contains(SettingChanges.setting(v));
      boolean[] complete = {true};
      Set<Way> others = byHalves(target, wanted, changeable.and(free), complete);
      if (others.isEmpty()) {
        // The larger question last: numbers together with all else.
        others = byHalves(target, wanted, free, complete);
      }
      if (!others.isEmpty()) {
        ways.addAll(others);
      } else if (complete[0]) {
        proved.add(next.get());
      } else {
        open.add(next.get());
      }
    }
  }

  /** The sets of settings that change together in some ways. */
  private static Set<Set<String>> settings(Set<Way> ways) {
    Set<Set<String>> settings = new LinkedHashSet<>();
    ways.forEach(way -> settings.add(way.values().keySet()));
    return settings;
  }

  /** The relaxations of all that may change, or of as much of it together as can be walked. */
  private Set<Way> byHalves(
      Variable target, int wanted, Predicate<Variable> mayChange, boolean[] complete) {
    return byHalves(
        target,
        wanted,
        plan.draws().stream()
            .map(Step.Draw::variable)
            .filter(mayChange)
            .sorted(Comparator.comparing(this::kind))
            .map(SettingChanges::setting)
            .distinct()
            .toList(),
        mayChange,
        complete);
  }

  private Set<Way> byHalves(
      Variable target,
      int wanted,
      List<String> settings,
      Predicate<Variable> mayChange,
      boolean[] complete) {
    try {
      return relaxations(
          target, wanted, mayChange.and(v -> settings.contains(SettingChanges.setting(v))));
    } catch (TooLargeException e) {
      complete[0] = false;
      Set<Way> found = new LinkedHashSet<>();
      int half = settings.size() / 2;
      if (half > 0) {
        found.addAll(byHalves(target, wanted, settings.subList(0, half), mayChange, complete));
        found.addAll(
            byHalves(target, wanted, settings.subList(half, settings.size()), mayChange, complete));
      }
      return found;
    }
  }

  /** The smallest sets of settings whose change reaches the outcome, of those that may change. */
  private Set<Way> relaxations(Variable target, int wanted, Predicate<Variable> mayChange)
      throws TooLargeException {
    List<Variable> changing =
        plan.draws().stream().map(Step.Draw::variable).filter(mayChange).toList();
    Question question = new Question(target, wanted, changing);
    Optional<Set<Way>> answer = known.get(question);
    if (answer == null) {
      try {
        answer = Optional.of(relaxations(question));
      } catch (TooLargeException e) {
        answer = Optional.empty();
      }
      known.put(question, answer);
    }
    return answer.orElseThrow(
        () -> new TooLargeException("the walk of all that may change together"));
  }

  /** The smallest sets that reach the value, from a walk that follows only what leads to it. */
  private Set<Way> relaxations(Question question) throws TooLargeException {
    Variable target = question.target();
    Set<Variable> changing = Set.copyOf(question.changing());
    Supports.Choice choice =
        (drawn, possible) ->
            changing.contains(drawn.output())
                ? tried(drawn.output(), possible, changing.size() == 1)
                : possible;
    FactorGraph.Weighting cost =
        (drawn, parents, value) -> {
          double change = changes.cost(drawn.output(), drawn.distribution(), parents, value);
          return change > 0 && !changing.contains(drawn.output())
              ? Double.POSITIVE_INFINITY
              : change;
        };
    Set<Way> found = new LinkedHashSet<>();
    Supports leading = supports.of(List.of(target), choice).leadingTo(target, question.wanted());
    FactorGraph graph = FactorGraph.of(leading, List.of(target), cost, Algebra.MIN_PLUS);
    JoinTree tree = new JoinTree(graph, null, Algebra.MIN_PLUS);
    double least = tree.total()[0];
    if (least > 0 && least < Double.POSITIVE_INFINITY) {
      int[] looked = {0};
      SettingChanges.Reader ways = changes.reader(graph);
      tree.best()
          .ways(
              0,
              classes -> {
                found.add(ways.of(classes));
                return ++looked[0] < MOST_WAYS;
              });
    }
    return found;
  }

  /** The values at which a variable that may change is looked at. */
  private int[] tried(Variable variable, int[] own, boolean alone) {
    int size = variable.domain().size();
    return alone || !isNumber(variable)
        ? IntStream.range(0, size).toArray()
        : IntStream.concat(Arrays.stream(own), IntStream.of(0, size - 1))
            .sorted()
            .distinct()
            .toArray();
  }

  private ParameterKind kind(Variable variable) {
    return plan.scenario().setting(variable.name()).parameter().kind();
  }

  /** Whether it is a number that somebody chose or stated, such as the ceiling. */
  private boolean isNumber(Variable variable) {
    return variable.domain() instanceof Domain.Numbers
        && kind(variable) != ParameterKind.UNCERTAINTY;
  }
}
