package org.isfsim.model;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What is known of a case: flags of its plan that are true. What is asked about a plan with
 * evidence is asked about the cases in which they are, and no others.
 *
 * @param flags the flags
 * @param accepted by variable, the values without which some flag is false; a help for walks, which
 *     need not look at the others
 */
public record Evidence(List<Variable> flags, Map<Variable, boolean[]> accepted) {

  /** Nothing is known. */
  public static final Evidence NONE = new Evidence(List.of(), Map.of());

  /** The index of a flag's value that says that it holds. */
  private static final int HOLDS = 1;

  /** Copies the collections. */
  public Evidence {
    flags = List.copyOf(flags);
    accepted = Map.copyOf(accepted);
  }

  /** Whether nothing is known. */
  public boolean isNone() {
    return flags.isEmpty();
  }

  /** The same of other variables that stand for these; of all flags there must be one. */
  public Evidence of(Map<Variable, Variable> standIns) {
    Map<Variable, boolean[]> translated = new HashMap<>();
    accepted.forEach(
        (variable, values) -> {
          Variable standIn = standIns.get(variable);
          if (standIn != null) {
            translated.put(standIn, values);
          }
        });
    return new Evidence(flags.stream().map(standIns::get).toList(), translated);
  }

  /** Whether a case cannot agree with what is known: a flag is known not to hold. */
  public boolean isRuledOutBy(int[] values) {
    return flags.stream().anyMatch(flag -> values[flag.slot()] == 1 - HOLDS);
  }

  /**
   * Whether a case agrees with what is known.
   *
   * @param values the index of every variable's value, by slot
   */
  public boolean holdsIn(int[] values) {
    for (Variable flag : flags) {
      if (values[flag.slot()] != HOLDS) {
        return false;
      }
    }
    return true;
  }
}
