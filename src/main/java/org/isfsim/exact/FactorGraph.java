package org.isfsim.exact;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

  private final Supports all;
  private final @Nullable Definition[] definitions;
  private final ValueClasses values;
  private final WalkMemory memory;
  private final int[][] supports;
  private final int[][] classOf;
  private final int[][] representatives;
  private final int[] nodeOf;
  private final List<Variable> nodes = new ArrayList<>();
  private final List<Factor> factors = new ArrayList<>();
  private final Map<Integer, Integer> drawFactors = new HashMap<>();

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

  private FactorGraph(Supports all, ValueClasses values) {
    this.all = all;
    this.definitions = values.definitions();
    this.values = values;
    supports = all.supports();
    memory = all.memory();
    classOf = values.byValue();
    representatives = values.representatives();
    nodeOf = new int[definitions.length];
    Arrays.fill(nodeOf, -1);
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
    ValueClasses values = ValueClasses.of(all, targets, weighting, algebra);
    FactorGraph graph = new FactorGraph(all, values);
    if (graph.isEmpty()) {
      // Nothing weighs anything.
      graph.factors.add(new Factor.Weights(new int[0], new double[] {algebra.zero()}));
      return graph;
    }
    graph.makeNodes();
    graph.makeFactors(algebra);
    return graph;
  }

  /**
   * What is one object for all graphs that differ only in what values of parameters weigh, as long
   * as it is remembered; null where none are known to differ only so.
   */
  @Nullable Object structure() {
    return values.structure();
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

  private List<Definition> inOrder() {
    // Slots are given out in the order of the plan, so that inputs come first.
    return Arrays.stream(definitions).filter(d -> d != null).toList();
  }

  private void makeNodes() {
    for (Definition definition : inOrder()) {
      int slot = definition.output().slot();
      if (representatives[slot].length > 1) {
        nodeOf[slot] = nodes.size();
        nodes.add(definition.output());
      }
    }
  }

  private void makeFactors(Algebra algebra) {
    Object structure = structure();
    List<Factor> functions =
        structure == null
            ? functions(algebra)
            : memory.of(
                List.of("functions", structure), () -> functions(algebra), made -> 4 * made.size());
    int next = 0;
    for (Definition definition : inOrder()) {
      int slot = definition.output().slot();
      if (definition instanceof Definition.Drawn drawn) {
        drawFactors.put(slot, factors.size());
        factors.add(
            structure == null
                ? weights(drawn)
                : memory.of(
                    List.of("weights", all.rows(drawn), slot, structure),
                    () -> weights(drawn),
                    made -> 4));
      } else if (hasFactor(slot)) {
        factors.add(functions.get(next));
        next++;
      }
    }
  }

  private boolean hasFactor(int slot) {
    return nodeOf[slot] >= 0 || all.isPartial(slot);
  }

  private List<Factor> functions(Algebra algebra) {
    List<Factor> made = new ArrayList<>();
    for (Definition definition : inOrder()) {
      if (definition instanceof Definition.Derived derived && hasFactor(derived.output().slot())) {
        made.add(function(derived, algebra));
      }
    }
    return made;
  }

  private Factor function(Definition.Derived derived, Algebra algebra) {
    int slot = derived.output().slot();
    Reduced reduced =
        memory.of(partsOf(derived), () -> reduced(derived), made -> made.results().length);
    int[] results = reduced.results();
    int[] scope = Arrays.stream(reduced.places()).map(i -> nodeOf[slotOf(derived, i)]).toArray();
    if (nodeOf[slot] >= 0 && scope.length > 0) {
      return new Factor.Function(scope, nodeOf[slot], results);
    }
    if (nodeOf[slot] >= 0) {
      // It has one value: the others are results of an input that is there twice, with two values.
      double[] weights = new double[representatives[slot].length];
      Arrays.fill(weights, algebra.zero());
      if (results[0] >= 0) {
        weights[results[0]] = algebra.one();
      }
      return new Factor.Weights(new int[] {nodeOf[slot]}, memory.one(weights));
    }
    // Every result is in one class: all that is left to say is where there is none.
    return new Factor.Weights(
        scope,
        memory.one(
            Arrays.stream(results)
                .mapToDouble(r -> r < 0 ? algebra.zero() : algebra.one())
                .toArray()));
  }

  /**
   * A function over classes.
   *
   * @param places the places of the inputs that make a difference, among all of them
   * @param results the class of its result for every combination of theirs
   */
  private record Reduced(int[] places, int[] results) {}

  private Reduced reduced(Definition.Derived derived) {
    List<Variable> alive = alive(derived.inputs());
    int[] results = withoutIdle(alive, results(derived, alive));
    return new Reduced(
        alive.stream().mapToInt(derived.inputs()::indexOf).toArray(), memory.one(results));
  }

  /**
   * Takes away the inputs that make no difference here: they would only tie nodes together.
   *
   * @param alive the inputs; those are left that make one
   * @param table what is there for every combination of their classes
   * @return the same for every combination of those that are left
   */
  private int[] withoutIdle(List<Variable> alive, int[] table) {
    int[] left = table;
    for (Variable input : List.copyOf(alive)) {
      int place = alive.indexOf(input);
      int size = representatives[input.slot()].length;
      int apart = cells(alive.subList(place + 1, alive.size()));
      if (!Cells.matters(left, apart, size)) {
        alive.remove(place);
        left = Cells.firstOf(left, apart, size);
      }
    }
    return left;
  }

  private static int slotOf(Definition.Derived derived, int input) {
    return derived.inputs().get(input).slot();
  }

  /** All that a function's table over classes depends on. */
  private List<Object> partsOf(Definition.Derived derived) {
    int slot = derived.output().slot();
    List<Object> parts = new ArrayList<>(List.of("function", all.table(slot), classOf[slot]));
    for (Variable input : derived.inputs()) {
      parts.add(supports[input.slot()]);
      parts.add(representatives[input.slot()]);
      parts.add(derived.inputs().indexOf(input));
    }
    return parts;
  }

  /** The class of a function's result for every combination of the classes of some inputs. */
  private int[] results(Definition.Derived derived, List<Variable> alive) {
    int slot = derived.output().slot();
    int[] raw = all.table(slot);
    int[][] offsets = offsets(derived.inputs(), alive);
    int[] sizes = Arrays.stream(offsets).mapToInt(of -> of.length).toArray();
    int[] results = new int[cells(alive)];
    int[] at = new int[alive.size()];
    int start = offsetOfTheRest(derived.inputs());
    for (int i = 0; i < results.length; i++) {
      int place = start;
      for (int v = 0; v < at.length; v++) {
        place += offsets[v][at[v]];
      }
      int value = raw[place];
      results[i] = value < 0 ? -1 : classOf[slot][value];
      Cells.advance(at, sizes);
    }
    return results;
  }

  /** By how much a place in a function's raw table grows for every class of some inputs. */
  private int[][] offsets(List<Variable> inputs, List<Variable> alive) {
    int[][] offsets = new int[alive.size()][];
    for (int v = 0; v < offsets.length; v++) {
      int slot = alive.get(v).slot();
      offsets[v] = new int[representatives[slot].length];
      for (int i = 0; i < inputs.size(); i++) {
        if (inputs.get(i).slot() == slot) {
          int stride = values.strideOf(inputs, i);
          for (int c = 0; c < offsets[v].length; c++) {
            offsets[v][c] += stride * Arrays.binarySearch(supports[slot], representatives[slot][c]);
          }
        }
      }
    }
    return offsets;
  }

  /** The place in a function's raw table of the inputs that are no nodes, the others at zero. */
  private int offsetOfTheRest(List<Variable> inputs) {
    int offset = 0;
    for (int i = 0; i < inputs.size(); i++) {
      int slot = inputs.get(i).slot();
      if (nodeOf[slot] < 0) {
        offset +=
            values.strideOf(inputs, i)
                * Arrays.binarySearch(supports[slot], representatives[slot][0]);
      }
    }
    return offset;
  }

  private Factor.Weights weights(Definition.Drawn drawn) {
    int slot = drawn.output().slot();
    int size = representatives[slot].length;
    List<Variable> alive = alive(drawn.inputs());
    List<double[]> rows = new ArrayList<>();
    int[] rowOf = withoutIdle(alive, rows(drawn, alive, rows));
    double[] weights = new double[rowOf.length * size];
    for (int i = 0; i < rowOf.length; i++) {
      System.arraycopy(rows.get(rowOf[i]), 0, weights, i * size, size);
    }
    int[] scope = alive.stream().mapToInt(v -> nodeOf[v.slot()]).toArray();
    if (nodeOf[slot] >= 0) {
      scope = Arrays.copyOf(scope, scope.length + 1);
      scope[scope.length - 1] = nodeOf[slot];
    }
    return new Factor.Weights(scope, memory.one(weights));
  }

  /**
   * Which row of weights a drawn variable has for every combination of some parents' classes, the
   * others at their first.
   *
   * @param rows gets the rows that differ
   */
  private int[] rows(Definition.Drawn drawn, List<Variable> alive, List<double[]> rows) {
    int[] parents = first(drawn.inputs());
    int[] rowOf = new int[cells(alive)];
    Map<List<Double>, Integer> known = new HashMap<>();
    for (int i = 0; i < rowOf.length; i++) {
      place(drawn.inputs(), alive, i, parents);
      double[] row = values.row(drawn, parents);
      Integer before = known.putIfAbsent(Arrays.stream(row).boxed().toList(), rows.size());
      rowOf[i] = before == null ? rows.size() : before;
      if (before == null) {
        rows.add(row);
      }
    }
    return rowOf;
  }

  /** The different inputs that are nodes. */
  private List<Variable> alive(List<Variable> inputs) {
    return new ArrayList<>(inputs.stream().filter(v -> nodeOf[v.slot()] >= 0).distinct().toList());
  }

  private int cells(List<Variable> alive) {
    int cells = 1;
    for (Variable variable : alive) {
      cells = Math.multiplyExact(cells, representatives[variable.slot()].length);
    }
    return cells;
  }

  private int[] first(List<Variable> inputs) {
    return inputs.stream().mapToInt(v -> representatives[v.slot()][0]).toArray();
  }

  private void place(List<Variable> inputs, List<Variable> alive, int cell, int[] values) {
    int rest = cell;
    for (int a = alive.size() - 1; a >= 0; a--) {
      int[] of = representatives[alive.get(a).slot()];
      int value = of[rest % of.length];
      rest /= of.length;
      for (int i = 0; i < values.length; i++) {
        if (inputs.get(i).slot() == alive.get(a).slot()) {
          values[i] = value;
        }
      }
    }
  }

  /** The variables that are nodes; the place in the list is the node. */
  List<Variable> nodes() {
    return nodes;
  }

  /** The number of classes of each node. */
  int[] sizes() {
    return nodes.stream().mapToInt(v -> representatives[v.slot()].length).toArray();
  }

  List<Factor> factors() {
    return factors;
  }

  WalkMemory memory() {
    return memory;
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
    return definitions[variable.slot()] != null;
  }

  /** The class of each value of a variable, -1 for values that are not looked at. */
  int[] classes(Variable variable) {
    return classOf[variable.slot()];
  }

  /** A value of each class of a variable. */
  int[] representatives(Variable variable) {
    return representatives[variable.slot()];
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
