package org.isfsim.exact;

import java.util.List;
import java.util.Map;

/**
 * Why an outcome cannot be reached in a scenario.
 *
 * @param byRules whether no change of settings that is tried reaches it (see {@link Reach}): then
 *     the lists are empty
 * @param blocking the smallest sets of the scenario's own settings that exclude it, by address: as
 *     long as the settings of one set stay, nothing else brings it within reach
 * @param relaxations sets of settings of which all must change to bring it within reach, none of
 *     which can be done without; as many as were needed to prove the blocking sets
 * @param ways the ways in which changes of relaxations were found to bring it within reach: by
 *     setting the values of which each will do; of the list of contributors none is told
 * @param complete whether the blocking sets are all there are up to the size given
 */
public record Exclusion(
    boolean byRules,
    List<List<String>> blocking,
    List<List<String>> relaxations,
    List<Map<String, List<String>>> ways,
    boolean complete) {

  /** The address that stands for the list of contributors as a whole. */
  public static final String CONTRIBUTORS = "contributors";

  /** Copies the lists. */
  public Exclusion {
    blocking = blocking.stream().map(List::copyOf).toList();
    relaxations = relaxations.stream().map(List::copyOf).toList();
    ways = List.copyOf(ways);
  }
}
