package org.isfsim.exact;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.isfsim.decision.Decisions;
import org.isfsim.model.Plan;
import org.isfsim.model.Step;
import org.isfsim.model.Variable;
import org.isfsim.parameter.Basis;
import org.isfsim.parameter.ParameterKind;
import org.isfsim.parameter.PortableMath;
import org.isfsim.scenario.Origin;
import org.isfsim.scenario.Setting;

/** Exact answers about a plan. Each question is the same walk over another algebra. */
public final class ExactWalk {

  /** What stands for a probability above zero that is smaller than any number. */
  public static final double SMALLEST = Double.MIN_VALUE;

  /** For how many combinations of values of several variables one walk may answer. */
  private static final int MOST_TOGETHER = 1 << 10;

  private final Plan plan;
  private final Decisions decisions;
  private final WalkMemory memory;
  private final SharedSupports supports;

  /** Questions about this plan, decided by these decisions. */
  public ExactWalk(Plan plan, Decisions decisions) {
    this(plan, decisions, new WalkMemory());
  }

  /**
   * The same.
   *
   * @param memory what walks over this and other plans have worked out
   */
  public ExactWalk(Plan plan, Decisions decisions, WalkMemory memory) {
    this.plan = plan;
    this.decisions = decisions;
    this.memory = memory;
    this.supports = new SharedSupports(plan, decisions, memory);
  }

  /**
   * The probability of what is known of the plan's cases; 1 if nothing is, 0 only if no case agrees
   * with it, else at least {@link #SMALLEST}.
   *
   * @throws TooLargeException if the walk would need too much room; the message names the step
   */
  public double evidence() throws TooLargeException {
    if (plan.evidence().isNone()) {
      return 1;
    }
    Supports possible = supports.of(List.of());
    double weight = Math.min(1, SplitWalk.weights(possible, List.of())[0]);
    return weight == 0 && new Possibility(possible, null).any() ? SMALLEST : weight;
  }

  /**
   * Reachability, probability, ranges and the most likely case of every outcome, among the cases
   * that agree with what is known. What can occur has a probability of at least {@link #SMALLEST}.
   *
   * @param ranges to which values assumptions are set
   * @throws TooLargeException if the walk would need too much room; the message names the step
   */
  public ExactResult outcomes(Ranges ranges) throws TooLargeException {
    FuturesWalk.Swept swept = swept(plan.outcome(), this::isAssumption, ranges);
    FuturesWalk.Futures futures = swept.futures();
    Map<Integer, Map<String, Integer>> witnesses =
        LikeliestCases.of(supports.of(List.of(plan.outcome())));
    boolean[] reachable = new boolean[futures.probability().length];
    for (int outcome : witnesses.keySet()) {
      reachable[outcome] = true;
      futures.probability()[outcome] = Math.max(SMALLEST, futures.probability()[outcome]);
    }
    boolean hasGaps = supports.of(List.of(plan.outcome())).hasGaps();
    return new ExactResult(
        reachable,
        futures.probability(),
        hasGaps ? Math.max(0, 1 - swept.weight() / evidence()) : 0,
        futures.effects(),
        witnesses,
        swept.walk().edges(),
        swept.walk().states(),
        swept.walk().steps());
  }

  /** The same, with each assumption set to the values that its own distribution allows. */
  public ExactResult outcomes() throws TooLargeException {
    return outcomes(Ranges.SUPPORT);
  }

  /**
   * The reachability and the probability of every outcome alone: the same numbers as those of
   * {@link #outcomes(Ranges)}, sooner.
   *
   * @throws TooLargeException if the walk would need too much room; the message names the step
   */
  public ExactResult outcomesAlone() throws TooLargeException {
    Variable outcome = plan.outcome();
    Supports possible = supports.of(List.of(outcome));
    AnsweredWalk walk = new AnsweredWalk(possible, outcome);
    double[] weights = walk.total();
    boolean isTold = walk.zeroMeansNever() || Arrays.stream(weights).allMatch(weight -> weight > 0);
    Possibility possibility = isTold ? null : new Possibility(possible, outcome);
    boolean[] reachable = new boolean[weights.length];
    for (int value = 0; value < reachable.length; value++) {
      reachable[value] = possibility == null ? weights[value] > 0 : possibility.of(outcome, value);
    }
    return alone(possible, walk, reachable, Map.of());
  }

