package org.isfsim.montecarlo;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.isfsim.model.Definition;

/** The tables of the functions of a plan. Where lanes need the same function, they share it. */
final class FunctionTables {

  private final Map<Function, FunctionTable> tables = new HashMap<>();

  /** A variable as a function of the inputs at some places, the others being fixed. */
  private record Function(int slot, List<Integer> places, List<Integer> fixed) {}

  /** The table of a variable where values are such; empty if it is drawn or its table too large. */
  Optional<FunctionTable> of(ValueSets sets, int slot) {
    int[] sizes = sets.sizes(slot);
    long combinations = 1;
    for (int size : sizes) {
      combinations = Math.min(combinations * size, FunctionTable.LARGEST + 1);
    }
    if (!(sets.definition(slot) instanceof Definition.Derived derived)
        || combinations > FunctionTable.LARGEST) {
      return Optional.empty();
    }
    int[] places = sets.places(slot);
    int[] inputs = sets.someInputs(slot);
    int[] fixed = inputs.clone();
    for (int place : places) {
      // Varies, so that it does not matter what it is here.
      fixed[place] = -1;
    }
    return Optional.of(
        tables.computeIfAbsent(
            new Function(slot, boxed(places), boxed(fixed)),
            function -> new FunctionTable(derived.operation(), inputs, places, sizes)));
  }

  private static List<Integer> boxed(int[] values) {
    return Arrays.stream(values).boxed().toList();
  }
}
