package org.isfsim.drawing;

import java.util.List;
import org.isfsim.drawing.Drawing.Anchor;
import org.isfsim.drawing.Drawing.Point;

/**
 * How far single settings move a probability: a bar from the lowest to the highest for each, and a
 * mark where it stands.
 *
 * @param title what it shows
 * @param description the same in words
 * @param swings from top to bottom
 */
public record Tornado(String title, String description, List<Swing> swings) implements Picture {

  private static final int WIDTH = 720;
  private static final int LEFT = 20;
  private static final int RIGHT = 700;
  private static final int TOP = 26;
  private static final int ROW = 58;
  private static final int THICK = 12;

  /**
   * What one setting does.
   *
   * @param label what is set and what it moves
   * @param low the lowest probability, 0 to 1
   * @param lowBy what leads to it
   * @param high the highest probability, 0 to 1
   * @param highBy what leads to it
   * @param base where it stands, 0 to 1
   * @param colour such as {@code #0072b2}
   */
  public record Swing(
      String label,
      double low,
      String lowBy,
      double high,
      String highBy,
      double base,
      String colour) {}

  /** Copies the list. */
  public Tornado {
    swings = List.copyOf(swings);
  }

  @Override
  public int width() {
    return WIDTH;
  }

  @Override
  public int height() {
    return TOP + swings.size() * ROW + 6;
  }

  @Override
  public void draw(Drawing on) {
    on.fill(0, 0, WIDTH, height(), Palette.PAPER);
    Scale scale = Scale.to(swings.stream().mapToDouble(Swing::high).max().orElse(1));
    int bottom = TOP + swings.size() * ROW;
    for (double mark : scale.marks()) {
      double x = x(mark, scale);
      on.line(new Point(x, TOP), new Point(x, bottom), Palette.GRID);
      Anchor anchor = mark == 0 ? Anchor.START : Anchor.MIDDLE;
      on.text(new Point(x, TOP - 8), scale.named(mark), anchor, Palette.SOFT);
    }
    for (int i = 0; i < swings.size(); i++) {
      swing(swings.get(i), TOP + i * ROW, scale, on);
    }
  }

  private static void swing(Swing swing, double top, Scale scale, Drawing on) {
    double from = x(swing.low(), scale);
    double to = x(swing.high(), scale);
    on.text(new Point(LEFT, top + 15), swing.label(), Anchor.START, Palette.INK);
    on.fill(from, top + 21, Math.max(1, to - from), THICK, swing.colour());
    double base = x(swing.base(), scale);
    on.fill(base - 1.25, top + 18, 2.5, THICK + 6, Palette.INK);
    on.text(new Point(LEFT, top + 47), swing.lowBy(), Anchor.START, Palette.SOFT);
    on.text(new Point(RIGHT, top + 47), swing.highBy(), Anchor.END, Palette.SOFT);
  }

  private static double x(double value, Scale scale) {
    return LEFT + value / scale.top() * (RIGHT - LEFT - 20);
  }
}
