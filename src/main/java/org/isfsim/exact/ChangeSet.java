package org.isfsim.exact;

import java.util.List;
import java.util.stream.Collectors;
import org.isfsim.model.Variable;

/**
 * Parameters of a case that, set otherwise, lead to an outcome.
 *
 * @param changes the changes, in the order of the plan
 */
public record ChangeSet(List<Change> changes) {

  /** Copies the list. */
  public ChangeSet {
    changes = List.copyOf(changes);
  }

  /**
   * One parameter set otherwise.
   *
   * @param parameter the parameter
   * @param from the index of its value in the case
   * @param to the index of the value that it is changed to
   * @param possible whether that value can occur in the scenario as it is
   */
  public record Change(Variable parameter, int from, int to, boolean possible) {
    @Override
    public String toString() {
      return parameter.name() + "=" + parameter.domain().text(to);
    }
  }

  @Override
  public String toString() {
    return changes.stream().map(Change::toString).collect(Collectors.joining(", "));
  }
}
