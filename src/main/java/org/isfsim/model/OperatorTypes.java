package org.isfsim.model;

import java.util.List;
import java.util.Optional;
import org.isfsim.parameter.Unit;

/** What the arguments of an operator must be, and what its result is. */
final class OperatorTypes {

  static final Type.Number ANY_NUMBER = new Type.Number(Unit.COUNT, 0, 0, 1);
  private static final Type.Number WEEKS = new Type.Number(Unit.WEEKS, 0, 0, 1);
  private static final Type.Flag FLAG = new Type.Flag();
  private static final Type.Date DATE = new Type.Date();

  private OperatorTypes() {}

  /** Whether it is a number, and in weeks or a plain count where weeks are wanted. */
  static boolean isNumberFor(Type found, Type wanted) {
    boolean isOther =
        wanted.equals(WEEKS)
            && found instanceof Type.Number number
            && !number.unit().equals(Unit.WEEKS)
            && !number.unit().equals(Unit.COUNT);
    return found.isNumber() && !isOther;
  }

  /** What an argument must be. */
  static Type argument(Operator operator, int place) {
    return switch (operator) {
      case DATE, TOGETHER -> WEEKS;
      case AFTER -> place == 0 ? DATE : WEEKS;
      case LATER, EARLIER, BETWEEN, REACHED, NOT_AFTER -> DATE;
      case USED_UP -> place == 0 ? WEEKS : place == 3 ? ANY_NUMBER : DATE;
      case SUM, PRODUCT, REST, LEAST, MOST, AT_LEAST, LESS -> ANY_NUMBER;
      case ALL, ANY, NOT -> FLAG;
    };
  }

  /**
   * What is wrong with the units of the arguments, if anything: weeks are not added to anything
   * else, nor compared with it; a plain count is with anything.
   */
  static Optional<String> mixed(Operator operator, List<Expression> parts) {
    if (operator == Operator.PRODUCT) {
      return Optional.empty();
    }
    List<Unit> units =
        parts.stream()
            .map(Expression::type)
            .filter(Type::isNumber)
            .map(type -> type instanceof Type.Number number ? number.unit() : Unit.WEEKS)
            .filter(unit -> !unit.equals(Unit.COUNT))
            .distinct()
            .toList();
    if (units.size() < 2) {
      return Optional.empty();
    }
    return Optional.of(
        "numbers of different things: " + units.get(0).label() + " and " + units.get(1).label());
  }

  /**
   * What the result is.
   *
   * @throws ArithmeticException if its bounds are too large for a number
   */
  static Type result(Operator operator, List<Expression> parts) {
    return switch (operator) {
      case DATE, AFTER, LATER, EARLIER, USED_UP -> DATE;
      case BETWEEN, TOGETHER -> new Type.Span();
      case REACHED, NOT_AFTER, AT_LEAST, LESS, ALL, ANY, NOT -> FLAG;
      case SUM, PRODUCT, REST, LEAST, MOST -> number(operator, parts);
    };
  }

  private static Type number(Operator operator, List<Expression> parts) {
    Type result = parts.get(0).type();
    for (Expression part : parts.subList(1, parts.size())) {
      if (!(result instanceof Type.Number a) || !(part.type() instanceof Type.Number b)) {
        return new Type.Span();
      }
      result =
          switch (operator) {
            case SUM -> a.with(b, Math.addExact(a.min(), b.min()), Math.addExact(a.max(), b.max()));
            case REST -> a.with(b, 0, Math.max(0, Math.subtractExact(a.max(), b.min())));
            case LEAST -> a.with(b, Math.min(a.min(), b.min()), Math.min(a.max(), b.max()));
            case MOST -> a.with(b, Math.max(a.min(), b.min()), Math.max(a.max(), b.max()));
            default ->
                new Type.Number(
                    Unit.COUNT,
                    Math.multiplyExact(a.min(), b.min()),
                    Math.multiplyExact(a.max(), b.max()),
                    1);
          };
    }
    return result;
  }
}
