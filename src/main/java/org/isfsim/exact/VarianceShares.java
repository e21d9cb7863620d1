package org.isfsim.exact;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.isfsim.decision.Decisions;
import org.isfsim.model.Definition;
import org.isfsim.model.Plan;
import org.isfsim.model.Variable;
import org.isfsim.parameter.Distribution;
import org.isfsim.parameter.PortableMath;
import org.jspecify.annotations.Nullable;

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
  private final FactorGraph graph;

  private VarianceShares(
      Plan plan, Decisions decisions, Variable target, IndependentDraws draws, FactorGraph graph) {
    this.plan = plan;
    this.decisions = decisions;
    this.target = target;
    this.draws = draws;
    this.graph = graph;
  }

  /**
   * Questions about a variable of a plan.
   *
   * @param memory what walks over this and other plans have worked out
   * @throws TooLargeException if a parameter's distributions cannot be told apart by few enough
   *     slices of a uniform number
   */
  public static VarianceShares of(
      Plan plan, Decisions decisions, Variable target, WalkMemory memory) throws TooLargeException {
    IndependentDraws draws = IndependentDraws.of(plan, decisions, target, memory);
    List<Variable> root = List.of(draws.target());
    FactorGraph graph =
        FactorGraph.of(
            Supports.of(draws.plan(), decisions, root, (drawn, values) -> values, Map.of(), memory),
            root,
            FactorGraph.PROBABILITY,
            Algebra.SUM_PRODUCT);
    return new VarianceShares(plan, decisions, target, draws, graph);
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
    AnsweredWalk walk = new AnsweredWalk(graph.supports(), draws.target());
    double known = PortableMath.sum(walk.total());
    Map<String, double[]> first = new LinkedHashMap<>();
    for (Map.Entry<String, Variable> draw : draws.roots().entrySet()) {
      if (walk.dependsOn(draw.getValue())) {
        first.put(
            draw.getKey(),
            variance(distribution(draw.getValue()), walk.whenSet(draw.getValue()), known));
      }
    }
    return first;
  }

  /** The distribution of an independent draw. */
  private Distribution distribution(Variable drawn) {
    if (graph.supports().definition(drawn.slot()) instanceof Definition.Drawn definition) {
      return definition.distribution().at();
    }
    throw new IllegalStateException(drawn.name() + " is not drawn");
  }

  /**
   * The variance of each value's probability, given it for each value of a draw. What is known
   * makes some values of a draw likelier than they were, and is part of what is given with each of
   * them.
   *
   * @param draw how the draw is distributed
   * @param rest for each of its values, how likely each value of the target and what is known are
   *     with it; null for those that it cannot have
   * @param known how likely is what is known
   */
  private double[] variance(Distribution draw, double[] @Nullable [] rest, double known) {
    int results = draws.target().domain().size();
    double[] mean = new double[results];
    for (int of = 0; of < rest.length; of++) {
      for (int y = 0; rest[of] != null && y < results; y++) {
        mean[y] += draw.probability(of) * rest[of][y] / known;
      }
    }
    double[] variance = new double[results];
    for (int of = 0; of < rest.length; of++) {
      double[] row = rest[of];
      if (row == null) {
        continue;
      }
      double likelihood = graph.isPartial() ? PortableMath.sum(row) : 1;
      double weight = graph.isPartial() ? likelihood / known : 1;
      for (int y = 0; likelihood > 0 && y < results; y++) {
        double apart = row[y] / likelihood - mean[y];
        variance[y] += draw.probability(of) * weight * apart * apart;
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
   * @throws IllegalStateException if something is known of the cases: then the draws depend on each
   *     other and the doubled plan does not give the index
   */
  public double[] total(String address) throws TooLargeException {
    if (graph.isConditional()) {
      throw new IllegalStateException("There are no total indices given what is known");
    }
    Variable root = draws.roots().get(address);
    if (root == null) {
      throw new IllegalArgumentException(target.name() + " does not depend on " + address);
    }
    return new DoubledPlan(plan, draws, decisions, graph, root).differing();
  }
}
