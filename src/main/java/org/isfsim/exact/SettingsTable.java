package org.isfsim.exact;

import java.util.List;
import org.isfsim.model.Variable;

/**
 * The probabilities of a variable's values for every combination of values that some parameters are
 * set to. Combinations are numbered from 0, the last parameter varying fastest.
 *
 * @param settings the parameters
 * @param values for each parameter the indices of the values that it is set to
 * @param target the variable
 * @param probability for each combination the probability of each value of the target, by index;
 *     one row shared by combinations that nothing tells apart. A row that does not add up to 1
 *     belongs to a combination for which the scenario does not say how something is distributed, or
 *     in which no case agrees with what is known
 */
public record SettingsTable(
    List<Variable> settings, List<int[]> values, Variable target, double[][] probability) {

  /** How far a sum of probabilities may be from 1 by rounding alone. */
  private static final double ROUNDING = 1e-9;

  /** Copies the lists. */
  public SettingsTable {
    settings = List.copyOf(settings);
    values = List.copyOf(values);
  }

  /** The number of combinations. */
  public int combinations() {
    return probability.length;
  }

  /** The indices of the values that a combination gives the parameters, in their order. */
  public int[] at(int combination) {
    int[] at = new int[values.size()];
    int rest = combination;
    for (int i = at.length - 1; i >= 0; i--) {
      int size = values.get(i).length;
      at[i] = values.get(i)[rest % size];
      rest /= size;
    }
    return at;
  }

  /** Whether something can be said of a combination, so that its row adds up to 1. */
  public boolean isDefined(int combination) {
    double sum = 0;
    for (double p : probability[combination]) {
      sum += p;
    }
    return Math.abs(sum - 1) <= ROUNDING;
  }
}
