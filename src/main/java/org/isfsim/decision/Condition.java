package org.isfsim.decision;

import java.util.List;
import java.util.stream.Collectors;
import org.isfsim.parameter.Domain;

/**
 * The parsed reading of what a rule asks for.
 *
 * <p>It explains; it does not decide: Drools fires the rule, from its {@link PlainCondition}. A row
 * is what {@link Signature#row} gives.
 */
public sealed interface Condition {

  /** Whether a row fulfils it. */
  boolean holds(int[] row);

  /** In words: {@code china is not "no"}. */
  String inWords();

  /** The condition that holds exactly where this one does not, without {@link Not}. */
  Condition negation();

  /** The comparisons in it as written, from left to right. */
  List<Atom> atoms();

  /**
   * What must all hold, none of it an {@link AllOf}; the condition itself if it is a single one.
   */
  default List<Condition> demands() {
    return List.of(this);
  }

  /**
   * What a row would have to fulfil and does not, empty if the condition holds. Of alternatives all
   * are listed. Below a negation the atoms are the opposites of those written.
   */
  List<Atom> unmet(int[] row);

  /** One comparison of one field. */
  sealed interface Atom extends Condition {

    /** The field that is compared. */
    Field field();

    /** Where the field stands in a row. */
    int position();

    /** What is required, without the field: {@code at least 9}, {@code not "no"}. */
    String required();

    /** What the row has: {@code 7}, {@code "no"}. */
    default String actual(int[] row) {
      return shown(field().domain(), row[position()]);
    }

    @Override
    Atom negation();

    @Override
    default String inWords() {
      return field().inWords() + " is " + required();
    }

    @Override
    default List<Atom> atoms() {
      return List.of(this);
    }

    @Override
    default List<Atom> unmet(int[] row) {
      return holds(row) ? List.of() : List.of(this);
    }
  }

  /**
   * A field compared with a literal.
   *
   * @param value the number for a numeric field, otherwise the index of the value
   */
  record Comparison(Field field, int position, Operator operator, int value) implements Atom {
    @Override
    public boolean holds(int[] row) {
      return operator.test(field.domain().number(row[position]), value);
    }

    @Override
    public Comparison negation() {
      return new Comparison(field, position, operator.opposite(), value);
    }

    @Override
    public String required() {
      if (field.domain() == Domain.Flag.FLAG) {
        return String.valueOf((value == 1) == (operator == Operator.EQUAL));
      }
      return requirement(operator, literal());
    }

    private String literal() {
      return field.domain() instanceof Domain.Numbers numbers
          ? value + numbers.unit().suffix()
          : shown(field.domain(), value);
    }
  }

  /** A field compared with another field of the same decision. */
  record FieldComparison(
      Field field, int position, Operator operator, Field other, int otherPosition)
      implements Atom {
    @Override
    public boolean holds(int[] row) {
      if (field.domain() instanceof Domain.Choice left
          && other.domain() instanceof Domain.Choice right) {
        // Two choices may share only some of their values, so that indices do not compare.
        boolean same = left.text(row[position]).equals(right.text(row[otherPosition]));
        return same == (operator == Operator.EQUAL);
      }
      return operator.test(
          field.domain().number(row[position]), other.domain().number(row[otherPosition]));
    }

    @Override
    public FieldComparison negation() {
      return new FieldComparison(field, position, operator.opposite(), other, otherPosition);
    }

    @Override
    public String required() {
      String as = field.domain() instanceof Domain.Numbers ? "" : "the same as ";
      return requirement(operator, as + other.inWords());
    }

    @Override
    public String actual(int[] row) {
      return Atom.super.actual(row)
          + " ("
          + other.inWords()
          + " is "
          + shown(other.domain(), row[otherPosition])
          + ")";
    }
  }

  /**
   * A field that must be, or must not be, one of several values.
   *
   * @param values the numbers for a numeric field, otherwise the indices of the values
   * @param negated whether it must be none of them
   */
  record OneOf(Field field, int position, List<Integer> values, boolean negated) implements Atom {
    /** Copies the values. */
    public OneOf {
      values = List.copyOf(values);
    }

    @Override
    public boolean holds(int[] row) {
      return values.contains(field.domain().number(row[position])) != negated;
    }

    @Override
    public OneOf negation() {
      return new OneOf(field, position, values, !negated);
    }

    @Override
    public String required() {
      String list =
          values.stream()
              .map(value -> new Comparison(field, position, Operator.EQUAL, value).literal())
              .collect(Collectors.joining(", "));
      return (negated ? "none of " : "one of ") + list;
    }
  }

  /** All parts hold; without parts it always holds. */
  record AllOf(List<Condition> parts) implements Condition {
    /** Copies the parts. */
    public AllOf {
      parts = List.copyOf(parts);
    }

    @Override
    public boolean holds(int[] row) {
      return parts.stream().allMatch(part -> part.holds(row));
    }

    @Override
    public List<Condition> demands() {
      return parts.stream().flatMap(part -> part.demands().stream()).toList();
    }

    @Override
    public String inWords() {
      return parts.isEmpty() ? "always" : joined(parts, " and ");
    }

    @Override
    public Condition negation() {
      return new AnyOf(parts.stream().map(Condition::negation).toList());
    }

    @Override
    public List<Atom> atoms() {
      return parts.stream().flatMap(part -> part.atoms().stream()).toList();
    }

    @Override
    public List<Atom> unmet(int[] row) {
      return parts.stream().flatMap(part -> part.unmet(row).stream()).toList();
    }
  }

  /** At least one part holds; without parts it never holds. */
  record AnyOf(List<Condition> parts) implements Condition {
    /** Copies the parts. */
    public AnyOf {
      parts = List.copyOf(parts);
    }

    @Override
    public boolean holds(int[] row) {
      return parts.stream().anyMatch(part -> part.holds(row));
    }

    @Override
    public String inWords() {
      return parts.isEmpty() ? "never" : joined(parts, " or ");
    }

    @Override
    public Condition negation() {
      return new AllOf(parts.stream().map(Condition::negation).toList());
    }

    @Override
    public List<Atom> atoms() {
      return parts.stream().flatMap(part -> part.atoms().stream()).toList();
    }

    @Override
    public List<Atom> unmet(int[] row) {
      return holds(row)
          ? List.of()
          : parts.stream().flatMap(part -> part.unmet(row).stream()).toList();
    }
  }

  /** The part does not hold. */
  record Not(Condition part) implements Condition {
    @Override
    public boolean holds(int[] row) {
      return !part.holds(row);
    }

    @Override
    public String inWords() {
      return part instanceof Atom atom ? atom.negation().inWords() : "not (" + part.inWords() + ")";
    }

    @Override
    public Condition negation() {
      // Twice, so that no negation is left inside.
      return part.negation().negation();
    }

    @Override
    public List<Atom> atoms() {
      return part.atoms();
    }

    @Override
    public List<Atom> unmet(int[] row) {
      return part.negation().unmet(row);
    }
  }

  private static String joined(List<Condition> parts, String word) {
    return parts.stream()
        .map(
            part ->
                part instanceof AllOf || part instanceof AnyOf
                    ? "(" + part.inWords() + ")"
                    : part.inWords())
        .collect(Collectors.joining(word));
  }

  private static String requirement(Operator operator, String literal) {
    String words = operator.inWords().substring("is".length()).strip();
    return words.isEmpty() ? literal : words + " " + literal;
  }

  private static String shown(Domain domain, int index) {
    return domain instanceof Domain.Choice ? '"' + domain.text(index) + '"' : domain.text(index);
  }
}
