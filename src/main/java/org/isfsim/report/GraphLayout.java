package org.isfsim.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Places boxes in rows so that every arrow points down (K. Sugiyama, S. Tagawa and M. Toda, Methods
 * for Visual Understanding of Hierarchical System Structures, IEEE Trans. SMC 11(2), 1981): rows by
 * the longest path, order in a row by the barycentre of neighbours, places by least squares.
 *
 * <p>An arrow across rows runs through a lane of its own in each row between. All arrows from one
 * box share their lanes until they branch off.
 */
final class GraphLayout {

  private static final int SWEEPS = 24;
  private static final double LANE = 14;
  private static final double GAP = 14;
  private static final double STRAIGHT = 6;

  /**
   * Something that has a place in a row: a box, or a lane of the arrows of a box.
   *
   * @see #isBox
   */
  static final class Item {
    private final String name;
    private final boolean isBox;
    private final int row;
    private final double width;
    private final double height;
    private final List<Item> above = new ArrayList<>();
    private final List<Item> below = new ArrayList<>();
    private double x;

    private Item(String name, boolean isBox, int row, double width, double height) {
      this.name = name;
      this.isBox = isBox;
      this.row = row;
      this.width = width;
      this.height = height;
    }

    /** The box, or the box whose arrows run here. */
    String name() {
      return name;
    }

    /** Whether it is a box. */
    boolean isBox() {
      return isBox;
    }

    /** The row, from 0 at the top. */
    int row() {
      return row;
    }

    double width() {
      return width;
    }

    double height() {
      return height;
    }

    /** The middle. */
    double x() {
      return x;
    }

    /** What arrows come from, from left to right. */
    List<Item> above() {
      return above;
    }

    /** What arrows go to, from left to right. */
    List<Item> below() {
      return below;
    }
  }

  /** The size of a box. */
  record Size(double width, double height) {}

  private final double width;
  private final List<List<Item>> rows = new ArrayList<>();

  /**
   * @param sizes the boxes; those that feed others come before them
   * @param targets for each box, those that it points to
   * @param width the room for a row
   */
  GraphLayout(Map<String, Size> sizes, Map<String, List<String>> targets, double width) {
    this.width = width;
    Map<String, Item> boxes = boxes(sizes, targets);
    connect(boxes, targets);
    order();
    place();
  }

  /** The rows from top to bottom, each from left to right. */
  List<List<Item>> rows() {
    return rows;
  }

  private Map<String, Item> boxes(Map<String, Size> sizes, Map<String, List<String>> targets) {
    Map<String, Integer> row = new LinkedHashMap<>();
    sizes.keySet().forEach(name -> row.put(name, 0));
    sizes
        .keySet()
        .forEach(
            name ->
                targets.getOrDefault(name, List.of()).stream()
                    .filter(target -> !target.equals(name))
                    .forEach(
                        target ->
                            row.merge(target, rowOf(row, name) + 1, (a, b) -> Math.max(a, b))));
    // What nothing feeds stands just above what it feeds.
    for (String name : sizes.keySet()) {
      boolean isFed = targets.values().stream().anyMatch(list -> list.contains(name));
      if (!isFed) {
        targets.getOrDefault(name, List.of()).stream()
            .mapToInt(target -> rowOf(row, target) - 1)
            .min()
            .ifPresent(r -> row.put(name, r));
      }
    }
    Map<String, Item> boxes = new LinkedHashMap<>();
    sizes.forEach(
        (name, size) ->
            boxes.put(
                name, add(new Item(name, true, rowOf(row, name), size.width(), size.height()))));
    return boxes;
  }

  private static int rowOf(Map<String, Integer> row, String name) {
    return row.getOrDefault(name, 0);
  }

  private Item add(Item item) {
    while (rows.size() <= item.row) {
      rows.add(new ArrayList<>());
    }
    rows.get(item.row).add(item);
    return item;
  }

  private void connect(Map<String, Item> boxes, Map<String, List<String>> targets) {
    for (Item source : boxes.values()) {
      List<Item> fed = new ArrayList<>();
      for (String target : targets.getOrDefault(source.name, List.of())) {
        Item item = boxes.get(target);
        if (item != null && item != source) {
          fed.add(item);
        }
      }
      fed.sort(Comparator.comparingInt(item -> item.row));
      Item end = source;
      for (Item target : fed) {
        while (end.row < target.row - 1) {
          Item lane = add(new Item(source.name, false, end.row + 1, LANE, 0));
          link(end, lane);
          end = lane;
        }
        link(end, target);
      }
    }
  }

  private static void link(Item from, Item to) {
    from.below.add(to);
    to.above.add(from);
  }

