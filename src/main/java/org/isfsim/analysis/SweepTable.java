package org.isfsim.analysis;

import java.util.List;
import java.util.Optional;

/**
 * Exact probabilities over the values of one or two addresses.
 *
 * @param axes one or two
 * @param outcomes the names of the outcomes
 * @param measures the statements that were asked for, as they are written
 * @param points every combination of the axes' values, the last axis fastest
 * @param thresholds where the most likely outcome changes along an axis
 */
public record SweepTable(
    List<SweepAxis> axes,
    List<String> outcomes,
    List<String> measures,
    List<Point> points,
    List<Threshold> thresholds) {

  /** Copies the lists. */
  public SweepTable {
    axes = List.copyOf(axes);
    outcomes = List.copyOf(outcomes);
    measures = List.copyOf(measures);
    points = List.copyOf(points);
    thresholds = List.copyOf(thresholds);
  }

  /**
   * What one combination of values gives.
   *
   * @param at the place of the value on each axis
   * @param outcome the probability of each outcome; empty if the scenario does not say how
   *     something is distributed there
   * @param measure the probability of each measure
   */
  public record Point(List<Integer> at, Optional<double[]> outcome, double[] measure) {
    /** Copies the list. */
    public Point {
      at = List.copyOf(at);
    }

    /** The place of the most likely outcome, of several the first; -1 if nothing is known. */
    public int mostLikely() {
      return mostLikely(outcome.orElse(new double[0]));
    }

    /** The place of the highest of some probabilities, of several the first; -1 of none. */
    static int mostLikely(double[] probability) {
      int best = -1;
      for (int i = 0; i < probability.length; i++) {
        best = best < 0 || probability[i] > probability[best] ? i : best;
      }
      return best;
    }
  }

  /**
   * A place where the most likely outcome changes.
   *
   * @param address the axis
   * @param beside the value of the other axis, such as {@code aid.policy=all-tied}; empty with one
   *     axis
   * @param below the last value tried with one outcome
   * @param above the first value tried with the other
   * @param before the most likely outcome up to there
   * @param after the most likely outcome from there on
   */
  public record Threshold(
      String address,
      Optional<String> beside,
      String below,
      String above,
      String before,
      String after) {}

  /** The point of some places. */
  public Point point(int... at) {
    int index = 0;
    for (int a = 0; a < axes.size(); a++) {
      index = index * axes.get(a).values().size() + at[a];
    }
    return points.get(index);
  }
}
