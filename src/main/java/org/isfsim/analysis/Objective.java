package org.isfsim.analysis;

/**
 * Something that is to be made likely.
 *
 * @param statement what is to hold
 */
public record Objective(Statement statement) {

  /** What is to hold. */
  public static Objective likely(Statement statement) {
    return new Objective(statement);
  }

  /** What is not to hold. */
  public static Objective unlikely(Statement statement) {
    return new Objective(new Statement.Not(statement));
  }

  /** The objective as it is written in results. */
  public String text() {
    return statement.text();
  }
}
