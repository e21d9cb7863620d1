package org.isfsim.article;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** A value in a table. */
public sealed interface Cell {

  /** Nothing: what is not known or does not apply. */
  Cell NONE = new Words("");

  /** As people read it, rounded. */
  String words();

  /**
   * As programs read it: a text, a number, a list or a map of such; empty where nothing is known.
   */
  Optional<Object> value();

  /** A text, a number, a flag, a list or a map as it is; nothing for an empty {@link Optional}. */
  static Cell of(Object value) {
    if (value instanceof Optional<?> optional) {
      return optional.isEmpty() ? NONE : of(optional.get());
    }
    if (value instanceof OptionalDouble number) {
      return number.isEmpty() ? NONE : of(number.getAsDouble());
    }
    if (value instanceof LocalDate day) {
      return new Date(day);
    }
    return value instanceof String text ? new Words(text) : new Value(value);
  }

  /** A value that stands as it is. */
  record Value(Object held) implements Cell {
    @Override
    public String words() {
      return held.toString();
    }

    @Override
    public Optional<Object> value() {
      return Optional.of(held);
    }
  }

  /** Some words; empty for nothing. */
  record Words(String words) implements Cell {
    @Override
    public Optional<Object> value() {
      return words.isEmpty() ? Optional.empty() : Optional.of(words);
    }
  }

  /**
   * The address of a parameter, a value, or what else is typed as it stands.
   *
   * @param of the address of the parameter whose value it is; empty if it is none
   */
  record Address(String words, String of) implements Cell {

    /** What is typed as it stands. */
    public Address(String words) {
      this(words, "");
    }

    @Override
    public Optional<Object> value() {
      return words.isEmpty() ? Optional.empty() : Optional.of(words);
    }
  }

  /**
   * A word of results with what it means in the article's notes.
   *
   * @param key what the notes have it under
   */
  record Term(String words, String key) implements Cell {

    /** A word that the notes have under itself. */
    public Term(String words) {
      this(words, words);
    }

    @Override
    public Optional<Object> value() {
      return Optional.of(key);
    }
  }

  /** Claims or conflicts by their ids; what they say stands in the article's notes. */
  record Claims(List<String> ids) implements Cell {
    /** Copies the list. */
    public Claims {
      ids = List.copyOf(ids);
    }

    @Override
    public String words() {
      return String.join(", ", ids);
    }

    @Override
    public Optional<Object> value() {
      return Optional.of(ids);
    }
  }

  /** A day. */
  record Date(LocalDate day) implements Cell {
    @Override
    public String words() {
      return day.toString();
    }

    @Override
    public Optional<Object> value() {
      return Optional.of(day.toString());
    }
  }

  /** A number of things. */
  record Count(long number) implements Cell {
    @Override
    public String words() {
      return Figures.count(number);
    }

    @Override
    public Optional<Object> value() {
      return Optional.of(number);
    }
  }

  /** A probability, 0 to 1. */
  record Probability(double probability) implements Cell {
    @Override
    public String words() {
      return Figures.percent(probability);
    }

    @Override
    public Optional<Object> value() {
      return Optional.of(probability);
    }
  }

  /** A difference of two probabilities, -1 to 1. */
  record Points(double difference) implements Cell {
    @Override
    public String words() {
      return Figures.points(difference);
    }

    @Override
    public Optional<Object> value() {
      return Optional.of(difference);
    }
  }

  /**
   * Two probabilities, 0 to 1 each.
   *
   * @param lowBy what leads to the lower one; empty if nothing does
   * @param highBy what leads to the higher one; empty if nothing does
   */
  record Interval(double low, double high, String lowBy, String highBy) implements Cell {

    /** An interval of which it is not said what leads to its ends. */
    public Interval(double low, double high) {
      this(low, high, "", "");
    }

    /** Whether it is said what leads to its ends, and not the same to both. */
    boolean hasReasons() {
      return !lowBy.isEmpty() && !lowBy.equals(highBy);
    }

    @Override
    public String words() {
      if (!hasReasons()) {
        return Figures.percents(low, high) + (lowBy.isEmpty() ? "" : " by " + lowBy);
      }
      return Figures.percent(low)
          + " ("
          + lowBy
          + ") to "
          + Figures.percent(high)
          + " ("
          + highBy
          + ")";
    }

    @Override
    public Optional<Object> value() {
      Map<String, Object> ends = new LinkedHashMap<>();
      ends.put("low", low);
      ends.put("high", high);
      if (!lowBy.isEmpty()) {
        ends.put("low-by", lowBy);
        ends.put("high-by", highBy);
      }
      return Optional.of(ends);
    }
  }

  /** A share of sampled cases with its interval. */
  record Sampled(Share share) implements Cell {
    @Override
    public String words() {
      if (!share.isKnown()) {
        return "";
      }
      double high = share.interval().high();
      return share.isSeen()
          ? Figures.percent(share.probability())
              + ", "
              + Figures.percents(share.interval().low(), high)
          : "below " + Figures.bound(high);
    }

    @Override
    public Optional<Object> value() {
      if (!share.isKnown()) {
        return Optional.empty();
      }
      Map<String, Object> figures = new LinkedHashMap<>();
      figures.put("probability", share.probability());
      figures.put("low", share.interval().low());
      figures.put("high", share.interval().high());
      return Optional.of(figures);
    }
  }
}
