package org.isfsim.report;

import java.util.ArrayList;
import java.util.List;
import org.isfsim.analysis.SweepAxis;
import org.isfsim.analysis.SweepTable;
import org.isfsim.drawing.Drawing;
import org.isfsim.drawing.Drawing.Anchor;
import org.isfsim.drawing.Drawing.Point;
import org.isfsim.drawing.Palette;

/** Probabilities over the values of one address, a line each. */
final class LineChart {

  private static final int LEFT = 60;
  private static final int TOP = 50;
  private static final int RIGHT = 630;
  private static final int BOTTOM = 440;

  /** The letters of a name that have room beside the lines. */
  private static final int LONGEST = 34;

  private static final String GREY = "#d0d0d0";
  private static final String BLACK = "#222222";

  private final SweepTable table;
  private final List<SweepChart.Series> series;
  private final SweepAxis axis;

  LineChart(SweepTable table, List<SweepChart.Series> series) {
    this.table = table;
    this.series = series;
    this.axis = table.axes().get(0);
  }

  void draw(Drawing drawing, String title) {
    drawing.text(new Point(LEFT, 24), title, Anchor.START, BLACK);
    for (int percent = 0; percent <= 100; percent += 20) {
      double y = y(percent / 100.0);
      drawing.line(new Point(LEFT, y), new Point(RIGHT, y), GREY);
      drawing.text(new Point(LEFT - 6, y + 4), percent + " %", Anchor.END, BLACK);
    }
    for (int v = 0; v < axis.values().size(); v++) {
      if (SweepChart.isNamed(axis, v, RIGHT - LEFT)) {
        drawing.line(new Point(x(v), BOTTOM), new Point(x(v), BOTTOM + 5), BLACK);
        drawing.text(new Point(x(v), BOTTOM + 20), axis.values().get(v), Anchor.MIDDLE, BLACK);
      }
    }
    drawing.text(
        new Point((LEFT + RIGHT) / 2.0, BOTTOM + 44), axis.address(), Anchor.MIDDLE, BLACK);
    for (int s = 0; s < series.size(); s++) {
      line(drawing, series.get(s), Palette.at(s), isDashed(s));
      double y = TOP + 10 + 22.0 * s;
      drawing.path(
          List.of(new Point(RIGHT + 16, y), new Point(RIGHT + 42, y)), Palette.at(s), isDashed(s));
      drawing.text(
          new Point(RIGHT + 48, y + 4), shortened(series.get(s).name()), Anchor.START, BLACK);
    }
  }

  private static boolean isDashed(int line) {
    return line >= Palette.size() / 2;
  }

  private void line(Drawing drawing, SweepChart.Series of, String colour, boolean dashed) {
    List<Point> points = new ArrayList<>();
    for (int v = 0; v < axis.values().size(); v++) {
      double p = of.at().apply(table.point(v));
      if (p >= 0) {
        points.add(new Point(x(v), y(p)));
      }
    }
    if (points.size() > 1) {
      drawing.path(points, colour, dashed);
    }
    points.forEach(at -> drawing.fill(at.x() - 2.5, at.y() - 2.5, 5, 5, colour));
  }

  private static String shortened(String name) {
    return name.length() <= LONGEST ? name : name.substring(0, LONGEST - 1) + "…";
  }

  private double x(int value) {
    int last = axis.values().size() - 1;
    if (last == 0) {
      return (LEFT + RIGHT) / 2.0;
    }
    double share = (double) value / last;
    if (axis.isNumber() && axis.number(last) != axis.number(0)) {
      share = (axis.number(value) - axis.number(0)) / (axis.number(last) - axis.number(0));
    }
    return LEFT + 10 + share * (RIGHT - LEFT - 20);
  }

  private static double y(double probability) {
    return BOTTOM - probability * (BOTTOM - TOP);
  }
}