  /**
   * The same with the most likely case of every outcome, and what was how often so in the cases
   * that end in it.
   *
   * @param outcomes the outcomes, without ranges
   * @param beside by variable, for each of its values and each outcome, by index, how likely both
   *     are
   */
  public record Witnessed(ExactResult outcomes, Map<Variable, double[][]> beside) {}

  /**
   * The reachability, the probability and the most likely case of every outcome, and some variables
   * beside it.
   *
   * @param asked the variables that are wanted beside; those that the outcome does not depend on
   *     are left out, and those for which a walk would need too much room
   * @throws TooLargeException if the walk would need too much room; the message names the step
   */
  public Witnessed witnessed(List<Variable> asked) throws TooLargeException {
    Variable outcome = plan.outcome();
    Supports possible = supports.of(List.of(outcome));
    Map<Integer, Map<String, Integer>> witnesses = LikeliestCases.of(possible);
    boolean[] reachable = new boolean[outcome.domain().size()];
    witnesses.keySet().forEach(value -> reachable[value] = true);
    AnsweredWalk walk = new AnsweredWalk(possible, outcome);
    List<Variable> on = asked.stream().filter(walk.graph()::contains).toList();
    return new Witnessed(
        alone(possible, walk, reachable, witnesses),
        new JointWalk(plan, decisions, memory)
            .with(possible, outcome, Optional.of(walk), on)
            .known());
  }

  private ExactResult alone(
      Supports possible,
      AnsweredWalk walk,
      boolean[] reachable,
      Map<Integer, Map<String, Integer>> witnesses)
      throws TooLargeException {
    double[] weights = walk.total();
    double[] probability = given(possible, weights);
    for (int value = 0; value < reachable.length; value++) {
      probability[value] = reachable[value] ? Math.max(SMALLEST, probability[value]) : 0;
    }
    return new ExactResult(
        reachable,
        probability,
        possible.hasGaps() ? Math.max(0, 1 - PortableMath.sum(weights) / evidence()) : 0,
        List.of(),
        witnesses,
        walk.edges(),
        walk.states(),
        walk.steps());
  }

  /**
   * Which values of a variable can occur when some parameters are set, whatever the others come to
   * and however little it weighs.
   *
   * @param set by address, the index of the value that a parameter is set to, one of its domain
   * @throws TooLargeException if the walk would need too much room; the message names the step
   */
  public boolean[] possible(Map<String, Integer> set, Variable target) throws TooLargeException {
    Supports looked =
        supports.of(
            List.of(target),
            (drawn, possible) -> {
              Integer value = set.get(drawn.output().name());
              return value == null ? possible : new int[] {value};
            });
    Possibility possibility = new Possibility(looked, target, set.keySet());
    boolean[] possible = new boolean[target.domain().size()];
    for (int value = 0; value < possible.length; value++) {
      possible[value] = possibility.of(target, value);
    }
    return possible;
  }

  private FuturesWalk.Swept swept(Variable target, Predicate<Variable> asked, Ranges ranges)
      throws TooLargeException {
    List<Variable> moved =
        plan.draws().stream().map(Step.Draw::variable).filter(this::isAssumption).toList();
    return new FuturesWalk(plan, decisions, ranges, memory)
        .swept(supports.of(List.of(target)), target, moved, asked);
  }

  /**
   * What each uncertain parameter does to a variable when it alone is set to one value: an
   * assumption to those that the ranges say, any other to each value that can occur. Those that
   * make no difference are left out.
   *
   * @param target the outcome, an indicator or any other variable of the plan
   * @param ranges to which values assumptions are set
   * @throws TooLargeException if the walk would need too much room; the message names the step
   */
  public List<ExactResult.Effect> effects(Variable target, Ranges ranges) throws TooLargeException {
    return swept(target, drawn -> true, ranges).futures().effects();
  }

