package org.isfsim.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.isfsim.montecarlo.RunResult;
import org.isfsim.montecarlo.Tally.FailedCase;
import org.isfsim.scenario.Scenario;

/**
 * Everything that a report says of one run: the one view from which all formats are written.
 * Immutable.
 *
 * @param circumstances how it was started
 * @param scenario what was run
 * @param policy the name of the policy; {@value #NO_POLICY} without one
 * @param seed the seed
 * @param requested how many cases were asked for
 * @param cases how many cases have an outcome
 * @param failed how many cases were set aside
 * @param stopped why it ended, as a word
 * @param outcomes every outcome, in the order of the model
 * @param indicators every indicator, in the order of the plan
 * @param milestones every milestone, in the order of the plan
 * @param switches every switch, in the order of the scenario
 * @param grounds what it rests on
 * @param failures the first of the cases set aside
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
    List<IndicatorRow> indicators,
    List<MilestoneRow> milestones,
    List<SwitchRow> switches,
    Grounds grounds,
    List<FailedCase> failures) {

  /** The policy's name in results when none was selected and none leaves the scenario as it is. */
  public static final String NO_POLICY = "none";

  /** How many assumptions a report names as those that move an outcome most. */
  static final int LEADING_MOVERS = 3;

  /** Copies the lists. */
  public RunReport {
    outcomes = List.copyOf(outcomes);
    indicators = List.copyOf(indicators);
    milestones = List.copyOf(milestones);
    switches = List.copyOf(switches);
    failures = List.copyOf(failures);
  }

  /** A report of a sampled run. */
  public static RunReport of(RunResult result, Circumstances circumstances) {
    return of(result, circumstances, Map.of());
  }

  /**
   * A report of a run with what the exact walk gave.
   *
   * @param exact by outcome; empty, or with every outcome of the plan
   */
  public static RunReport of(
      RunResult result, Circumstances circumstances, Map<String, ExactOutcome> exact) {
    return new ReportBuilder(result, circumstances).build(exact);
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
        .sorted(Comparator.comparingDouble(OutcomeRow::probability).reversed())
        .toList();
  }

  /** Whether the exact walk was taken. */
  public boolean isExact() {
    return outcomes.stream().allMatch(row -> row.exact().isPresent());
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

  /**
   * The assumptions that move an outcome, the one that moves any farthest first; empty until ranges
   * are known.
   */
  public List<Mover> movers() {
    Map<String, Mover> widest = new LinkedHashMap<>();
    for (OutcomeRow row : outcomes) {
      row.exact()
          .flatMap(ExactOutcome::range)
          .filter(range -> range.width() > 0)
          .ifPresent(
              range ->
                  widest.merge(
                      range.by(),
                      new Mover(row.outcome(), range),
                      (a, b) -> a.range().width() >= b.range().width() ? a : b));
    }
    List<Mover> movers = new ArrayList<>(widest.values());
    movers.sort(Comparator.comparingDouble((Mover mover) -> mover.range().width()).reversed());
    return List.copyOf(movers);
  }

  /**
   * An assumption and the outcome that it moves farthest.
   *
   * @param outcome the outcome
   * @param range how far, and by which assumption
   */
  public record Mover(String outcome, Range range) {}
}
