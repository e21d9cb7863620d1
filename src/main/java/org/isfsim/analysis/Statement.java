package org.isfsim.analysis;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Something that may be said of a case: that its parameters, what the rules decide, its outcome,
 * its indicators and its milestones have some values. Holds or does not hold in every case.
 */
public sealed interface Statement {

  /** The statement as it is written. */
  String text();

  /** How a value is compared with others. */
  enum Relation {
    /** Has one of the values. */
    IS("="),
    /** Has none of the values. */
    IS_NOT("!="),
    /** Comes before the value. */
    BELOW("<"),
    /** Is the value or comes before it. */
    AT_MOST("<="),
    /** Comes after the value. */
    ABOVE(">"),
    /** Is the value or comes after it. */
    AT_LEAST(">=");

    private final String sign;

    Relation(String sign) {
      this.sign = sign;
    }

    /** The sign in a statement. */
    public String sign() {
      return sign;
    }

    /** Whether it needs an order of the values. */
    boolean isOrdered() {
      return this != IS && this != IS_NOT;
    }

    /** Whether a value that stands so to another is accepted; the sign of a comparison. */
    boolean accepts(int comparison) {
      return switch (this) {
        case IS -> comparison == 0;
        case IS_NOT -> comparison != 0;
        case BELOW -> comparison < 0;
        case AT_MOST -> comparison <= 0;
        case ABOVE -> comparison > 0;
        case AT_LEAST -> comparison >= 0;
      };
    }
  }

  /**
   * A comparison.
   *
   * @param subject what is compared, by the name that results give it or by its address
   * @param relation how it is compared
   * @param values with what, as written; several only with {@link Relation#IS} and {@link
   *     Relation#IS_NOT}
   */
  record Test(String subject, Relation relation, List<String> values) implements Statement {
    /** Copies the list. */
    public Test {
      values = List.copyOf(values);
    }

    @Override
    public String text() {
      if (values.size() == 1) {
        return subject + " " + relation.sign() + " " + values.get(0);
      }
      String not = relation == Relation.IS_NOT ? " not" : "";
      return subject + not + " in (" + String.join(", ", values) + ")";
    }
  }

  /** All of them hold. */
  record All(List<Statement> parts) implements Statement {
    /** Copies the list. */
    public All {
      parts = List.copyOf(parts);
    }

    @Override
    public String text() {
      return parts.stream()
          .map(part -> part instanceof Any ? "(" + part.text() + ")" : part.text())
          .collect(Collectors.joining(" and "));
    }
  }

  /** At least one of them holds. */
  record Any(List<Statement> parts) implements Statement {
    /** Copies the list. */
    public Any {
      parts = List.copyOf(parts);
    }

    @Override
    public String text() {
      return parts.stream().map(Statement::text).collect(Collectors.joining(" or "));
    }
  }

  /** It does not hold. */
  record Not(Statement part) implements Statement {
    @Override
    public String text() {
      return "not (" + part.text() + ")";
    }
  }
}
