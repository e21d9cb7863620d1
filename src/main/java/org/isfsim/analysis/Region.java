package org.isfsim.analysis;

import java.util.List;
import java.util.Optional;

/**
 * A region of parameter space: some parameters are restricted to some of their values.
 *
 * @param limits the restrictions; none for the whole space
 * @param sampled what the sample says of it
 * @param exact what the exact walk says of it; empty if that is too large
 */
public record Region(List<Restriction> limits, BoxStatistics sampled, Optional<ExactRegion> exact) {

  /** Copies the list. */
  public Region {
    limits = List.copyOf(limits);
  }
}
