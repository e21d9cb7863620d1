package org.isfsim.model;

import java.util.List;
import org.isfsim.parameter.Domain;
import org.isfsim.parameter.Unit;

/** What kind of values an expression has, before there is a scenario. */
sealed interface Type {

  /** What it is, for messages. */
  String described();

  /** Whether it is a number that others can be added to or compared with. */
  default boolean isNumber() {
    return this instanceof Number || this instanceof Span;
  }

  /** True or false. */
  record Flag() implements Type {
    @Override
    public String described() {
      return "a flag";
    }
  }

  /** Named values. */
  record Choice(List<String> values) implements Type {
    /** Copies the list. */
    public Choice {
      values = List.copyOf(values);
    }

    @Override
    public String described() {
      return "one of " + String.join(", ", values);
    }
  }

  /**
   * A number within bounds.
   *
   * @param unit its unit
   * @param min the least that it can be
   * @param max the most that it can be
   * @param step the distance of neighbouring values, at least 1
   */
  record Number(Unit unit, int min, int max, int step) implements Type {
    @Override
    public String described() {
      return "a number of " + unit.label();
    }

    /** The smallest grid that holds both. */
    Number with(Number other, int low, int high) {
      int common = gcd(gcd(distance(), other.distance()), Math.abs(min - other.min));
      int both = gcd(common, Math.abs(high - low));
      return new Number(
          unit.equals(other.unit) ? unit : unit.equals(Unit.COUNT) ? other.unit : unit,
          low,
          high,
          Math.max(both, 1));
    }

    /** The distance of neighbouring values, 0 where there is but one. */
    private int distance() {
      return min == max ? 0 : step;
    }

    private static int gcd(int a, int b) {
      return b == 0 ? a : gcd(b, a % b);
    }
  }

  /** A week after the scenario's start up to the horizon, or never. */
  record Date() implements Type {
    @Override
    public String described() {
      return "a date";
    }
  }

  /** A length of time that counts up to the horizon; more stays that. */
  record Span() implements Type {
    @Override
    public String described() {
      return "a length of time up to the horizon";
    }
  }

  /** The type of a parameter or a result. */
  static Type of(Domain domain) {
    if (domain instanceof Domain.Choice choice) {
      return new Choice(choice.values());
    }
    if (domain instanceof Domain.Numbers numbers) {
      return new Number(numbers.unit(), numbers.min(), numbers.max(), numbers.step());
    }
    return new Flag();
  }

  /**
   * The values of this type in a scenario.
   *
   * @param never the week that stands for "not by the horizon"
   */
  default Domain domain(int never) {
    if (this instanceof Choice choice) {
      return new Domain.Choice(choice.values());
    }
    if (this instanceof Number number) {
      return new Domain.Numbers(number.unit(), number.min(), number.max(), number.step());
    }
    return this instanceof Flag ? Domain.Flag.FLAG : Domain.Numbers.weeks(0, never);
  }
}
