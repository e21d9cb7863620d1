package org.isfsim.analysis;

import java.util.List;
import java.util.OptionalDouble;

/**
 * What moves the probability of a target.
 *
 * @param target the target
 * @param probability its exact probability as the scenario is
 * @param influences what each uncertain parameter, lever and switch does that makes any difference
 *     to the variable; the one that moves this target most comes first
 * @param isComplete whether none is missing that was too large to work out
 */
public record TargetInfluences(
    Target target, double probability, List<Influence> influences, boolean isComplete) {

  /** Copies the list. */
  public TargetInfluences {
    influences = List.copyOf(influences);
  }

  /**
   * The sum of the first-order indices: what single uncertain parameters explain, 0 to 1; none
   * unless all of them are known.
   */
  public OptionalDouble explained() {
    double sum = 0;
    for (Influence influence : influences) {
      if (influence.first().isPresent()) {
        sum += influence.first().getAsDouble();
      } else if (!influence.setting().distribution().isFixed()) {
        return OptionalDouble.empty();
      }
    }
    return isComplete ? OptionalDouble.of(Math.min(1, sum)) : OptionalDouble.empty();
  }
}
