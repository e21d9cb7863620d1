package org.isfsim.decision;

import java.util.OptionalInt;
import org.isfsim.document.Problem;
import org.isfsim.document.Suggestions;
import org.isfsim.parameter.Domain;

/** Reads literals against the domain they must belong to. */
final class Literals {

  private Literals() {}

  static boolean isLiteral(Token token) {
    return token.isText()
        || token.type() == Token.Type.NUMBER
        || token.isWord("true")
        || token.isWord("false")
        || token.isWord("null")
        || token.isSign("-");
  }

  /**
   * The number of a numeric literal, otherwise the index of the value; empty after noting a
   * problem.
   *
   * @param what whose value it is, for messages: {@code china}, {@code council}
   * @param exact whether a number must be on the grid, not only in the range
   */
  static OptionalInt read(Tokens tokens, Domain domain, String what, boolean exact) {
    Token first = tokens.peek();
    boolean negative = tokens.takeSign("-");
    Token token = tokens.peek();
    if (negative && token.type() != Token.Type.NUMBER) {
      throw tokens.expected("a number after \"-\"");
    }
    if (!isLiteral(token)) {
      throw tokens.expected("a value of " + what);
    }
    tokens.next();
    if (token.type() == Token.Type.BROKEN_TEXT) {
      return OptionalInt.empty();
    }
    if (token.isWord("null")) {
      tokens.add(
          tokens
              .problem(token, "\"null\" is refused: every field always has a value")
              .allowing(allowed(domain)));
      return OptionalInt.empty();
    }
    if (domain instanceof Domain.Numbers numbers) {
      return number(tokens, first, token, negative, numbers, what, exact);
    }
    boolean flag = domain == Domain.Flag.FLAG;
    Token.Type wanted = flag ? Token.Type.WORD : Token.Type.TEXT;
    if (token.type() != wanted || negative) {
      tokens.add(
          tokens
              .problem(
                  first,
                  what
                      + (flag ? " is true or false" : " is a choice, written in double quotes")
                      + ", found "
                      + (negative ? "\"-" + token.text() + "\"" : token.described()))
              .allowing(allowed(domain)));
      return OptionalInt.empty();
    }
    OptionalInt index = domain.indexOf(token.text());
    if (index.isEmpty()) {
      tokens.add(
          tokens
              .problem(token, "\"" + token.text() + "\" is no value of " + what)
              .allowing(allowed(domain))
              .advising(Suggestions.didYouMean(token.text(), domain.texts())));
    }
    return index;
  }

  private static OptionalInt number(
      Tokens tokens,
      Token first,
      Token token,
      boolean negative,
      Domain.Numbers numbers,
      String what,
      boolean exact) {
    String shown = (negative ? "-" : "") + token.text();
    Problem problem;
    if (token.type() != Token.Type.NUMBER) {
      problem = tokens.problem(first, what + " is a number, found " + token.described());
    } else if (!token.text().matches("0|[1-9][0-9]{0,8}")) {
      // Drools reads 010 as eight; a rule has one reading only.
      problem = tokens.problem(first, what + " is a whole number, found \"" + shown + "\"");
    } else {
      int value = Integer.parseInt(shown);
      if (value < numbers.min() || value > numbers.max()) {
        problem = tokens.problem(first, shown + " is off the range of " + what);
      } else if (exact && numbers.indexOfNumber(value).isEmpty()) {
        problem = tokens.problem(first, shown + " is a number that " + what + " never is");
      } else {
        return OptionalInt.of(value);
      }
    }
    tokens.add(problem.allowing(numbers.described()));
    return OptionalInt.empty();
  }

  static String allowed(Domain domain) {
    return domain instanceof Domain.Choice choice
        ? "\"" + String.join("\", \"", choice.values()) + "\""
        : domain.described();
  }
}
