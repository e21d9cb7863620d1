package org.isfsim.model;

import java.util.List;
import org.isfsim.document.Mark;

/**
 * A stage, an indicator or a milestone as the model file declares it.
 *
 * @param name its name in results
 * @param title what it tells, for texts
 * @param means what it means, one sentence without its full stop; of a stage its title
 * @param mark where it stands
 * @param of what it shows
 * @param cause the cause without which it has its first value or is not reached; empty for none
 * @param opinion whether it rests on opinions and must be labelled so
 * @param because of a stage, the decisions whose reasons tell why it is not reached
 */
record Shown(
    String name,
    String title,
    String means,
    Mark mark,
    Expression of,
    String cause,
    boolean opinion,
    List<String> because) {
  Shown {
    because = List.copyOf(because);
  }
}
