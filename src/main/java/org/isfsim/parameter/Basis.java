package org.isfsim.parameter;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a value rests on. */
public enum Basis {
  /** A source gives the value. */
  DOCUMENTED,
  /** A side of a conflict of sources, or of a modelling choice. */
  SWITCH,
  /** A rule from outside the sources, such as the Charter. */
  NORM,
  /** Nobody says so; it is assumed. */
  ASSUMPTION;

  /** The basis as it is written in the catalogue. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Every basis as it is written in the catalogue. */
  public static List<String> words() {
    return Arrays.stream(values()).map(Basis::word).toList();
  }

  /** The basis of a word of the catalogue. */
  static Optional<Basis> of(String word) {
    return Arrays.stream(values()).filter(basis -> basis.word().equals(word)).findFirst();
  }
}
