package org.isfsim.source;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How far a document can be relied on, ascending. */
public enum Reliability {
  /** Few sources, or contradictions within the document. */
  LOW,
  /** Judgements of one voice beside reports. */
  MEDIUM,
  /** Mostly attributed reports. */
  HIGH;

  /** The word of the register. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static List<String> words() {
    return Arrays.stream(values()).map(Reliability::word).toList();
  }

  static Optional<Reliability> of(String word) {
    return Arrays.stream(values()).filter(value -> value.word().equals(word)).findFirst();
  }
}
