package org.isfsim.exact;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.isfsim.model.Definition;
import org.isfsim.model.Variable;
import org.jspecify.annotations.Nullable;

/**
 * A plan as a graph of factors, cut down to what some targets depend on.
 *
 * <p>Four things make it small, none of them an approximation: what the targets do not depend on is
 * left out; a variable has only the values that can occur; values that nothing later tells apart
 * are one (see {@link Quotient}); and what makes no difference to a function or a draw is none of
 * its inputs. A variable that has one class left is no node at all.
 */
final class FactorGraph {

  /** Above the smallest of a double by so much that rounding does not matter. */
  private static final int SMALLEST_EXPONENT = Double.MIN_EXPONENT + 20;

  /** How many graphs of one structure are kept, which tell other values of parents apart. */
  private static final int MOST_ALIKE = 4;

  private final Supports all;
  private final ValueClasses values;
  private final @Nullable Object structure;
  private final int[] nodeOf;
  private final List<Variable> nodes;
  private final int[] sizes;
  private final List<Factor> factors;

  /** By slot of a drawn variable, its factor. */
  private final Map<Integer, Integer> drawFactors;

  /** What a drawn variable's values weigh. */
  interface Weighting {
    /**
     * The weight of each value, for parents with these values.
     *
     * @param drawn the variable's definition
     * @param parents the indices of the parents' values
     * @param value the index of the value
     */
    double weight(Definition.Drawn drawn, int[] parents, int value);
  }

  /** Weights by probability. */
  static final Weighting PROBABILITY =
      (drawn, parents, value) ->
          drawn.distribution().isDefinedAt(parents)
              ? drawn.distribution().at(parents).probability(value)
              : 0;

  private FactorGraph(
      Supports all,
      List<Variable> targets,
      Weighting weighting,
      Algebra algebra,
      @Nullable Object structure) {
    this.all = all;
    this.values = ValueClasses.of(all, targets, weighting, algebra);
    this.structure = structure;
    this.nodeOf = new int[all.supports().length];
    this.nodes = new ArrayList<>();
    this.factors = new ArrayList<>();
    this.drawFactors = new HashMap<>();
    Arrays.fill(nodeOf, -1);
    if (isEmpty()) {
      // Nothing weighs anything.
      factors.add(new Factor.Weights(new int[0], new double[] {algebra.zero()}));
    } else {
      makeNodes();
      makeFactors(new FactorMaker(all, values, nodeOf, algebra));
    }
    this.sizes = nodes.stream().mapToInt(v -> representatives(v).length).toArray();
  }

  /** The same graph with other values and weights in some factors. */
  private FactorGraph(
      FactorGraph alike, Supports all, ValueClasses values, Map<Integer, Factor> changed) {
    this.all = all;
    this.values = values;
    this.structure = alike.structure;
    this.nodeOf = alike.nodeOf;
    this.nodes = alike.nodes;
    this.sizes = alike.sizes;
    this.drawFactors = alike.drawFactors;
    this.factors = new ArrayList<>(alike.factors);
    changed.forEach(factors::set);
  }

  /**
   * The graph of what some variables depend on.
   *
   * @param all the values that can occur
   * @param targets the variables whose every value is kept apart
   * @param weighting what values weigh
   * @param algebra how weights of values in one class are put together
   */
  static FactorGraph of(
      Supports all, List<Variable> targets, Weighting weighting, Algebra algebra) {
    if (weighting != PROBABILITY) {
      return new FactorGraph(all, targets, weighting, algebra, null);
    }
    List<FactorGraph> known =
        all.memory()
            .of(
                List.of("graphs", all.structure(), Variable.slots(targets), algebra),
                CopyOnWriteArrayList::new,
                made -> MOST_ALIKE * all.supports().length);
    for (FactorGraph graph : known) {
      FactorGraph alike = graph.under(all, algebra);
      if (alike != null) {
        return alike;
      }
    }
    FactorGraph made = new FactorGraph(all, targets, weighting, algebra, new Object());
    if (known.size() >= MOST_ALIKE) {
      known.clear();
    }
    known.add(made);
    return made;
  }