  /**
   * What one parameter does to a variable when it is set to one value and all else stays as it is:
   * something that is fixed to each value of its domain, any other to each value that can occur. A
   * walk of its own, which may be small enough where {@link #effects} is not.
   *
   * @return empty if it makes no difference
   * @throws TooLargeException if the walk would need too much room; the message names the step
   */
  public Optional<ExactResult.Effect> effect(Variable parameter, Variable target)
      throws TooLargeException {
    Supports looked =
        supports.of(
            List.of(target),
            (drawn, possible) ->
                drawn.output().equals(parameter) && possible.length == 1
                    ? everyValue(parameter)
                    : possible);
    return Effects.apart(looked, parameter, target);
  }

  /**
   * The probability of every value of a variable together with the event that some parameters have
   * values of a box; their sum is the probability of the box. Both among the cases that agree with
   * what is known.
   *
   * @param target the variable
   * @param box by address, the indices of the values that are inside; other parameters are free. A
   *     parameter that the target does not depend on counts as free
   * @throws TooLargeException if the walk would need too much room; the message names the step
   */
  public double[] within(Map<String, BitSet> box, Variable target) throws TooLargeException {
    boolean[] isEmpty = {false};
    Supports inside =
        supports.of(
            List.of(target),
            (drawn, possible) -> {
              BitSet allowed = box.get(drawn.output().name());
              int[] kept =
                  allowed == null
                      ? possible
                      : Arrays.stream(possible).filter(allowed::get).toArray();
              isEmpty[0] |= kept.length == 0;
              // A box without a case is answered below; the walk needs some value to go on with.
              return kept.length == 0 ? possible : kept;
            });
    double[] joint = isEmpty[0] ? new double[target.domain().size()] : joint(inside, target);
    Supports all = supports.of(List.of(target));
    double known = all.hasGaps() ? PortableMath.sum(joint(all, target)) : evidence();
    for (int v = 0; v < joint.length && known > 0; v++) {
      joint[v] = Math.min(1, joint[v] / known);
    }
    return joint;
  }

  /**
   * Exact probabilities of variables' values.
   *
   * @param known by variable, the probabilities by the index of the value
   * @param tooLarge the variables for which the walk would need too much room, with the reason
   */
  public record Marginals(Map<Variable, double[]> known, Map<Variable, String> tooLarge) {}

  /**
   * The probability of every value of some variables, each by a walk of its own.
   *
   * @throws TooLargeException if even a step's table would be too large; the message names the step
   */
  public Marginals marginals(List<Variable> variables) throws TooLargeException {
    Supports possible = supports.of(variables);
    Map<Variable, double[]> known = new ConcurrentHashMap<>();
    Map<Variable, String> tooLarge = new ConcurrentHashMap<>();
    variables.stream()
        .parallel()
        .forEach(
            variable -> {
              try {
                known.put(variable, marginal(possible, variable));
              } catch (TooLargeException e) {
                tooLarge.put(variable, String.valueOf(e.getMessage()));
              }
            });
    return new Marginals(known, tooLarge);
  }

  /**
   * The same of variables that depend on much the same, with one walk for several of them where
   * that is soon done.
   *
   * @throws TooLargeException if even a step's table would be too large; the message names the step
   */
  public Marginals marginalsTogether(List<Variable> variables) throws TooLargeException {
    if (variables.size() < 2) {
      return marginals(variables);
    }
    if (cells(variables) <= MOST_TOGETHER) {
      try {
        Supports possible = supports.of(variables);
        SplitWalk walk = new SplitWalk(possible, variables, variables, FactorGraph.PROBABILITY);
        if (!walk.isLong()) {
          return new Marginals(marginals(possible, variables, walk.weights()), Map.of());
        }
      } catch (TooLargeException e) {
        // Fewer of them at a time may not be.
      }
    }
    int half = variables.size() / 2;
    return marginalsByGroup(
        List.of(variables.subList(0, half), variables.subList(half, variables.size())));
  }

