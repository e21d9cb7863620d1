package org.isfsim.explanation;

import java.util.List;

/**
 * One decision of a case.
 *
 * @param column the name of its main column: the decision's name, or for a contributor {@code
 *     supply.DYKE}
 * @param decision the decision's name
 * @param subject of whom it was asked: the contributor's name; otherwise empty
 * @param onTheWay whether the outcome rests on it in this case: whether a rule that decided the
 *     outcome, or that decided something on which the outcome rests, asked for its result
 * @param inputs what went in, in the order of the rules' fields, the counted ones last
 * @param results what came out; a result that the rules could not decide is missing
 * @param reasons the reasons that the rules gave, in their order
 * @param rules the rules that fired, in file order
 */
public record ExplainedDecision(
    String column,
    String decision,
    String subject,
    boolean onTheWay,
    List<InputValue> inputs,
    List<ResultValue> results,
    List<String> reasons,
    List<FiredRule> rules) {

  /** Copies the lists. */
  public ExplainedDecision {
    inputs = List.copyOf(inputs);
    results = List.copyOf(results);
    reasons = List.copyOf(reasons);
    rules = List.copyOf(rules);
  }

  /**
   * A result.
   *
   * @param column its column, such as {@code force.can-compel}
   * @param value its value as written
   */
  public record ResultValue(String column, String value) {}
}
