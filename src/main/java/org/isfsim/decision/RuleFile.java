package org.isfsim.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.isfsim.document.Mark;
import org.isfsim.document.Problem;
import org.isfsim.document.Problems;
import org.isfsim.document.Suggestions;

/** Reads one rule file: its package, then its rules. */
final class RuleFile {

  /**
   * A rule with its patterns as written, which are compared with what Drools reads.
   *
   * @param patterns the words in the parentheses of each pattern
   */
  record Read(Rule rule, List<List<String>> patterns) {
    /** Copies the list. */
    Read {
      patterns = List.copyOf(patterns);
    }
  }

  /** Reads a file that was read, and notes where it reads it differently. */
  @FunctionalInterface
  interface SecondReading {

    /** For a file that was read so before. */
    SecondReading NONE = (file, text, signature, read, problems) -> {};

    void read(String file, String text, Signature signature, List<Read> read, Problems problems);
  }

  private static final String ALLOWED_TOP = "rule \"…\" @kind(…) when … then … end";

  /** What may begin a statement of Drools outside of rules, and is refused here. */
  private static final Set<String> REFUSED_TOP =
      Set.of(
          "import",
          "global",
          "declare",
          "function",
          "query",
          "unit",
          "template",
          "dialect",
          "salience",
          "agenda-group",
          "enabled",
          "duration",
          "timer");

  private static final Set<String> ATTRIBUTES =
      Set.of(
          "salience",
          "no",
          "lock",
          "agenda",
          "activation",
          "ruleflow",
          "date",
          "enabled",
          "duration",
          "timer",
          "calendars",
          "auto",
          "dialect",
          "refract",
          "direct");

  private final String file;
  private final String text;
  private final Signature signature;
  private final Tokens tokens;
  private final Set<String> names = new TreeSet<>();
  private final List<Read> rules = new ArrayList<>();

  private RuleFile(String file, String text, Signature signature, Problems problems) {
    this.file = file;
    this.text = text;
    this.signature = signature;
    this.tokens = new Tokens(file, Lexer.read(file, text, problems), problems);
  }

  /**
   * The rules of a file, in order; what is wrong is noted and the rest is read.
   *
   * @param second reads the file too if nothing is found wrong
   */
  static List<Rule> read(
      String file, String text, Signature signature, SecondReading second, Problems problems) {
    int before = problems.size();
    RuleFile reader = new RuleFile(file, text, signature, problems);
    reader.run();
    if (problems.size() == before) {
      second.read(file, text, signature, reader.rules, problems);
    }
    return reader.rules.stream().map(Read::rule).toList();
  }

  private void run() {
    if (tokens.peek().isEnd()) {
      tokens.add(Problem.of(end(), "", "the file is empty").allowing(ALLOWED_TOP));
      return;
    }
    packageClause();
    int before = tokens.problemCount();
    boolean any = false;
    while (!tokens.peek().isEnd()) {
      if (tokens.peek().isWord("rule")) {
        any = true;
        rule();
      } else {
        refuseStatement();
      }
    }
    if (!any && tokens.problemCount() == before) {
      tokens.about("");
      tokens.add(Problem.of(end(), "", "the file has no rules").allowing(ALLOWED_TOP));
    }
  }

  /** Where the next token stands, which is the end of a file that has no rules. */
  private Mark end() {
    return tokens.mark(tokens.peek());
  }

  private void packageClause() {
    String wanted = signature.packageName();
    Token word = tokens.peek();
    if (!tokens.takeWord("package")) {
      tokens.add(
          tokens
              .problem(word, "the file does not begin with its package")
              .allowing("package " + wanted));
      return;
    }
    Token first = tokens.peek();
    StringBuilder name = new StringBuilder();
    while ((tokens.peek().type() == Token.Type.WORD && !tokens.peek().isWord("rule"))
        || tokens.peek().isSign(".")) {
      if (!name.isEmpty() && !tokens.peek().isSign(".") && !tokens.previous().isSign(".")) {
        break;
      }
      name.append(tokens.next().text());
    }
    tokens.takeSign(";");
    if (!name.toString().equals(wanted)) {
      tokens.add(
          tokens.problem(first, "the package of this file is \"" + name + "\"").allowing(wanted));
    }
  }

  /** Refuses an import, a function or the like and goes on to the next rule. */
  private void refuseStatement() {
    tokens.about("");
    Token token = tokens.peek();
    String what =
        REFUSED_TOP.contains(token.text()) || ATTRIBUTES.contains(token.text())
            ? "\"" + token.text() + "\" is refused: a rule file holds rules only"
            : "expected a rule, found " + token.described();
    tokens.add(
        tokens
            .problem(token, what)
            .allowing(ALLOWED_TOP)
            .advising(Suggestions.didYouMean(token.text(), List.of("rule"))));
    tokens.next();
    while (!tokens.peek().isEnd() && !beginsStatement(token.line())) {
      tokens.next();
    }
  }