  /**
   * The same graph for values of the same structure, which differ in what parameters weigh; null if
   * other values of some parameter's parents are now told apart.
   */
  private @Nullable FactorGraph under(Supports other, Algebra algebra) {
    ValueClasses now = values.under(other);
    Map<Integer, Factor> changed = new HashMap<>();
    for (Map.Entry<Integer, Integer> draw : drawFactors.entrySet()) {
      if (other.definition(draw.getKey()) instanceof Definition.Drawn drawn
          && all.definition(draw.getKey()) instanceof Definition.Drawn before
          && drawn.distribution() != before.distribution()) {
        if (!now.showsTheSame(drawn)) {
          return null;
        }
        changed.put(draw.getValue(), new FactorMaker(other, now, nodeOf, algebra).weights(drawn));
      }
    }
    return new FactorGraph(this, other, now, changed);
  }

  /**
   * What is one object for all graphs that differ only in what values of parameters weigh, as long
   * as it is remembered; null where none are known to differ only so.
   */
  @Nullable Object structure() {
    return structure;
  }

  /** Whether there is no case to look at, because some variable has no value left. */
  boolean isEmpty() {
    return values.isEmpty();
  }

  /** Whether weights are those of cases that agree with what is known, among others. */
  boolean isConditional() {
    return all.isConditional();
  }

  /**
   * Whether weights are those of some cases among others: of those that agree with what is known,
   * or of those for which the rules give a result.
   */
  boolean isPartial() {
    return all.isPartial();
  }

  /**
   * Whether no product of one weight of every factor is too small for a number. A sum of such
   * products, or of parts of them, is then zero only where there is no way at all.
   */
  boolean zeroMeansNever() {
    int exponent = 0;
    for (Factor factor : factors) {
      if (factor instanceof Factor.Weights weights) {
        double smallest = Double.POSITIVE_INFINITY;
        for (double weight : weights.weights()) {
          smallest = weight > 0 ? Math.min(smallest, weight) : smallest;
        }
        exponent += Math.min(0, Math.getExponent(smallest));
      }
    }
    return exponent > SMALLEST_EXPONENT;
  }

  private void makeNodes() {
    for (Definition definition : values.definitions()) {
      if (definition != null && representatives(definition.output()).length > 1) {
        nodeOf[definition.output().slot()] = nodes.size();
        nodes.add(definition.output());
      }
    }
  }

  private void makeFactors(FactorMaker maker) {
    // Slots are given out in the order of the plan, so that inputs come first.
    for (Definition definition : values.definitions()) {
      if (definition instanceof Definition.Drawn drawn) {
        drawFactors.put(drawn.output().slot(), factors.size());
        factors.add(maker.weights(drawn));
      } else if (definition instanceof Definition.Derived derived
          && (node(derived.output()) >= 0 || all.isPartial(derived.output().slot()))) {
        factors.add(maker.function(derived));
      }
    }
  }

  /** The variables that are nodes; the place in the list is the node. */
  List<Variable> nodes() {
    return nodes;
  }

  /** The number of classes of each node. */
  int[] sizes() {
    return sizes.clone();
  }

  List<Factor> factors() {
    return factors;
  }

  WalkMemory memory() {
    return all.memory();
  }

  /** The values that can occur. */
  Supports supports() {
    return all;
  }

  /** The node of a variable, or -1 when it has one class or is left out. */
  int node(Variable variable) {
    return nodeOf[variable.slot()];
  }

  /** Whether the targets depend on a variable at all. */
  boolean contains(Variable variable) {
    return values.definitions()[variable.slot()] != null;
  }

  /** The class of each value of a variable, -1 for values that are not looked at. */
  int[] classes(Variable variable) {
    return values.byValue()[variable.slot()];
  }

  /** A value of each class of a variable. */
  int[] representatives(Variable variable) {
    return values.representatives()[variable.slot()];
  }

  /** The factor of a drawn variable. */
  int drawFactor(Variable variable) {
    Integer factor = drawFactors.get(variable.slot());
    if (factor == null) {
      throw new IllegalArgumentException(variable.name() + " is not drawn here");
    }
    return factor;
  }
}
