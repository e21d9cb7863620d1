package org.isfsim.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.isfsim.document.Mark;
import org.isfsim.document.Problem;
import org.isfsim.document.Suggestions;

/** Reads what stands between the name of a rule and its condition. */
final class Annotations {

  private static final List<String> KNOWN = List.of("claims", "kind", "norm", "note");
  private static final Pattern CLAIM = Pattern.compile("S\\d{3}-\\d{2,3}");
  private static final Pattern LISTED = Pattern.compile("[^,]+");

  private final Tokens tokens;
  private final Map<String, Token> found = new TreeMap<>();
  private boolean malformed;
  private RuleKind kind = RuleKind.ASSUMPTION;
  private List<String> claims = List.of();
  private Optional<String> norm = Optional.empty();
  private Optional<String> note = Optional.empty();

  Annotations(Tokens tokens) {
    this.tokens = tokens;
  }

  RuleKind kind() {
    return kind;
  }

  List<String> claims() {
    return claims;
  }

  Optional<String> norm() {
    return norm;
  }

  Optional<String> note() {
    return note;
  }

  /** Reads all annotations; what is wrong is noted at its place or at the rule's name. */
  void read(Token ruleName) {
    boolean kindKnown = false;
    while (tokens.peek().isSign("@")) {
      tokens.next();
      try {
        kindKnown |= one();
      } catch (Unreadable e) {
        tokens.add(e.problem());
        skip();
      }
    }
    if (!found.containsKey("kind")) {
      tokens.add(
          tokens
              .problem(ruleName, "the rule has no @kind")
              .allowing(String.join(", ", RuleKind.words())));
    }
    Token normToken = found.get("norm");
    if (kindKnown && normToken != null && kind != RuleKind.NORM) {
      tokens.add(normToken, "@norm is for rules of kind norm; this one is " + kind.word());
    }
    if (kindKnown && kind.needsClaims() && claims.isEmpty() && !claimsMistyped()) {
      tokens.add(
          tokens
              .problem(
                  found.getOrDefault("claims", ruleName),
                  "a rule of kind " + kind.word() + " cites at least one claim")
              .allowing("no claim for the kinds norm and assumption only"));
    }
  }

  /** Whether claims were given that could not be read, which is a problem already noted. */
  private boolean claimsMistyped() {
    return found.containsKey("claims") && malformed;
  }

  private void skip() {
    while (!tokens.atEndOfPart() && !tokens.peek().isWord("when") && !tokens.peek().isSign("@")) {
      tokens.next();
    }
  }

  private boolean one() {
    Token name = tokens.peek();
    if (name.type() != Token.Type.WORD) {
      throw tokens.expected("the name of an annotation after \"@\"");
    }
    tokens.next();
    boolean known = KNOWN.contains(name.text());
    if (known && found.put(name.text(), name) != null) {
      tokens.add(name, "@" + name.text() + " stands twice");
    }
    Optional<Token> value = Optional.empty();
    if (tokens.takeSign("(") && !tokens.takeSign(")")) {
      Token token = tokens.next();
      value = Optional.of(token);
      if (!token.isText() && token.type() != Token.Type.WORD) {
        throw tokens.refuse(
            token, "@" + name.text() + " holds one text or word, found " + token.described());
      }
      tokens.expectSign(")", " to close @" + name.text());
    }
    if (!known) {
      tokens.add(
          tokens
              .problem(name, "unknown annotation @" + name.text())
              .allowing("@" + String.join(", @", KNOWN))
              .advising(Suggestions.didYouMean(name.text(), KNOWN)));
      return false;
    }
    return switch (name.text()) {
      case "kind" -> kind(name, value);
      case "claims" -> claims(value);
      case "norm" -> {
        norm = text(name, value);
        yield false;
      }
      default -> {
        note = text(name, value);
        yield false;
      }
    };
  }

  private boolean kind(Token name, Optional<Token> value) {
    Token token = value.orElse(name);
    String word = value.map(Token::text).orElse("");
    Optional<RuleKind> read = RuleKind.of(word);
    if (read.isEmpty()) {
      tokens.add(
          tokens
              .problem(token, word.isEmpty() ? "@kind is empty" : "unknown kind \"" + word + "\"")
              .allowing(String.join(", ", RuleKind.words()))
              .advising(Suggestions.didYouMean(word, RuleKind.words())));
      return false;
    }
    kind = read.get();
    return true;
  }

  private boolean claims(Optional<Token> value) {
    if (value.isEmpty()) {
      return false;
    }
    Token token = value.get();
    if (!token.isText()) {
      tokens.add(
          tokens
              .problem(token, "the claims are a text, found " + token.described())
              .allowing("@claims(\"S001-25, S001-33\")"));
      malformed = true;
      return false;
    }
    List<String> read = new ArrayList<>();
    Matcher listed = LISTED.matcher(token.text());
    while (listed.find()) {
      String claim = listed.group().strip();
      // The place of the id itself, behind the opening quote.
      int offset = 1 + listed.start() + listed.group().indexOf(claim);
      Mark start = tokens.mark(token);
      Mark mark = new Mark(start.file(), start.line(), start.column() + offset);
      String path = tokens.problem(token, "").path();
      if (!CLAIM.matcher(claim).matches()) {
        malformed = true;
        tokens.add(
            Problem.of(mark, path, "\"" + claim + "\" is no id of a claim")
                .allowing("ids such as S001-25, separated by commas"));
      } else if (read.contains(claim)) {
        tokens.add(Problem.of(mark, path, "the claim " + claim + " is cited twice"));
      } else {
        read.add(claim);
      }
    }
    claims = read;
    return false;
  }

  private Optional<String> text(Token name, Optional<Token> value) {
    boolean given = value.isPresent() && value.get().isText() && !value.get().text().isBlank();
    if (!given) {
      tokens.add(name, "@" + name.text() + " holds a text in double quotes");
      return Optional.empty();
    }
    return value.map(Token::text);
  }
}
