package org.isfsim.parameter;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * The distribution of a parameter for each combination of the values of the parameters that it
 * depends on, its parents. Immutable to its users and thread-safe: a row is made when it is first
 * asked for, and equal rows are one object.
 */
public final class ConditionalDistribution {

  /** Makes the weights of a row from the values of the parents. */
  @FunctionalInterface
  interface Row {
    double[] weights(int[] parentValues);
  }

  private final List<String> parents;
  private final int[] sizes;
  private final Row row;
  private final AtomicReferenceArray<Distribution> rows;
  private final ConcurrentMap<Distribution, Distribution> shared = new ConcurrentHashMap<>();

  ConditionalDistribution(List<String> parents, int[] sizes, Row row) {
    this.parents = List.copyOf(parents);
    this.sizes = sizes.clone();
    this.row = row;
    this.rows = new AtomicReferenceArray<>(Arrays.stream(sizes).reduce(1, Math::multiplyExact));
  }

  /** A distribution that depends on nothing. */
  public static ConditionalDistribution of(Distribution distribution) {
    ConditionalDistribution result =
        new ConditionalDistribution(List.of(), new int[0], values -> new double[0]);
    result.rows.set(0, distribution);
    return result;
  }

  /** The addresses of the parents, all different, in the order of {@link #at}'s values. */
  public List<String> parents() {
    return parents;
  }

  /**
   * The distribution for a combination.
   *
   * @param parentValues the index of each parent's value, in the order of {@link #parents}
   * @throws IllegalArgumentException if the number of values is not the number of parents, or the
   *     combination gives no distribution; which a combination that can occur in the scenario
   *     always does
   */
  public Distribution at(int... parentValues) {
    try {
      return tried(parentValues);
    } catch (ImpossibleException e) {
      throw new IllegalArgumentException(
          "No distribution for " + parents + " = " + Arrays.toString(parentValues), e);
    }
  }

  /**
   * The same.
   *
   * @throws ImpossibleException if the combination gives no distribution, with the reason
   */
  Distribution tried(int... parentValues) {
    int index = indexOf(parentValues);
    Distribution known = rows.get(index);
    if (known != null) {
      return known;
    }
    Distribution made = Distribution.of(row.weights(parentValues.clone()));
    Distribution first = shared.putIfAbsent(made, made);
    rows.set(index, first == null ? made : first);
    return first == null ? made : first;
  }

  private int indexOf(int[] values) {
    if (values.length != sizes.length) {
      throw new IllegalArgumentException(
          "Expected a value for each of " + parents + ", found " + Arrays.toString(values));
    }
    int index = 0;
    for (int i = 0; i < sizes.length; i++) {
      index = index * sizes[i] + values[i];
    }
    return index;
  }

  /** Whether a combination gives a distribution; always so for one that can occur. */
  public boolean isDefinedAt(int... parentValues) {
    try {
      at(parentValues);
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** Whether it depends on nothing. */
  public boolean isUnconditional() {
    return parents.isEmpty();
  }

  /** Whether it depends on nothing and gives one value for certain. */
  public boolean isFixed() {
    return isUnconditional() && at().isFixed();
  }

  /**
   * The values that can occur for some combination of the parents' values.
   *
   * @param parentSupports the possible values of each parent, in the order of {@link #parents}
   */
  public int[] support(List<int[]> parentSupports) {
    BitSet possible = new BitSet();
    Combinations.of(parentSupports)
        .forEach(values -> Arrays.stream(at(values).support()).forEach(possible::set));
    return possible.stream().toArray();
  }
}
