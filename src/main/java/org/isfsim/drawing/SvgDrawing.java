package org.isfsim.drawing;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.isfsim.document.Printable;

/** Draws as Scalable Vector Graphics 1.1. */
public final class SvgDrawing implements Drawing {

  private final StringBuilder body = new StringBuilder();
  private final int width;
  private final int height;

  /** An empty drawing. */
  public SvgDrawing(int width, int height) {
    this.width = width;
    this.height = height;
  }

  /** The whole document. */
  public String document() {
    return element("");
  }

  /**
   * The drawing as an element.
   *
   * @param says what it shows in words, for those who do not see it; empty where that stands
   *     elsewhere
   */
  String element(String says) {
    String label = says.isEmpty() ? "" : " role=\"img\" aria-label=\"" + escaped(says) + "\"";
    return String.format(
            Locale.ROOT,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %d"
                + " %d\" font-family=\"sans-serif\" font-size=\"12\"%s>\n",
            width,
            height,
            width,
            height,
            label)
        + body
        + "</svg>\n";
  }

  @Override
  public void fill(double x, double y, double wide, double high, String colour) {
    add(
        "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" fill=\"%s\"/>",
        x, y, wide, high, colour);
  }

  @Override
  public void line(Point from, Point to, String colour) {
    add(
        "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"%s\"/>",
        from.x(), from.y(), to.x(), to.y(), colour);
  }

  @Override
  public void path(List<Point> points, String colour, boolean dashed) {
    String joined =
        points.stream()
            .map(p -> String.format(Locale.ROOT, "%.1f,%.1f", p.x(), p.y()))
            .collect(Collectors.joining(" "));
    add(
        "<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2\"%s/>",
        joined, colour, dashed ? " stroke-dasharray=\"6 4\"" : "");
  }

  @Override
  public void text(Point at, String text, Anchor anchor, String colour) {
    add(
        "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\" fill=\"%s\">%s</text>",
        at.x(), at.y(), anchor.name().toLowerCase(Locale.ROOT), colour, escaped(text));
  }

  private void add(String element, Object... values) {
    body.append(String.format(Locale.ROOT, element, values)).append('\n');
  }

  private static String escaped(String text) {
    return Printable.escaped(text)
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
