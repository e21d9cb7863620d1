package org.isfsim.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.isfsim.article.Share;

/**
 * One outcome of a run.
 *
 * @param outcome its name
 * @param sampled how many cases ended so
 * @param firstCase the number of the first of them
 * @param exact what the exact walk says, if it was taken
 * @param dates when that case reached each milestone, in the order of reports, empty for one that
 *     it did not; no dates if it is not at hand
 */
public record OutcomeRow(
    String outcome,
    Share sampled,
    OptionalLong firstCase,
    Optional<ExactOutcome> exact,
    List<Optional<LocalDate>> dates) {

  /** Copies the list. */
  public OutcomeRow {
    dates = List.copyOf(dates);
  }

  /** An outcome of which no case is at hand. */
  OutcomeRow(String outcome, Share sampled, OptionalLong firstCase, Optional<ExactOutcome> exact) {
    this(outcome, sampled, firstCase, exact, List.of());
  }

  /** Whether it can occur: as proven, else yes if it was seen. */
  public Reachable reachable() {
    if (exact.isPresent()) {
      return exact.get().reachable() ? Reachable.YES : Reachable.NO;
    }
    return sampled.isSeen() ? Reachable.YES : Reachable.UNKNOWN;
  }

  /** The exact probability if there is one, else the sampled share; 0 without either. */
  public double probability() {
    return exact
        .map(ExactOutcome::probability)
        .orElseGet(() -> sampled.isKnown() ? sampled.probability() : 0);
  }
}
