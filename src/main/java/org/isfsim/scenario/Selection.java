package org.isfsim.scenario;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the user selects of a scenario and changes in it for one run.
 *
 * @param policy the name of the policy to apply
 * @param sets values by address, applied after the policy, in order
 */
public record Selection(Optional<String> policy, Map<String, String> sets) {

  /** The scenario as it stands. */
  public static final Selection NONE = new Selection(Optional.empty(), Map.of());

  /** Copies the map. */
  public Selection {
    sets = Collections.unmodifiableMap(new LinkedHashMap<>(sets));
  }

  /** A policy, and nothing set. */
  public static Selection ofPolicy(String policy) {
    return new Selection(Optional.of(policy), Map.of());
  }

  /** Some values, and no policy. */
  public static Selection ofSets(Map<String, String> sets) {
    return new Selection(Optional.empty(), sets);
  }
}