  private void order() {
    List<List<Item>> best = copy();
    long fewest = crossings();
    for (int sweep = 0; sweep < SWEEPS; sweep++) {
      boolean isDown = sweep % 2 == 0;
      for (int r = 0; r < rows.size(); r++) {
        List<Item> row = rows.get(isDown ? r : rows.size() - 1 - r);
        Map<Item, Double> wanted = new HashMap<>();
        for (int i = 0; i < row.size(); i++) {
          List<Item> fixed = isDown ? row.get(i).above : row.get(i).below;
          double own = (i + 0.5) / row.size();
          wanted.put(row.get(i), fixed.stream().mapToDouble(this::rank).average().orElse(own));
        }
        row.sort(Comparator.comparingDouble(item -> wanted.getOrDefault(item, 0.0)));
      }
      long now = crossings();
      if (now < fewest) {
        fewest = now;
        best = copy();
      }
    }
    for (int r = 0; r < rows.size(); r++) {
      rows.get(r).clear();
      rows.get(r).addAll(best.get(r));
    }
  }

  private List<List<Item>> copy() {
    List<List<Item>> copy = new ArrayList<>();
    rows.forEach(row -> copy.add(List.copyOf(row)));
    return copy;
  }

  private double rank(Item item) {
    List<Item> row = rows.get(item.row);
    return (row.indexOf(item) + 0.5) / row.size();
  }

  private long crossings() {
    long crossings = 0;
    for (List<Item> row : rows) {
      List<int[]> links = new ArrayList<>();
      for (int i = 0; i < row.size(); i++) {
        for (Item below : row.get(i).below) {
          links.add(new int[] {i, rows.get(below.row).indexOf(below)});
        }
      }
      for (int[] a : links) {
        for (int[] b : links) {
          crossings += a[0] < b[0] && a[1] > b[1] ? 1 : 0;
        }
      }
    }
    return crossings;
  }

  private void place() {
    rows.forEach(row -> arrange(row, null));
    for (int sweep = 0; sweep < SWEEPS; sweep++) {
      boolean isDown = sweep % 2 == 0;
      for (int r = 0; r < rows.size(); r++) {
        arrange(rows.get(isDown ? r : rows.size() - 1 - r), isDown);
      }
    }
    Comparator<Item> fromLeft = Comparator.comparingDouble(Item::x);
    for (List<Item> row : rows) {
      for (Item item : row) {
        item.above.sort(fromLeft);
        item.below.sort(fromLeft);
      }
    }
  }

  /** Puts a row where its neighbours want it, without overlaps and within the width. */
  private void arrange(List<Item> row, @Nullable Boolean isDown) {
    int n = row.size();
    double[] offset = new double[n];
    for (int i = 1; i < n; i++) {
      offset[i] = offset[i - 1] + row.get(i - 1).width / 2 + GAP + row.get(i).width / 2;
    }
    double low = row.get(0).width / 2;
    double high = width - row.get(n - 1).width / 2 - offset[n - 1];
    double[] wanted = new double[n];
    double[] weight = new double[n];
    for (int i = 0; i < n; i++) {
      Item item = row.get(i);
      double middle = (low + high) / 2;
      weight[i] = item.isBox ? 1 : STRAIGHT;
      if (isDown == null) {
        wanted[i] = middle;
        continue;
      }
      List<Item> neighbours = new ArrayList<>(isDown ? item.above : item.below);
      if (neighbours.isEmpty()) {
        neighbours.addAll(isDown ? item.below : item.above);
      }
      wanted[i] =
          neighbours.stream().mapToDouble(Item::x).average().orElse(middle + offset[i]) - offset[i];
    }
    double[] fitted = ascending(wanted, weight);
    for (int i = 0; i < n; i++) {
      row.get(i).x = Math.max(low, Math.min(Math.max(low, high), fitted[i])) + offset[i];
    }
  }

  /** The nearest ascending numbers by least squares: pool adjacent violators. */
  private static double[] ascending(double[] wanted, double[] weight) {
    double[] mean = new double[wanted.length];
    double[] mass = new double[wanted.length];
    int[] size = new int[wanted.length];
    int blocks = 0;
    for (int i = 0; i < wanted.length; i++) {
      mean[blocks] = wanted[i];
      mass[blocks] = weight[i];
      size[blocks++] = 1;
      while (blocks > 1 && mean[blocks - 2] > mean[blocks - 1]) {
        double sum = mass[blocks - 2] + mass[blocks - 1];
        mean[blocks - 2] =
            (mean[blocks - 2] * mass[blocks - 2] + mean[blocks - 1] * mass[blocks - 1]) / sum;
        mass[blocks - 2] = sum;
        size[blocks - 2] += size[blocks - 1];
        blocks--;
      }
    }
    double[] fitted = new double[wanted.length];
    int from = 0;
    for (int b = 0; b < blocks; b++) {
      Arrays.fill(fitted, from, from + size[b], mean[b]);
      from += size[b];
    }
    return fitted;
  }
}
