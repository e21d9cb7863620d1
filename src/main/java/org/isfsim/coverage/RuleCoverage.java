package org.isfsim.coverage;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.isfsim.decision.Condition;
import org.isfsim.decision.Rule;

/**
 * One rule in a scenario.
 *
 * @param rule the rule
 * @param weight how likely it is to fire, of several contributors for at least one
 * @param byPlace the same for each place where the decision is taken, by its column
 * @param exclusions for a rule that does not fire: what it asks for that does not occur; empty if
 *     each part occurs and only all of them together do not
 */
public record RuleCoverage(
    Rule rule, Weight weight, Map<String, Weight> byPlace, List<Exclusion> exclusions) {

  /**
   * A part of a condition that does not occur in a scenario.
   *
   * @param condition the part
   * @param settings fixed values of parameters that it depends on, by address
   */
  public record Exclusion(Condition condition, Map<String, String> settings) {
    /** Copies the map. */
    public Exclusion {
      settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    }
  }

  /** Copies the collections. */
  public RuleCoverage {
    byPlace = Collections.unmodifiableMap(new LinkedHashMap<>(byPlace));
    exclusions = List.copyOf(exclusions);
  }
}
