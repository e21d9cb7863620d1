package org.isfsim.decision;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Finds why a condition holds nowhere. */
final class Contradiction {

  private final ValueClasses classes;

  Contradiction(ValueClasses classes) {
    this.classes = classes;
  }

  /**
   * Parts of a condition that exclude each other: leaving out any one of them, the rest can hold.
   *
   * @param condition a condition that holds nowhere
   */
  List<Condition> fewestParts(Condition condition) {
    List<Condition> parts = condition.demands();
    for (Condition part : List.copyOf(parts)) {
      List<Condition> rest = new ArrayList<>(parts);
      rest.remove(part);
      if (!canHold(rest)) {
        parts = rest;
      }
    }
    return parts;
  }

  /** Whether some combination fulfils all parts; only the inputs that they read are varied. */
  private boolean canHold(List<Condition> parts) {
    Signature signature = classes.signature();
    BitSet read = new BitSet();
    parts.forEach(part -> read.or(signature.inputsRead(part)));
    Rows rows = new Rows(signature);
    int key = 0;
    while (true) {
      int[] row = rows.row(classes.combination(key));
      if (parts.stream().allMatch(part -> part.holds(row))) {
        return true;
      }
      int input = read.nextSetBit(0);
      while (input >= 0 && classes.classAt(key, input) == classes.classes(input) - 1) {
        key -= classes.classAt(key, input) * classes.stride(input);
        input = read.nextSetBit(input + 1);
      }
      if (input < 0) {
        return false;
      }
      key += classes.stride(input);
    }
  }
}
