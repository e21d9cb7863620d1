package org.isfsim.coverage;

import java.util.List;
import java.util.Optional;
import org.isfsim.decision.Signature;

/**
 * The rules of one decision in a scenario.
 *
 * @param column the name of the decision; another name where a decision is taken a second time
 * @param signature which decision
 * @param places where it is taken: its column, or one for each contributor
 * @param reached how many combinations of its inputs occur
 * @param rules its rules in file order
 * @param sampled why the answer is sampled, if it is; then what did not occur may still be possible
 */
public record DecisionCoverage(
    String column,
    Signature signature,
    List<String> places,
    long reached,
    List<RuleCoverage> rules,
    Optional<String> sampled) {

  /** Copies the lists. */
  public DecisionCoverage {
    places = List.copyOf(places);
    rules = List.copyOf(rules);
  }
}
