package org.isfsim.decision;

import java.util.ArrayList;
import java.util.List;
import org.isfsim.document.Mark;
import org.isfsim.document.Problem;
import org.isfsim.document.Problems;

/**
 * Cuts a rule file into tokens with exact places; comments and white space are left out.
 *
 * <p>Drools' own parser gives no places inside an annotation or a consequence and gives nothing at
 * all for a file with an error, so that the places come from here.
 */
final class Lexer {

  /** Longest first. */
  private static final List<String> SIGNS =
      List.of("==", "!=", "<=", ">=", "&&", "||", "->", ":=", "+=", "-=", "*=", "/=", "++", "--");

  private final String file;
  private final String text;
  private final Problems problems;
  private final List<Token> tokens = new ArrayList<>();
  private int at;
  private int line = 1;
  private int lineStart;

  private Lexer(String file, String text, Problems problems) {
    this.file = file;
    this.text = text;
    this.problems = problems;
  }

  /** The tokens of a file, the last of which is its end. */
  static List<Token> read(String file, String text, Problems problems) {
    Lexer lexer = new Lexer(file, text, problems);
    lexer.run();
    return lexer.tokens;
  }

  private void run() {
    while (at < text.length()) {
      char c = text.charAt(at);
      if (Character.isWhitespace(c)) {
        step();
      } else if (text.startsWith("//", at)) {
        while (at < text.length() && text.charAt(at) != '\n') {
          at++;
        }
      } else if (text.startsWith("/*", at)) {
        blockComment();
      } else if (c == '"' || c == '\'') {
        quoted(c);
      } else if (Character.isJavaIdentifierStart(c)) {
        int end = at;
        while (end < text.length() && Character.isJavaIdentifierPart(text.charAt(end))) {
          end++;
        }
        add(Token.Type.WORD, text.substring(at, end), end);
      } else if (c >= '0' && c <= '9') {
        number();
      } else {
        String sign = SIGNS.stream().filter(s -> text.startsWith(s, at)).findFirst().orElse("" + c);
        add(Token.Type.SIGN, sign, at + sign.length());
      }
    }
    add(Token.Type.END, "", at);
  }

  private void add(Token.Type type, String shown, int end) {
    tokens.add(new Token(type, shown, at, end, line, at - lineStart + 1));
    at = end;
  }

  private void step() {
    if (text.charAt(at) == '\n') {
      line++;
      lineStart = at + 1;
    }
    at++;
  }

  private Mark here() {
    return new Mark(file, line, at - lineStart + 1);
  }

  private void blockComment() {
    Mark begin = here();
    int end = text.indexOf("*/", at + 2);
    if (end < 0) {
      problems.add(begin, "", "this comment is never closed; it needs a \"*/\"");
      end = text.length() - 2;
    }
    while (at < end + 2) {
      step();
    }
  }

  private void quoted(char quote) {
    Mark begin = here();
    int end = at + 1;
    boolean escaped = false;
    while (end < text.length() && text.charAt(end) != quote && text.charAt(end) != '\n') {
      if (text.charAt(end) == '\\' && end + 1 < text.length() && text.charAt(end + 1) != '\n') {
        escaped = true;
        end++;
      }
      end++;
    }
    if (end >= text.length() || text.charAt(end) == '\n') {
      problems.add(begin, "", "this text is never closed; it needs a " + quote + " on its line");
      // It probably was to end here, so that what follows can still be read.
      end = at + 1;
      while (end < text.length() && "),;\r\n".indexOf(text.charAt(end)) < 0) {
        end++;
      }
      add(Token.Type.BROKEN_TEXT, text.substring(at + 1, end), end);
      return;
    }
    if (quote == '\'') {
      problems.add(
          Problem.of(begin, "", "a text in single quotes").allowing("texts in double quotes"));
    } else if (escaped) {
      problems.add(
          Problem.of(begin, "", "a text with a backslash").allowing("texts without \\ and \""));
    }
    Token.Type type = quote == '"' && !escaped ? Token.Type.TEXT : Token.Type.BROKEN_TEXT;
    add(type, text.substring(at + 1, end), end + 1);
  }

  private void number() {
    int end = at;
    while (end < text.length()
        && (Character.isJavaIdentifierPart(text.charAt(end))
            || (text.charAt(end) == '.'
                && end + 1 < text.length()
                && Character.isDigit(text.charAt(end + 1))))) {
      end++;
    }
    add(Token.Type.NUMBER, text.substring(at, end), end);
  }
}
