package org.isfsim.source;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What became of a conflict. */
public enum Treatment {
  /** Its sides are the values of a parameter about what is the case. */
  SWITCH(true),
  /** Its sides are the values of a parameter that somebody chooses. */
  LEVER(true),
  /** Rules carry it. */
  RULE(false),
  /** The sides were read as one statement. */
  MERGED(false),
  /** One side is an anachronism and shapes nothing. */
  REJECTED(false),
  /** It is only noted. */
  NOTE(false);

  private final boolean needsParameter;

  Treatment(boolean needsParameter) {
    this.needsParameter = needsParameter;
  }

  /** The treatment as it is written in the register. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether a conflict that is treated so must name a parameter. */
  public boolean needsParameter() {
    return needsParameter;
  }

  static List<String> words() {
    return Arrays.stream(values()).map(Treatment::word).toList();
  }

  static Optional<Treatment> of(String word) {
    return Arrays.stream(values()).filter(value -> value.word().equals(word)).findFirst();
  }
}
