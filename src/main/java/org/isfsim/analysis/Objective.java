package org.isfsim.analysis;

/**
 * Something that is to be made likely.
 *
 * @param requirement what is to hold
 */
public record Objective(Requirement requirement) {

  /** What is to hold. */
  public static Objective likely(Requirement requirement) {
    return new Objective(requirement);
  }

  /** What is not to hold. */
  public static Objective unlikely(Requirement requirement) {
    return new Objective(new Requirement.Not(requirement));
  }

  /** The objective as it is written in results. */
  public String text() {
    return requirement.text();
  }
}
