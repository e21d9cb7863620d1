package org.isfsim.decision;

import java.util.List;
import java.util.stream.Collectors;

/** Why a decision has no usable result for a combination of inputs: its rules are at fault. */
public sealed interface Failure {

  /** The decision that failed. */
  Signature signature();

  /** What is wrong, without the combination. */
  String what();

  /** What is wrong, with the decision and the combination of inputs in words. */
  default String at(int... combination) {
    return "decision "
        + signature().decision()
        + ": "
        + what()
        + " when "
        + signature().inWords(combination);
  }

  /**
   * No rule decides one or more results.
   *
   * @param results their positions, ascending
   */
  record Gap(Signature signature, List<Integer> results) implements Failure {
    /** Copies the positions. */
    public Gap {
      results = List.copyOf(results);
    }

    @Override
    public String what() {
      return "no rule decides "
          + results.stream().map(signature::column).collect(Collectors.joining(" and "));
    }
  }

  /**
   * Two rules decide a result differently.
   *
   * @param result the position of the result
   * @param first the first rule in file order that decides it
   * @param second the next rule that gives another value
   */
  record Conflict(
      Signature signature, int result, Rule first, int firstValue, Rule second, int secondValue)
      implements Failure {
    @Override
    public String what() {
      return "rule \""
          + first.name()
          + "\" ("
          + first.mark()
          + ") decides "
          + text(firstValue)
          + " and rule \""
          + second.name()
          + "\" ("
          + second.mark()
          + ") decides "
          + text(secondValue)
          + " for "
          + signature.column(result);
    }

    private String text(int value) {
      return "\"" + signature.results().get(result).domain().text(value) + "\"";
    }
  }
}
