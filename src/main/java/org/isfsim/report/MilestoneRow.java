package org.isfsim.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.isfsim.article.Share;

/**
 * One milestone of a run.
 *
 * @param name its name in results
 * @param title what happens
 * @param reached how many cases reach it by the horizon
 * @param dates when, among those; empty if none does
 * @param exact the exact figures, if they were worked out
 * @param byWeek how likely it is reached by each week from the start, exactly if that is known;
 *     empty if nothing is
 */
public record MilestoneRow(
    String name,
    String title,
    Share reached,
    Optional<Dates> dates,
    Optional<Exact> exact,
    List<Double> byWeek) {

  /** Copies the list. */
  public MilestoneRow {
    byWeek = List.copyOf(byWeek);
  }

  /**
   * The exact figures of a milestone.
   *
   * @param reached the probability that it is reached by the horizon
   * @param dates when, if it is; empty if it cannot be reached
   */
  public record Exact(double reached, Optional<Dates> dates) {}

  /** How likely it is reached: exactly if that is known, else in the sample. */
  double bestReached() {
    return exact.map(Exact::reached).orElseGet(reached::probability);
  }

  /** When it is reached: exactly if that is known, else in the sample. */
  Optional<Dates> bestDates() {
    return exact.isPresent() ? exact.get().dates() : dates;
  }

  /**
   * When the cases that reach a milestone reach it; each date is the first by which at least that
   * share of them has reached it.
   *
   * @param median half of them
   * @param p05 one in twenty
   * @param p95 nineteen in twenty
   */
  public record Dates(LocalDate median, LocalDate p05, LocalDate p95) {}
}
