package org.isfsim.report;

import java.time.LocalDate;
import java.util.Optional;
import org.isfsim.analysis.Comparison;
import org.isfsim.model.Milestone;
import org.isfsim.model.Plan;

/** The date by which half of the cases that reach a milestone reach it. */
final class Medians {

  private Medians() {}

  /**
   * From the exact probabilities of the milestone's weeks.
   *
   * @param alternative the place of the alternative
   * @param milestone the place of the milestone
   */
  static Optional<LocalDate> exact(Comparison comparison, int alternative, int milestone) {
    Plan plan = comparison.alternatives().get(alternative).plan();
    Milestone of = plan.milestones().get(milestone);
    double[] weeks = comparison.exact().get(alternative).marginals().get(of.name());
    if (weeks == null) {
      return Optional.empty();
    }
    Marginal marginal = Marginal.of(weeks);
    int limit = of.week().domain().indexOf(String.valueOf(plan.horizonWeeks())).orElseThrow() + 1;
    return marginal.below(limit) > 0
        ? Optional.of(plan.date(of.week().domain().number(marginal.quantile(limit, 0.5))))
        : Optional.empty();
  }

  /** From common cases. */
  static Optional<LocalDate> sampled(Comparison comparison, int alternative, int milestone) {
    Plan plan = comparison.alternatives().get(alternative).plan();
    return comparison
        .sample()
        .map(sample -> sample.medianWeek(alternative, milestone))
        .filter(week -> week >= 0)
        .map(plan::date);
  }

  /** Exact where that is known, else from common cases. */
  static Optional<LocalDate> best(Comparison comparison, int alternative, int milestone) {
    return exact(comparison, alternative, milestone)
        .or(() -> sampled(comparison, alternative, milestone));
  }
}
