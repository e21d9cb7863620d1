package org.isfsim.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import javax.lang.model.SourceVersion;
import org.isfsim.document.Suggestions;

/**
 * Reads what stands between {@code then} and {@code end}: {@code decide(VALUE);}, {@code
 * decide("result", VALUE);} and {@code reason("code");}, with literals only.
 */
final class ConclusionParser {

  private static final Set<String> FACT_CHANGES =
      Set.of("insert", "insertLogical", "update", "modify", "delete", "retract", "insertAsync");

  private static final String ALLOWED =
      "decide(VALUE); decide(\"result\", VALUE); reason(\"code\");";

  private final Tokens tokens;
  private final Signature signature;

  ConclusionParser(Tokens tokens, Signature signature) {
    this.tokens = tokens;
    this.signature = signature;
  }

  /** Reads up to {@code end}; what is wrong is noted and the rest is read. */
  List<Conclusion> read() {
    List<Conclusion> conclusions = new ArrayList<>();
    int statements = 0;
    while (!tokens.atEndOfPart()) {
      statements++;
      try {
        statement(conclusions);
      } catch (Unreadable e) {
        tokens.add(e.problem());
        skipStatement();
      }
    }
    if (statements == 0) {
      tokens.add(tokens.problem(tokens.peek(), "the rule concludes nothing").allowing(ALLOWED));
    }
    return conclusions;
  }

  private void skipStatement() {
    if (tokens.peek().isSign(")")) {
      tokens.next();
    }
    tokens.skipTo(";");
    tokens.takeSign(";");
  }

  private void statement(List<Conclusion> conclusions) {
    Token name = tokens.peek();
    if (!name.isWord("decide") && !name.isWord("reason")) {
      throw refused(name);
    }
    tokens.next();
    tokens.expectSign("(", " after " + name.described());
    if (name.isWord("decide")) {
      decide(name, conclusions);
    } else {
      reason(conclusions);
    }
    tokens.expectSign(")", " after the value");
    if (!tokens.takeSign(";")) {
      tokens.addBehind("expected \";\" after the statement");
    }
  }

  private Unreadable refused(Token name) {
    Token second = tokens.second();
    String what;
    if (FACT_CHANGES.contains(name.text())) {
      what = name.described() + " is refused: a rule changes no facts";
    } else if (second.isSign(".")) {
      what = "the call \"" + name.text() + ".\" is refused: a rule is pure";
    } else if (second.isSign("(") && !SourceVersion.isKeyword(name.text())) {
      what = "unknown statement " + name.described();
    } else {
      what = "Java code is refused in a rule, found " + name.described();
    }
    return new Unreadable(
        tokens
            .problem(name, what)
            .allowing(ALLOWED)
            .advising(Suggestions.didYouMean(name.text(), List.of("decide", "reason"))));
  }

  private void decide(Token statement, List<Conclusion> conclusions) {
    int result = 0;
    boolean known = true;
    if (tokens.peek().isText() && tokens.second().isSign(",")) {
      Token name = tokens.next();
      tokens.next();
      List<String> names =
          signature.results().stream().map(Result::name).filter(n -> !n.isEmpty()).toList();
      result = name.text().isEmpty() ? -1 : indexOfResult(name.text());
      if (result < 0) {
        known = false;
        tokens.add(
            tokens
                .problem(name, "unknown result \"" + name.text() + "\" of " + signature.decision())
                .allowing(
                    names.isEmpty()
                        ? "decide(VALUE): it has one result only"
                        : String.join(", ", names))
                .advising(Suggestions.didYouMean(name.text(), names)));
        tokens.skipTo(")");
      }
    }
    if (!known) {
      return;
    }
    if (!Literals.isLiteral(tokens.peek())) {
      throw tokens.refuse(
          tokens.peek(), "only a literal can be decided, found " + tokens.peek().described());
    }
    int index = result;
    OptionalInt value =
        Literals.read(
            tokens, signature.results().get(index).domain(), signature.column(index), true);
    if (value.isEmpty()) {
      return;
    }
    boolean twice =
        conclusions.stream()
            .anyMatch(c -> c instanceof Conclusion.Decide decide && decide.result() == index);
    if (twice) {
      tokens.add(statement, "the rule decides " + signature.column(index) + " twice");
    }
    conclusions.add(new Conclusion.Decide(index, toIndex(index, value.getAsInt())));
  }

  private int toIndex(int result, int value) {
    return signature.results().get(result).domain()
            instanceof org.isfsim.parameter.Domain.Numbers numbers
        ? numbers.indexOfNumber(value).orElseThrow()
        : value;
  }

  private int indexOfResult(String name) {
    for (int i = 0; i < signature.results().size(); i++) {
      if (signature.results().get(i).name().equals(name)) {
        return i;
      }
    }
    return -1;
  }

  private void reason(List<Conclusion> conclusions) {
    Token code = tokens.peek();
    if (!code.isText()) {
      throw tokens.expected("a code in double quotes");
    }
    tokens.next();
    Conclusion reason = new Conclusion.Reason(code.text());
    if (code.type() == Token.Type.BROKEN_TEXT) {
      return;
    }
    if (!Names.isKebab(code.text())) {
      tokens.add(
          tokens
              .problem(code, "\"" + code.text() + "\" is no code of a reason")
              .allowing("lower-case words joined by hyphens"));
    } else if (conclusions.contains(reason)) {
      tokens.add(code, "the reason \"" + code.text() + "\" is given twice");
    }
    conclusions.add(reason);
  }
}
