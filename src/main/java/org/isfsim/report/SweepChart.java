package org.isfsim.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.isfsim.analysis.SweepAxis;
import org.isfsim.analysis.SweepTable;
import org.isfsim.analysis.SweepTable.Point;
import org.isfsim.article.Figures;
import org.isfsim.drawing.Drawing;
import org.isfsim.drawing.ImageDrawing;
import org.isfsim.drawing.Palette;
import org.isfsim.drawing.Picture;
import org.isfsim.drawing.SvgDrawing;

/** A sweep as a chart: lines over one address, a heat map over two. */
public final class SweepChart implements Picture {

  /** The endings of files that can be written. */
  public static final List<String> ENDINGS = List.of(".svg", ".png");

  static final int WIDTH = 900;
  static final int HEIGHT = 520;
  private static final int MOST_LINES = Palette.size();

  /** An outcome that is nowhere as likely is not drawn beside others. */
  private static final double LEAST = 0.005;

  private final SweepTable table;
  private final String title;
  private final List<Series> series;

  /** What is drawn: a name and its probability at a point; not a number where it is unknown. */
  record Series(String name, Function<Point, Double> at) {}

  SweepChart(SweepTable table, String title) {
    this.table = table;
    this.title = title;
    this.series = chosen(table);
  }

  /**
   * A chart as a file's ending says, {@code .svg} or {@code .png}.
   *
   * @throws IOException if this Java has no fonts for pixels
   */
  public static byte[] of(SweepTable table, String title, String file) throws IOException {
    return file.toLowerCase(Locale.ROOT).endsWith(".png")
        ? png(table, title)
        : svg(table, title).getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] png(SweepTable table, String title) throws IOException {
    try {
      ImageDrawing drawing = new ImageDrawing(WIDTH, HEIGHT);
      new SweepChart(table, title).draw(drawing, title);
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      ImageIO.write(drawing.image(), "png", bytes);
      return bytes.toByteArray();
    } catch (LinkageError | InternalError e) {
      throw new IOException("this Java has no fonts for .png; .svg needs none", e);
    }
  }

  /** A chart as an SVG document. */
  static String svg(SweepTable table, String title) {
    SvgDrawing drawing = new SvgDrawing(WIDTH, HEIGHT);
    new SweepChart(table, title).draw(drawing, title);
    return drawing.document();
  }

  /** The measures if any were asked for, else the outcomes that the addresses move most. */
  static List<Series> chosen(SweepTable table) {
    List<Series> series = new ArrayList<>();
    for (int m = 0; m < table.measures().size(); m++) {
      int measure = m;
      series.add(
          new Series(
              table.measures().get(m),
              p -> p.outcome().isPresent() ? p.measure()[measure] : Double.NaN));
    }
    if (series.isEmpty()) {
      for (int o = 0; o < table.outcomes().size(); o++) {
        int outcome = o;
        series.add(
            new Series(
                table.outcomes().get(o),
                p -> p.outcome().map(probabilities -> probabilities[outcome]).orElse(Double.NaN)));
      }
      double highest = series.stream().mapToDouble(s -> highest(table, s)).max().orElse(0);
      series.removeIf(s -> highest(table, s) < Math.min(LEAST, highest));
      series.sort(Comparator.comparingDouble((Series s) -> -spread(table, s)));
    }
    return series.subList(0, Math.min(MOST_LINES, series.size()));
  }

  private static double highest(SweepTable table, Series series) {
    return table.points().stream()
        .mapToDouble(p -> series.at().apply(p))
        .filter(p -> p >= 0)
        .max()
        .orElse(0);
  }

  private static double lowest(SweepTable table, Series series) {
    return table.points().stream()
        .mapToDouble(p -> series.at().apply(p))
        .filter(p -> p >= 0)
        .min()
        .orElse(1);
  }

  private static double spread(SweepTable table, Series series) {
    return highest(table, series) - lowest(table, series);
  }

  @Override
  public String title() {
    return title;
  }

  @Override
  public String description() {
    return title
        + ": "
        + series.stream()
            .map(of -> of.name() + " " + Figures.percents(lowest(table, of), highest(table, of)))
            .collect(Collectors.joining("; "))
        + ".";
  }

  @Override
  public int width() {
    return WIDTH;
  }

  @Override
  public int height() {
    return HEIGHT;
  }

  @Override
  public void draw(Drawing drawing) {
    draw(drawing, "");
  }

  private void draw(Drawing drawing, String heading) {
    drawing.fill(0, 0, WIDTH, HEIGHT, "#ffffff");
    if (table.axes().size() == 1) {
      new LineChart(table, series).draw(drawing, heading);
    } else {
      new HeatMap(table, series.get(0)).draw(drawing, heading);
    }
  }

  /** At which places a value of an axis is named, so that the names do not touch. */
  static boolean isNamed(SweepAxis axis, int value, int room) {
    int longest = axis.values().stream().mapToInt(String::length).max().orElse(1);
    int each = Math.max(1, (int) Math.ceil(axis.values().size() * (7.0 * longest + 10) / room));
    return value % each == 0;
  }
}
