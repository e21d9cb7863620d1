package org.isfsim.decision;

/** What a rule says when its condition holds. */
public sealed interface Conclusion {

  /**
   * A result of the decision has a value.
   *
   * @param result the position of the result in {@link Signature#results}
   * @param value the index of the value in the result's domain
   */
  record Decide(int result, int value) implements Conclusion {}

  /**
   * A reason is added to those that the decision reports.
   *
   * @param code the reason in kebab-case
   */
  record Reason(String code) implements Conclusion {}
}
