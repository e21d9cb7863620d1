package org.isfsim.scenario;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the user selects of a scenario and changes in it for one run.
 *
 * @param policy the name of the policy to apply
 * @param sets values by address, applied after the policy, in order
 * @param observed what is known beside what the file says, in order
 * @param questions what is asked beside what the file asks, in order
 */
public record Selection(
    Optional<String> policy,
    Map<String, String> sets,
    List<WrittenStatement> observed,
    List<WrittenStatement> questions) {

  /** The scenario as it stands. */
  public static final Selection NONE = new Selection(Optional.empty(), Map.of());

  /** Copies the map. */
  public Selection {
    sets = Collections.unmodifiableMap(new LinkedHashMap<>(sets));
    observed = List.copyOf(observed);
    questions = List.copyOf(questions);
  }

  /** A policy and some values. */
  public Selection(Optional<String> policy, Map<String, String> sets) {
    this(policy, sets, List.of(), List.of());
  }

  /** The same, and what is known. */
  public Selection observing(List<WrittenStatement> known) {
    return new Selection(policy, sets, known, questions);
  }

  /** The same, and what is asked. */
  public Selection asking(List<WrittenStatement> asked) {
    return new Selection(policy, sets, observed, asked);
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
