package org.isfsim.drawing;

import java.util.List;
import java.util.stream.Collectors;
import org.isfsim.drawing.Drawing.Anchor;
import org.isfsim.drawing.Drawing.Point;

/**
 * Probabilities as bars, one below the other, with the range of each as a thin line over it.
 *
 * @param title what it shows
 * @param description the same in words
 * @param bars from top to bottom
 */
public record BarChart(String title, String description, List<Bar> bars) implements Picture {

  private static final int WIDTH = 720;
  private static final int LEFT = 210;
  private static final int RIGHT = 590;
  private static final int TOP = 24;
  private static final int ROW = 26;
  private static final int THICK = 16;

  /**
   * A bar.
   *
   * @param label what it is about
   * @param value how long it is, 0 to 1
   * @param low where its range begins, 0 to 1; the value where it has none
   * @param high where its range ends, 0 to 1; the value where it has none
   * @param colour such as {@code #0072b2}
   * @param note what stands behind it
   */
  public record Bar(
      String label, double value, double low, double high, String colour, String note) {}

  /** The same, described by its title and what stands behind each bar. */
  public static BarChart of(String title, List<Bar> bars) {
    String notes =
        bars.stream().map(b -> b.label() + " " + b.note()).collect(Collectors.joining(", "));
    return new BarChart(title, title + ": " + notes + ".", bars);
  }

  /** Copies the list. */
  public BarChart {
    bars = List.copyOf(bars);
  }

  @Override
  public int width() {
    return WIDTH;
  }

  @Override
  public int height() {
    return TOP + bars.size() * ROW + 8;
  }

  @Override
  public void draw(Drawing on) {
    on.fill(0, 0, WIDTH, height(), Palette.PAPER);
    double highest = bars.stream().mapToDouble(b -> Math.max(b.value(), b.high())).max().orElse(1);
    Scale scale = Scale.to(highest);
    int bottom = TOP + bars.size() * ROW;
    for (double mark : scale.marks()) {
      double x = x(mark, scale);
      on.line(new Point(x, TOP), new Point(x, bottom), Palette.GRID);
      on.text(new Point(x, TOP - 8), scale.named(mark), Anchor.MIDDLE, Palette.SOFT);
    }
    for (int i = 0; i < bars.size(); i++) {
      bar(bars.get(i), TOP + i * ROW, scale, on);
    }
  }

  private static void bar(Bar bar, double top, Scale scale, Drawing on) {
    double middle = top + ROW / 2.0;
    on.text(new Point(LEFT - 8, middle + 4), bar.label(), Anchor.END, Palette.INK);
    if (bar.value() > 0) {
      double wide = Math.max(1, x(bar.value(), scale) - LEFT);
      on.fill(LEFT, middle - THICK / 2.0, wide, THICK, bar.colour());
    }
    if (bar.high() > bar.low()) {
      double from = x(bar.low(), scale);
      double to = x(bar.high(), scale);
      // White below the line keeps it visible on a dark bar.
      on.fill(from, middle - 2, to - from, 4, Palette.PAPER);
      on.fill(from, middle - 0.75, to - from, 1.5, Palette.INK);
      on.fill(from - 0.75, middle - 5, 1.5, 10, Palette.INK);
      on.fill(to - 0.75, middle - 5, 1.5, 10, Palette.INK);
    }
    on.text(new Point(RIGHT + 12, middle + 4), bar.note(), Anchor.START, Palette.INK);
  }

  private static double x(double value, Scale scale) {
    return LEFT + value / scale.top() * (RIGHT - LEFT);
  }
}
