package org.isfsim.analysis;

import java.util.List;
import java.util.Optional;
import org.isfsim.exact.Ranges;

/**
 * Alternatives side by side; differences are to the first.
 *
 * @param alternatives at least one
 * @param objectives what is to be made likely, if anything was stated
 * @param exact what the exact walks say of each alternative
 * @param sample what common cases gave; empty if none were run
 * @param ranges to which values assumptions were set
 */
public record Comparison(
    List<Alternative> alternatives,
    List<Objective> objectives,
    List<ExactAnswer> exact,
    Optional<PairedSample> sample,
    Ranges ranges) {

  /** Copies the lists. */
  public Comparison {
    alternatives = List.copyOf(alternatives);
    objectives = List.copyOf(objectives);
    exact = List.copyOf(exact);
  }
}
