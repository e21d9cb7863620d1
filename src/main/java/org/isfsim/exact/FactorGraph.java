package org.isfsim.exact;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.isfsim.model.Definition;
import org.isfsim.model.Variable;

/**
 * A plan as a graph of factors, cut down to what some targets depend on.
 *
 * <p>Three things make it small, none of them an approximation: what the targets do not depend on
 * is left out; a variable has only the values that can occur; and values that nothing later tells
 * apart are one (see {@link Quotient}). A variable that has one class left is no node at all.
 */
final class FactorGraph {

  private final Supports all;
  private final Definition[] definitions;
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

  private FactorGraph(Supports all, BitSet needed) {
    this.all = all;
    int count = all.plan().variables().size();
    definitions = new Definition[count];
    for (int slot = needed.nextSetBit(0); slot >= 0; slot = needed.nextSetBit(slot + 1)) {
      definitions[slot] = all.definition(slot);
    }
    supports = all.supports();
    memory = all.memory();
    classOf = new int[count][];
    representatives = new int[count][];
    nodeOf = new int[count];
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
    FactorGraph graph = new FactorGraph(all, all.needed(targets));
    if (graph.isEmpty()) {
      graph.leaveEmpty(algebra);
      return graph;
    }
    graph.findClasses(targets, weighting, algebra);
    graph.makeFactors(weighting, algebra);
    return graph;
  }

  /** Whether there is no case to look at, because some variable has no value left. */
  private boolean isEmpty() {
    return inOrder().stream().anyMatch(d -> supports[d.output().slot()].length == 0);
  }

  /** Nothing weighs anything, and no value has a class. */
  private void leaveEmpty(Algebra algebra) {
    for (Definition definition : inOrder()) {
      int slot = definition.output().slot();
      classOf[slot] = new int[definition.output().domain().size()];
      Arrays.fill(classOf[slot], -1);
      representatives[slot] = new int[0];
    }
    factors.add(new Factor.Weights(new int[0], new double[] {algebra.zero()}));
  }

  /** Whether weights are those of cases that agree with what is known, among others. */
  boolean isConditional() {
    return !all.plan().evidence().isNone();
  }

  /**
   * Whether weights are those of some cases among others: of those that agree with what is known,
   * or of those for which the rules give a result.
   */
  boolean isPartial() {
    return isConditional() || all.hasGaps();
  }

  private List<Definition> inOrder() {
    // Slots are given out in the order of the plan, so that inputs come first.
    return Arrays.stream(definitions).filter(d -> d != null).toList();
  }

  private void findClasses(List<Variable> targets, Weighting weighting, Algebra algebra) {
    Map<Integer, List<Definition>> readers = new HashMap<>();
    for (Definition definition : inOrder()) {
      for (Variable input : definition.inputs()) {
        readers.computeIfAbsent(input.slot(), s -> new ArrayList<>()).add(definition);
      }
    }
    Map<Integer, Shown> seen = new HashMap<>();
    for (int slot = definitions.length - 1; slot >= 0; slot--) {
      Definition definition = definitions[slot];
      if (definition == null) {
        continue;
      }
      int size = supports[slot].length;
      int[] classes;
      if (targets.contains(definition.output())) {
        classes = memory.one(Quotient.identity(size));
      } else {
        List<Quotient.View> views = new ArrayList<>();
        for (Definition reader : readers.getOrDefault(slot, List.of())) {
          Shown shown = seen.get(reader.output().slot());
          for (int i = 0; i < reader.inputs().size(); i++) {
            if (shown != null && reader.inputs().get(i).slot() == slot) {
              views.add(shown.to(size, strideOf(reader.inputs(), i)));
            }
          }
        }
        classes =
            memory.of(
                List.of("classes", views, size),
                () -> memory.one(Quotient.classes(views, size)),
                made -> 0);
      }
      int[] support = supports[slot];
      int[] own = classes;
      Classes made =
          memory.of(
              List.of("by value", own, support, definition.output().domain().size()),
              () -> Classes.of(own, support, definition.output().domain().size()),
              of -> of.byValue().length + of.representatives().length);
      classOf[slot] = made.byValue();
      representatives[slot] = made.representatives();
      seen.put(slot, shown(definition, weighting, algebra));
    }
  }

  /**
   * The classes of a variable's values.
   *
   * @param byValue the class of each value, -1 for those that are not looked at
   * @param representatives the first value of each class
   */
  private record Classes(int[] byValue, int[] representatives) {

    static Classes of(int[] classes, int[] support, int domain) {
      int[] byValue = new int[domain];
      Arrays.fill(byValue, -1);
      int count = 0;
      for (int i = 0; i < support.length; i++) {
        byValue[support[i]] = classes[i];
        count = Math.max(count, classes[i] + 1);
      }
      int[] representatives = new int[count];
      for (int i = support.length - 1; i >= 0; i--) {
        representatives[classes[i]] = support[i];
      }
      return new Classes(byValue, representatives);
    }
  }

  private int strideOf(List<Variable> inputs, int position) {
    int stride = 1;
    for (int i = inputs.size() - 1; i > position; i--) {
      stride *= supports[inputs.get(i).slot()].length;
    }
    return stride;
  }

  /**
   * What a definition shows its inputs.
   *
   * @param results for every combination of theirs, its result
   * @param classes the class of each result: those of one class are not told apart
   */
  private record Shown(int[] results, int[] classes) {

    Quotient.View to(int values, int stride) {
      return new Quotient.View(results, classes, values, stride);
    }
  }

