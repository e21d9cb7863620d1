package org.isfsim.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.isfsim.document.Suggestions;

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

  private final Tokens tokens;
  private final Signature signature;
  private final ComparisonParser comparisons;
  private final List<List<String>> patterns = new ArrayList<>();

  /** How many parentheses are open inside the pattern. */
  private int depth;

  /** How many parentheses, and "!" before "!", the next comparison stands inside of. */
  private int nesting;

  ConditionParser(Tokens tokens, Signature signature) {
    this.tokens = tokens;
    this.signature = signature;
    this.comparisons = new ComparisonParser(tokens, signature);
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
      comparisons.begin();
      try {
        parts.add(either());
        if (!tokens.peek().isSign(",") && !tokens.peek().isSign(")")) {
          throw unexpectedAfterConstraint(open);
        }
      } catch (Unreadable e) {
        tokens.add(e.problem());
        tokens.skipOutOf(depth + comparisons.open(), ",", ")");
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
              .allowing(ComparisonParser.ALLOWED_OPERATORS)
              .advising("did you mean \"==\"?"));
    }
    if (found.type() == Token.Type.WORD && REFUSED_OPERATORS.contains(found.text())) {
      return new Unreadable(
          tokens
              .problem(found, "the operator " + found.described() + " is refused")
              .allowing(ComparisonParser.ALLOWED_OPERATORS));
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
    return comparisons.read();
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
            && (ComparisonParser.operator(tokens.second()).isPresent()
                || tokens.second().isWord("in")
                || tokens.second().isWord("not"));
    if (isCompared) {
      throw new Unreadable(
          tokens
              .problem(sign, "\"!\" before a comparison is refused")
              .allowing("! before a flag or parentheses")
              .advising("write the opposite comparison"));
    }
    Condition bare = comparisons.read();
    return bare instanceof Condition.Comparison flag
        ? new Condition.Comparison(flag.field(), flag.position(), Operator.EQUAL, 0)
        : bare;
  }
}
