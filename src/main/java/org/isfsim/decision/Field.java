package org.isfsim.decision;

import org.isfsim.parameter.Domain;

/**
 * One input of a decision, or a number derived from its inputs.
 *
 * @param name the name as rules write it, camelCase, such as {@code voteHeld}
 * @param domain its values; a fact holds a boolean, a text or a number accordingly
 */
public record Field(String name, Domain domain) {

  /** Checks the name. */
  public Field {
    Names.requireField(name);
  }

  /** Whether a name can be a field's: camelCase, and no word of the rule language. */
  public static boolean isName(String name) {
    return Names.isField(name);
  }

  /** The name as a reader says it: {@code voteHeld} is "vote held". */
  public String inWords() {
    return Names.words(name);
  }
}
