package org.isfsim.drawing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.isfsim.drawing.Drawing.Anchor;
import org.isfsim.drawing.Drawing.Point;

/**
 * How likely it is that something has happened by a date, a curve each.
 *
 * @param title what it shows
 * @param description the same in words
 * @param start the first day
 * @param curves in any order; none is longer than others
 */
public record Curves(String title, String description, LocalDate start, List<Curve> curves)
    implements Picture {

  private static final int WIDTH = 720;
  private static final int LEFT = 48;
  private static final int RIGHT = 480;
  private static final int TOP = 16;
  private static final int BOTTOM = 330;
  private static final int APART = 16;
  private static final int LONGEST = 34;

  /**
   * A curve.
   *
   * @param name what happens
   * @param place of its colour, from 0
   * @param byWeek how likely it has happened by each week from the start, 0 to 1, never falling
   */
  public record Curve(String name, int place, List<Double> byWeek) {
    /** Copies the list. */
    public Curve {
      byWeek = List.copyOf(byWeek);
    }

    double last() {
      return byWeek.isEmpty() ? 0 : byWeek.get(byWeek.size() - 1);
    }
  }

  /** Copies the list. */
  public Curves {
    curves = List.copyOf(curves);
  }

  @Override
  public int width() {
    return WIDTH;
  }

  @Override
  public int height() {
    return Math.max(BOTTOM, TOP + curves.size() * APART) + 34;
  }

  @Override
  public void draw(Drawing on) {
    on.fill(0, 0, WIDTH, height(), Palette.PAPER);
    Scale scale = Scale.to(curves.stream().mapToDouble(Curve::last).max().orElse(1));
    for (double mark : scale.marks()) {
      double y = y(mark, scale);
      on.line(new Point(LEFT, y), new Point(RIGHT, y), Palette.GRID);
      on.text(new Point(LEFT - 6, y + 4), scale.named(mark), Anchor.END, Palette.SOFT);
    }
    dates(on);
    for (int i = 0; i < curves.size(); i++) {
      Curve curve = curves.get(i);
      on.path(points(curve, scale), Palette.at(curve.place()), isDashed(curve));
    }
    labels(scale, on);
  }

  private static boolean isDashed(Curve curve) {
    return curve.place() >= Palette.size();
  }

  private int weeks() {
    return Math.max(1, curves.stream().mapToInt(c -> c.byWeek().size()).max().orElse(1) - 1);
  }

  private void dates(Drawing on) {
    LocalDate end = start.plusWeeks(weeks());
    long months = start.until(end).toTotalMonths();
    int every = months > 36 ? 12 : months > 12 ? 6 : months > 6 ? 3 : 1;
    LocalDate day = start.withDayOfMonth(1).plusMonths(1);
    for (; !day.isAfter(end); day = day.plusMonths(1)) {
      if ((day.getMonthValue() - 1) % every == 0) {
        double x = x((day.toEpochDay() - start.toEpochDay()) / 7.0);
        on.line(new Point(x, BOTTOM), new Point(x, BOTTOM + 5), Palette.INK);
        String name = day.toString().substring(0, 7);
        on.text(new Point(x, BOTTOM + 20), name, Anchor.MIDDLE, Palette.SOFT);
      }
    }
  }

  private List<Point> points(Curve curve, Scale scale) {
    List<Point> points = new ArrayList<>();
    for (int week = 0; week < curve.byWeek().size(); week++) {
      points.add(new Point(x(week), y(curve.byWeek().get(week), scale)));
    }
    return points;
  }

  /** The names at the ends of the curves, moved apart where they would touch. */
  private void labels(Scale scale, Drawing on) {
    List<Integer> fromTop = new ArrayList<>();
    for (int i = 0; i < curves.size(); i++) {
      fromTop.add(i);
    }
    fromTop.sort(Comparator.comparingDouble(i -> -curves.get(i).last()));
    double[] places = new double[curves.size()];
    for (int i = 0; i < places.length; i++) {
      double own = y(curves.get(fromTop.get(i)).last(), scale);
      places[i] = i == 0 ? own : Math.max(own, places[i - 1] + APART);
    }
    double least = height() - 30.0;
    for (int i = places.length - 1; i >= 0; i--) {
      places[i] = Math.min(places[i], least);
      least = places[i] - APART;
    }
    for (int i = 0; i < places.length; i++) {
      Curve of = curves.get(fromTop.get(i));
      String colour = Palette.at(of.place());
      on.line(new Point(RIGHT, y(of.last(), scale)), new Point(RIGHT + 14, places[i]), colour);
      on.path(
          List.of(new Point(RIGHT + 14, places[i]), new Point(RIGHT + 26, places[i])),
          colour,
          isDashed(of));
      Point name = new Point(RIGHT + 30, places[i] + 4);
      on.text(name, shortened(of.name()), Anchor.START, Palette.INK);
    }
  }

  private static String shortened(String name) {
    return name.length() <= LONGEST ? name : name.substring(0, LONGEST - 1) + "…";
  }

  private double x(double week) {
    return LEFT + week / weeks() * (RIGHT - LEFT);
  }

  private static double y(double probability, Scale scale) {
    return BOTTOM - probability / scale.top() * (BOTTOM - TOP);
  }
}
