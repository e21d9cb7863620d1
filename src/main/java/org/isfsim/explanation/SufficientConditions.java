package org.isfsim.explanation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.isfsim.analysis.Observed;
import org.isfsim.decision.Decisions;
import org.isfsim.exact.ExactWalk;
import org.isfsim.exact.TooLargeException;
import org.isfsim.model.Plan;
import org.isfsim.parameter.ConditionalDistribution;
import org.isfsim.parameter.Distribution;
import org.isfsim.scenario.Origin;
import org.isfsim.scenario.Scenario;
import org.isfsim.scenario.Setting;

/**
 * Which of a case's values are enough for its outcome, whatever the scenario's other uncertainties
 * come to. Values are left out as long as the outcome stays certain, by exhaustion: what remains is
 * minimal, in that none of it can be done without.
 */
public final class SufficientConditions {

  private final Plan plan;
  private final Scenario scenario;
  private final Decisions decisions;
  private final Map<String, Integer> values;
  private final int outcome;

  /**
   * Conditions of one case.
   *
   * @param plan the plan of the scenario's cases
   * @param values the case: the index of every parameter's value, by address
   * @param outcome the outcome in which it ends
   */
  public SufficientConditions(
      Plan plan, Decisions decisions, Map<String, Integer> values, int outcome) {
    this.plan = plan;
    this.scenario = plan.scenario();
    this.decisions = decisions;
    this.values = Map.copyOf(values);
    this.outcome = outcome;
  }

  /**
   * A minimal set of parameters whose values are enough.
   *
   * @param from parameters whose values are enough together
   * @throws TooLargeException if a walk would need too much room
   */
  public List<String> minimal(Collection<String> from) throws TooLargeException {
    List<String> kept = new ArrayList<>(from);
    shrink(kept, List.copyOf(from));
    return kept;
  }

  /** Leaves out the block if the outcome stays certain, else tries its halves. */
  private void shrink(List<String> kept, List<String> block) throws TooLargeException {
    if (block.isEmpty()) {
      return;
    }
    List<String> less = new ArrayList<>(kept);
    less.removeAll(block);
    if (isCertain(less)) {
      kept.retainAll(less);
    } else if (block.size() > 1) {
      int half = block.size() / 2;
      shrink(kept, block.subList(half, block.size()));
      shrink(kept, block.subList(0, half));
    }
  }

  /** Whether no other outcome is possible once these parameters have the case's values. */
  public boolean isCertain(Collection<String> parameters) throws TooLargeException {
    Plan fixed = Observed.in(plan.model().plan(fixed(parameters)));
    double[] probability = new ExactWalk(fixed, decisions).marginal(fixed.outcome());
    for (int o = 0; o < probability.length; o++) {
      if (o != outcome && probability[o] > 0) {
        return false;
      }
    }
    return probability.length > 0;
  }

  private Scenario fixed(Collection<String> parameters) {
    Map<String, Setting> settings = new LinkedHashMap<>(scenario.settings());
    Map<String, Integer> known = new HashMap<>(values);
    for (String address : parameters) {
      Setting setting = scenario.setting(address);
      int value = known.getOrDefault(address, 0);
      settings.put(
          address,
          new Setting(
              address,
              setting.parameter(),
              ConditionalDistribution.of(Distribution.fixed(setting.domain().size(), value)),
              Origin.COMMAND_LINE,
              setting.basis(),
              setting.claims(),
              setting.domain().text(value),
              setting.mark()));
    }
    return scenario.with(settings, scenario.contributors());
  }
}
