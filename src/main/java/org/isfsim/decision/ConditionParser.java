package org.isfsim.decision;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.isfsim.document.Suggestions;
import org.isfsim.parameter.Domain;

/**
 * Reads what stands between {@code when} and {@code then}: patterns over one fact type, whose
 * constraints compare its fields with literals and with each other.
 *
 * <pre>
 * condition  = pattern { pattern }
 * pattern    = FactType "(" [ either { "," either } ] ")"
 * either     = both { "||" both }
 * both       = single { "&amp;&amp;" single }
 * single     = "!" ( flag | single ) | "(" either ")" | comparison
 * comparison = flag | field ( operator ( literal | field ) | [ "not" ] "in" "(" literal { "," literal } ")" )
 * </pre>
 *
 * <p>What follows "!" is a flag or in parentheses: Java would bind it closer than a comparison.
 */
final class ConditionParser {

  /** Beginnings that Drools knows and a pure rule does not have, with what they are. */
  private static final Map<String, String> REFUSED_ELEMENTS =
      Map.ofEntries(
          Map.entry("not", "\"not\" before a pattern"),
          Map.entry("exists", "\"exists\""),
          Map.entry("forall", "\"forall\""),
          Map.entry("or", "\"or\" between patterns"),
          Map.entry("and", "\"and\" between patterns"),
          Map.entry("eval", "\"eval\""),
          Map.entry("accumulate", "\"accumulate\""),
          Map.entry("acc", "\"acc\""),
          Map.entry("groupby", "\"groupby\""),
          Map.entry("from", "\"from\""),
          Map.entry("over", "\"over\""),
          Map.entry("do", "\"do\""),
          Map.entry("break", "\"break\""),
          Map.entry("if", "\"if\""));

  private static final Set<String> REFUSED_OPERATORS =
      Set.of(
          "matches",
          "contains",
          "excludes",
          "memberOf",
          "soundslike",
          "str",
          "after",
          "before",
          "coincides",
          "during",
          "includes",
          "meets",
          "overlaps",
          "starts",
          "finishes",
          "instanceof");

  private static final Set<String> ARITHMETIC = Set.of("+", "-", "*", "/", "%", "&", "|", "^");

  /** How deep parentheses and "!" may stand inside each other; nobody reads more. */
  private static final int DEEPEST = 8;

  /** How many comparisons a condition may have; nobody reads more. */
  private static final int MOST_COMPARISONS = 500;

  private static final String ALLOWED_ON_CHOICES = "==, !=, in (…), not in (…)";

  private static final String ALLOWED_OPERATORS = "==, !=, <, <=, >, >=, in (…), not in (…)";

  private final Tokens tokens;
  private final Signature signature;
  private final List<Field> fields;

  private final List<List<String>> patterns = new ArrayList<>();

  /** How many parentheses are open inside the pattern. */
  private int depth;

  /** How many parentheses, and "!" before "!", the next comparison stands inside of. */
  private int nesting;

  private int comparisons;

  ConditionParser(Tokens tokens, Signature signature) {
    this.tokens = tokens;
    this.signature = signature;
    this.fields = signature.fields();
  }

  /** Reads up to {@code then}; what is wrong is noted and the rest is read. */
  Condition read() {
    List<Condition> parts = new ArrayList<>();
    int elements = 0;
    while (!tokens.atEndOfPart()) {
      elements++;
      try {
        pattern(parts);
      } catch (Unreadable e) {
        tokens.add(e.problem());
        skipElement();
      }
    }
    if (elements == 0) {
      tokens.add(
          tokens
              .problem(tokens.peek(), "the rule has no condition")
              .allowing("patterns; " + signature.factType() + "() holds always"));
    }
    return parts.size() == 1 ? parts.get(0) : new Condition.AllOf(parts);
  }

  /** The words in the parentheses of each pattern that was read. */
  List<List<String>> patterns() {
    return patterns;
  }

  /** Goes behind an element that was refused, to what may be the next pattern. */
  private void skipElement() {
    Token refused = tokens.peek();
    while (!tokens.atEndOfPart()
        && (tokens.peek().start() == refused.start()
            || tokens.peek().line() == refused.line()
            || !(tokens.peek().isWord(signature.factType()) && tokens.second().isSign("(")))) {
      tokens.next();
    }
  }

  private void pattern(List<Condition> parts) {
    Token type = tokens.peek();
    String allowed = "patterns such as " + signature.factType() + "(field == value, …)";
    Optional<String> refused =
        type.type() == Token.Type.WORD
            ? Optional.ofNullable(REFUSED_ELEMENTS.get(type.text()))
            : Optional.empty();
    if (type.isSign("(")) {
      refused = Optional.of("a pattern in parentheses");
    } else if (type.isSign("?")) {
      refused = Optional.of("a query");
    } else if (tokens.second().isSign(":")) {
      refused = Optional.of("the binding \"" + type.text() + "\"");
    }
    if (refused.isPresent()) {
      throw new Unreadable(
          tokens.problem(type, refused.get() + " is refused: a rule is pure").allowing(allowed));
    }
    if (type.type() != Token.Type.WORD || !tokens.second().isSign("(")) {
      if (type.isWord(signature.factType())) {
        tokens.next();
        throw tokens.expected("\"(\" after " + signature.factType());
      }
      throw new Unreadable(
          tokens.problem(type, "expected a pattern, found " + type.described()).allowing(allowed));
    }
    if (!type.isWord(signature.factType())) {
      throw new Unreadable(
          tokens
              .problem(type, "unknown fact type \"" + type.text() + "\"")
              .allowing(signature.factType() + ", the one fact of this decision")
              .advising(Suggestions.didYouMean(type.text(), List.of(signature.factType()))));
    }
    tokens.next();
    Token open = tokens.next();
    int from = tokens.position();
    constraints(parts, open);
    patterns.add(tokens.words(from, Math.max(from, tokens.position() - 1)));
    if (tokens.peek().isSign(".") || tokens.peek().isSign("[") || tokens.peek().isSign("@")) {
      throw tokens.refuse(tokens.peek(), tokens.peek().described() + " after a pattern is refused");
    }
    tokens.takeSign(";");
  }

