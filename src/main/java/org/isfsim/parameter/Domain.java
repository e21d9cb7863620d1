package org.isfsim.parameter;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * The finite, ordered set of values of a parameter, of an input of a decision, or of a result.
 *
 * <p>A value is represented by its index, 0 to {@code size() - 1}, in ascending order.
 */
public sealed interface Domain {

  /** The number of values, at least 1. */
  int size();

  /** The value as it is written in files and reports: {@code true}, {@code yes}, {@code 33%}. */
  String text(int index);

  /** The index of a value as written, or empty when it is not a value of this domain. */
  OptionalInt indexOf(String text);

  /** What is allowed, for messages. */
  String described();

  /** The number that a value stands for: the value itself, or the index where it has none. */
  int number(int index);

  /** All values as written, ascending; only for domains that are small enough to list. */
  default List<String> texts() {
    List<String> texts = new ArrayList<>(size());
    for (int i = 0; i < size(); i++) {
      texts.add(text(i));
    }
    return texts;
  }

  /** {@code false} (index 0) or {@code true} (index 1). */
  enum Flag implements Domain {
    /** The only flag domain. */
    FLAG;

    @Override
    public int size() {
      return 2;
    }

    @Override
    public String text(int index) {
      return index == 0 ? "false" : "true";
    }

    @Override
    public OptionalInt indexOf(String text) {
      return switch (text) {
        case "false" -> OptionalInt.of(0);
        case "true" -> OptionalInt.of(1);
        default -> OptionalInt.empty();
      };
    }

    @Override
    public String described() {
      return "true, false";
    }

    @Override
    public int number(int index) {
      return index;
    }
  }

  /**
   * Named values in ascending order.
   *
   * @param values the names, at least one, all different
   */
  record Choice(List<String> values) implements Domain {
    /** Copies the names. */
    public Choice {
      values = List.copyOf(values);
      if (values.isEmpty() || values.stream().distinct().count() != values.size()) {
        throw new IllegalArgumentException("A choice needs different names, found " + values);
      }
    }

    /** A choice of these names. */
    public static Choice of(String... values) {
      return new Choice(List.of(values));
    }

    @Override
    public int size() {
      return values.size();
    }

    @Override
    public String text(int index) {
      return values.get(index);
    }

    @Override
    public OptionalInt indexOf(String text) {
      int index = values.indexOf(text);
      return index < 0 ? OptionalInt.empty() : OptionalInt.of(index);
    }

    @Override
    public String described() {
      return String.join(", ", values);
    }

    @Override
    public int number(int index) {
      return index;
    }
  }

  /**
   * Whole numbers from min to max in equal steps.
   *
   * @param unit the unit
   * @param min the smallest value
   * @param max the largest value, {@code min} plus a multiple of {@code step}
   * @param step the distance of neighbours, at least 1
   */
  record Numbers(Unit unit, int min, int max, int step) implements Domain {
    /** Checks the grid. */
    public Numbers {
      if (step < 1 || max < min || (max - min) % step != 0) {
        throw new IllegalArgumentException(
            "Not a grid: " + min + " to " + max + " in steps of " + step);
      }
    }

    /** A plain count from min to max. */
    public static Numbers count(int min, int max) {
      return new Numbers(Unit.COUNT, min, max, 1);
    }

    /** 0 % to 100 % in steps of 1 %. */
    public static Numbers percent() {
      return new Numbers(Unit.PERCENT, 0, 100, 1);
    }

    /** Weeks from min to max. */
    public static Numbers weeks(int min, int max) {
      return new Numbers(Unit.WEEKS, min, max, 1);
    }

    @Override
    public int size() {
      return (max - min) / step + 1;
    }

    @Override
    public String text(int index) {
      return number(index) + unit.suffix();
    }

    @Override
    public OptionalInt indexOf(String text) {
      String digits = text;
      if (!unit.suffix().isEmpty()) {
        if (!text.endsWith(unit.suffix())) {
          return OptionalInt.empty();
        }
        digits = text.substring(0, text.length() - unit.suffix().length()).strip();
      }
      if (!digits.matches("-?\\d{1,9}")) {
        return OptionalInt.empty();
      }
      return indexOfNumber(Integer.parseInt(digits));
    }

    /** The index of a number, or empty when it is off the grid or out of range. */
    public OptionalInt indexOfNumber(int number) {
      if (number < min || number > max || (number - min) % step != 0) {
        return OptionalInt.empty();
      }
      return OptionalInt.of((number - min) / step);
    }

    @Override
    public String described() {
      String range = min + unit.suffix() + " to " + max + unit.suffix();
      String steps = step == 1 ? "" : " in steps of " + step;
      return "a whole number of " + unit.label() + " from " + range + steps;
    }

    @Override
    public int number(int index) {
      return min + index * step;
    }
  }
}