  private Shown shown(Definition definition, Weighting weighting, Algebra algebra) {
    int slot = definition.output().slot();
    if (!(definition instanceof Definition.Drawn drawn)) {
      return new Shown(all.table(slot), classOf[slot]);
    }
    // Combinations with equal rows show the same.
    Map<double[], Integer> rows = new HashMap<>();
    int[] sizes = drawn.inputs().stream().mapToInt(v -> supports[v.slot()].length).toArray();
    int[] shown = new int[Arrays.stream(sizes).reduce(1, Math::multiplyExact)];
    int[] at = new int[sizes.length];
    int[] parents = new int[sizes.length];
    for (int i = 0; i < shown.length; i++) {
      for (int j = 0; j < parents.length; j++) {
        parents[j] = supports[drawn.inputs().get(j).slot()][at[j]];
      }
      double[] row = memory.one(row(drawn, parents, weighting, algebra));
      shown[i] = rows.computeIfAbsent(row, r -> rows.size());
      Cells.advance(at, sizes);
    }
    return new Shown(memory.one(shown), memory.one(Quotient.identity(rows.size())));
  }

  /** The weight of each class of a drawn variable for parents with these values. */
  private double[] row(
      Definition.Drawn drawn, int[] parents, Weighting weighting, Algebra algebra) {
    int slot = drawn.output().slot();
    double[] row = new double[representatives[slot].length];
    Arrays.fill(row, algebra.zero());
    for (int value : supports[slot]) {
      int to = classOf[slot][value];
      row[to] = algebra.plus(row[to], weighting.weight(drawn, parents, value));
    }
    return row;
  }

  private void makeFactors(Weighting weighting, Algebra algebra) {
    for (Definition definition : inOrder()) {
      int slot = definition.output().slot();
      if (representatives[slot].length > 1) {
        nodeOf[slot] = nodes.size();
        nodes.add(definition.output());
      }
    }
    for (Definition definition : inOrder()) {
      int slot = definition.output().slot();
      if (definition instanceof Definition.Derived derived) {
        boolean partial = all.isPartial(slot);
        if (nodeOf[slot] >= 0 || partial) {
          factors.add(function(derived, algebra));
        }
      } else if (definition instanceof Definition.Drawn drawn) {
        drawFactors.put(slot, factors.size());
        factors.add(weights(drawn, weighting, algebra));
      }
    }
  }

  private Factor function(Definition.Derived derived, Algebra algebra) {
    int slot = derived.output().slot();
    List<Variable> alive = alive(derived.inputs());
    int[] scope = alive.stream().mapToInt(v -> nodeOf[v.slot()]).toArray();
    int[] results =
        memory.of(partsOf(derived), () -> memory.one(results(derived, alive)), made -> 0);
    if (nodeOf[slot] >= 0) {
      return new Factor.Function(scope, nodeOf[slot], results);
    }
    // Every result is in one class: all that is left to say is where there is none.
    return new Factor.Weights(
        scope,
        memory.one(
            Arrays.stream(results)
                .mapToDouble(r -> r < 0 ? algebra.zero() : algebra.one())
                .toArray()));
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
          int stride = strideOf(inputs, i);
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
            strideOf(inputs, i) * Arrays.binarySearch(supports[slot], representatives[slot][0]);
      }
    }
    return offset;
  }

  private Factor.Weights weights(Definition.Drawn drawn, Weighting weighting, Algebra algebra) {
    int slot = drawn.output().slot();
    List<Variable> alive = new ArrayList<>(alive(drawn.inputs()));
    double[] weights = rows(drawn, alive, weighting, algebra);
    // A parent that makes no difference to the weights would only tie nodes together.
    for (Variable parent : List.copyOf(alive)) {
      List<Variable> fewer = new ArrayList<>(alive);
      fewer.remove(parent);
      double[] without = rows(drawn, fewer, weighting, algebra);
      if (spread(without, fewer, alive, slot).equals(boxed(weights))) {
        alive = fewer;
        weights = without;
      }
    }
    int[] scope = alive.stream().mapToInt(v -> nodeOf[v.slot()]).toArray();
    if (nodeOf[slot] >= 0) {
      scope = Arrays.copyOf(scope, scope.length + 1);
      scope[scope.length - 1] = nodeOf[slot];
    }
    return new Factor.Weights(scope, memory.one(weights));
  }

  /**
   * The rows of a drawn variable for every combination of some parents, the others at their first.
   */
  private double[] rows(
      Definition.Drawn drawn, List<Variable> alive, Weighting weighting, Algebra algebra) {
    int size = representatives[drawn.output().slot()].length;
    int[] parents = first(drawn.inputs());
    double[] weights = new double[cells(alive) * size];
    for (int i = 0; i * size < weights.length; i++) {
      place(drawn.inputs(), alive, i, parents);
      System.arraycopy(row(drawn, parents, weighting, algebra), 0, weights, i * size, size);
    }
    return weights;
  }

  /** A table over fewer parents, repeated for every value of the parents that it lacks. */
  private List<Double> spread(double[] table, List<Variable> fewer, List<Variable> all, int slot) {
    int size = representatives[slot].length;
    List<Double> spread = new ArrayList<>();
    for (int i = 0; i < cells(all); i++) {
      int rest = i;
      int cell = 0;
      int stride = 1;
      for (int a = all.size() - 1; a >= 0; a--) {
        int values = representatives[all.get(a).slot()].length;
        if (fewer.contains(all.get(a))) {
          cell += rest % values * stride;
          stride *= values;
        }
        rest /= values;
      }
      for (int v = 0; v < size; v++) {
        spread.add(table[cell * size + v]);
      }
    }
    return spread;
  }

  private static List<Double> boxed(double[] values) {
    return Arrays.stream(values).boxed().toList();
  }

  /** The different inputs that are nodes. */
  private List<Variable> alive(List<Variable> inputs) {
    return inputs.stream().filter(v -> nodeOf[v.slot()] >= 0).distinct().toList();
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
