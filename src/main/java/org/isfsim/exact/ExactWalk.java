package org.isfsim.exact;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.isfsim.decision.Decisions;
import org.isfsim.model.Plan;
import org.isfsim.model.Step;
import org.isfsim.model.Variable;
import org.isfsim.parameter.Basis;
import org.isfsim.parameter.Kind;
import org.isfsim.scenario.Origin;
import org.isfsim.scenario.Setting;
import org.jspecify.annotations.Nullable;

/** Exact answers about a plan. Each question is the same walk over another algebra. */
public final class ExactWalk {

  private final Plan plan;
  private final Decisions decisions;

  /** Questions about this plan, decided by these decisions. */
  public ExactWalk(Plan plan, Decisions decisions) {
    this.plan = plan;
    this.decisions = decisions;
  }

  /**
   * Reachability, probability, ranges and the most likely case of every outcome.
   *
   * @throws TooLargeException if the walk would need too much room; the message names the step
   */
  public ExactResult outcomes() throws TooLargeException {
    Variable outcome = plan.outcome();
    Supports everything =
        Supports.of(plan, decisions, List.of(outcome), this::everyValueOfAssumptions);
    FactorGraph graph =
        FactorGraph.of(everything, List.of(outcome), FactorGraph.PROBABILITY, Algebra.SUM_PRODUCT);
    JoinTree tree = new JoinTree(graph, outcome, Algebra.SUM_PRODUCT);
    double[] probability = byValue(graph, outcome, tree.total());
    tree.distribute();
    List<ExactResult.Effect> effects = new ArrayList<>();
    for (Step.Draw draw : plan.draws()) {
      if (isAssumption(draw.variable()) && graph.contains(draw.variable())) {
        ExactResult.Effect effect = effect(graph, tree, outcome, draw.variable());
        if (effect != null) {
          effects.add(effect);
        }
      }
    }
    long edges = tree.edges();
    Map<Integer, Map<String, Integer>> witnesses = witnesses();
    boolean[] reachable = new boolean[probability.length];
    witnesses.keySet().forEach(o -> reachable[o] = true);
    return new ExactResult(reachable, probability, effects, witnesses, edges, tree.states());
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
    Supports possible = possible(variables);
    Map<Variable, double[]> known = new ConcurrentHashMap<>();
    Map<Variable, String> tooLarge = new ConcurrentHashMap<>();
    variables.parallelStream()
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
   * The probability of every value of a variable, by index.
   *
   * @throws TooLargeException if the walk would need too much room; the message names the step
   */
  public double[] marginal(Variable variable) throws TooLargeException {
    return marginal(possible(List.of(variable)), variable);
  }

  private static double[] marginal(Supports possible, Variable variable) throws TooLargeException {
    FactorGraph graph =
        FactorGraph.of(possible, List.of(variable), FactorGraph.PROBABILITY, Algebra.SUM_PRODUCT);
    JoinTree tree = new JoinTree(graph, variable, Algebra.SUM_PRODUCT);
    return byValue(graph, variable, tree.total());
  }

  /** The most likely case of every outcome that can occur. */
  private Map<Integer, Map<String, Integer>> witnesses() throws TooLargeException {
    Variable outcome = plan.outcome();
    FactorGraph graph =
        FactorGraph.of(
            possible(List.of(outcome)),
            List.of(outcome),
            FactorGraph.PROBABILITY,
            Algebra.MAX_PRODUCT);
    JoinTree tree = new JoinTree(graph, outcome, Algebra.MAX_PRODUCT);
    Map<Integer, Map<String, Integer>> witnesses = new TreeMap<>();
    double[] best = byValue(graph, outcome, tree.total());
    for (int value = 0; value < best.length; value++) {
      if (best[value] > 0) {
        witnesses.put(value, witness(graph, tree.decode(graph.classes(outcome)[value])));
      }
    }
    return witnesses;
  }

  /** A case of the classes that a decoded walk gives its nodes: in each, the likeliest value. */
  private Map<String, Integer> witness(FactorGraph graph, int[] classOfNode) {
    Map<String, Integer> values = new HashMap<>();
    for (Step.Draw draw : plan.draws()) {
      Variable variable = draw.variable();
      int[] parents =
          draw.parents().stream().mapToInt(parent -> values.get(parent.name())).toArray();
      var distribution = draw.distribution().at(parents);
      int best = -1;
      for (int value : distribution.support()) {
        boolean fits =
            !graph.contains(variable)
                || graph.node(variable) < 0
                || graph.classes(variable)[value] == classOfNode[graph.node(variable)];
        if (fits
            && (best < 0 || distribution.probability(value) > distribution.probability(best))) {
          best = value;
        }
      }
      values.put(variable.name(), best);
    }
    return values;
  }

  /** The values that can occur in the scenario as it is. */
  private Supports possible(List<Variable> targets) throws TooLargeException {
    return Supports.of(plan, decisions, targets, (drawn, possible) -> possible);
  }

  /**
   * What setting a drawn variable to each of its values does to a target, the root of a tree.
   *
   * @return null where the target does not depend on it
   */
  static ExactResult.@Nullable Effect effect(
      FactorGraph graph, JoinTree tree, Variable target, Variable parameter)
      throws TooLargeException {
    int node = graph.node(parameter);
    if (node < 0) {
      return null;
    }
    int factor = graph.drawFactor(parameter);
    int[] scope = graph.factors().get(factor).scope();
    double[] rest = tree.without(factor);
    int root = graph.node(target);
    int outcomes = root < 0 ? 1 : graph.sizes()[root];
    int size = graph.sizes()[node];
    // The scope is: parents, the parameter itself, the root.
    double[][] byClass = new double[size][outcomes];
    for (int i = 0; i < rest.length; i++) {
      byClass[i / outcomes % size][i % outcomes] += rest[i];
    }
    assert scope[scope.length - 1] == node;
    int[] classes = graph.classes(parameter);
    double[][] given = new double[classes.length][];
    for (int v = 0; v < given.length; v++) {
      if (classes[v] >= 0) {
        given[v] = byValue(graph, target, byClass[classes[v]]);
        // Rounding must not make more than a certainty of it.
        for (int o = 0; o < given[v].length; o++) {
          given[v][o] = Math.min(1, given[v][o]);
        }
      }
    }
    return new ExactResult.Effect(parameter, given);
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
    return setting.parameter().kind() == Kind.UNCERTAINTY
        && setting.basis() == Basis.ASSUMPTION
        && setting.origin() != Origin.COMMAND_LINE;
  }

  private int[] everyValueOfAssumptions(Definition.Drawn drawn, int[] possible) {
    return isAssumption(drawn.output())
        ? IntStream.range(0, drawn.output().domain().size()).toArray()
        : possible;
  }
}
