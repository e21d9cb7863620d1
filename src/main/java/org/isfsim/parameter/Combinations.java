package org.isfsim.parameter;

import java.util.List;
import java.util.function.Consumer;

/** Every combination of one value from each of several lists, the last varying fastest. */
record Combinations(List<int[]> values) {

  static Combinations of(List<int[]> values) {
    return new Combinations(List.copyOf(values));
  }

  /** Calls the action with each combination; the array is reused. */
  void forEach(Consumer<int[]> action) {
    int[] position = new int[values.size()];
    int[] combination = new int[values.size()];
    for (int i = 0; i < combination.length; i++) {
      combination[i] = values.get(i)[0];
    }
    while (true) {
      action.accept(combination);
      int last = combination.length - 1;
      while (last >= 0 && position[last] == values.get(last).length - 1) {
        position[last] = 0;
        combination[last] = values.get(last)[0];
        last--;
      }
      if (last < 0) {
        return;
      }
      combination[last] = values.get(last)[++position[last]];
    }
  }
}
