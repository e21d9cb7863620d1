package org.isfsim.exact;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.isfsim.model.Definition;
import org.isfsim.model.Variable;
import org.jspecify.annotations.Nullable;

/**
 * The classes of all variables' values, found backwards through a plan from what is asked: values
 * that no reader tells apart are one (see {@link Quotient}).
 */
final class ValueClasses {

  private final Supports all;
  private final @Nullable Definition[] definitions;
  private final FactorGraph.Weighting weighting;
  private final Algebra algebra;
  private final WalkMemory memory;
  private final int[][] supports;
  private final Found found;
  private final int[][] byValue;
  private final int[][] representatives;

  private ValueClasses(
      Supports all, FactorGraph.Weighting weighting, Algebra algebra, Found found) {
    this.all = all;
    this.definitions = new Definition[all.supports().length];
    found.looked().stream().forEach(slot -> definitions[slot] = all.definition(slot));
    this.weighting = weighting;
    this.algebra = algebra;
    this.memory = all.memory();
    this.supports = all.supports();
    this.found = found;
    this.byValue = found.byValue();
    this.representatives = found.representatives();
  }

  /**
   * The classes of some variables' values; where a variable has none left, no value has a class.
   *
   * @param all the values that can occur
   * @param targets the variables whose every value is kept apart; they and what they depend on are
   *     looked at
   * @param weighting what values weigh
   * @param algebra how weights of values in one class are put together
   */
  static ValueClasses of(
      Supports all, List<Variable> targets, FactorGraph.Weighting weighting, Algebra algebra) {
    return new ValueClasses(all, weighting, algebra, find(all, targets, weighting, algebra));
  }

  /** The same classes of values of the same structure, which differ in what parameters weigh. */
  ValueClasses under(Supports other) {
    return new ValueClasses(other, weighting, algebra, found);
  }

  /** Whether a drawn variable tells the same values of its parents apart as when this was found. */
  boolean showsTheSame(Definition.Drawn drawn) {
    int[] before = found.shown()[drawn.output().slot()];
    return before == null || Arrays.equals(before, shown(drawn).results());
  }

  private static Found find(
      Supports all, List<Variable> targets, FactorGraph.Weighting weighting, Algebra algebra) {
    int slots = all.supports().length;
    Found found =
        new Found(all.needed(targets), new int[slots][], new int[slots][], new int[slots][]);
    ValueClasses values = new ValueClasses(all, weighting, algebra, found);
    if (values.isEmpty()) {
      values.leaveEmpty();
    } else {
      values.find(targets);
    }
    return found;
  }

  /**
   * What was found.
   *
   * @param looked the slots of the variables that are looked at
   * @param byValue by slot, the class of each value
   * @param representatives by slot, the first value of each class
   * @param shown by slot of a drawn variable that has parents, which of their values it tells apart
   */
  private record Found(
      BitSet looked, int[][] byValue, int[][] representatives, int[] @Nullable [] shown) {}

  /** By slot, the definitions of the variables that are looked at. */
  @Nullable Definition[] definitions() {
    return definitions;
  }

  /** Whether some variable has no value left. */
  boolean isEmpty() {
    return Arrays.stream(definitions)
        .anyMatch(d -> d != null && supports[d.output().slot()].length == 0);
  }

  /** By slot, the class of each value, -1 for those that are not looked at. */
  int[][] byValue() {
    return byValue;
  }

  /** By slot, the first value of each class. */
  int[][] representatives() {
    return representatives;
  }

  private void leaveEmpty() {
    for (Definition definition : definitions) {
      if (definition != null) {
        int slot = definition.output().slot();
        byValue[slot] = new int[definition.output().domain().size()];
        Arrays.fill(byValue[slot], -1);
        representatives[slot] = new int[0];
      }
    }
  }

  private void find(List<Variable> targets) {
    Map<Integer, List<Definition>> readers = new HashMap<>();
    for (Definition definition : definitions) {
      if (definition == null) {
        continue;
      }
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
      byValue[slot] = made.byValue();
      representatives[slot] = made.representatives();
      seen.put(slot, shown(definition));
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

  /** How far apart neighbouring values of an input lie in a table over all of them. */
  int strideOf(List<Variable> inputs, int position) {
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

  private Shown shown(Definition definition) {
    int slot = definition.output().slot();
    if (!(definition instanceof Definition.Drawn drawn)) {
      return new Shown(all.table(slot), byValue[slot]);
    }
    Shown shown = shown(drawn);
    if (!drawn.inputs().isEmpty()) {
      found.shown()[slot] = shown.results();
    }
    return shown;
  }

  private Shown shown(Definition.Drawn drawn) {
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
      double[] row = memory.one(row(drawn, parents));
      shown[i] = rows.computeIfAbsent(row, r -> rows.size());
      Cells.advance(at, sizes);
    }
    return new Shown(memory.one(shown), memory.one(Quotient.identity(rows.size())));
  }

  /** The weight of each class of a drawn variable for parents with these values. */
  double[] row(Definition.Drawn drawn, int[] parents) {
    int slot = drawn.output().slot();
    double[] row = new double[representatives[slot].length];
    Arrays.fill(row, algebra.zero());
    for (int value : supports[slot]) {
      int to = byValue[slot][value];
      row[to] = algebra.plus(row[to], weighting.weight(drawn, parents, value));
    }
    return row;
  }
}
