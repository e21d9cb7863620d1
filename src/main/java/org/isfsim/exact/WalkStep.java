package org.isfsim.exact;

import java.util.List;

/**
 * What one step of a walk did.
 *
 * @param variables the variables that it summed out; none at the end of the walk
 * @param alive the variables whose values are still told apart after it
 * @param edges how many products it worked out
 * @param states how many combinations of the variables alive can occur
 */
public record WalkStep(List<String> variables, List<String> alive, long edges, long states) {
  /** Copies the lists. */
  public WalkStep {
    variables = List.copyOf(variables);
    alive = List.copyOf(alive);
  }
}
