package org.isfsim.analysis;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.isfsim.exact.ExactResult;
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
    Span all = null;
    for (Effect effect : effects) {
      String parameter = effect.parameter().name();
      Span own = null;
      for (int v = 0; v < effect.given().length; v++) {
        double[] row = effect.given()[v];
        if (which.test(parameter) && Future.isDefined(row)) {
          String by = parameter + "=" + effect.parameter().domain().text(v);
          double at = figure.applyAsDouble(row);
          own = own == null ? at(at, by) : own.with(at(at, by));
        }
      }
      // What does not move the figure names no end of the span of what does.
      if (own != null && (all == null || own.isWide())) {
        all = all == null || !all.isWide() ? own : all.with(own);
      }
    }
    return Optional.ofNullable(all);
  }

  private boolean isWide() {
    return ExactResult.isMore(high, low);
  }

  /** The span of one figure. */
  static Span at(double figure, String by) {
    return new Span(figure, by, figure, by);
  }

  /** This span and another; where both reach as far, the settings of this one stand. */
  Span with(Span other) {
    boolean isLower = ExactResult.isMore(low, other.low);
    boolean isHigher = ExactResult.isMore(other.high, high);
    return new Span(
        isLower ? other.low : low,
        isLower ? other.lowBy : lowBy,
        isHigher ? other.high : high,
        isHigher ? other.highBy : highBy);
  }
}
