package org.isfsim.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.isfsim.analysis.CaseColumns.Column;
import org.jspecify.annotations.Nullable;

/**
 * The patient rule induction method: from the whole space, cut off thin slices that raise the share
 * of hits most, one at a time, then paste back what raises it further (J. H. Friedman and N. I.
 * Fisher, Bump hunting in high-dimensional data, Statistics and Computing 9, 1999).
 *
 * <p>Of a numeric parameter a slice is the lowest or the highest values, at most a share alpha of
 * the cases in the box but at least one value; of any other parameter it is one value. Slices may
 * so differ in size, and the best is the one with the largest gain in density per case removed, as
 * in the EMA Workbench (J. H. Kwakkel and M. Jaxa-Rozen, Improving scenario discovery for handling
 * heterogeneous uncertainties and multinomial classified outcomes, Environmental Modelling and
 * Software 79, 2016).
 */
final class Prim {

  private final CaseColumns data;
  private final Options options;

  /** The values of each column that occur in any case. */
  private final BitSet[] occurring;

  /**
   * How to look.
   *
   * @param peel the share of a box's cases that a peel removes at most, above 0 and below 1
   * @param paste the share of a box's cases that a paste adds at most, above 0 and below 1
   * @param fewest the fewest cases of a box, at least 1
   */
  record Options(double peel, double paste, int fewest) {
    Options {
      if (!(peel > 0 && peel < 1 && paste > 0 && paste < 1 && fewest >= 1)) {
        throw new IllegalArgumentException(peel + ", " + paste + ", " + fewest);
      }
    }
  }

  /**
   * A box on the way.
   *
   * @param allowed the values of each column inside; not to be changed
   * @param rows the cases inside; not to be changed
   * @param hits how many of them are hits
   */
  record Box(BitSet[] allowed, int[] rows, int hits) {
    double density() {
      return rows.length == 0 ? 0 : (double) hits / rows.length;
    }
  }

  Prim(CaseColumns data, Options options) {
    this.data = data;
    this.options = options;
    this.occurring = data.columns().stream().map(Prim::occurring).toArray(BitSet[]::new);
  }

  /** The values of a column that occur in any case; not to be changed. */
  BitSet occurring(int column) {
    return occurring[column];
  }

  private static BitSet occurring(Column column) {
    BitSet values = new BitSet();
    Arrays.stream(column.values()).forEach(values::set);
    return values;
  }

  /**
   * The boxes from the whole space to the densest, peels first, then pastes.
   *
   * @param rows the cases to look at
   */
  List<Box> trajectory(int[] rows) {
    BitSet[] all = new BitSet[occurring.length];
    Arrays.setAll(all, i -> (BitSet) occurring[i].clone());
    List<Box> trajectory = new ArrayList<>();
    Box densest = new Box(all, rows, hits(rows));
    for (Box box = densest; box != null; box = peeled(box)) {
      trajectory.add(box);
      densest = box;
    }
    for (Box box = pasted(densest, rows); box != null; box = pasted(box, rows)) {
      trajectory.add(box);
    }
    return trajectory;
  }

  /** Whether a column is restricted: not every value that occurs lies inside. */
  boolean isRestricted(Box box, int column) {
    return !box.allowed()[column].equals(occurring[column]);
  }

  /** The box with one column free, over some cases. */
  Box without(Box box, int column, int[] rows) {
    BitSet[] allowed = box.allowed().clone();
    allowed[column] = (BitSet) occurring[column].clone();
    return of(allowed, rows);
  }

  /** The box of some cases that has these values. */
  Box of(BitSet[] allowed, int[] rows) {
    int[] restricted =
        IntStream.range(0, allowed.length).filter(i -> !allowed[i].equals(occurring[i])).toArray();
    int[] inside =
        Arrays.stream(rows)
            .filter(row -> Arrays.stream(restricted).allMatch(c -> isIn(allowed, c, row)))
            .toArray();
    return new Box(allowed, inside, hits(inside));
  }

  private boolean isIn(BitSet[] allowed, int column, int row) {
    return allowed[column].get(data.columns().get(column).values()[row]);
  }

  private int hits(int[] rows) {
    return data.count(Arrays.stream(rows));
  }

  /** A column's allowed values after a change, with what the change gains. */
  private record Change(int column, BitSet allowed, double gain) {}

  private @Nullable Box peeled(Box box) {
    @Nullable Change best = null;
    for (int c = 0; c < occurring.length; c++) {
      for (Change change : peels(box, c)) {
        if (change.gain() > 0 && (best == null || change.gain() > best.gain())) {
          best = change;
        }
      }
    }
    return best == null ? null : changed(box, best, box.rows());
  }

