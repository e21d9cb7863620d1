package org.isfsim.parameter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

/** The mass of every law between two numbers is the area under its density, found by Simpson. */
final class LawTest {

  private static final int STEPS = 20_000;
  private static final double CLOSE = 1e-7;

  /** Densities as they stand in the books, up to a factor that the whole area gives. */
  private record Known(Law law, double from, double to, DoubleUnaryOperator density) {}

  private final Map<String, Known> laws =
      Map.of(
          "triangular",
          new Known(new Law.Triangular(2, 5, 11), 2, 11, x -> x < 5 ? (x - 2) / 3 : (11 - x) / 6),
          "pert",
          new Known(
              Law.Stretched.pert(2, 5, 11),
              2,
              11,
              // Shapes 1 + 4 · 3/9 and 1 + 4 · 6/9.
              x -> Math.pow(x - 2, 4.0 / 3) * Math.pow(11 - x, 8.0 / 3)),
          "beta",
          new Known(new Law.Stretched(2, 3, -1, 4), -1, 4, x -> (x + 1) * Math.pow(4 - x, 2)),
          "normal",
          new Known(new Law.Normal(6, 2), -20, 32, x -> Math.exp(-(x - 6) * (x - 6) / 8)),
          "exponential",
          new Known(new Law.Exponential(3, 7), 3, 150, x -> Math.exp(-(x - 3) / 4)),
          "lognormal",
          new Known(
              new Law.LogNormal(6, 0.5),
              1e-9,
              200,
              x -> Math.exp(-Math.pow(Math.log(x / 6) / 0.5, 2) / 2) / x));

  private static double area(DoubleUnaryOperator density, double from, double to) {
    double width = (to - from) / STEPS;
    double sum = density.applyAsDouble(from) + density.applyAsDouble(to);
    for (int i = 1; i < STEPS; i++) {
      sum += (i % 2 == 1 ? 4 : 2) * density.applyAsDouble(from + i * width);
    }
    return sum * width / 3;
  }

  @Test
  void theMassBetweenTwoNumbersIsTheAreaUnderTheDensity() {
    laws.forEach(
        (name, known) -> {
          double whole = area(known.density(), known.from(), known.to());
          for (double low = known.from() + 0.25; low < known.from() + 9; low += 0.75) {
            for (double high : new double[] {low + 0.5, low + 2, low + 5}) {
              double top = Math.min(high, known.to());
              double expected = low < top ? area(known.density(), low, top) / whole : 0;
              assertThat(known.law().mass(low, high))
                  .as("%s between %s and %s", name, low, high)
                  .isCloseTo(expected, within(CLOSE));
            }
          }
        });
  }

  @Test
  void whatLiesOutsideALawHasNoMassAndTheWholeHasOne() {
    laws.forEach(
        (name, known) -> {
          if (!name.equals("normal")) {
            assertThat(known.law().mass(-30, known.from())).as(name).isCloseTo(0, within(CLOSE));
          }
          assertThat(known.law().mass(-30, 1000)).as(name).isCloseTo(1, within(CLOSE));
          assertThat(known.law().mass(7, 7)).as(name).isZero();
        });
    assertThat(Law.Stretched.pert(0, 1, 2).mass(3, 4)).isZero();
    assertThat(new Law.LogNormal(6, 0.5).mass(-2, -1)).isZero();
    assertThat(new Law.LogNormal(6, 0.5).mass(-1, 0)).isZero();
  }
}
