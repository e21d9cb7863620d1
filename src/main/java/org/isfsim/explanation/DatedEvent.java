package org.isfsim.explanation;

import java.time.LocalDate;
import java.util.List;

/**
 * A date of a case: a milestone that happened, or another date that a decision was compared with.
 *
 * @param date the first day of its week
 * @param name the milestone's name, or the name of the quantity
 * @param title what happens, for texts
 * @param milestone whether it is a milestone
 * @param onTheWay whether the outcome rests on it in this case
 * @param comparedBy the columns of the decisions that read a comparison with this date
 */
public record DatedEvent(
    LocalDate date,
    String name,
    String title,
    boolean milestone,
    boolean onTheWay,
    List<String> comparedBy) {

  /** Copies the list. */
  public DatedEvent {
    comparedBy = List.copyOf(comparedBy);
  }
}