  private void constraints(List<Condition> parts, Token open) {
    if (tokens.takeSign(")")) {
      return;
    }
    while (true) {
      depth = 0;
      nesting = 0;
      try {
        parts.add(either());
        if (!tokens.peek().isSign(",") && !tokens.peek().isSign(")")) {
          throw unexpectedAfterConstraint(open);
        }
      } catch (Unreadable e) {
        tokens.add(e.problem());
        tokens.skipOutOf(depth, ",", ")");
      }
      if (tokens.takeSign(")")) {
        return;
      }
      if (!tokens.takeSign(",")) {
        // The problem of the unclosed pattern is noted; what follows is the consequence.
        return;
      }
    }
  }

  private Unreadable unexpectedAfterConstraint(Token open) {
    Token found = tokens.peek();
    if (found.isWord("and") || found.isWord("or")) {
      String sign = found.isWord("and") ? "&&" : "||";
      return new Unreadable(
          tokens
              .problem(found, found.described() + " between constraints is refused")
              .allowing(sign + " or a comma"));
    }
    if (found.isSign("=")) {
      return new Unreadable(
          tokens
              .problem(found, "\"=\" is refused: it assigns")
              .allowing(ALLOWED_OPERATORS)
              .advising("did you mean \"==\"?"));
    }
    if (found.type() == Token.Type.WORD && REFUSED_OPERATORS.contains(found.text())) {
      return new Unreadable(
          tokens
              .problem(found, "the operator " + found.described() + " is refused")
              .allowing(ALLOWED_OPERATORS));
    }
    if (found.type() == Token.Type.SIGN && ARITHMETIC.contains(found.text())) {
      return tokens.refuse(
          found, "arithmetic (" + found.described() + ") is refused: a field is compared as it is");
    }
    if (found.isSign(".") || found.isSign("[")) {
      return tokens.refuse(
          found, found.described() + " is refused: a field has no parts and no methods");
    }
    return tokens.refuse(
        found,
        "expected \",\" or \")\" in the parentheses that open on line "
            + open.line()
            + ", found "
            + found.described());
  }

  private Condition either() {
    List<Condition> parts = new ArrayList<>();
    do {
      parts.add(both());
    } while (tokens.takeSign("||"));
    return parts.size() == 1 ? parts.get(0) : new Condition.AnyOf(parts);
  }

  private Condition both() {
    List<Condition> parts = new ArrayList<>();
    do {
      parts.add(single());
    } while (tokens.takeSign("&&"));
    return parts.size() == 1 ? parts.get(0) : new Condition.AllOf(parts);
  }

  private Condition single() {
    Token first = tokens.peek();
    if (tokens.takeSign("!")) {
      return negated(first);
    }
    if (tokens.takeSign("(")) {
      depth++;
      deeper(first);
      Condition inner = either();
      if (!tokens.takeSign(")")) {
        throw unexpectedAfterConstraint(first);
      }
      depth--;
      nesting--;
      return inner;
    }
    return comparison();
  }

  private void deeper(Token at) {
    if (++nesting > DEEPEST) {
      throw new Unreadable(
          tokens
              .problem(at, "parentheses and \"!\" stand too deep inside each other")
              .allowing("up to " + DEEPEST)
              .advising("leave out those that say nothing, or write two rules"));
    }
  }

  /** What follows a "!". */
  private Condition negated(Token sign) {
    Token first = tokens.peek();
    if (first.isSign("(")) {
      return new Condition.Not(single());
    }
    if (first.isSign("!")) {
      deeper(first);
      Condition twice = single();
      nesting--;
      return new Condition.Not(twice);
    }
    boolean isCompared =
        first.type() == Token.Type.WORD
            && (toOperator(tokens.second()).isPresent()
                || tokens.second().isWord("in")
                || tokens.second().isWord("not"));
    if (isCompared) {
      throw new Unreadable(
          tokens
              .problem(sign, "\"!\" before a comparison is refused")
              .allowing("! before a flag or parentheses")
              .advising("write the opposite comparison"));
    }
    Condition bare = comparison();
    return bare instanceof Condition.Comparison flag
        ? new Condition.Comparison(flag.field(), flag.position(), Operator.EQUAL, 0)
        : bare;
  }

  private Condition comparison() {
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
    if (name.type() == Token.Type.SIGN && toOperator(name).isPresent()) {
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
    Optional<Operator> operator = toOperator(sign);
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
    depth++;
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
    depth--;
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

  private static Optional<Operator> toOperator(Token token) {
    return Arrays.stream(Operator.values())
        .filter(operator -> token.isSign(operator.symbol()))
        .findFirst();
  }
}
