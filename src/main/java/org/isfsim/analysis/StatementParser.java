package org.isfsim.analysis;

import java.util.ArrayList;
import java.util.List;
import org.isfsim.analysis.Statement.Relation;
import org.isfsim.analysis.StatementTokens.Token;
import org.isfsim.document.InvalidInputException;
import org.isfsim.document.Suggestions;
import org.isfsim.model.Plan;
import org.isfsim.scenario.WrittenStatement;
import org.jspecify.annotations.Nullable;

/**
 * Reads statements such as {@code disarmament >= verified-in-part and endurance = stays}.
 *
 * <pre>
 * statement = part { "or" part }
 * part        = piece { "and" piece }
 * piece       = "not" piece | "(" statement ")" | test
 * test        = name sign value | name [ "not" ] "in" "(" value { "," value } ")"
 * sign        = "=" | "!=" | "&lt;" | "&lt;=" | "&gt;" | "&gt;="
 * </pre>
 */
public final class StatementParser {

  private static final String SIGNS = "=, !=, <, <=, >, >=, in, not in";

  private final Subjects subjects;
  private final StatementTokens tokens;

  private StatementParser(Subjects subjects, StatementTokens tokens) {
    this.subjects = subjects;
    this.tokens = tokens;
  }

  /**
   * Reads a statement and checks its names and values.
   *
   * @param option where it stands, for messages, such as {@code --require}
   * @param text the statement
   * @param plan a plan of the cases that it is about
   * @throws InvalidInputException with the place of what is wrong
   */
  public static Statement parse(String option, String text, Plan plan) {
    return parse(WrittenStatement.ofOption(option, text), plan);
  }

  /**
   * Reads a statement and checks its names and values.
   *
   * @param written the statement with its place
   * @param plan a plan of the cases that it is about
   * @throws InvalidInputException with the place of what is wrong
   */
  public static Statement parse(WrittenStatement written, Plan plan) {
    StatementParser parser = new StatementParser(new Subjects(plan), new StatementTokens(written));
    Statement statement = parser.statement();
    Token rest = parser.tokens.peek();
    if (!rest.text().isEmpty()) {
      throw parser.expected(rest, "and, or");
    }
    return statement;
  }

  private Statement statement() {
    List<Statement> parts = new ArrayList<>(List.of(part()));
    while (tokens.takeIf("or")) {
      parts.add(part());
    }
    return parts.size() == 1 ? parts.get(0) : new Statement.Any(parts);
  }

  private Statement part() {
    List<Statement> pieces = new ArrayList<>(List.of(piece()));
    while (tokens.takeIf("and")) {
      pieces.add(piece());
    }
    return pieces.size() == 1 ? pieces.get(0) : new Statement.All(pieces);
  }

  private Statement piece() {
    if (tokens.takeIf("not")) {
      return new Statement.Not(piece());
    }
    if (tokens.takeIf("(")) {
      Statement inner = statement();
      close();
      return inner;
    }
    return test();
  }

  /** What was probably meant by a name that nothing has. */
  private String advice(String name) {
    return subjects.names().stream()
        .filter(subject -> subjects.words(subject).contains(name))
        .findFirst()
        .map(subject -> "write \"" + subject + " = " + name + "\"")
        .orElseGet(() -> Suggestions.didYouMean(name, subjects.names()));
  }

  private Statement test() {
    Token name = tokens.take();
    if (!name.isWord()) {
      throw expected(name, subjects.kinds());
    }
    if (!subjects.names().contains(name.text())) {
      throw tokens
          .problem(name, "nothing in a case is named \"" + name.text() + "\"")
          .fail(subjects.kinds(), advice(name.text()));
    }
    boolean not = tokens.takeIf("not");
    Token sign = tokens.take();
    if (sign.is("in")) {
      return new Statement.Test(
          name.text(), not ? Relation.IS_NOT : Relation.IS, values(name.text()));
    }
    if (not) {
      throw expected(sign, "in");
    }
    Relation relation = relation(sign);
    if (relation == null) {
      throw expected(sign, SIGNS);
    }
    if (relation.isOrdered() && !subjects.isOrdered(name.text())) {
      throw tokens
          .problem(
              sign, "the values of " + name.text() + " have no order, so none is below another")
          .fail("=, !=, in, not in", null);
    }
    return new Statement.Test(name.text(), relation, List.of(value(name.text())));
  }

  private static @Nullable Relation relation(Token sign) {
    String wanted = sign.is("==") ? "=" : sign.text();
    for (Relation relation : Relation.values()) {
      if (relation.sign().equals(wanted)) {
        return relation;
      }
    }
    return null;
  }

  private List<String> values(String subject) {
    Token open = tokens.take();
    if (!open.is("(")) {
      throw expected(open, "( and values with commas between them");
    }
    List<String> values = new ArrayList<>(List.of(value(subject)));
    while (tokens.takeIf(",")) {
      values.add(value(subject));
    }
    close();
    return values;
  }

  private String value(String subject) {
    Token value = tokens.take();
    if (!value.isWord() || !subjects.has(subject, value.text())) {
      throw tokens
          .problem(value, StatementTokens.found(value) + " is no value of " + subject)
          .fail(
              subjects.allowed(subject),
              Suggestions.didYouMean(value.text(), subjects.words(subject)));
    }
    return value.text();
  }

  private void close() {
    Token close = tokens.take();
    if (!close.is(")")) {
      throw expected(close, ")");
    }
  }

  private InvalidInputException expected(Token token, String wanted) {
    return tokens
        .problem(token, StatementTokens.found(token) + " was not expected here")
        .fail(wanted, null);
  }
}
