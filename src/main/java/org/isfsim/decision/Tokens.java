package org.isfsim.decision;

import java.util.List;
import org.isfsim.document.Mark;
import org.isfsim.document.Problem;
import org.isfsim.document.Problems;

/** A place in the tokens of a file, and the problems found so far. */
final class Tokens {

  private final String file;
  private final List<Token> tokens;
  private final Problems problems;
  private int position;
  private String path = "";

  Tokens(String file, List<Token> tokens, Problems problems) {
    this.file = file;
    this.tokens = tokens;
    this.problems = problems;
  }

  /** What later problems are about, such as {@code rule "Nine votes adopt"}. */
  void about(String what) {
    path = what;
  }

  Token peek() {
    return tokens.get(position);
  }

  /** The token after the next one. */
  Token second() {
    return tokens.get(Math.min(position + 1, tokens.size() - 1));
  }

  /** The last token that was taken. */
  Token previous() {
    return tokens.get(Math.max(0, position - 1));
  }

  Token next() {
    Token token = peek();
    if (!token.isEnd()) {
      position++;
    }
    return token;
  }

  /** How many tokens were taken. */
  int position() {
    return position;
  }

  /** The words between two positions; see {@link #words(List)}. */
  List<String> words(int from, int to) {
    return words(tokens.subList(from, to));
  }

  /** What tokens say, without their places and the end of the file. */
  static List<String> words(List<Token> tokens) {
    return tokens.stream().filter(token -> !token.isEnd()).map(Token::described).toList();
  }

  boolean takeSign(String sign) {
    if (peek().isSign(sign)) {
      next();
      return true;
    }
    return false;
  }

  boolean takeWord(String word) {
    if (peek().isWord(word)) {
      next();
      return true;
    }
    return false;
  }

  /** Takes a sign or refuses what stands there instead. */
  Token expectSign(String sign, String why) {
    if (!peek().isSign(sign)) {
      throw expected("\"" + sign + "\"" + why);
    }
    return next();
  }

  /** "expected x, found y" at the next token. */
  Unreadable expected(String what) {
    return refuse(peek(), "expected " + what + ", found " + peek().described());
  }

  Unreadable refuse(Token token, String message) {
    return new Unreadable(problem(token, message));
  }

  Problem problem(Token token, String message) {
    return Problem.of(mark(token), path, message);
  }

  /** Notes a problem right behind the last token that was taken. */
  void addBehind(String message) {
    Token last = previous();
    int column = last.column() + last.end() - last.start();
    problems.add(new Mark(file, last.line(), column), path, message);
  }

  void add(Problem problem) {
    problems.add(problem);
  }

  void add(Token token, String message) {
    problems.add(problem(token, message));
  }

  int problemCount() {
    return problems.size();
  }

  Mark mark(Token token) {
    return new Mark(file, token.line(), token.column());
  }

  /** Whether the rule must be over here, because the next one or a keyword of its parts begins. */
  boolean atEndOfPart() {
    Token token = peek();
    return token.isEnd()
        || token.isWord("then")
        || token.isWord("end")
        || (token.isWord("rule") && second().isText());
  }

  /** Goes on to the next token with one of these signs that is not inside parentheses. */
  void skipTo(String... signs) {
    skipOutOf(0, signs);
  }

  /** The same from inside so many open parentheses. */
  void skipOutOf(int open, String... signs) {
    int depth = open;
    while (!atEndOfPart()) {
      Token token = peek();
      if (depth == 0 && List.of(signs).stream().anyMatch(token::isSign)) {
        return;
      }
      if (token.isSign("(")) {
        depth++;
      } else if (token.isSign(")")) {
        depth--;
      }
      next();
    }
  }
}
