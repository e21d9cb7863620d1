package org.isfsim.report;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.isfsim.exact.WalkStep;
import org.isfsim.montecarlo.RunResult;
import org.isfsim.montecarlo.Tally.FailedCase;
import org.isfsim.parameter.PortableMath;
import org.isfsim.scenario.Change;
import org.isfsim.scenario.Scenario;
import org.isfsim.study.Observation;

/**
 * Everything that a report says of one run: the one view from which all formats are written.
 * Immutable.
 *
 * @param circumstances how it was started
 * @param scenario what was run
 * @param policy the name of the policy; {@value #NO_POLICY} without one
 * @param seed the seed
 * @param requested how many cases were asked for
 * @param cases how many cases have every result and agree with what is known
 * @param failed how many cases were set aside
 * @param stopped why it ended, as a word
 * @param outcomes every outcome, in the order of the model
 * @param movers the assumptions that move an outcome most, the strongest first; empty if they are
 *     not known
 * @param indicators every indicator, in the order of the plan
 * @param milestones every milestone, in the order of the plan
 * @param switches every switch, in the order of the scenario
 * @param grounds what it rests on
 * @param failures the first of the cases set aside
 * @param walk what each step of the exact walk to the outcome did; empty if it was not taken
 * @param observation what is taken as known
 * @param apart how many cases have an outcome and do not agree with what is known
 * @param answers to the questions that were asked
 * @param changes what was set beside the scenario's file
 * @param funnel the steps of the way on which cases are lost, in order
 * @param words the words of the report with what they mean
 * @param noResult the cases without an outcome
 */
public record RunReport(
    Circumstances circumstances,
    Scenario scenario,
    String policy,
    long seed,
    long requested,
    long cases,
    long failed,
    String stopped,
    List<OutcomeRow> outcomes,
    List<Mover> movers,
    List<IndicatorRow> indicators,
    List<MilestoneRow> milestones,
    List<SwitchRow> switches,
    Grounds grounds,
    List<FailedCase> failures,
    List<WalkStep> walk,
    Observation observation,
    long apart,
    List<AnswerRow> answers,
    List<Change> changes,
    List<StageRow> funnel,
    List<Word> words,
    NoResult noResult) {

  /** The policy's name in results when none was selected and none leaves the scenario as it is. */
  public static final String NO_POLICY = "none";

  /** Copies the lists. */
  public RunReport {
    outcomes = List.copyOf(outcomes);
    movers = List.copyOf(movers);
    indicators = List.copyOf(indicators);
    milestones = List.copyOf(milestones);
    switches = List.copyOf(switches);
    failures = List.copyOf(failures);
    walk = List.copyOf(walk);
    answers = List.copyOf(answers);
    changes = List.copyOf(changes);
    funnel = List.copyOf(funnel);
    words = List.copyOf(words);
  }

  /** A report of a run, sampled or without cases, with what the exact walk gave. */
  public static RunReport of(
      RunResult result,
      Circumstances circumstances,
      ExactFigures exact,
      Observation observation,
      List<Change> changes) {
    return new ReportBuilder(result, circumstances).build(exact, observation, changes);
  }

  /** The scenario's title; a changed scenario is called changed. */
  public String title() {
    Optional<String> policy = scenario.policy().filter(name -> isChangedBy("--policy"));
    return scenario.title()
        + policy.map(name -> ", under the policy " + name).orElse("")
        + (isChangedBy("--set") ? ", changed" : "");
  }

  private boolean isChangedBy(String option) {
    return changes.stream().anyMatch(change -> change.by().equals(option));
  }

  /** Whether every case has an outcome and every decision a result. */
  public boolean isWhole() {
    return failed == 0 && !noResult.isSome();
  }

  /** How many cases were looked at. */
  public long looked() {
    return cases + failed + apart;
  }

  /**
   * The name of a scenario's policy in results: the selected one, else the one that changes
   * nothing, else {@value #NO_POLICY}.
   */
  public static String policyName(Scenario scenario) {
    return scenario
        .policy()
        .orElseGet(
            () ->
                scenario.policies().entrySet().stream()
                    .filter(policy -> policy.getValue().isEmpty())
                    .map(Map.Entry::getKey)
                    .findFirst()
                    .orElse(NO_POLICY));
  }

  /** The outcomes that can occur as far as is known, the most likely first. */
  public List<OutcomeRow> byProbability() {
    return outcomes.stream()
        .filter(row -> row.reachable() == Reachable.YES)
        .sorted(PortableMath.largestFirst(OutcomeRow::probability))
        .toList();
  }

  /** Whether the exact walk was taken. */
  public boolean isExact() {
    return outcomes.stream().allMatch(row -> row.exact().isPresent());
  }

  /** Whether the exact values of indicators and milestones were worked out. */
  public boolean hasMarginals() {
    return indicators.stream().anyMatch(row -> row.exact().isPresent());
  }

  /** The switches by number of their conflict, modelling choices last. */
  List<SwitchRow> disputesFirst() {
    return switches.stream()
        .sorted(
            Comparator.comparingInt(
                row ->
                    row.conflict()
                        .map(conflict -> conflict.replaceAll("\\D", ""))
                        .filter(digits -> !digits.isEmpty())
                        .map(Integer::parseInt)
                        .orElse(Integer.MAX_VALUE)))
        .toList();
  }
}
