package org.isfsim.report;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.isfsim.article.Share;

/**
 * One step of the way on which cases are lost.
 *
 * @param name its name in results
 * @param title what has happened when a case has got there
 * @param before how likely a case gets to the stage before; 1 before the first
 * @param sampled how many cases have got there
 * @param exact the exact probability of getting there; empty if it was not worked out
 * @param reasons why cases that have got to the stage before do not get there, in the order of the
 *     rules; empty if it was not worked out, or nothing tells
 */
public record StageRow(
    String name,
    String title,
    double before,
    Share sampled,
    OptionalDouble exact,
    List<Loss> reasons) {

  /**
   * Cases that are lost at a stage for a reason; they may have others as well.
   *
   * @param reason the reason as the rules give it
   * @param probability how likely a case is lost there with this reason among its reasons
   */
  public record Loss(String reason, double probability) {}

  /** Copies the list. */
  public StageRow {
    reasons = List.copyOf(reasons);
  }

  /** Whether anything is known of it. */
  boolean isKnown() {
    return exact.isPresent() || sampled.isKnown();
  }

  /** The exact probability if there is one, else the sampled share; 0 without either. */
  double probability() {
    return exact.orElseGet(() -> sampled.isKnown() ? sampled.probability() : 0);
  }

  /** Its share of what got to the stage before; empty if nothing did. */
  Optional<Double> given() {
    return given(probability());
  }

  /** The share that a probability is of what got to the stage before; empty if nothing did. */
  Optional<Double> given(double probability) {
    return before > 0 ? Optional.of(probability / before) : Optional.empty();
  }
}
