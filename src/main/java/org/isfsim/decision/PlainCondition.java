package org.isfsim.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A condition in the form that Drools is given: comparisons of numbered fields, "and" and "or" by
 * turns. It has no negation, no list of values and no parentheses that say nothing, since Drools
 * takes three times as long for each pair that surrounds another.
 */
sealed interface PlainCondition {

  /** How the field at a position is called. */
  String FIELD = "f";

  /**
   * A field compared with a number, or with another field.
   *
   * @param field the position of the field in a row
   * @param right the number, or the position of the other field
   * @param withField whether {@code right} is a field
   */
  record Test(int field, Operator operator, int right, boolean withField)
      implements PlainCondition {}

  /** All parts hold; none of them is of this kind. Without parts it always holds. */
  record All(List<PlainCondition> parts) implements PlainCondition {
    /** Copies the parts. */
    public All {
      parts = List.copyOf(parts);
    }
  }

  /** At least one part holds; none of them is of this kind. */
  record Any(List<PlainCondition> parts) implements PlainCondition {
    /** Copies the parts. */
    public Any {
      parts = List.copyOf(parts);
    }
  }

  /** The plain form of a condition. */
  static PlainCondition of(Condition condition, Codes codes) {
    // Negated twice, no negation is left inside.
    return plain(condition.negation().negation(), codes);
  }

  private static PlainCondition plain(Condition condition, Codes codes) {
    if (condition instanceof Condition.AllOf all) {
      return all(all.parts().stream().map(part -> plain(part, codes)).toList());
    }
    if (condition instanceof Condition.AnyOf any) {
      return any(any.parts().stream().map(part -> plain(part, codes)).toList());
    }
    if (condition instanceof Condition.Comparison comparison) {
      int field = comparison.position();
      int value = codes.ofLiteral(field, comparison.value());
      return test(codes, field, comparison.operator(), value);
    }
    if (condition instanceof Condition.FieldComparison comparison) {
      return new Test(
          comparison.position(), comparison.operator(), comparison.otherPosition(), true);
    }
    if (condition instanceof Condition.OneOf oneOf) {
      int field = oneOf.position();
      Operator operator = oneOf.negated() ? Operator.NOT_EQUAL : Operator.EQUAL;
      List<PlainCondition> tests = new ArrayList<>();
      oneOf
          .values()
          .forEach(value -> tests.add(test(codes, field, operator, codes.ofLiteral(field, value))));
      return oneOf.negated() ? all(tests) : any(tests);
    }
    throw new IllegalArgumentException("A negation is left in " + condition.inWords());
  }

  /** A field compared with a number. What a flag is not, it is the other way round. */
  private static Test test(Codes codes, int field, Operator operator, int value) {
    return codes.isFlag(field) && operator == Operator.NOT_EQUAL
        ? new Test(field, Operator.EQUAL, 1 - value, false)
        : new Test(field, operator, value, false);
  }

  /** Joins conditions that must all hold. */
  static PlainCondition all(List<PlainCondition> parts) {
    List<PlainCondition> flat = new ArrayList<>();
    for (PlainCondition part : parts) {
      if (part instanceof All inner) {
        flat.addAll(inner.parts());
      } else {
        flat.add(part);
      }
    }
    return flat.size() == 1 ? flat.get(0) : new All(flat);
  }

  /** Joins conditions of which one must hold. */
  static PlainCondition any(List<PlainCondition> parts) {
    List<PlainCondition> flat = new ArrayList<>();
    for (PlainCondition part : parts) {
      if (part instanceof Any inner) {
        flat.addAll(inner.parts());
      } else {
        flat.add(part);
      }
    }
    return flat.size() == 1 ? flat.get(0) : new Any(flat);
  }

  /** The constraints of a pattern, all of which must hold. */
  default List<PlainCondition> constraints() {
    return this instanceof All all ? all.parts() : List.of(this);
  }

  /** As Drools is given it, in parentheses only where "or" stands below "and". */
  default String drl() {
    if (this instanceof Test test) {
      return FIELD
          + test.field()
          + " "
          + test.operator().symbol()
          + " "
          + (test.withField() ? FIELD : "")
          + test.right();
    }
    if (this instanceof All all) {
      return all.parts().stream()
          .map(part -> part instanceof Any ? "(" + part.drl() + ")" : part.drl())
          .collect(Collectors.joining(" && "));
    }
    return ((Any) this)
        .parts().stream().map(PlainCondition::drl).collect(Collectors.joining(" || "));
  }
}
