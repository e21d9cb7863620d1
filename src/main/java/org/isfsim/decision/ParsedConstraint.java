package org.isfsim.decision;

import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.IntegerLiteralExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.drools.mvel.parser.DrlxParser;
import org.drools.mvel.parser.ast.expr.DrlxExpression;

/** Reads constraints of generated rules with the parser by which Drools makes Java of them. */
final class ParsedConstraint {

  private ParsedConstraint() {}

  /** All constraints together, or nothing if one is not of the plain form. */
  static Optional<PlainCondition> readAll(List<String> constraints) {
    List<PlainCondition> parts = new ArrayList<>();
    for (String constraint : constraints) {
      Optional<PlainCondition> part = read(constraint);
      if (part.isEmpty()) {
        return Optional.empty();
      }
      parts.add(part.get());
    }
    return Optional.of(PlainCondition.all(parts));
  }

  private static Optional<PlainCondition> read(String constraint) {
    try {
      DrlxExpression read =
          DrlxParser.parseExpression(
              DrlxParser.buildDrlxParserWithArguments(List.of()), constraint);
      // The parser stops without a word where an expression could be over.
      return read.getBind() == null
          ? condition(read.getExpr()).filter(found -> found.drl().equals(constraint))
          : Optional.empty();
    } catch (RuntimeException | StackOverflowError e) {
      // It cannot be read, so that it is not read alike.
      return Optional.empty();
    }
  }

  private static Optional<PlainCondition> condition(Expression expression) {
    if (expression instanceof EnclosedExpr enclosed) {
      return condition(enclosed.getInner());
    }
    if (!(expression instanceof BinaryExpr binary)) {
      return Optional.empty();
    }
    return switch (binary.getOperator()) {
      case AND -> both(binary).map(PlainCondition::all);
      case OR -> both(binary).map(PlainCondition::any);
      case EQUALS -> test(binary, Operator.EQUAL);
      case NOT_EQUALS -> test(binary, Operator.NOT_EQUAL);
      case LESS -> test(binary, Operator.BELOW);
      case LESS_EQUALS -> test(binary, Operator.AT_MOST);
      case GREATER -> test(binary, Operator.ABOVE);
      case GREATER_EQUALS -> test(binary, Operator.AT_LEAST);
      default -> Optional.empty();
    };
  }

  private static Optional<List<PlainCondition>> both(BinaryExpr binary) {
    return condition(binary.getLeft())
        .flatMap(left -> condition(binary.getRight()).map(right -> List.of(left, right)));
  }

  private static Optional<PlainCondition> test(BinaryExpr binary, Operator operator) {
    OptionalInt left = field(binary.getLeft());
    OptionalInt field = field(binary.getRight());
    OptionalInt right = field.isPresent() ? field : number(binary.getRight());
    return left.isPresent() && right.isPresent()
        ? Optional.of(
            new PlainCondition.Test(left.getAsInt(), operator, right.getAsInt(), field.isPresent()))
        : Optional.empty();
  }

  private static OptionalInt field(Expression expression) {
    return expression instanceof NameExpr name
            && name.getNameAsString().matches(PlainCondition.FIELD + "[0-9]{1,9}")
        ? OptionalInt.of(
            Integer.parseInt(name.getNameAsString().substring(PlainCondition.FIELD.length())))
        : OptionalInt.empty();
  }

  private static OptionalInt number(Expression expression) {
    if (expression instanceof UnaryExpr unary && unary.getOperator() == UnaryExpr.Operator.MINUS) {
      OptionalInt positive = number(unary.getExpression());
      return positive.isPresent() ? OptionalInt.of(-positive.getAsInt()) : positive;
    }
    return expression instanceof IntegerLiteralExpr literal
            && literal.getValue().matches("0|[1-9][0-9]{0,9}")
        ? OptionalInt.of(Integer.parseInt(literal.getValue()))
        : OptionalInt.empty();
  }
}
