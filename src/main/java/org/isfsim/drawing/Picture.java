package org.isfsim.drawing;

/** Something to draw: one drawing serves SVG, pixels and pages. */
public interface Picture {

  /** What it shows, and under what. */
  String title();

  /** The same figures in a sentence or two, for those who do not see it. */
  String description();

  /** How wide it is, in pixels. */
  int width();

  /** How high it is, in pixels. */
  int height();

  /** Draws it, without its title. */
  void draw(Drawing on);

  /** As an element of SVG that other documents may hold. */
  default String svg() {
    SvgDrawing drawing = new SvgDrawing(width(), height());
    draw(drawing);
    return drawing.element(description());
  }
}
