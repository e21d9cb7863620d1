package org.isfsim.exact;

import java.util.List;

/**
 * Why an outcome cannot be reached in a scenario.
 *
 * @param byRules whether no change of settings that is tried reaches it (see {@link Reach}): then
 *     the lists are empty
 * @param blocking the smallest sets of the scenario's own settings that exclude it, by address: as
 *     long as the settings of one set stay, nothing else brings it within reach
 * @param relaxations sets of settings of which all must change to bring it within reach, none of
 *     which can be done without; as many as were needed to prove the blocking sets
 * @param complete whether the blocking sets are all there are up to the size given
 */
public record Exclusion(
    boolean byRules,
    List<List<String>> blocking,
    List<List<String>> relaxations,
    boolean complete) {

  /** The address that stands for the list of contributors as a whole. */
  public static final String CONTRIBUTORS = "contributors";

  /** Copies the lists. */
  public Exclusion {
    blocking = blocking.stream().map(List::copyOf).toList();
    relaxations = relaxations.stream().map(List::copyOf).toList();
  }
}
