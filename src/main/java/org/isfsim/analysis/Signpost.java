package org.isfsim.analysis;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.isfsim.model.Variable;
import org.isfsim.parameter.Domain;

/**
 * Something that becomes known in the course of a case and tells something of a target.
 *
 * @param kind what kind of thing it is
 * @param name the parameter's address, the column of the decision's result, or the milestone
 * @param title what it is, in words; empty if the name says it
 * @param variable the variable that holds it
 * @param bits the mutual information of it and the target, in bits: by how much knowing it makes
 *     the target less uncertain on average (T. M. Cover and J. A. Thomas, Elements of Information
 *     Theory, 2nd edition, 2006, section 2.3)
 * @param values its values that can occur, in their order
 * @param known when it becomes known, of a milestone that can be reached; empty for all else, of
 *     which the plan does not tell
 */
public record Signpost(
    Origin kind,
    String name,
    String title,
    Variable variable,
    double bits,
    List<AtValue> values,
    Optional<Known> known) {

  /** A number with more values is told in ranges. */
  private static final int MOST_VALUES = 6;

  /** In so many. */
  private static final int RANGES = 4;

  private static final double ROUNDING = 1e-12;

  /** What kind of thing a signpost is. */
  public enum Origin {
    /** A parameter of the scenario. */
    PARAMETER("parameter"),
    /** A result of a decision of the rules. */
    DECISION("decision"),
    /** A dated event. */
    MILESTONE("milestone");

    private final String word;

    Origin(String word) {
      this.word = word;
    }

    /** The word in results. */
    public String word() {
      return word;
    }
  }

  /**
   * A value, or several neighbouring ones.
   *
   * @param value as written
   * @param probability how likely it is
   * @param target how likely each value of the target is with it
   * @param backwards how likely it is with each value of the target; 0 for what cannot be
   */
  public record AtValue(String value, double probability, double[] target, double[] backwards) {}

  /**
   * When something becomes known.
   *
   * @param earliest the first date on which it can be known
   * @param median the date by which it is known in half of the cases in which it comes about
   */
  public record Known(LocalDate earliest, LocalDate median) {}

  /** Copies the list. */
  public Signpost {
    values = List.copyOf(values);
  }

  /**
   * The value with which a value of the target is most likely; of several such values the likeliest
   * one.
   */
  public AtValue highest(int target) {
    double most = values.stream().mapToDouble(v -> v.target()[target]).max().orElseThrow();
    return values.stream()
        .filter(v -> v.target()[target] >= most - ROUNDING)
        .max(Comparator.comparingDouble(AtValue::probability))
        .orElseThrow();
  }

  /** How likely a value of the target is with any other value than one; 0 if there is no other. */
  public double otherwise(AtValue value, int target) {
    double both = 0;
    double others = 0;
    for (AtValue other : values) {
      if (other != value) {
        both += other.probability() * other.target()[target];
        others += other.probability();
      }
    }
    return others > 0 ? Math.min(1, both / others) : 0;
  }

  /** The value that a value of the target makes so much likelier as no other. */
  public AtValue mostRaised(int target) {
    return values.stream()
        .max(Comparator.comparingDouble(v -> v.backwards()[target] - v.probability()))
        .orElseThrow();
  }

  /**
   * The same with the many values of a number or date put together to a few ranges, each about as
   * likely as the others; that a milestone is not reached stays by itself.
   */
  public Signpost inRanges() {
    boolean isNumber = variable.domain() instanceof Domain.Numbers;
    if (!isNumber || values.size() <= MOST_VALUES) {
      return this;
    }
    List<AtValue> ranges = new ArrayList<>();
    List<AtValue> range = new ArrayList<>();
    List<AtValue> dated = values.stream().filter(v -> !v.value().equals(Subjects.NEVER)).toList();
    double left = dated.stream().mapToDouble(AtValue::probability).sum();
    double sum = 0;
    for (AtValue value : dated) {
      double wanted = left / (RANGES - ranges.size());
      boolean isLast = ranges.size() == RANGES - 1;
      // A value that is likelier than a range should be does not take its neighbours with it.
      double over = sum + value.probability() - wanted;
      if (!isLast && !range.isEmpty() && over > wanted - sum + ROUNDING) {
        ranges.add(together(range));
        left -= sum;
        sum = 0;
        range.clear();
      }
      range.add(value);
      sum += value.probability();
    }
    ranges.add(together(range));
    values.stream().filter(v -> v.value().equals(Subjects.NEVER)).forEach(ranges::add);
    return new Signpost(kind, name, title, variable, bits, ranges, known);
  }

  private static AtValue together(List<AtValue> range) {
    String first = range.get(0).value();
    String last = range.get(range.size() - 1).value();
    double probability = range.stream().mapToDouble(AtValue::probability).sum();
    int targets = range.get(0).target().length;
    double[] target = new double[targets];
    double[] backwards = new double[targets];
    for (AtValue value : range) {
      for (int t = 0; t < targets; t++) {
        target[t] += value.probability() * value.target()[t] / probability;
        backwards[t] += value.backwards()[t];
      }
    }
    return new AtValue(
        first.equals(last) ? first : first + " to " + last, probability, target, backwards);
  }
}
