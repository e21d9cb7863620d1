package org.isfsim.exact;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.isfsim.model.Definition;
import org.isfsim.model.Variable;

/**
 * Which values of some variables can lead where one of them has a certain value, found backwards
 * from function to function, each looked at by itself (arc consistency: A. K. Mackworth,
 * Consistency in Networks of Relations, Artificial Intelligence 8, 1977).
 */
final class Backwards {

  private final Supports supports;
  private final BitSet slots;
  private final BitSet followed;

  /**
   * @param supports the values that the variables can have
   * @param slots the slots of those that are looked at
   * @param followed of these, the slots of the functions whose inputs are narrowed
   */
  Backwards(Supports supports, BitSet slots, BitSet followed) {
    this.supports = supports;
    this.slots = slots;
    this.followed = followed;
  }

  /**
   * The values that are left.
   *
   * @param of the slot of the variable that is to have a value
   * @param value its index; if the variable cannot have it, it has none
   * @return by slot the indices of the values, null for variables that are not looked at
   */
  BitSet[] from(int of, int value) {
    BitSet[] live = new BitSet[supports.supports().length];
    slots.stream()
        .forEach(
            slot -> {
              live[slot] = new BitSet();
              Arrays.stream(supports.supports()[slot]).forEach(live[slot]::set);
            });
    boolean isThere = live[of].get(value);
    live[of].clear();
    live[of].set(value, isThere);
    for (int slot = live.length - 1; slot >= 0; slot--) {
      if (followed.get(slot) && supports.definition(slot) instanceof Definition.Derived derived) {
        keepInputs(derived, live);
      }
    }
    return live;
  }

  /** Takes from the inputs of a function what none of its results that are left comes of. */
  private void keepInputs(Definition.Derived derived, BitSet[] live) {
    int[][] values = supports.supports();
    int[] inputs = derived.inputs().stream().mapToInt(Variable::slot).toArray();
    BitSet results = live[derived.output().slot()];
    int[] raw = supports.table(derived.output().slot());
    int[] sizes = Arrays.stream(inputs).map(slot -> values[slot].length).toArray();
    List<Object> parts = new ArrayList<>(List.of("kept", raw, results.clone()));
    Arrays.stream(sizes).forEach(parts::add);
    BitSet[] kept =
        supports.memory().of(parts, () -> kept(raw, sizes, results), made -> sizes.length);
    for (int i = 0; i < inputs.length; i++) {
      for (int place = 0; place < sizes[i]; place++) {
        if (!kept[i].get(place)) {
          live[inputs[i]].clear(values[inputs[i]][place]);
        }
      }
    }
  }

  /** By input, the places of the values of which some of these results comes. */
  private static BitSet[] kept(int[] raw, int[] sizes, BitSet results) {
    BitSet[] kept = new BitSet[sizes.length];
    Arrays.setAll(kept, i -> new BitSet());
    if (ResultTable.isEveryResult(raw, results)) {
      for (int i = 0; i < sizes.length; i++) {
        kept[i].set(0, sizes[i]);
      }
      return kept;
    }
    int[] at = new int[sizes.length];
    for (int result : raw) {
      if (result >= 0 && results.get(result)) {
        for (int i = 0; i < at.length; i++) {
          kept[i].set(at[i]);
        }
      }
      Cells.advance(at, sizes);
    }
    return kept;
  }
}
