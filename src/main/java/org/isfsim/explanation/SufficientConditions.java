package org.isfsim.explanation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.isfsim.exact.ExactWalk;
import org.isfsim.exact.TooLargeException;
import org.isfsim.model.Plan;

/**
 * Which of a case's values are enough for its outcome, whatever the scenario's other uncertainties
 * come to. Values are left out as long as the outcome stays certain, by exhaustion: what remains is
 * minimal, in that none of it can be done without.
 */
public final class SufficientConditions {

  private final Plan plan;
  private final ExactWalk walk;
  private final Map<String, Integer> values;
  private final int outcome;

  /**
   * Conditions of one case.
   *
   * @param plan the plan of the scenario's cases
   * @param walk answers questions about it
   * @param values the case: the index of every parameter's value, by address
   * @param outcome the outcome in which it ends
   */
  public SufficientConditions(Plan plan, ExactWalk walk, Map<String, Integer> values, int outcome) {
    this.plan = plan;
    this.walk = walk;
    this.values = Map.copyOf(values);
    this.outcome = outcome;
  }

  /**
   * A minimal set of parameters whose values are enough.
   *
   * @param from parameters whose values are enough together
   * @throws TooLargeException if a walk would need too much room
   */
  public List<String> minimal(Collection<String> from) throws TooLargeException {
    List<String> kept = new ArrayList<>(from);
    shrink(kept, List.copyOf(from));
    return kept;
  }

  /** Leaves out the block if the outcome stays certain, else tries its halves. */
  private void shrink(List<String> kept, List<String> block) throws TooLargeException {
    if (block.isEmpty()) {
      return;
    }
    List<String> less = new ArrayList<>(kept);
    less.removeAll(block);
    if (isCertain(less)) {
      kept.retainAll(less);
    } else if (block.size() > 1) {
      int half = block.size() / 2;
      shrink(kept, block.subList(half, block.size()));
      shrink(kept, block.subList(0, half));
    }
  }

  /** Whether no other outcome is possible once these parameters have the case's values. */
  public boolean isCertain(Collection<String> parameters) throws TooLargeException {
    Map<String, Integer> set = new HashMap<>();
    for (String address : parameters) {
      set.put(address, values.getOrDefault(address, 0));
    }
    boolean[] possible = walk.possible(set, plan.outcome());
    for (int o = 0; o < possible.length; o++) {
      if (o != outcome && possible[o]) {
        return false;
      }
    }
    return possible.length > 0;
  }
}
