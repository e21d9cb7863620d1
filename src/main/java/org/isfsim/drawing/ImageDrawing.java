package org.isfsim.drawing;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;

/** Draws pixels, two for each unit of length. */
public final class ImageDrawing implements Drawing {

  private static final int SCALE = 2;

  private final BufferedImage image;
  private final Graphics2D graphics;

  /** An empty drawing. */
  public ImageDrawing(int width, int height) {
    image = new BufferedImage(SCALE * width, SCALE * height, BufferedImage.TYPE_INT_RGB);
    graphics = image.createGraphics();
    graphics.scale(SCALE, SCALE);
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 12));
  }

  /** The image. */
  public BufferedImage image() {
    return image;
  }

  @Override
  public void fill(double x, double y, double wide, double high, String colour) {
    graphics.setColor(Color.decode(colour));
    graphics.fill(new Rectangle2D.Double(x, y, wide, high));
  }

  @Override
  public void line(Point from, Point to, String colour) {
    graphics.setColor(Color.decode(colour));
    graphics.setStroke(new BasicStroke(1));
    graphics.draw(new Line2D.Double(from.x(), from.y(), to.x(), to.y()));
  }

  @Override
  public void path(List<Point> points, String colour, boolean dashed) {
    Path2D path = new Path2D.Double();
    for (int i = 0; i < points.size(); i++) {
      if (i == 0) {
        path.moveTo(points.get(i).x(), points.get(i).y());
      } else {
        path.lineTo(points.get(i).x(), points.get(i).y());
      }
    }
    graphics.setColor(Color.decode(colour));
    float[] dashes = {6, 4};
    graphics.setStroke(
        dashed
            ? new BasicStroke(2, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, dashes, 0)
            : new BasicStroke(2));
    graphics.draw(path);
  }

  @Override
  public void text(Point at, String text, Anchor anchor, String colour) {
    double width = graphics.getFontMetrics().stringWidth(text);
    double x =
        switch (anchor) {
          case START -> at.x();
          case MIDDLE -> at.x() - width / 2;
          case END -> at.x() - width;
        };
    graphics.setColor(Color.decode(colour));
    graphics.drawString(text, (float) x, (float) at.y());
  }
}
