package org.isfsim.drawing;

import java.util.List;

/** Something to draw a chart on; lengths are pixels, the origin is at the top left. */
public interface Drawing {

  /** Where a text stands about its point. */
  enum Anchor {
    START,
    MIDDLE,
    END
  }

  /**
   * A point.
   *
   * @param x from the left
   * @param y from the top
   */
  record Point(double x, double y) {}

  /** A filled rectangle in a colour such as {@code #1f77b4}. */
  void fill(double x, double y, double width, double height, String colour);

  /** A thin straight line. */
  void line(Point from, Point to, String colour);

  /** A thick line through some points, dashed or not. */
  void path(List<Point> points, String colour, boolean dashed);

  /** A text whose base line goes through a point. */
  void text(Point at, String text, Anchor anchor, String colour);
}
