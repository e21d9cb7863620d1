package org.isfsim.analysis;

import static java.util.stream.Collectors.joining;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.isfsim.analysis.Statement.Relation;
import org.isfsim.analysis.StatementTokens.Token;
import org.isfsim.document.InvalidInputException;
import org.isfsim.document.Problem;
import org.isfsim.document.Problems;
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
  private static final Set<String> JOINING = Set.of("and", "or", "not", "in");

  private final Subjects subjects;
  private final StatementTokens tokens;
  private final Problems problems = new Problems();

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
   * @throws InvalidInputException with every name and value that is wrong, up to where it cannot be
   *     read any further, each with its place
   */
  public static Statement parse(String option, String text, Plan plan) {
    return parse(WrittenStatement.ofOption(option, text), plan);
  }

  /**
   * Reads a statement and checks its names and values.
   *
   * @param written the statement with its place
   * @param plan a plan of the cases that it is about
   * @throws InvalidInputException with every name and value that is wrong, up to where it cannot be
   *     read any further, each with its place
   */
  public static Statement parse(WrittenStatement written, Plan plan) {
    StatementParser parser = new StatementParser(new Subjects(plan), new StatementTokens(written));
    Statement statement = parser.statement();
    Token rest = parser.tokens.peek();
    if (!rest.text().isEmpty()) {
      throw parser.expected(rest, "and, or");
    }
    parser.problems.throwIfAny();
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
    boolean isKnown = subjects.names().contains(name.text());
    if (!isKnown) {
      problems.add(
          tokens
              .problem(name, "nothing in a case is named \"" + name.text() + "\"")
              .allowing(subjects.kinds())
              .advising(advice(name.text())));
    }
    boolean not = tokens.takeIf("not");
    Token sign = tokens.take();
    if (sign.is("in")) {
      return new Statement.Test(
          name.text(), not ? Relation.IS_NOT : Relation.IS, values(name.text()));
    }
    Relation relation = not ? null : relation(sign);
    if (relation == null) {
      // What follows a name that nothing has may be the rest of what was meant.
      throw isKnown
          ? expected(sign, not ? "in" : SIGNS)
          : new InvalidInputException(problems.all());
    }
    if (isKnown && relation.isOrdered() && !subjects.isOrdered(name.text())) {
      problems.add(
          tokens
              .problem(
                  sign, "the values of " + name.text() + " have no order, so none is below another")
              .allowing("=, !=, in, not in"));
    }
    return new Statement.Test(name.text(), relation, List.of(value(name.text(), relation)));
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
    List<String> values = new ArrayList<>(List.of(value(subject, Relation.IS)));
    while (tokens.takeIf(",")) {
      values.add(value(subject, Relation.IS));
    }
    close();
    return values;
  }

  private String value(String subject, Relation relation) {
    Token value = tokens.take();
    boolean isKnown = subjects.names().contains(subject);
    if (isKnown && value.isWord() && subjects.has(subject, value.text())) {
      List<LocalDate> nearest = subjects.nearest(subject, value.text());
      // A day between two values can be compared with them, but nothing is on it.
      if (!relation.isOrdered() && !nearest.isEmpty()) {
        problems.add(
            tokens
                .problem(
                    value, "no " + subject + " is on " + value.text() + ", only in whole weeks")
                .allowing(nearest.stream().map(LocalDate::toString).collect(joining(", ")))
                .advising("<, <=, > and >= take any day"));
      }
      return value.text();
    }
    if (isKnown) {
      problems.add(
          tokens
              .problem(value, StatementTokens.found(value) + " is no value of " + subject)
              .allowing(subjects.allowed(subject))
              .advising(Suggestions.didYouMean(value.text(), subjects.words(subject))));
    }
    if (!value.isWord() || JOINING.contains(value.text())) {
      throw new InvalidInputException(problems.all());
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
    Problem problem =
        tokens.problem(token, StatementTokens.found(token) + " was not expected here");
    problems.add(problem.allowing(wanted));
    return new InvalidInputException(problems.all());
  }
}
