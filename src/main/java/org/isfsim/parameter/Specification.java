package org.isfsim.parameter;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
   * @param when the condition
   * @param towards the index of the value that gains
   */
  record Shift(When when, int towards) {}

  /** The condition of a shift. */
  sealed interface When {

    /** Ties the condition to the parents; a parameter that is not there is a problem. */
    Holds bind(Binder binder);

    /** A parameter has one of some values. */
    record Has(Address parameter, List<Node.Scalar> values) implements When {
      @Override
      public Holds bind(Binder binder) {
        @Nullable Domain domain = binder.domain(parameter);
        if (domain == null) {
          return parents -> false;
        }
        int[] covered = binder.covered(domain, values, parameter.path());
        int parent = binder.parent(parameter.text());
        return parents -> covered[parents[parent]] >= 0;
      }
    }

    /** One at least of some conditions holds. */
    record Any(List<When> parts) implements When {
      @Override
      public Holds bind(Binder binder) {
        List<Holds> bound = parts.stream().map(part -> part.bind(binder)).toList();
        return parents -> bound.stream().anyMatch(part -> part.at(parents));
      }
    }

    /** All of some conditions hold. */
    record All(List<When> parts) implements When {
      @Override
      public Holds bind(Binder binder) {
        List<Holds> bound = parts.stream().map(part -> part.bind(binder)).toList();
        return parents -> bound.stream().allMatch(part -> part.at(parents));
      }
    }
  }

  /** Whether a condition holds for these values of the parents. */
  @FunctionalInterface
  interface Holds {
    boolean at(int[] parents);
  }

  private final Node node;
  private final String path;
  private final Domain domain;
  private final Form form;
  private final List<Shift> shifts;
  private final List<Citation> citations;
  private final String written;
  private volatile Dependencies.@Nullable Bound bound;
  private volatile Dependencies.@Nullable Tried tried;

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
    this.written = node.written();
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
    return written;
  }

  /** Every claim that it cites, those of its shifts and branches included. */
  public List<Citation> citations() {
    return citations;
  }

  /** How it was last tied to its parents without a problem; null if it was not yet. */
  Dependencies.@Nullable Bound bound() {
    return bound;
  }

  void remember(Dependencies.Bound last) {
    bound = last;
  }

  /** How its combinations were last tried without a problem; null if they were not yet. */
  Dependencies.@Nullable Tried tried() {
    return tried;
  }

  void remember(Dependencies.Tried last) {
    tried = last;
  }

  /** The index of the value, if it is a single value rather than a distribution. */
  public OptionalInt value() {
    return form instanceof Form.Fixed fixed ? OptionalInt.of(fixed.index()) : OptionalInt.empty();
  }

  /** Whether it weighs what claims can order: named values, a flag, or the chance of a count. */
  boolean canBeOrdered() {
    return form.canBeOrdered(domain);
  }

  /**
   * Whether its weights beside shifts are in these proportions, exactly; empty where they depend on
   * another parameter.
   */
  Optional<Boolean> hasProportions(List<BigInteger> weights) {
    return form.hasProportions(weights);
  }

  /** The row of weights, tied to the parameters of the binder. */
  Row bind(Binder binder) {
    Row base = form.bind(domain, path, binder);
    if (shifts.isEmpty()) {
      return base;
    }
    List<BoundShift> bound = new ArrayList<>();
    for (Shift shift : shifts) {
      bound.add(new BoundShift(shift.when().bind(binder), shift.towards()));
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
      if (shift.when().at(values)) {
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

  /** A shift that knows where among the parents its condition looks. */
  private record BoundShift(Holds when, int towards) {}

  /** A problem with the specification as a whole. */
  Problem problem(String message) {
    return Problem.of(mark(), path, message);
  }
}
