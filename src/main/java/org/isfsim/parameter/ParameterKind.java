package org.isfsim.parameter;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Who or what settles a parameter. */
public enum ParameterKind {
  /** Someone chooses it. */
  LEVER("levers"),
  /** A side of a conflict about what is the case, or a modelling choice; never a probability. */
  SWITCH("switches"),
  /** Nobody controls it; it may carry a distribution. */
  UNCERTAINTY("uncertainties"),
  /** A figure that is taken as it is. */
  CONSTANT("constants");

  private final String section;

  ParameterKind(String section) {
    this.section = section;
  }

  /** The section of a scenario file that sets parameters of this kind. */
  public String section() {
    return section;
  }

  /** The kind as it is written in the catalogue. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Every kind as it is written in the catalogue. */
  public static List<String> words() {
    return Arrays.stream(values()).map(ParameterKind::word).toList();
  }

  /** The kind of a word of the catalogue. */
  static Optional<ParameterKind> of(String word) {
    return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
  }
}
