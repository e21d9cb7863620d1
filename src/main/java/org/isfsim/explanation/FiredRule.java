package org.isfsim.explanation;

import java.util.List;
import java.util.Optional;
import org.isfsim.decision.RuleKind;
import org.isfsim.explanation.ExplainedDecision.ResultValue;

/**
 * A rule that fired in a case.
 *
 * @param name the sentence that names it
 * @param kind what it rests on
 * @param norm the outside norm that it states, if it names one
 * @param onTheWay whether the outcome rests on it in this case
 * @param asks the fields that its condition compares, in the order of the decision's inputs
 * @param condition what it asks for, in words
 * @param note an explanation, if there is one
 * @param decides the results that it decides
 * @param reasons the reasons that it gives
 * @param file the file in which it is written
 * @param line the line of its name, 1-based
 * @param claims the claims behind it
 */
public record FiredRule(
    String name,
    RuleKind kind,
    Optional<String> norm,
    boolean onTheWay,
    List<String> asks,
    String condition,
    Optional<String> note,
    List<ResultValue> decides,
    List<String> reasons,
    String file,
    int line,
    List<CitedClaim> claims) {

  /** Copies the lists. */
  public FiredRule {
    asks = List.copyOf(asks);
    decides = List.copyOf(decides);
    reasons = List.copyOf(reasons);
    claims = List.copyOf(claims);
  }
}