  private boolean beginsStatement(int refusedLine) {
    Token token = tokens.peek();
    return (token.isWord("rule") && tokens.second().isText())
        || (token.line() != refusedLine
            && token.column() == 1
            && token.type() == Token.Type.WORD
            && REFUSED_TOP.contains(token.text()));
  }

  private void rule() {
    tokens.about("");
    Token keyword = tokens.next();
    Token name = tokens.peek();
    if (name.isText()) {
      tokens.next();
      name(name);
    } else {
      tokens.add(
          tokens
              .problem(name, "expected the name of the rule, found " + name.described())
              .allowing("a sentence in double quotes"));
      if (name.type() == Token.Type.WORD && !tokens.atEndOfPart() && !name.isWord("when")) {
        tokens.next();
      }
    }
    Annotations annotations = new Annotations(tokens);
    annotations.read(name);
    attributes();
    Condition condition = new Condition.AllOf(List.of());
    List<List<String>> patterns = List.of();
    if (tokens.takeWord("when")) {
      ConditionParser parser = new ConditionParser(tokens, signature);
      condition = parser.read();
      patterns = parser.patterns();
    } else if (tokens.peek().isWord("then")) {
      tokens.add(
          tokens
              .problem(tokens.peek(), "the rule has no condition")
              .allowing("when " + signature.factType() + "(…)"));
    }
    List<Conclusion> conclusions = List.of();
    if (tokens.takeWord("then")) {
      conclusions = new ConclusionParser(tokens, signature).read();
    } else if (!tokens.peek().isWord("end")) {
      tokens.add(tokens.expected("\"then\"").problem());
      skipToEnd();
      tokens.takeWord("end");
      return;
    } else {
      tokens.add(tokens.peek(), "the rule has no \"then\" before its end");
    }
    if (tokens.peek().isWord("then")) {
      tokens.add(tokens.peek(), "a second \"then\" is refused");
      skipToEnd();
    }
    if (!tokens.takeWord("end")) {
      tokens.add(
          tokens.peek(),
          "expected \"end\" for the rule that begins on line "
              + keyword.line()
              + ", found "
              + tokens.peek().described());
    }
    Rule rule =
        new Rule(
            name.text(),
            signature.decision(),
            annotations.kind(),
            annotations.claims(),
            annotations.norm(),
            annotations.note(),
            condition,
            conclusions,
            tokens.mark(name));
    rules.add(new Read(rule, patterns));
  }

  private void name(Token name) {
    tokens.about(RuleNames.shown(name.text()));
    Optional<Problem> refused = RuleNames.refused(name, tokens);
    if (name.text().isBlank()) {
      tokens.add(name, "the rule has no name; it is a sentence that a planner understands");
    } else if (name.type() == Token.Type.TEXT && refused.isPresent()) {
      tokens.add(refused.get());
    } else if (!names.add(name.text())) {
      tokens.add(name, "another rule of " + signature.decision() + " has the same name");
    }
  }

  private void skipToEnd() {
    while (!tokens.atEndOfPart() || tokens.peek().isWord("then")) {
      tokens.next();
    }
  }

  /** Refuses what stands between the annotations and {@code when}. */
  private void attributes() {
    while (!tokens.peek().isWord("when") && !tokens.atEndOfPart()) {
      Token token = tokens.peek();
      if (token.isWord("extends")) {
        tokens.add(token, "\"extends\" is refused: a rule says its whole condition itself");
      } else if (ATTRIBUTES.contains(token.text())) {
        tokens.add(token, "the attribute \"" + attribute() + "\" is refused: a rule is pure");
      } else {
        tokens.add(tokens.expected("\"when\"").problem());
      }
      int line = token.line();
      tokens.next();
      while (!tokens.peek().isWord("when")
          && !tokens.atEndOfPart()
          && tokens.peek().line() == line
          && !ATTRIBUTES.contains(tokens.peek().text())) {
        tokens.next();
      }
    }
  }

  /** The name of an attribute with its hyphens, such as {@code no-loop}. */
  private String attribute() {
    int start = tokens.peek().start();
    int end = start;
    while (end < text.length()
        && (Character.isLetter(text.charAt(end)) || text.charAt(end) == '-')) {
      end++;
    }
    while (tokens.second().start() < end) {
      tokens.next();
    }
    return text.substring(start, end);
  }
}
