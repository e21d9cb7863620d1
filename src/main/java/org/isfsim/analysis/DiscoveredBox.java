package org.isfsim.analysis;

import java.util.List;

/**
 * A box that PRIM found.
 *
 * @param region the box
 * @param limits how much each of its restrictions matters, in their order
 * @param trajectory the boxes on the way: peels, then pastes; their statistics over the cases that
 *     were looked at
 * @param chosen the step of the trajectory that was chosen, from 0
 * @param dropped restrictions of that step that were left out, since they do not matter
 */
public record DiscoveredBox(
    Region region,
    List<DiscoveredBox.Limit> limits,
    List<DiscoveredBox.Step> trajectory,
    int chosen,
    List<Restriction> dropped) {

  /** Copies the lists. */
  public DiscoveredBox {
    limits = List.copyOf(limits);
    trajectory = List.copyOf(trajectory);
    dropped = List.copyOf(dropped);
  }

  /**
   * How much a restriction matters.
   *
   * @param restriction the restriction
   * @param densityWithout the density of the box without it
   * @param quasiP how likely it is that as many cases of the box hit the target by chance, if the
   *     restriction did nothing: a one-sided binomial test with the density without it
   */
  public record Limit(Restriction restriction, double densityWithout, double quasiP) {}

  /**
   * A box on the way.
   *
   * @param statistics its statistics
   * @param restrictions how many parameters it restricts
   * @param changed what the step changed: the parameter and the values it has from here on; empty
   *     at the start
   */
  public record Step(BoxStatistics statistics, int restrictions, String changed) {}
}
