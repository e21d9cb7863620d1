package org.isfsim.model;

import java.util.List;
import java.util.Optional;
import org.isfsim.document.Fields;
import org.isfsim.document.Node;
import org.isfsim.document.Problem;
import org.isfsim.document.Problems;
import org.isfsim.parameter.Unit;

/** Reads what is taken over all contributors. */
final class FoldReader {

  private static final int MOST_VALUES = 100_000;

  private final ExpressionReader reader;
  private final Problems problems;

  /**
   * @param reader reads what is taken of each
   */
  FoldReader(ExpressionReader reader, Problems problems) {
    this.reader = reader;
    this.problems = problems;
  }

  Optional<Expression> fold(FoldOperator operator, Fields fields) {
    boolean isCounted = operator == FoldOperator.TOTAL || operator == FoldOperator.NUMBER;
    fields.allow(isCounted ? List.of(operator.word(), "up-to") : List.of(operator.word()));
    Node node = fields.find(operator.word()).orElseThrow();
    String path = fields.pathOf(operator.word());
    if (reader.isOfElement()) {
      problems.add(
          node.mark(), path, "what is taken over all contributors cannot be of each of them");
      return Optional.empty();
    }
    Optional<Expression> element = reader.read(node, path, true);
    if (element.isEmpty()) {
      if (isCounted) {
        fields.require("up-to");
      }
      return Optional.empty();
    }
    Type type = element.get().type();
    if (!isFit(operator, type)) {
      problems.add(
          node.mark(),
          path,
          "\""
              + operator.word()
              + "\" is over "
              + switch (operator) {
                case TOTAL -> "numbers";
                case NUMBER, ANY, ALL -> "flags";
                case HIGHEST, LOWEST -> "named values or numbers";
              }
              + ", found "
              + type.described());
      return Optional.empty();
    }
    if (!isCounted) {
      return Optional.of(new Expression.Fold(operator, element.get(), type));
    }
    int most = fields.require("up-to").map(n -> most(n, fields.pathOf("up-to"), type)).orElse(0);
    Unit unit = type instanceof Type.Number number ? number.unit() : Unit.COUNT;
    int step = type instanceof Type.Number number ? number.step() : 1;
    return most == 0
        ? Optional.empty()
        : Optional.of(
            new Expression.Fold(operator, element.get(), new Type.Number(unit, 0, most, step)));
  }

  private static boolean isFit(FoldOperator operator, Type type) {
    return switch (operator) {
      case TOTAL -> type instanceof Type.Number;
      case NUMBER, ANY, ALL -> type instanceof Type.Flag;
      case HIGHEST, LOWEST -> type instanceof Type.Number || type instanceof Type.Choice;
    };
  }

  /** The most that is counted, 0 with a problem. */
  private int most(Node node, String path, Type type) {
    int step = type instanceof Type.Number number ? number.step() : 1;
    int least = type instanceof Type.Number number ? number.min() : 0;
    int most =
        node instanceof Node.Scalar scalar && scalar.text().matches("\\d{1,8}")
            ? Integer.parseInt(scalar.text())
            : 0;
    if (most < 1 || most % step != 0 || most / step >= MOST_VALUES || least < 0) {
      problems.add(
          Problem.of(node.mark(), path, node.described() + " is no bound of what is counted")
              .allowing(
                  (step == 1 ? "a whole number" : "a multiple of " + step)
                      + " of at least "
                      + step
                      + " and below "
                      + (long) step * MOST_VALUES));
      return 0;
    }
    return most;
  }
}
