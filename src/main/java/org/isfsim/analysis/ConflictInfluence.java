package org.isfsim.analysis;

import java.util.List;
import org.isfsim.scenario.Setting;

/**
 * What a conflict of sources does: the probabilities of all targets under each side.
 *
 * @param conflict the id of the conflict, such as {@code C1}
 * @param setting the switch or lever that stands for it
 * @param sides the sides that can be taken, in the order of the values
 */
public record ConflictInfluence(String conflict, Setting setting, List<Side> sides) {

  /** Copies the list. */
  public ConflictInfluence {
    sides = List.copyOf(sides);
  }

  /**
   * One side.
   *
   * @param value the value of the switch or lever under this side
   * @param isTaken whether the scenario takes it
   * @param probabilities the exact probability of each target, in their order
   */
  public record Side(String value, boolean isTaken, List<Double> probabilities) {
    /** Copies the list. */
    public Side {
      probabilities = List.copyOf(probabilities);
    }
  }

  /** By how much a target's probability differs between the sides, 0 to 1. */
  public double swing(int target) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (Side side : sides) {
      low = Math.min(low, side.probabilities().get(target));
      high = Math.max(high, side.probabilities().get(target));
    }
    return sides.isEmpty() ? 0 : high - low;
  }

  /** The largest difference for any target, 0 to 1. */
  public double largestSwing() {
    double largest = 0;
    for (int i = 0; !sides.isEmpty() && i < sides.get(0).probabilities().size(); i++) {
      largest = Math.max(largest, swing(i));
    }
    return largest;
  }
}