  /**
   * The same of several groups, with walks for each. Groups whose variables depend on much the same
   * are answered soonest, and a change of what only some of them depend on leaves the others.
   *
   * @throws TooLargeException if even a step's table would be too large; the message names the step
   */
  public Marginals marginalsByGroup(List<List<Variable>> groups) throws TooLargeException {
    Map<Variable, double[]> known = new HashMap<>();
    Map<Variable, String> tooLarge = new HashMap<>();
    for (List<Variable> group : groups) {
      Marginals marginals = marginalsTogether(group);
      known.putAll(marginals.known());
      tooLarge.putAll(marginals.tooLarge());
    }
    return new Marginals(known, tooLarge);
  }

  private static long cells(List<Variable> variables) {
    return variables.stream().mapToLong(of -> of.domain().size()).reduce(1, Cells::saturated);
  }

  /** Each variable's probabilities from the weights of all combinations of their values. */
  private static Map<Variable, double[]> marginals(
      Supports possible, List<Variable> variables, double[] joint) {
    Map<Variable, double[]> marginals = new HashMap<>();
    int apart = joint.length;
    for (Variable variable : variables) {
      double[] weights = new double[variable.domain().size()];
      apart /= weights.length;
      for (int cell = 0; cell < joint.length; cell++) {
        weights[cell / apart % weights.length] += joint[cell];
      }
      marginals.put(variable, given(possible, weights));
    }
    return marginals;
  }

  /**
   * The probability of every value of a variable, by index.
   *
   * @throws TooLargeException if the walk would need too much room; the message names the step
   */
  public double[] marginal(Variable variable) throws TooLargeException {
    return marginal(supports.of(List.of(variable)), variable);
  }

  /** The same of all cases, also of those that give the variable no value. */
  double[] weights(Variable variable) throws TooLargeException {
    return joint(supports.of(List.of(variable)), variable);
  }

  private double[] marginal(Supports possible, Variable variable) throws TooLargeException {
    List<Object> question = possible.content(variable);
    Optional<double[]> known = memory.answer(question);
    if (known.isPresent()) {
      return known.get();
    }
    double[] marginal = given(possible, joint(possible, variable));
    memory.remember(question, marginal);
    return marginal;
  }

  private static double[] joint(Supports possible, Variable variable) throws TooLargeException {
    return SplitWalk.weights(possible, List.of(variable));
  }

  /**
   * Probabilities among the cases that agree with what is known and for which the rules give a
   * result, from the weights of values in them; all zero if there is no such case.
   */
  static double[] given(FactorGraph graph, double[] weights) {
    return given(graph.supports(), weights);
  }

  /** The same of any values that can occur. */
  static double[] given(Supports possible, double[] weights) {
    double sum = possible.isPartial() ? PortableMath.sum(weights) : 1;
    // Rounding must not make more than a certainty of it.
    return Arrays.stream(weights).map(w -> sum > 0 ? Math.min(1, w / sum) : w).toArray();
  }

  static double[] byValue(FactorGraph graph, Variable variable, double[] byClass) {
    int[] classes = graph.classes(variable);
    double[] byValue = new double[classes.length];
    for (int v = 0; v < classes.length; v++) {
      byValue[v] = classes[v] < 0 ? 0 : byClass[classes[v]];
    }
    return byValue;
  }

  private boolean isAssumption(Variable variable) {
    Setting setting = plan.scenario().setting(variable.name());
    // What was set on the command line is a question, not an assumption that may move.
    return setting.parameter().kind() == ParameterKind.UNCERTAINTY
        && setting.basis() == Basis.ASSUMPTION
        && setting.origin() != Origin.COMMAND_LINE;
  }

  private static int[] everyValue(Variable variable) {
    return IntStream.range(0, variable.domain().size()).toArray();
  }
}
