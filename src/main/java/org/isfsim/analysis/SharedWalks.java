package org.isfsim.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.isfsim.decision.Decisions;
import org.isfsim.exact.SettingsTable;
import org.isfsim.exact.SettingsWalk;
import org.isfsim.exact.TooLargeException;
import org.isfsim.model.Variable;
import org.isfsim.scenario.Scenario;
import org.isfsim.scenario.Setting;
import org.isfsim.scenario.WrittenStatement;

/**
 * Probabilities for several alternatives from one walk, where the alternatives are one scenario
 * with different fixed values, as policies are: the values are kept to the end of the walk.
 */
final class SharedWalks {

  /** Beyond this many combinations one walk for all costs more than one for each. */
  private static final int MOST_COMBINATIONS = 512;

  private final List<Alternative> alternatives;
  private final SettingsWalk walk;
  private final Map<Variable, int[]> values;
  private final boolean isShared;

  SharedWalks(List<Alternative> alternatives, Decisions decisions) {
    this.alternatives = alternatives;
    this.walk = new SettingsWalk(alternatives.get(0).plan(), decisions);
    Optional<Map<Variable, int[]>> found = differences(alternatives);
    this.values = found.orElse(Map.of());
    this.isShared = found.isPresent();
  }

  /**
   * The probabilities of a variable's values under each alternative.
   *
   * @param name the variable's name in the plans
   * @return empty if the alternatives are not alike enough, or their common walk is too large
   */
  Optional<List<double[]>> marginals(String name) {
    if (!isShared) {
      return Optional.empty();
    }
    try {
      Variable target = alternatives.get(0).plan().variable(name);
      SettingsTable table = walk.together(values, target);
      Map<List<Integer>, double[]> byValues = new HashMap<>();
      for (int i = 0; i < table.combinations(); i++) {
        byValues.put(Arrays.stream(table.at(i)).boxed().toList(), table.probability()[i]);
      }
      List<double[]> rows = new ArrayList<>();
      for (Alternative alternative : alternatives) {
        List<Integer> at =
            table.settings().stream().map(v -> value(alternative, v.name())).toList();
        double[] row = byValues.get(at);
        if (row == null || !Future.isDefined(row)) {
          return Optional.empty();
        }
        rows.add(row);
      }
      return Optional.of(rows);
    } catch (TooLargeException e) {
      return Optional.empty();
    }
  }

  private static int value(Alternative alternative, String address) {
    return alternative.plan().scenario().setting(address).distribution().at().fixedValue();
  }

  /** The values of the settings in which alternatives differ; empty if they differ otherwise. */
  private static Optional<Map<Variable, int[]>> differences(List<Alternative> alternatives) {
    Scenario first = alternatives.get(0).plan().scenario();
    Map<Variable, int[]> values = new LinkedHashMap<>();
    long combinations = 1;
    for (Alternative alternative : alternatives) {
      if (!isAlike(first, alternative.plan().scenario())) {
        return Optional.empty();
      }
    }
    for (Setting setting : first.settings().values()) {
      String address = setting.address();
      boolean same =
          alternatives.stream()
              .allMatch(
                  a -> a.plan().scenario().setting(address).written().equals(setting.written()));
      if (same) {
        continue;
      }
      TreeSet<Integer> found = new TreeSet<>();
      for (Alternative alternative : alternatives) {
        if (!alternative.plan().scenario().setting(address).distribution().isFixed()) {
          return Optional.empty();
        }
        found.add(value(alternative, address));
      }
      combinations *= found.size();
      if (combinations > MOST_COMBINATIONS) {
        return Optional.empty();
      }
      values.put(
          alternatives.get(0).plan().variable(address),
          found.stream().mapToInt(Integer::intValue).toArray());
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
