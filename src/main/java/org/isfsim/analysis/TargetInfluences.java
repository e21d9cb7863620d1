package org.isfsim.analysis;

import java.util.List;

/**
 * What moves the probability of a target.
 *
 * @param target the target
 * @param probability its exact probability as the scenario is
 * @param influences what each uncertain parameter, lever and switch does that makes any difference
 *     to the variable; the one that moves this target most comes first
 */
public record TargetInfluences(Target target, double probability, List<Influence> influences) {

  /** Copies the list. */
  public TargetInfluences {
    influences = List.copyOf(influences);
  }

  /** The sum of the first-order indices: what single uncertain parameters explain, 0 to 1. */
  public double explained() {
    return influences.stream().mapToDouble(i -> i.first().orElse(0)).sum();
  }
}
