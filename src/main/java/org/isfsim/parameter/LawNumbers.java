package org.isfsim.parameter;

import java.util.Map;
import org.isfsim.document.Problem;

/**
 * The numbers of a continuous law with the checks that laws share; {@code min} and {@code max} are
 * the domain's when absent.
 */
record LawNumbers(Domain.Numbers grid, Map<String, Amount> amounts, Map<String, Double> found) {

  private static final double SMALLEST_SHAPE = 0.01;
  private static final double LARGEST_SHAPE = 10_000;

  double get(String key) {
    Double number = found.get(key);
    if (number != null) {
      return number;
    }
    return key.equals("min") ? grid.min() : grid.max();
  }

  private String text(String key) {
    return key + " " + Texts.number(get(key)) + grid.unit().suffix();
  }

  /** The first of the keys that is written out has the problem. */
  private ImpossibleException impossible(String message, String allowed, String... keys) {
    for (String key : keys) {
      Amount amount = amounts.get(key);
      if (amount != null) {
        Problem problem = amount.problem(message);
        return new ImpossibleException(allowed.isEmpty() ? problem : problem.allowing(allowed));
      }
    }
    throw new IllegalStateException("None of the keys is written out: " + message);
  }

  void requirePositive(String key) {
    if (!(get(key) > 0)) {
      throw impossible(key + " must be above 0, found " + Texts.number(get(key)), "", key);
    }
  }

  void requireShape(String key) {
    if (!(get(key) >= SMALLEST_SHAPE && get(key) <= LARGEST_SHAPE)) {
      throw impossible(
          key + " is " + Texts.number(get(key)) + ", which is no usable shape",
          "0.01 to 10000",
          key);
    }
  }

  void requireInside(String key) {
    if (!(get(key) >= grid.min() && get(key) <= grid.max())) {
      throw impossible(text(key) + " is out of range", grid.described(), key);
    }
  }

  void requireEnds() {
    requireInside("min");
    requireInside("max");
    if (!(get("min") < get("max"))) {
      throw impossible(text("max") + " must be above " + text("min"), "", "max", "min");
    }
  }

  void requireModeBetweenEnds() {
    requireEnds();
    if (!(get("mode") >= get("min") && get("mode") <= get("max"))) {
      throw impossible(
          text("mode") + " must be between " + text("min") + " and " + text("max"), "", "mode");
    }
  }

  void requireMeanAboveMin() {
    if (!(get("mean") > get("min"))) {
      throw impossible(text("mean") + " must be above " + text("min"), "", "mean");
    }
  }
}
