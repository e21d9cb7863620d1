package org.isfsim.decision;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What kind of statement a rule rests on. */
public enum RuleKind {
  /** A condition that a document states. */
  CONDITION,
  /** What someone has bound himself to. */
  COMMITMENT,
  /** An outside norm, such as the Charter. */
  NORM,
  /** The opinion of an author, attributed to him. */
  OPINION,
  /** Our own assumption. */
  ASSUMPTION;

  /** The word that rules write. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The kind of a word, if there is one. */
  public static Optional<RuleKind> of(String word) {
    return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
  }

  /** Whether a rule of this kind must cite a claim. */
  public boolean needsClaims() {
    return this != NORM && this != ASSUMPTION;
  }

  static List<String> words() {
    return Arrays.stream(values()).map(RuleKind::word).toList();
  }
}
