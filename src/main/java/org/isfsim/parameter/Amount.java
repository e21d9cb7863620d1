package org.isfsim.parameter;

import java.math.BigDecimal;
import org.isfsim.document.Mark;
import org.isfsim.document.Problem;

/** A number of a distribution: written out, or the value of another parameter. */
sealed interface Amount {

  /** Where it stands. */
  Mark mark();

  /** Its path in the document. */
  String path();

  /** A problem with this number. */
  default Problem problem(String message) {
    return Problem.of(mark(), path(), message);
  }

  /**
   * A number that is written out.
   *
   * @param value finite
   * @param percent whether a percent sign follows; the value is then in hundredths
   */
  record Literal(Mark mark, String path, BigDecimal value, boolean percent) implements Amount {}

  /**
   * The number that another parameter's value stands for.
   *
   * @param address the address of the other parameter
   * @param wanted what it must be
   */
  record Ref(Mark mark, String path, String address, Wanted wanted) implements Amount {}

  /**
   * What is wanted where a number stands.
   *
   * @param unit the unit of the number
   * @param description for messages
   * @param mixed whether percentages and plain numbers will both do
   * @param ratio whether {@code a/b} will do
   */
  record Wanted(Unit unit, String description, boolean mixed, boolean ratio) {

    static final Wanted PLAIN = new Wanted(Unit.COUNT, "a number such as 2 or 0.5", false, false);
    static final Wanted WEIGHT =
        new Wanted(Unit.COUNT, "a positive number such as 2, or a percentage", true, false);
    static final Wanted CHANCE =
        new Wanted(Unit.PERCENT, "a percentage such as 40%, or a ratio such as 2/3", false, true);

    static Wanted of(Unit unit) {
      String description =
          unit.equals(Unit.PERCENT) ? "a percentage such as 40%" : "a number of " + unit.label();
      return new Wanted(unit, description, false, false);
    }

    boolean accepts(Unit found) {
      return found.equals(unit) || mixed && found.equals(Unit.PERCENT);
    }
  }
}
