package org.isfsim.decision;

import java.util.List;

/**
 * A number that is counted from the inputs of a decision, so that a rule can speak of it: how many
 * of some fields have a value, plus the sum of some numbers.
 *
 * @param name the name as rules write it, camelCase
 * @param counted the fields of which those are counted that have the value
 * @param value the value as written; every counted field must know it
 * @param added the numeric fields that are added
 */
public record Tally(String name, List<String> counted, String value, List<String> added) {

  /** Checks the name and copies the lists. */
  public Tally {
    Names.requireField(name);
    counted = List.copyOf(counted);
    added = List.copyOf(added);
    if (counted.isEmpty() && added.isEmpty()) {
      throw new IllegalArgumentException("The tally " + name + " counts nothing");
    }
  }

  /** Whether it counts or adds an input. */
  boolean uses(String input) {
    return counted.contains(input) || added.contains(input);
  }
}
