package org.isfsim.decision;

import java.util.List;
import java.util.Optional;
import org.isfsim.document.Mark;

/**
 * One pure rule as read.
 *
 * @param name the sentence that names it, unique in its decision
 * @param decision the decision it belongs to
 * @param kind what it rests on
 * @param claims the ids of the claims it cites, such as {@code S001-25}; may be empty for a norm or
 *     an assumption
 * @param norm the outside norm that it states, if it names one
 * @param note an explanation, if there is one
 * @param condition what it asks for
 * @param conclusions what it says, at least one thing
 * @param mark where its name stands
 */
public record Rule(
    String name,
    String decision,
    RuleKind kind,
    List<String> claims,
    Optional<String> norm,
    Optional<String> note,
    Condition condition,
    List<Conclusion> conclusions,
    Mark mark) {

  /** Copies the lists. */
  public Rule {
    claims = List.copyOf(claims);
    conclusions = List.copyOf(conclusions);
  }
}
