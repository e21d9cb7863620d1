package org.isfsim.exact;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.isfsim.model.Definition;
import org.isfsim.model.Variable;

/** Makes the factors of a graph: what variables are defined as, over the classes of values. */
final class FactorMaker {

  private final Supports all;
  private final ValueClasses values;
  private final int[] nodeOf;
  private final Algebra algebra;
  private final WalkMemory memory;
  private final int[][] supports;
  private final int[][] classOf;
  private final int[][] representatives;

  /**
   * For one graph.
   *
   * @param nodeOf by slot, the node of a variable, or -1
   */
  FactorMaker(Supports all, ValueClasses values, int[] nodeOf, Algebra algebra) {
    this.all = all;
    this.values = values;
    this.nodeOf = nodeOf;
    this.algebra = algebra;
    this.memory = all.memory();
    this.supports = all.supports();
    this.classOf = values.byValue();
    this.representatives = values.representatives();
  }

  /** The factor of a function. */
  Factor function(Definition.Derived derived) {
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

  /** The factor of a drawn variable. */
  Factor.Weights weights(Definition.Drawn drawn) {
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
}
