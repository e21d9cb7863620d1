package org.isfsim.analysis;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import org.isfsim.scenario.Setting;

/**
 * What one parameter does to the probability of a target.
 *
 * @param setting the parameter as the scenario sets it
 * @param values the exact probability with the parameter set to each value, all else as it is; in
 *     the order of the values, at least one
 * @param first the first-order index, 0 to 1; none for what is fixed or where the target is certain
 * @param total the total index, 0 to 1; none if it was not worked out
 */
public record Influence(
    Setting setting, List<AtValue> values, OptionalDouble first, OptionalDouble total) {

  private static final double ROUNDING = 1e-12;

  /** Copies the list. */
  public Influence {
    values = List.copyOf(values);
  }

  /**
   * A value and what comes of it.
   *
   * @param value the value as written
   * @param probability the probability of the target with the parameter set to it
   */
  public record AtValue(String value, double probability) {}

  /** The address of the parameter. */
  public String address() {
    return setting.address();
  }

  /** The value with the lowest probability; the first of those that only rounding tells apart. */
  public AtValue lowest() {
    double least = least();
    return first(at -> at.probability() <= least + ROUNDING);
  }

  /** The value with the highest probability; the first of those that only rounding tells apart. */
  public AtValue highest() {
    double most = most();
    return first(at -> at.probability() >= most - ROUNDING);
  }

  private AtValue first(Predicate<AtValue> wanted) {
    return values.stream().filter(wanted).findFirst().orElseThrow();
  }

  private double least() {
    return values.stream().mapToDouble(AtValue::probability).min().orElseThrow();
  }

  private double most() {
    return values.stream().mapToDouble(AtValue::probability).max().orElseThrow();
  }

  /** By how much the probability moves, 0 to 1. */
  public double swing() {
    return most() - least();
  }

  /** Whether the probability moves at all, by more than sums are rounded. */
  public boolean isMoving() {
    return swing() > ROUNDING;
  }
}
