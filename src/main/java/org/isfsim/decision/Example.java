package org.isfsim.decision;

import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A combination of the inputs of a decision that shows something.
 *
 * <p>Usually a few of its values are enough: whatever the other inputs are, the same can be seen.
 */
public final class Example {

  private final Signature signature;
  private final int[] combination;
  private final BitSet said;

  Example(Signature signature, int[] combination, BitSet said) {
    this.signature = signature;
    this.combination = combination.clone();
    this.said = (BitSet) said.clone();
  }

  /** One combination that shows it: an index for every input. */
  public int[] combination() {
    return combination.clone();
  }

  /** The values of the combination as written, by input. */
  public Map<String, String> values() {
    BitSet all = new BitSet();
    all.set(0, combination.length);
    return values(all);
  }

  /** The values that are enough, as written, by input. */
  public Map<String, String> enough() {
    return values(said);
  }

  private Map<String, String> values(BitSet inputs) {
    Map<String, String> values = new LinkedHashMap<>();
    inputs.stream()
        .forEach(
            i -> {
              Field input = signature.inputs().get(i);
              values.put(input.name(), input.domain().text(combination[i]));
            });
    return values;
  }

  /** {@code whenever vote held is true, china is "no"}. */
  public String inWords() {
    if (said.isEmpty()) {
      return "in every combination";
    }
    boolean isAll = said.cardinality() == signature.inputs().size();
    return (isAll ? "when " : "whenever ") + signature.inWords(combination, said);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Example that
        && signature.equals(that.signature)
        && Arrays.equals(combination, that.combination)
        && said.equals(that.said);
  }

  @Override
  public int hashCode() {
    return List.of(signature, Arrays.hashCode(combination), said).hashCode();
  }

  @Override
  public String toString() {
    return inWords();
  }
}
