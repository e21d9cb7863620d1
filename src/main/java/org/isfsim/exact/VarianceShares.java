package org.isfsim.exact;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.isfsim.decision.Decisions;
import org.isfsim.model.Plan;
import org.isfsim.model.Variable;
import org.isfsim.parameter.Domain;
import org.isfsim.parameter.Unit;

/**
 * Exact shares of the variance of "the target has this value" that single parameters account for:
 * the parts of variance behind Sobol' indices (I. M. Sobol', Global sensitivity indices for
 * nonlinear mathematical models, Mathematics and Computers in Simulation 55, 2001).
 *
 * <p>The indices are those of the independent draws. For a parameter that depends on others this is
 * the uniform number from which it is drawn given theirs: what is its own, not what comes from its
 * parents.
 */
public final class VarianceShares {

  private final Plan plan;
  private final Decisions decisions;
  private final Variable target;
  private final IndependentDraws draws;

  private VarianceShares(Plan plan, Decisions decisions, Variable target, IndependentDraws draws) {
    this.plan = plan;
    this.decisions = decisions;
    this.target = target;
    this.draws = draws;
  }

  /**
   * Questions about a variable of a plan.
   *
   * @throws TooLargeException if a parameter's distributions cannot be told apart by few enough
   *     slices of a uniform number
   */
  public static VarianceShares of(Plan plan, Decisions decisions, Variable target)
      throws TooLargeException {
    return new VarianceShares(
        plan, decisions, target, IndependentDraws.of(plan, decisions, target));
  }

  /**
   * The variance of the probability of each value given one draw, Var(E[Y | X]), for every
   * parameter that makes a difference to the target at all, by address. One walk each way gives all
   * of them.
   *
   * @return by address, for each value of the target by index, at least 0
   * @throws TooLargeException if the walk would need too much room; the message names the step
   */
  public Map<String, double[]> first() throws TooLargeException {
    Variable root = draws.target();
    Supports possible =
        Supports.of(draws.plan(), decisions, List.of(root), (drawn, values) -> values);
    FactorGraph graph =
        FactorGraph.of(possible, List.of(root), FactorGraph.PROBABILITY, Algebra.SUM_PRODUCT);
    JoinTree tree = new JoinTree(graph, root, Algebra.SUM_PRODUCT);
    double[] total = tree.total();
    tree.distribute();
    Map<String, double[]> first = new LinkedHashMap<>();
    for (Map.Entry<String, Variable> draw : draws.roots().entrySet()) {
      if (graph.contains(draw.getValue()) && graph.node(draw.getValue()) >= 0) {
        double[] byClass = first(graph, tree, draw.getValue(), total);
        first.put(draw.getKey(), byValue(graph.classes(root), byClass));
      }
    }
    return first;
  }

  private static double[] first(FactorGraph graph, JoinTree tree, Variable drawn, double[] total)
      throws TooLargeException {
    int factor = graph.drawFactor(drawn);
    if (!(graph.factors().get(factor) instanceof Factor.Weights own)) {
      throw new IllegalStateException(drawn.name() + " is not drawn");
    }
    double[] rest = tree.without(factor);
    double[] variance = new double[total.length];
    double[] weights = own.weights();
    // With independent draws the scope is the draw alone, then the target.
    for (int c = 0; c < weights.length; c++) {
      for (int y = 0; y < total.length; y++) {
        double apart = rest[c * total.length + y] - total[y];
        variance[y] += weights[c] * apart * apart;
      }
    }
    return variance;
  }

  /**
   * What remains of the variance when everything but one draw is known, E[Var(Y | all but X)], by a
   * walk over a doubled plan: the draw and all that comes of it exist twice, the rest once. With
   * two such results Y and Y', that is P(Y = y) - P(Y = y and Y' = y) (A. Saltelli et al., Variance
   * based sensitivity analysis of model output, Computer Physics Communications 181, 2010, table 2;
   * M. J. W. Jansen, Computer Physics Communications 117, 1999).
   *
   * @param address a parameter's address
   * @return for each value of the target by index, at least 0
   * @throws TooLargeException if the walk would need too much room; the message names the step
   * @throws IllegalArgumentException if the target does not depend on the parameter
   */
  public double[] total(String address) throws TooLargeException {
    Variable root = draws.roots().get(address);
    if (root == null) {
      throw new IllegalArgumentException(target.name() + " does not depend on " + address);
    }
    Rewritten rewritten = new Rewritten(plan);
    Map<Variable, Variable> one = new HashMap<>();
    Map<Variable, Variable> other = new HashMap<>();
    for (Definition definition : Definition.of(draws.plan(), decisions)) {
      Variable output = definition.output();
      one.put(output, copy(rewritten, definition, one, ""));
      boolean isTouched =
          output.equals(root)
              || definition.inputs().stream().anyMatch(i -> isDoubled(i, one, other));
      other.put(
          output, isTouched ? copy(rewritten, definition, other, " again") : known(one, output));
    }
    Variable y = known(one, draws.target());
    Variable again = known(other, draws.target());
    int values = y.domain().size();
    Variable both =
        rewritten.compute(
            "both",
            new Domain.Numbers(Unit.COUNT, 0, values, 1),
            List.of(y, again),
            v -> v[0] == v[1] ? v[0] : values);
    double[] same = new ExactWalk(rewritten.plan(both), decisions).marginal(both);
    double[] probability = new ExactWalk(draws.plan(), decisions).marginal(draws.target());
    double[] remaining = new double[values];
    for (int v = 0; v < values; v++) {
      remaining[v] = Math.max(0, probability[v] - same[v]);
    }
    return remaining;
  }

  private static boolean isDoubled(
      Variable variable, Map<Variable, Variable> one, Map<Variable, Variable> other) {
    return !known(one, variable).equals(known(other, variable));
  }

  private static Variable copy(
      Rewritten rewritten, Definition definition, Map<Variable, Variable> now, String suffix) {
    Variable output = definition.output();
    List<Variable> inputs = new ArrayList<>();
    definition.inputs().forEach(input -> inputs.add(known(now, input)));
    String name = output.name() + suffix;
    if (definition instanceof Definition.Drawn drawn) {
      return rewritten.draw(name, output.domain(), inputs, drawn.distribution());
    }
    return rewritten.compute(
        name, output.domain(), inputs, ((Definition.Derived) definition).operation());
  }

  private static Variable known(Map<Variable, Variable> now, Variable variable) {
    Variable found = now.get(variable);
    if (found == null) {
      throw new IllegalStateException(variable.name() + " comes before what it depends on");
    }
    return found;
  }

  private static double[] byValue(int[] classes, double[] byClass) {
    double[] byValue = new double[classes.length];
    for (int v = 0; v < classes.length; v++) {
      byValue[v] = classes[v] < 0 ? 0 : byClass[classes[v]];
    }
    return byValue;
  }
}
