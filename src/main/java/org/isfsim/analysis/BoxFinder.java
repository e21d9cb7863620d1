package org.isfsim.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.apache.commons.math3.special.Beta;

/**
 * Finds boxes one after the other, each in the cases that the earlier ones left over, chooses a box
 * of each trajectory, and drops restrictions that do not matter.
 */
final class BoxFinder {

  /** A restriction matters if chance would do as much in fewer than one of twenty boxes. */
  static final double SIGNIFICANT = 0.05;

  /** A further box is worth telling if it holds at least this share of all hits. */
  private static final double WORTHWHILE = 0.05;

  private final CaseColumns data;
  private final Prim prim;
  private final int fewestHits;

  /**
   * @param fewestHits how many hits must be left over to look for a further box
   */
  BoxFinder(CaseColumns data, Prim.Options options, int fewestHits) {
    this.data = data;
    this.prim = new Prim(data, options);
    this.fewestHits = fewestHits;
  }

  /**
   * The boxes; without the exact figures.
   *
   * @param most how many to look for at most
   * @param step the step of the first trajectory to choose, or the best balanced one
   */
  List<DiscoveredBox> find(int most, OptionalInt step) {
    List<DiscoveredBox> boxes = new ArrayList<>();
    int[] all = IntStream.range(0, data.cases()).toArray();
    int[] left = all;
    while (boxes.size() < most && data.count(Arrays.stream(left)) >= fewestHits) {
      List<Prim.Box> trajectory = prim.trajectory(left);
      int chosen = boxes.isEmpty() && step.isPresent() ? step.getAsInt() : best(trajectory);
      if (chosen >= trajectory.size()) {
        throw new StepOutOfRangeException(chosen, trajectory.size());
      }
      List<Restriction> dropped = new ArrayList<>();
      Prim.Box box = pruned(trajectory.get(chosen), left, dropped);
      if (restricted(box).length == 0
          || !boxes.isEmpty() && box.hits() < WORTHWHILE * data.hitCount()) {
        break;
      }
      boxes.add(discovered(box, trajectory, chosen, dropped, left, all));
      BitSet inside = new BitSet();
      Arrays.stream(box.rows()).forEach(inside::set);
      left = Arrays.stream(left).filter(row -> !inside.get(row)).toArray();
    }
    return boxes;
  }

  /** A step was asked for that the trajectory does not have. */
  static final class StepOutOfRangeException extends RuntimeException {
    private final int steps;

    StepOutOfRangeException(int step, int steps) {
      super("Step " + step + " of " + steps);
      this.steps = steps;
    }

    int steps() {
      return steps;
    }
  }

  /** Where coverage and density are best together: the highest harmonic mean of the two. */
  private static int best(List<Prim.Box> trajectory) {
    Prim.Box whole = trajectory.get(0);
    int best = 0;
    double bestBalance = -1;
    for (int i = 0; i < trajectory.size(); i++) {
      double balance = statistics(trajectory.get(i), whole).balance();
      if (balance > bestBalance) {
        best = i;
        bestBalance = balance;
      }
    }
    return best;
  }

  private static BoxStatistics statistics(Prim.Box box, Prim.Box whole) {
    return new BoxStatistics(box.rows().length, box.hits(), whole.rows().length, whole.hits());
  }

  /** Drops the restriction that matters least as long as one does not matter. */
  private Prim.Box pruned(Prim.Box box, int[] rows, List<Restriction> dropped) {
    Prim.Box pruned = box;
    for (int worst = 0; worst >= 0; ) {
      worst = -1;
      double worstP = SIGNIFICANT;
      for (int column : restricted(pruned)) {
        double p = quasiP(pruned, prim.without(pruned, column, rows));
        if (p > worstP) {
          worst = column;
          worstP = p;
        }
      }
      if (worst >= 0) {
        dropped.add(restriction(pruned, worst));
        pruned = prim.without(pruned, worst, rows);
      }
    }
    return pruned;
  }

  private int[] restricted(Prim.Box box) {
    return IntStream.range(0, data.columns().size())
        .filter(column -> prim.isRestricted(box, column))
        .toArray();
  }

  /** A restriction as meant: what no case had is inside unless it lies beyond what was cut off. */
  private Restriction restriction(Prim.Box box, int column) {
    CaseColumns.Column of = data.columns().get(column);
    BitSet inside = box.allowed()[column];
    BitSet cut = (BitSet) prim.occurring(column).clone();
    cut.andNot(inside);
    BitSet meant = new BitSet();
    meant.set(0, of.domain().size());
    meant.andNot(cut);
    if (of.isNumeric()) {
      int below = cut.previousSetBit(Math.max(0, inside.nextSetBit(0)));
      int above = cut.nextSetBit(inside.length());
      meant.set(0, of.domain().size());
      meant.clear(0, below < 0 ? 0 : inside.nextSetBit(0));
      meant.clear(above < 0 ? of.domain().size() : inside.length(), of.domain().size());
    }
    return new Restriction(of.address(), of.domain(), of.possible(), meant);
  }

  /**
   * The quasi p-value of a restriction: the chance of at least as many hits in the box if each case
   * hit with the density of the box without it (B. P. Bryant and R. J. Lempert, Thinking inside the
   * box, Technological Forecasting and Social Change 77, 2010, section 3.3).
   */
  static double quasiP(Prim.Box box, Prim.Box without) {
    return chance(box.rows().length, box.hits(), without.density());
  }

  /** The chance of at least as many hits among some cases that each hit with a density. */
  static double chance(int cases, int hits, double density) {
    if (hits == 0 || density >= 1) {
      return 1;
    }
    // P(X >= k) of a binomial X is the regularized incomplete beta function at (k, n - k + 1).
    return Beta.regularizedBeta(density, hits, cases - hits + 1.0);
  }

  private DiscoveredBox discovered(
      Prim.Box box,
      List<Prim.Box> trajectory,
      int chosen,
      List<Restriction> dropped,
      int[] left,
      int[] all) {
    List<Restriction> restrictions = new ArrayList<>();
    List<DiscoveredBox.Limit> limits = new ArrayList<>();
    for (int column : restricted(box)) {
      Prim.Box without = prim.without(box, column, left);
      Restriction restriction = restriction(box, column);
      restrictions.add(restriction);
      limits.add(new DiscoveredBox.Limit(restriction, without.density(), quasiP(box, without)));
    }
    limits.sort((a, b) -> Double.compare(a.densityWithout(), b.densityWithout()));
    Prim.Box everywhere = prim.of(box.allowed(), all);
    BoxStatistics statistics =
        new BoxStatistics(
            everywhere.rows().length, everywhere.hits(), data.cases(), data.hitCount());
    return new DiscoveredBox(
        new Region(
            limits.stream().map(DiscoveredBox.Limit::restriction).toList(),
            statistics,
            Optional.empty()),
        limits,
        steps(trajectory),
        chosen,
        dropped);
  }

  private List<DiscoveredBox.Step> steps(List<Prim.Box> trajectory) {
    List<DiscoveredBox.Step> steps = new ArrayList<>();
    Prim.Box whole = trajectory.get(0);
    Prim.Box before = whole;
    for (Prim.Box box : trajectory) {
      String changed = "";
      for (int c = 0; c < data.columns().size(); c++) {
        if (!box.allowed()[c].equals(before.allowed()[c])) {
          Restriction restriction = restriction(box, c);
          changed = restriction.address() + ": " + restriction.inWords();
        }
      }
      steps.add(new DiscoveredBox.Step(statistics(box, whole), restricted(box).length, changed));
      before = box;
    }
    return steps;
  }
}
