package org.isfsim.report;

import java.util.Optional;

/**
 * What the exact walk says of one outcome.
 *
 * @param reachable whether any case leads to it
 * @param probability its probability, 0 to 1; 0 if it is not reachable
 * @param range how far that moves, if it was worked out
 */
public record ExactOutcome(boolean reachable, double probability, Optional<Range> range) {

  /** Checks the probability. */
  public ExactOutcome {
    if (!(probability >= 0 && probability <= 1) || (!reachable && probability > 0)) {
      throw new IllegalArgumentException("Not a probability: " + probability);
    }
  }
}