  private Box changed(Box box, Change change, int[] rows) {
    BitSet[] allowed = box.allowed().clone();
    allowed[change.column()] = change.allowed();
    return of(allowed, rows);
  }

  private List<Change> peels(Box box, int c) {
    Column column = data.columns().get(c);
    BitSet allowed = box.allowed()[c];
    Counts counts = new Counts(column, box.rows());
    List<Change> peels = new ArrayList<>();
    if (column.isNumeric()) {
      int most = (int) (options.peel() * box.rows().length);
      peels.add(peel(box, c, counts, slice(allowed, counts, most, true)));
      peels.add(peel(box, c, counts, slice(allowed, counts, most, false)));
    } else {
      allowed.stream().forEach(v -> peels.add(peel(box, c, counts, single(v))));
    }
    return peels;
  }

  private Change peel(Box box, int c, Counts counts, BitSet removed) {
    BitSet left = (BitSet) box.allowed()[c].clone();
    left.andNot(removed);
    int cases = counts.cases(removed);
    int kept = box.rows().length - cases;
    double gain = 0;
    if (cases > 0 && kept >= options.fewest()) {
      double density = (double) (box.hits() - counts.hits(removed)) / kept;
      gain = (density - box.density()) / cases;
    }
    return new Change(c, left, gain);
  }

  /** The outermost values with together at most a number of cases, but at least one value. */
  private static BitSet slice(BitSet values, Counts counts, int most, boolean lowest) {
    BitSet slice = new BitSet();
    int cases = 0;
    int value = lowest ? values.nextSetBit(0) : values.length() - 1;
    while (value >= 0) {
      cases += counts.cases[value];
      if (cases > most && counts.cases(slice) > 0) {
        break;
      }
      slice.set(value);
      value = lowest ? values.nextSetBit(value + 1) : values.previousSetBit(value - 1);
    }
    return slice;
  }

  private static BitSet single(int value) {
    BitSet single = new BitSet();
    single.set(value);
    return single;
  }

  private @Nullable Box pasted(Box box, int[] rows) {
    @Nullable Change best = null;
    for (int c = 0; c < occurring.length; c++) {
      if (isRestricted(box, c)) {
        for (Change change : pastes(box, c, rows)) {
          if (change.gain() > 0 && (best == null || change.gain() > best.gain())) {
            best = change;
          }
        }
      }
    }
    return best == null ? null : changed(box, best, rows);
  }

  private List<Change> pastes(Box box, int c, int[] rows) {
    Column column = data.columns().get(c);
    BitSet outside = (BitSet) occurring[c].clone();
    outside.andNot(box.allowed()[c]);
    Counts counts = new Counts(column, without(box, c, rows).rows());
    List<Change> pastes = new ArrayList<>();
    if (column.isNumeric()) {
      int most = (int) (options.paste() * box.rows().length);
      BitSet below = (BitSet) outside.clone();
      below.clear(box.allowed()[c].nextSetBit(0), occurring[c].length());
      BitSet above = (BitSet) outside.clone();
      above.clear(0, box.allowed()[c].length());
      pastes.add(paste(box, c, counts, slice(below, counts, most, false)));
      pastes.add(paste(box, c, counts, slice(above, counts, most, true)));
    } else {
      outside.stream().forEach(v -> pastes.add(paste(box, c, counts, single(v))));
    }
    return pastes;
  }

  private static Change paste(Box box, int c, Counts counts, BitSet added) {
    BitSet all = (BitSet) box.allowed()[c].clone();
    all.or(added);
    int cases = counts.cases(added);
    double gain = 0;
    if (cases > 0) {
      double density = (double) (box.hits() + counts.hits(added)) / (box.rows().length + cases);
      gain = (density - box.density()) / cases;
    }
    return new Change(c, all, gain);
  }

  /** How many cases and hits there are of each value of a column. */
  private final class Counts {
    private final int[] cases;
    private final int[] hits;

    Counts(Column column, int[] rows) {
      cases = new int[column.domain().size()];
      hits = new int[cases.length];
      for (int row : rows) {
        int value = column.values()[row];
        cases[value]++;
        hits[value] += data.hits()[row] ? 1 : 0;
      }
    }

    int cases(BitSet values) {
      return values.stream().map(v -> cases[v]).sum();
    }

    int hits(BitSet values) {
      return values.stream().map(v -> hits[v]).sum();
    }
  }
}
