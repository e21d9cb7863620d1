package org.isfsim.report;

import java.util.List;
import java.util.Optional;

/**
 * What the exact walk says of one outcome.
 *
 * @param reachable whether any case leads to it
 * @param probability its probability, 0 to 1; 0 if it is not reachable
 * @param range how far that moves, if it was worked out
 * @param excludedBy the addresses of the settings that exclude it, as far as they are known; empty
 *     for a reachable one, and where only the probability was asked for
 */
public record ExactOutcome(
    boolean reachable, double probability, Optional<Range> range, List<String> excludedBy) {

  /** Copies the list and checks the probability. */
  public ExactOutcome {
    excludedBy = List.copyOf(excludedBy);
    if (!(probability >= 0 && probability <= 1) || (!reachable && probability > 0)) {
      throw new IllegalArgumentException("Not a probability: " + probability);
    }
  }
}
