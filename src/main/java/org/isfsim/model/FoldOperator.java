package org.isfsim.model;

import java.util.Arrays;
import java.util.Optional;

/** What can be taken over all contributors. */
enum FoldOperator {
  /** A sum that stops at the most that is counted. */
  TOTAL("total"),
  /** How many a flag is true of. */
  NUMBER("number"),
  /** The value that comes last in the order of the values. */
  HIGHEST("highest"),
  /** The value that comes first in the order of the values. */
  LOWEST("lowest"),
  /** Whether a flag is true of any. */
  ANY("for-any"),
  /** Whether a flag is true of every one; true of none at all. */
  ALL("for-all");

  private final String word;

  FoldOperator(String word) {
    this.word = word;
  }

  /** As it is written. */
  String word() {
    return word;
  }

  static Optional<FoldOperator> of(String word) {
    return Arrays.stream(values()).filter(operator -> operator.word.equals(word)).findFirst();
  }

  /** What there is without any contributor. */
  int start(Type type) {
    return switch (this) {
      case TOTAL, NUMBER, HIGHEST, ANY -> type instanceof Type.Number number ? number.min() : 0;
      case ALL -> 1;
      case LOWEST ->
          type instanceof Type.Number number
              ? number.max()
              : ((Type.Choice) type).values().size() - 1;
    };
  }

  /** What joins the words of what there is and of one more. */
  String joiner() {
    return switch (this) {
      case TOTAL, NUMBER -> " plus ";
      case ANY -> " or ";
      case HIGHEST, LOWEST, ALL -> " and ";
    };
  }

  /** What there is with one more. */
  int put(int before, int one, int most) {
    return switch (this) {
      case TOTAL, NUMBER -> Math.min(before + one, most);
      case HIGHEST, ANY -> Math.max(before, one);
      case LOWEST, ALL -> Math.min(before, one);
    };
  }
}
