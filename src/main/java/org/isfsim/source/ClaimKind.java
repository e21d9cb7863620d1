package org.isfsim.source;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How a claim is meant; it does not say whether the claim is true. */
public enum ClaimKind {
  /** Something reported, also that somebody holds a position, hope or unease. */
  FACT,
  /** A term of the draft or plan, or a requirement that somebody states as necessary. */
  CONDITION,
  /** What an actor announces for itself. */
  COMMITMENT,
  /** What somebody expects, warns of or fears. */
  PREDICTION,
  /** A judgement, or what somebody says should be or is important. */
  OPINION,
  /** A figure. */
  NUMBER;

  /** The kind as it is written in the register. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static List<String> words() {
    return Arrays.stream(values()).map(ClaimKind::word).toList();
  }

  static Optional<ClaimKind> of(String word) {
    return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
  }
}
