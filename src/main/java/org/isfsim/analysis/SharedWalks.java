package org.isfsim.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.isfsim.decision.Decisions;
import org.isfsim.exact.AlternativesWalk;
import org.isfsim.exact.TooLargeException;
import org.isfsim.exact.WalkMemory;
import org.isfsim.model.Variable;
import org.isfsim.scenario.Scenario;
import org.isfsim.scenario.Setting;
import org.isfsim.scenario.WrittenStatement;

/**
 * Probabilities for several alternatives from one walk, where the alternatives are one scenario
 * with different fixed values, as policies are.
 */
final class SharedWalks {

  private final List<Alternative> alternatives;
  private final Optional<AlternativesWalk> walk;

  SharedWalks(List<Alternative> alternatives, Decisions decisions, WalkMemory memory) {
    this.alternatives = alternatives;
    this.walk =
        differences(alternatives)
            .map(
                settings ->
                    new AlternativesWalk(alternatives.get(0).plan(), decisions, settings, memory));
  }

  /**
   * The probabilities of a variable's values under each alternative.
   *
   * @param name the variable's name in the plans
   * @return empty if the alternatives are not alike enough, or their common walk is too large
   */
  Optional<List<double[]>> marginals(String name) {
    if (walk.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(walk.get().probabilities(alternatives.get(0).plan().variable(name)))
          .filter(rows -> rows.stream().allMatch(Future::isDefined));
    } catch (TooLargeException e) {
      return Optional.empty();
    }
  }

  /**
   * For each alternative the values of the settings in which any differ; empty if they differ
   * otherwise.
   */
  private static Optional<List<Map<Variable, Integer>>> differences(
      List<Alternative> alternatives) {
    Scenario first = alternatives.get(0).plan().scenario();
    List<Map<Variable, Integer>> values = new ArrayList<>();
    for (Alternative alternative : alternatives) {
      if (!isAlike(first, alternative.plan().scenario())) {
        return Optional.empty();
      }
      values.add(new LinkedHashMap<>());
    }
    for (Setting setting : first.settings().values()) {
      String address = setting.address();
      List<Setting> own =
          alternatives.stream().map(a -> a.plan().scenario().setting(address)).toList();
      if (own.stream().allMatch(of -> of.written().equals(setting.written()))) {
        continue;
      }
      if (!own.stream().allMatch(of -> of.distribution().isFixed())) {
        return Optional.empty();
      }
      Variable variable = alternatives.get(0).plan().variable(address);
      for (int a = 0; a < own.size(); a++) {
        values.get(a).put(variable, own.get(a).distribution().at().fixedValue());
      }
    }
    return Optional.of(values);
  }

  private static boolean isAlike(Scenario a, Scenario b) {
    return a.start().equals(b.start())
        && a.horizon().equals(b.horizon())
        && a.observed().stream()
            .map(WrittenStatement::text)
            .toList()
            .equals(b.observed().stream().map(WrittenStatement::text).toList())
        && a.settings().keySet().equals(b.settings().keySet())
        && a.bands().keySet().stream()
            .allMatch(id -> a.bandSetting(id).cuts().equals(b.bandSetting(id).cuts()))
        && a.contributors().stream()
            .map(c -> c.id())
            .toList()
            .equals(b.contributors().stream().map(c -> c.id()).toList());
  }
}
