package org.isfsim.decision;

import org.isfsim.parameter.Domain;

/**
 * One result of a decision.
 *
 * @param name empty for the first result of a decision, otherwise kebab-case such as {@code
 *     can-compel}
 * @param domain its values
 */
public record Result(String name, Domain domain) {

  /** Checks the name. */
  public Result {
    if (!name.isEmpty()) {
      Names.requireKebab(name);
    }
  }
}
