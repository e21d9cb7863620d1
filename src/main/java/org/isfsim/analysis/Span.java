package org.isfsim.analysis;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.isfsim.exact.ExactResult.Effect;

/**
 * How far a figure moves as single parameters are set to each value of their domains.
 *
 * <p>A figure is linear in the weights of one assumption whose weights depend on nothing, so that
 * its lowest and highest value over all weights of that assumption are found where one value is
 * certain.
 *
 * @param low the lowest figure
 * @param lowBy the setting that gives it, such as {@code council.china.vote=no}
 * @param high the highest figure
 * @param highBy the setting that gives it
 */
public record Span(double low, String lowBy, double high, String highBy) {

  /**
   * The span of a figure over the futures of some parameters.
   *
   * @param effects what each parameter does
   * @param which the parameters that count
   * @param figure the figure, worked out from the probabilities of a variable's values
   * @return empty if no such parameter bears on it
   */
  static Optional<Span> of(
      List<Effect> effects, Predicate<String> which, ToDoubleFunction<double[]> figure) {
    Span span = null;
    for (Effect effect : effects) {
      String parameter = effect.parameter().name();
      for (int v = 0; v < effect.given().length; v++) {
        double[] row = effect.given()[v];
        if (which.test(parameter) && Future.isDefined(row)) {
          String by = parameter + "=" + effect.parameter().domain().text(v);
          double at = figure.applyAsDouble(row);
          span = span == null ? new Span(at, by, at, by) : span.with(at, by);
        }
      }
    }
    return Optional.ofNullable(span);
  }

  /** The span with one more figure. */
  Span with(double at, String by) {
    return new Span(
        Math.min(low, at), at < low ? by : lowBy, Math.max(high, at), at > high ? by : highBy);
  }
}
