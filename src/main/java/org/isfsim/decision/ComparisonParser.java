package org.isfsim.decision;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.isfsim.document.Suggestions;
import org.isfsim.parameter.Domain;

/** Reads the comparisons of a condition, each of a field with literals or with another field. */
final class ComparisonParser {

  static final String ALLOWED_OPERATORS = "==, !=, <, <=, >, >=, in (…), not in (…)";

  private static final String ALLOWED_ON_CHOICES = "==, !=, in (…), not in (…)";

  /** How many comparisons a condition may have; nobody reads more. */
  private static final int MOST_COMPARISONS = 500;

  private final Tokens tokens;
  private final Signature signature;
  private final List<Field> fields;
  private int comparisons;
  private int open;

  ComparisonParser(Tokens tokens, Signature signature) {
    this.tokens = tokens;
    this.signature = signature;
    this.fields = signature.fields();
  }

  /** Begins a constraint. */
  void begin() {
    open = 0;
  }

  /** How many parentheses of this constraint's lists of values were not closed. */
  int open() {
    return open;
  }

  /** Reads one comparison. */
  Condition read() {
    Token name = tokens.peek();
    if (++comparisons == MOST_COMPARISONS + 1) {
      throw new Unreadable(
          tokens
              .problem(name, "the condition has too many comparisons")
              .allowing("up to " + MOST_COMPARISONS)
              .advising("write several rules"));
    }
    Token second = tokens.second();
    if (Literals.isLiteral(name)) {
      throw new Unreadable(
          tokens
              .problem(name, "a comparison begins with a field, found " + name.described())
              .advising("write the field on the left, and repeat it for each comparison"));
    }
    if (name.type() == Token.Type.SIGN && operator(name).isPresent()) {
      throw new Unreadable(
          tokens
              .problem(name, "a comparison begins with a field, found " + name.described())
              .advising("repeat the field for each comparison"));
    }
    if (name.type() != Token.Type.WORD) {
      throw tokens.expected("a field of " + signature.factType());
    }
    if (name.isWord("not") || name.isWord("exists")) {
      throw new Unreadable(
          tokens
              .problem(name, name.described() + " before a constraint is refused")
              .allowing("! before a flag or parentheses"));
    }
    if (second.isSign(":") || second.isSign(":=")) {
      throw tokens.refuse(name, "the binding \"" + name.text() + "\" is refused: a rule is pure");
    }
    if (second.isSign("(")) {
      throw tokens.refuse(
          name, "the call of \"" + name.text() + "\" is refused: a rule compares fields only");
    }
    if (second.isSign(".") && signature.indexOf(name.text()) < 0) {
      throw tokens.refuse(
          name, "the call \"" + name.text() + ".\" is refused: a rule compares fields only");
    }
    if (second.isSign(".") || second.isSign("[")) {
      throw tokens.refuse(
          name,
          "\""
              + name.text()
              + second.text()
              + "\" is refused: a field has no parts and no methods");
    }
    tokens.next();
    int position = position(name);
    if (position < 0) {
      // Whatever it is compared with cannot be checked.
      tokens.skipTo(",", ")", "&&", "||");
      return new Condition.AllOf(List.of());
    }
    Field field = fields.get(position);
    Token sign = tokens.peek();
    if (sign.isWord("in") || sign.isWord("not")) {
      return oneOf(field, position);
    }
    Optional<Operator> operator = operator(sign);
    if (operator.isPresent()) {
      tokens.next();
      return compared(field, position, sign, operator.get());
    }
    boolean ends = isEnd(sign);
    if (field.domain() != Domain.Flag.FLAG && ends) {
      tokens.add(
          tokens
              .problem(name, field.name() + " is no flag and needs a comparison")
              .allowing(
                  field.domain() instanceof Domain.Numbers
                      ? ALLOWED_OPERATORS
                      : ALLOWED_ON_CHOICES));
    }
    return new Condition.Comparison(field, position, Operator.EQUAL, 1);
  }

  /** Whether a constraint may be over before a token. */
  private static boolean isEnd(Token token) {
    return List.of(",", ")", "&&", "||").stream().anyMatch(token::isSign);
  }

  private int position(Token name) {
    int position = signature.indexOf(name.text());
    if (position < 0) {
      List<String> names = fields.stream().map(Field::name).toList();
      tokens.add(
          tokens
              .problem(name, "unknown field \"" + name.text() + "\" of " + signature.factType())
              .allowing(String.join(", ", names))
              .advising(Suggestions.didYouMean(name.text(), names)));
    }
    return position;
  }

  private Condition oneOf(Field field, int position) {
    boolean negated = tokens.takeWord("not");
    if (!tokens.takeWord("in")) {
      throw tokens.expected("\"in\" after \"not\"");
    }
    tokens.expectSign("(", " after \"in\"");
    open++;
    List<Integer> values = new ArrayList<>();
    do {
      Token token = tokens.peek();
      OptionalInt value = Literals.read(tokens, field.domain(), field.name(), true);
      value.ifPresent(
          v -> {
            if (values.contains(v)) {
              tokens.add(token, token.described() + " stands twice in the list");
            }
            values.add(v);
          });
    } while (tokens.takeSign(","));
    tokens.expectSign(")", " to close the list");
    open--;
    return new Condition.OneOf(field, position, values, negated);
  }

  private Condition compared(Field field, int position, Token sign, Operator operator) {
    if (operator.orders() && !(field.domain() instanceof Domain.Numbers)) {
      tokens.add(
          tokens
              .problem(sign, sign.described() + " needs numbers, and " + field.name() + " is none")
              .allowing(ALLOWED_ON_CHOICES));
    }
    Token right = tokens.peek();
    if (Literals.isLiteral(right)) {
      OptionalInt value = Literals.read(tokens, field.domain(), field.name(), !operator.orders());
      return new Condition.Comparison(field, position, operator, value.orElse(0));
    }
    if (right.type() != Token.Type.WORD) {
      throw tokens.expected("a value of " + field.name() + " or another field");
    }
    if (tokens.second().isSign("(") || tokens.second().isSign(".")) {
      throw tokens.refuse(
          right, "the call of \"" + right.text() + "\" is refused: a rule compares fields only");
    }
    tokens.next();
    if (field.domain() instanceof Domain.Choice choice
        && signature.indexOf(right.text()) < 0
        && choice.indexOf(right.text()).isPresent()) {
      tokens.add(
          tokens
              .problem(right, "the value \"" + right.text() + "\" is written without quotes")
              .advising("write \"" + right.text() + "\" in double quotes"));
      return new Condition.AllOf(List.of());
    }
    int other = position(right);
    if (other < 0) {
      return new Condition.AllOf(List.of());
    }
    checkComparable(right, field, fields.get(other), other == position);
    return new Condition.FieldComparison(field, position, operator, fields.get(other), other);
  }

  private void checkComparable(Token at, Field field, Field other, boolean same) {
    if (same) {
      tokens.add(at, field.name() + " is compared with itself");
    } else if (field.domain().getClass() != other.domain().getClass()) {
      tokens.add(at, field.name() + " and " + other.name() + " have values of different kinds");
    } else if (field.domain() instanceof Domain.Choice left
        && other.domain() instanceof Domain.Choice right
        && left.values().stream().noneMatch(right.values()::contains)) {
      tokens.add(at, field.name() + " and " + other.name() + " never have the same value");
    }
  }

  /** The operator that a token is. */
  static Optional<Operator> operator(Token token) {
    return Arrays.stream(Operator.values())
        .filter(operator -> token.isSign(operator.symbol()))
        .findFirst();
  }
}
