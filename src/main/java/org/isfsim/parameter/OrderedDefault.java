package org.isfsim.parameter;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.isfsim.document.Problems;

/**
 * What the default of an uncertainty should be by the claims that order its values, and whether it
 * is: equal weights, and between neighbours odds of 2 to the power of the number of independent
 * voices that order them so, less those that order them the other way (docs/parameters.md).
 */
public final class OrderedDefault {

  /**
   * An order with those who speak for it.
   *
   * @param towards the position, among the values, of the one that gains
   * @param voices the claims of each voice
   */
  public record Voiced(int towards, Map<String, List<String>> voices) {
    /** Copies the map. */
    public Voiced {
      Map<String, List<String>> copy = new LinkedHashMap<>();
      voices.forEach((voice, claims) -> copy.put(voice, List.copyOf(claims)));
      voices = Collections.unmodifiableMap(copy);
    }
  }

  private final List<String> values;
  private final boolean isChance;
  private final List<Voiced> orders;
  private final List<BigInteger> weights;
  private final Optional<Boolean> isKept;

  private OrderedDefault(
      List<String> values,
      boolean isChance,
      List<Voiced> orders,
      List<BigInteger> weights,
      Optional<Boolean> isKept) {
    this.values = List.copyOf(values);
    this.isChance = isChance;
    this.orders = List.copyOf(orders);
    this.weights = List.copyOf(weights);
    this.isKept = isKept;
  }

  /**
   * The default of a parameter of the catalogue; empty unless it is an uncertainty over named
   * values or a flag, or a count of successes.
   *
   * @param voiceOf the id of the voice that makes a claim
   */
  public static Optional<OrderedDefault> of(Parameter parameter, UnaryOperator<String> voiceOf) {
    Domain domain = parameter.domain();
    Optional<Specification> read =
        new DistributionReader(new Problems(), address -> address)
            .read(parameter.written(), "", domain);
    if (parameter.kind() != ParameterKind.UNCERTAINTY
        || read.isEmpty()
        || !read.get().canBeOrdered()) {
      return Optional.empty();
    }
    boolean isCount = domain instanceof Domain.Numbers;
    List<String> values = isCount ? List.of("fewer", "more") : domain.texts();
    List<Voiced> orders = new ArrayList<>();
    for (Order order : parameter.ordered()) {
      Map<String, List<String>> voices = new LinkedHashMap<>();
      for (String claim : order.claims()) {
        voices.computeIfAbsent(voiceOf.apply(claim), key -> new ArrayList<>()).add(claim);
      }
      int position = isCount ? Math.min(order.towards(), 1) : order.towards();
      orders.add(new Voiced(position, voices));
    }
    List<BigInteger> weights = weights(values.size(), orders);
    boolean isChance = isCount || domain instanceof Domain.Flag;
    return Optional.of(
        new OrderedDefault(values, isChance, orders, weights, read.get().hasProportions(weights)));
  }

  /** The smallest whole weights. */
  static List<BigInteger> weights(int size, List<Voiced> orders) {
    int[] powers = new int[size];
    for (int i = 1; i < size; i++) {
      Set<String> upwards = new LinkedHashSet<>();
      Set<String> downwards = new LinkedHashSet<>();
      for (Voiced order : orders) {
        (order.towards() >= i ? upwards : downwards).addAll(order.voices().keySet());
      }
      powers[i] = powers[i - 1] + upwards.size() - downwards.size();
    }
    int least = Integer.MAX_VALUE;
    for (int power : powers) {
      least = Math.min(least, power);
    }
    List<BigInteger> weights = new ArrayList<>();
    for (int power : powers) {
      weights.add(BigInteger.ONE.shiftLeft(power - least));
    }
    return weights;
  }

  /** The values, ascending; of a count of successes "fewer" and "more". */
  public List<String> values() {
    return values;
  }

  /** The orders in which the catalogue names them; none if no claim orders the values. */
  public List<Voiced> orders() {
    return orders;
  }

  /** The weights that the values should have beside shifts, in the smallest whole numbers. */
  public List<BigInteger> weights() {
    return weights;
  }

  /**
   * Whether the default gives these weights, exactly; empty if it depends on another parameter, so
   * that there is nothing to compare.
   */
  public Optional<Boolean> isKept() {
    return isKept;
  }

  /** The default that gives the weights, as it is written: {@code choice: { no: 2, yes: 1 }}. */
  public String expected() {
    if (isChance) {
      BigInteger whole = weights.get(0).add(weights.get(1));
      return "chance: " + weights.get(1) + "/" + whole;
    }
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      parts.add(values.get(i) + ": " + weights.get(i));
    }
    return "choice: { " + String.join(", ", parts) + " }";
  }
}
