package org.isfsim.drawing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * An axis of probabilities from 0 to a round number above all that is shown.
 *
 * @param top where it ends, above 0 and at most 1
 * @param step the distance of its marks
 */
record Scale(double top, double step) {

  private static final double[] STEPS = {0.0005, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2};

  /** An axis that reaches a probability with at most five marks above 0. */
  static Scale to(double highest) {
    for (double step : STEPS) {
      long marks = (long) Math.ceil(highest / step - 1e-9);
      if (marks <= 5) {
        return new Scale(Math.max(1, marks) * step, step);
      }
    }
    return new Scale(1, 0.2);
  }

  /** Its marks, from 0. */
  List<Double> marks() {
    List<Double> marks = new ArrayList<>();
    for (int i = 0; i * step <= top + 1e-9; i++) {
      marks.add(i * step);
    }
    return marks;
  }

  /** A mark in percent with as many decimals as the steps need. */
  String named(double mark) {
    String form = step >= 0.0099 ? "%.0f %%" : step >= 0.00099 ? "%.1f %%" : "%.2f %%";
    return String.format(Locale.ROOT, form, 100 * mark);
  }
}
