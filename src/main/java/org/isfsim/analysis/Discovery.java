package org.isfsim.analysis;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.isfsim.model.Plan;

/**
 * Which regions of parameter space lead to a target.
 *
 * @param plan the plan of the scenario
 * @param target the target
 * @param cases how many cases were looked at that agree with what is known
 * @param apart how many more do not agree with it
 * @param failed how many more the rules could not finish
 * @param hits how many of the cases hit the target
 * @param probability the exact probability of the target; none if that is too large
 * @param boxes the boxes that PRIM found, in the order in which they were found
 * @param together what the sample says of all boxes together
 * @param tree the classification tree; none if it was not asked for
 * @param notes why exact figures are missing, if any are
 */
public record Discovery(
    Plan plan,
    Target target,
    int cases,
    int apart,
    int failed,
    int hits,
    OptionalDouble probability,
    List<DiscoveredBox> boxes,
    BoxStatistics together,
    Optional<TreeNode> tree,
    List<String> notes) {

  /** Copies the lists. */
  public Discovery {
    boxes = List.copyOf(boxes);
    notes = List.copyOf(notes);
  }
}
