package org.isfsim.montecarlo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.isfsim.model.Definition;
import org.isfsim.model.Variable;
import org.isfsim.montecarlo.PossibleResults.PossibleResult;

/**
 * The values that each variable of a plan can have in cases of one kind: at least those that occur,
 * found forwards through the plan without looking at how variables go together. Immutable.
 *
 * <p>This is constant propagation over finite sets (P. Cousot and R. Cousot, Abstract
 * Interpretation, POPL 1977): where one value is left, it need not be worked out.
 */
final class ValueSets {

  private final List<Definition> definitions;
  private final PossibleResults images;
  private final BitSet[] values;
  private final PossibleResult[] found;

  private ValueSets(List<Definition> definitions, PossibleResults images) {
    this.definitions = definitions;
    this.images = images;
    this.values = new BitSet[definitions.size()];
    this.found = new PossibleResult[definitions.size()];
  }

  /**
   * The values in all cases.
   *
   * @param definitions how each variable comes by its value, by slot; inputs come first
   */
  static ValueSets of(List<Definition> definitions) {
    ValueSets sets = new ValueSets(definitions, new PossibleResults());
    for (int slot = 0; slot < sets.values.length; slot++) {
      sets.found[slot] = sets.image(slot);
      sets.values[slot] = sets.found[slot].values();
    }
    return sets;
  }

  /**
   * The values in those of the cases in which a variable has one of some values; empty if it cannot
   * have any of them.
   */
  Optional<ValueSets> where(int slot, BitSet some) {
    ValueSets sets = new ValueSets(definitions, images);
    System.arraycopy(values, 0, sets.values, 0, values.length);
    System.arraycopy(found, 0, sets.found, 0, found.length);
    BitSet changed = new BitSet();
    boolean possible = sets.narrow(slot, some, changed);
    for (int later = slot + 1; possible && later < values.length; later++) {
      if (readsAny(later, changed)) {
        sets.found[later] = sets.image(later);
        possible = sets.narrow(later, sets.found[later].values(), changed);
      }
    }
    return possible ? Optional.of(sets) : Optional.empty();
  }

  private boolean readsAny(int slot, BitSet changed) {
    for (Variable input : definitions.get(slot).inputs()) {
      if (changed.get(input.slot())) {
        return true;
      }
    }
    return false;
  }

  /** Leaves a variable only some values; false if none is left. */
  private boolean narrow(int slot, BitSet some, BitSet changed) {
    BitSet narrowed = (BitSet) values[slot].clone();
    narrowed.and(some);
    if (!narrowed.equals(values[slot])) {
      values[slot] = narrowed;
      changed.set(slot);
    }
    return !narrowed.isEmpty();
  }

  private PossibleResult image(int slot) {
    Definition definition = definitions.get(slot);
    List<BitSet> inputs = new ArrayList<>();
    for (Variable input : definition.inputs()) {
      inputs.add(values[input.slot()]);
    }
    return images.of(definition, inputs);
  }

  /** How a variable comes by its value. */
  Definition definition(int slot) {
    return definitions.get(slot);
  }

  /** How many variables there are. */
  int size() {
    return values.length;
  }

  /** The values that a variable can have; not to be changed. */
  BitSet values(int slot) {
    return values[slot];
  }

  /** Whether a variable has the same value in all these cases. */
  boolean isConstant(int slot) {
    return values[slot].cardinality() == 1;
  }

  /** One of the values that a variable can have; the only one if it is constant. */
  int someValue(int slot) {
    return values[slot].nextSetBit(0);
  }

  /** Whether a variable has a value in all these cases; a decision may give none. */
  boolean isTotal(int slot) {
    return found[slot].total();
  }

  /** The slots of the variables on which a variable depends in these cases. */
  int[] reads(int slot) {
    List<Variable> inputs = definitions.get(slot).inputs();
    int[] places = found[slot].reads();
    int[] slots = new int[places.length];
    for (int i = 0; i < slots.length; i++) {
      slots[i] = inputs.get(places[i]).slot();
    }
    return slots;
  }

  /** The places among its inputs of those on which a variable depends in these cases. */
  int[] places(int slot) {
    return found[slot].reads();
  }

  /** How many values each of those inputs has in its domain. */
  int[] sizes(int slot) {
    List<Variable> inputs = definitions.get(slot).inputs();
    return Arrays.stream(found[slot].reads())
        .map(place -> inputs.get(place).domain().size())
        .toArray();
  }

  /** A possible value for each input of a variable. */
  int[] someInputs(int slot) {
    return definitions.get(slot).inputs().stream().mapToInt(v -> someValue(v.slot())).toArray();
  }
}
