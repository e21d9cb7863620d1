package org.isfsim;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.isfsim.decision.Decisions;
import org.isfsim.exact.ExactResult;
import org.isfsim.exact.ExactWalk;
import org.isfsim.exact.TooLargeException;
import org.isfsim.exact.WalkMemory;
import org.isfsim.model.Plan;
import org.isfsim.model.Variable;

/** Exact probabilities of a plan, read by the names of variables and values. */
public final class Exactly {

  /** What was worked out of the shipped scenarios, for all tests of a JVM. */
  private static final Map<Plan, Map<Variable, double[]>> KNOWN =
      Collections.synchronizedMap(new IdentityHashMap<>());

  /** Scenarios have much in common; what is remembered changes no bit of an answer. */
  private static final WalkMemory MEMORY = new WalkMemory();

  private final Plan plan;
  private final ExactWalk walk;
  private final Map<Variable, double[]> known;

  /** Exact answers about a plan decided by these decisions. */
  public Exactly(Plan plan, Decisions decisions) {
    this.plan = plan;
    this.walk = decisions == Shipped.decisions() ? walk(plan) : new ExactWalk(plan, decisions);
    this.known =
        decisions == Shipped.decisions() && Shipped.isKept(plan)
            ? KNOWN.computeIfAbsent(plan, p -> new ConcurrentHashMap<>())
            : new ConcurrentHashMap<>();
  }

  /** Exact answers about a plan decided by the shipped rules. */
  public Exactly(Plan plan) {
    this(plan, Shipped.decisions());
  }

  /** Exact answers about a plan decided by the shipped rules, by a walk that remembers others. */
  public static ExactWalk walk(Plan plan) {
    return new ExactWalk(plan, Shipped.decisions(), MEMORY);
  }

  /** The same of those of some variables that can be worked out without sampling. */
  public Map<Variable, double[]> known(List<Variable> variables) {
    List<Variable> unknown = variables.stream().filter(v -> !known.containsKey(v)).toList();
    try {
      if (!unknown.isEmpty()) {
        known.putAll(walk.marginals(unknown).known());
      }
    } catch (TooLargeException e) {
      throw new AssertionError(e);
    }
    Map<Variable, double[]> asked = new LinkedHashMap<>(known);
    asked.keySet().retainAll(variables);
    return asked;
  }

  /** The probabilities of some variables' values, by the index of the value. */
  public List<double[]> of(List<Variable> variables) {
    Map<Variable, double[]> marginals = known(variables);
    List<double[]> ordered = new ArrayList<>();
    for (Variable variable : variables) {
      double[] marginal = marginals.get(variable);
      if (marginal == null) {
        throw new AssertionError("No probabilities of " + variable.name());
      }
      ordered.add(marginal);
    }
    return ordered;
  }

  /** The probability that a variable has one of some values. */
  public double of(String name, String... values) {
    Variable variable = plan.variable(name);
    double[] probability = of(List.of(variable)).get(0);
    double sum = 0;
    for (String value : values) {
      sum += probability[variable.domain().indexOf(value).orElseThrow()];
    }
    return sum;
  }

  /** The mean of the number that a variable's value stands for; for a flag, its probability. */
  public double mean(String name) {
    Variable variable = plan.variable(name);
    double[] probability = of(List.of(variable)).get(0);
    double mean = 0;
    for (int value = 0; value < probability.length; value++) {
      mean += probability[value] * variable.domain().number(value);
    }
    return mean;
  }

  /** The probability of every outcome, in the order of the outcomes. */
  public Map<String, Double> outcomes() {
    double[] probability = of(List.of(plan.outcome())).get(0);
    Map<String, Double> byName = new LinkedHashMap<>();
    for (int outcome = 0; outcome < probability.length; outcome++) {
      byName.put(plan.outcome().domain().text(outcome), probability[outcome]);
    }
    return byName;
  }

  /** The names of the outcomes that can be reached. */
  public TreeSet<String> reachable() {
    try {
      ExactResult result = walk.outcomesAlone();
      TreeSet<String> names = new TreeSet<>();
      for (int outcome = 0; outcome < result.reachable().length; outcome++) {
        if (result.reachable()[outcome]) {
          names.add(plan.outcome().domain().text(outcome));
        }
      }
      return names;
    } catch (TooLargeException e) {
      throw new AssertionError(e);
    }
  }
}
