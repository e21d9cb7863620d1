package org.isfsim.explanation;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What one case comes to and why. Explanations with the same content are equal, so that two cases,
 * or one case under two rule folders, can be compared.
 *
 * @param scenario the id of the scenario
 * @param title the title of the scenario
 * @param policy the policy that was applied
 * @param caseNumber the number of the case, from 1
 * @param seed the seed of the draws
 * @param horizon the last day that is looked at
 * @param parameters the value of every parameter, in the scenario's order; only those that were
 *     reached if the rules could not finish the case
 * @param timeline the dated events, in the order of their dates
 * @param notByHorizon the titles of the milestones that did not happen
 * @param decisions the decisions in the order in which they were taken
 * @param ending the outcome, or what stopped the case
 * @param indicators the indicators in the order of reports; none if the case was stopped
 * @param summary how the case ends, in one sentence
 */
public record CaseExplanation(
    String scenario,
    String title,
    Optional<String> policy,
    long caseNumber,
    long seed,
    LocalDate horizon,
    List<ParameterValue> parameters,
    List<DatedEvent> timeline,
    List<String> notByHorizon,
    List<ExplainedDecision> decisions,
    Ending ending,
    List<IndicatorValue> indicators,
    String summary) {

  /** Copies the lists. */
  public CaseExplanation {
    parameters = List.copyOf(parameters);
    timeline = List.copyOf(timeline);
    notByHorizon = List.copyOf(notByHorizon);
    decisions = List.copyOf(decisions);
    indicators = List.copyOf(indicators);
  }

  /** The decision with a main column such as {@code force} or {@code contingent.IDN}. */
  public Optional<ExplainedDecision> decision(String column) {
    return decisions.stream().filter(decision -> decision.column().equals(column)).findFirst();
  }

  /** The indicator with a name. */
  public Optional<IndicatorValue> indicator(String name) {
    return indicators.stream().filter(indicator -> indicator.name().equals(name)).findFirst();
  }
}
