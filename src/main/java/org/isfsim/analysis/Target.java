package org.isfsim.analysis;

import java.util.BitSet;
import org.isfsim.model.Variable;

/**
 * What is asked about: that the outcome or an indicator has one of some values.
 *
 * @param name what it is called in answers: {@code peacekeeping}, {@code aid=blocked}
 * @param variable the outcome or the indicator
 * @param values the indices of the values; not to be changed
 */
public record Target(String name, Variable variable, BitSet values) {

  /** One value of a variable. */
  static Target of(String name, Variable variable, int value) {
    BitSet values = new BitSet();
    values.set(value);
    return new Target(name, variable, values);
  }

  /** Whether a value of the variable is among those asked about. */
  public boolean contains(int value) {
    return values.get(value);
  }

  /** The probability that the variable has one of the values, given that of each value. */
  public double probability(double[] byValue) {
    return values.stream().mapToDouble(value -> byValue[value]).sum();
  }
}
