package org.isfsim.report;

import java.util.Locale;
import org.isfsim.analysis.SweepAxis;
import org.isfsim.analysis.SweepTable;
import org.isfsim.article.Figures;
import org.isfsim.drawing.Drawing;
import org.isfsim.drawing.Drawing.Anchor;
import org.isfsim.drawing.Drawing.Point;

/** One probability over the values of two addresses: the first down, the second across. */
final class HeatMap {

  private static final int LEFT = 190;
  private static final int TOP = 70;
  private static final int RIGHT = 870;
  private static final int BOTTOM = 450;
  private static final String BLACK = "#222222";
  private static final String WHITE = "#ffffff";

  /** White to dark blue; the ends are those of the scheme "Blues" of colorbrewer2.org. */
  private static final int[] FROM = {247, 251, 255};

  private static final int[] TO = {8, 48, 107};

  private final SweepTable table;
  private final SweepChart.Series series;

  HeatMap(SweepTable table, SweepChart.Series series) {
    this.table = table;
    this.series = series;
  }

  void draw(Drawing drawing, String title) {
    SweepAxis down = table.axes().get(0);
    SweepAxis across = table.axes().get(1);
    drawing.text(new Point(20, 24), title, Anchor.START, BLACK);
    drawing.text(
        new Point(20, 44), "Probability of " + series.name() + " in %", Anchor.START, BLACK);
    double wide = (double) (RIGHT - LEFT) / across.values().size();
    double high = (double) (BOTTOM - TOP) / down.values().size();
    for (int d = 0; d < down.values().size(); d++) {
      double y = TOP + d * high;
      if (high >= 12 || d % (int) Math.ceil(12 / high) == 0) {
        drawing.text(
            new Point(LEFT - 8, y + high / 2 + 4), down.values().get(d), Anchor.END, BLACK);
      }
      for (int a = 0; a < across.values().size(); a++) {
        double p = series.at().apply(table.point(d, a));
        double x = LEFT + a * wide;
        drawing.fill(x, y, wide - 1, high - 1, p >= 0 ? colour(p) : "#e0e0e0");
        if (p >= 0 && wide >= 36 && high >= 14) {
          drawing.text(
              new Point(x + wide / 2, y + high / 2 + 4),
              Figures.bare(p),
              Anchor.MIDDLE,
              p > 0.5 ? WHITE : BLACK);
        }
      }
    }
    for (int a = 0; a < across.values().size(); a++) {
      if (SweepChart.isNamed(across, a, RIGHT - LEFT)) {
        drawing.text(
            new Point(LEFT + (a + 0.5) * wide, BOTTOM + 18),
            across.values().get(a),
            Anchor.MIDDLE,
            BLACK);
      }
    }
    drawing.text(
        new Point((LEFT + RIGHT) / 2.0, BOTTOM + 42),
        across.address() + " (across), " + down.address() + " (down)",
        Anchor.MIDDLE,
        BLACK);
  }

  private static String colour(double probability) {
    int[] mixed = new int[3];
    for (int i = 0; i < 3; i++) {
      mixed[i] = (int) Math.round(FROM[i] + Math.min(1, probability) * (TO[i] - FROM[i]));
    }
    return String.format(Locale.ROOT, "#%02x%02x%02x", mixed[0], mixed[1], mixed[2]);
  }
}
