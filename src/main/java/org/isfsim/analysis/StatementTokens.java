package org.isfsim.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.isfsim.document.InvalidInputException;
import org.isfsim.document.Problem;
import org.isfsim.scenario.WrittenStatement;

/** The words and signs of a statement, each with the place where it begins. */
final class StatementTokens {

  private static final Pattern TOKEN =
      Pattern.compile(
          "\\s*(?:(!=|<=|>=|==|[=<>(),])|([\\p{L}\\p{Nd}\\p{Nl}\\p{No}][\\p{L}\\p{Nd}\\p{Nl}\\p{No}._%-]*))");

  private final WrittenStatement written;
  private final List<Token> tokens = new ArrayList<>();
  private int next;

  /**
   * A word or a sign.
   *
   * @param text as written; empty at the end of the statement
   * @param at the place of its first character, from 1
   * @param isWord whether it is a word
   */
  record Token(String text, int at, boolean isWord) {
    boolean is(String other) {
      return text.equals(other);
    }
  }

  /**
   * @throws InvalidInputException if it holds a character that no statement has
   */
  StatementTokens(WrittenStatement written) {
    this.written = written;
    String text = written.text();
    Matcher matcher = TOKEN.matcher(text);
    int end = 0;
    while (end < text.length() && matcher.find(end) && matcher.start() == end) {
      boolean isWord = matcher.group(2) != null;
      tokens.add(
          new Token(
              matcher.group().strip(),
              matcher.end() - matcher.group().strip().length() + 1,
              isWord));
      end = matcher.end();
    }
    int rest = end;
    while (rest < text.length() && Character.isWhitespace(text.charAt(rest))) {
      rest++;
    }
    if (rest < text.length()) {
      Token bad = new Token(text.substring(rest, rest + 1), rest + 1, false);
      throw new InvalidInputException(
          problem(bad, "the character \"" + bad.text() + "\" has no meaning here")
              .allowing("names, values, and the signs = != < <= > >= ( ) ,"));
    }
    tokens.add(new Token("", text.length() + 1, false));
  }

  Token peek() {
    return tokens.get(next);
  }

  Token take() {
    Token token = tokens.get(next);
    next = Math.min(next + 1, tokens.size() - 1);
    return token;
  }

  /** Takes the next token if it is this one. */
  boolean takeIf(String wanted) {
    if (peek().is(wanted)) {
      take();
      return true;
    }
    return false;
  }

  /** What was found at a token, for messages. */
  static String found(Token token) {
    return token.text().isEmpty() ? "the end" : "\"" + token.text() + "\"";
  }

  /** What is wrong at a token. */
  Problem problem(Token token, String message) {
    return Problem.of(written.at(token.at()), written.path(), message);
  }
}
