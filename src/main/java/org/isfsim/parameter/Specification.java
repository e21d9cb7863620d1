package org.isfsim.parameter;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.isfsim.document.Mark;
import org.isfsim.document.Node;
import org.isfsim.document.Problem;
import org.isfsim.parameter.ConditionalDistribution.Row;
import org.jspecify.annotations.Nullable;

/**
 * What a document says of a parameter's value: a value, or a distribution with its shifts. It may
 * mention other parameters; {@link Dependencies} ties it to them.
 */
public final class Specification {

  /**
   * Moves the odds of neighbouring values by 2 : 1 where a condition holds.
   *
   * @param when parameters with the values that they must all have
   * @param towards the index of the value that gains
   */
  record Shift(List<When> when, int towards) {}

  /** One condition of a shift: a parameter has one of some values. */
  record When(Address parameter, List<Node.Scalar> values) {}

  private final Node node;
  private final String path;
  private final Domain domain;
  private final Form form;
  private final List<Shift> shifts;
  private final List<Citation> citations;

  Specification(
      Node node,
      String path,
      Domain domain,
      Form form,
      List<Shift> shifts,
      List<Citation> citations) {
    this.node = node;
    this.path = path;
    this.domain = domain;
    this.form = form;
    this.shifts = List.copyOf(shifts);
    this.citations = List.copyOf(citations);
  }

  /** Where it stands. */
  public Mark mark() {
    return node.mark();
  }

  /** Its path in the document. */
  public String path() {
    return path;
  }

  /** The domain of the value. */
  public Domain domain() {
    return domain;
  }

  /** What was written, on one line. */
  public String written() {
    return node.written();
  }

  /** Every claim that it cites, those of its shifts and branches included. */
  public List<Citation> citations() {
    return citations;
  }

  /** The index of the value, if it is a single value rather than a distribution. */
  public OptionalInt value() {
    return form instanceof Form.Fixed fixed ? OptionalInt.of(fixed.index()) : OptionalInt.empty();
  }

  /** The row of weights, tied to the parameters of the binder. */
  Row bind(Binder binder) {
    Row base = form.bind(domain, path, binder);
    if (shifts.isEmpty()) {
      return base;
    }
    List<BoundShift> bound = new ArrayList<>();
    for (Shift shift : shifts) {
      bound.add(BoundShift.of(shift, binder));
    }
    return values -> shifted(base.weights(values), bound, values);
  }

  /**
   * The weight of a value at distance d, in steps of the domain, from the one that gains is
   * multiplied by 2^(−d): each value's odds against its neighbour farther away double.
   */
  private static double[] shifted(double[] weights, List<BoundShift> shifts, int[] values) {
    int[] exponents = new int[weights.length];
    for (BoundShift shift : shifts) {
      if (shift.holds(values)) {
        for (int i = 0; i < weights.length; i++) {
          exponents[i] -= Math.abs(i - shift.towards());
        }
      }
    }
    // Only differences matter; bringing the largest to 0 keeps them within a double's range.
    int largest =
        IntStream.range(0, weights.length)
            .filter(i -> weights[i] > 0)
            .map(i -> exponents[i])
            .max()
            .orElse(0);
    double[] moved = new double[weights.length];
    for (int i = 0; i < weights.length; i++) {
      moved[i] = weights[i] > 0 ? Math.scalb(weights[i], exponents[i] - largest) : 0;
    }
    return moved;
  }

  /** A shift that knows where among the parents its conditions are. */
  private record BoundShift(int towards, int[] positions, List<boolean[]> holding) {

    static BoundShift of(Shift shift, Binder binder) {
      List<Integer> positions = new ArrayList<>();
      List<boolean[]> holding = new ArrayList<>();
      for (When when : shift.when()) {
        @Nullable Domain domain = binder.domain(when.parameter());
        if (domain == null) {
          continue;
        }
        int[] covered = binder.covered(domain, when.values(), when.parameter().path());
        boolean[] holds = new boolean[covered.length];
        for (int i = 0; i < covered.length; i++) {
          holds[i] = covered[i] >= 0;
        }
        positions.add(binder.parent(when.parameter().text()));
        holding.add(holds);
      }
      int[] where = positions.stream().mapToInt(Integer::intValue).toArray();
      return new BoundShift(shift.towards(), where, holding);
    }

    boolean holds(int[] values) {
      for (int i = 0; i < positions.length; i++) {
        if (!holding.get(i)[values[positions[i]]]) {
          return false;
        }
      }
      return true;
    }
  }

  /** A problem with the specification as a whole. */
  Problem problem(String message) {
    return Problem.of(mark(), path, message);
  }
}
