package org.isfsim.results;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.isfsim.article.Csv;
import org.isfsim.parameter.ConditionalDistribution;
import org.isfsim.report.RunReport;
import org.isfsim.scenario.Scenario;
import org.isfsim.scenario.Setting;

/**
 * Which parameters are columns of the one table of the cases of some scenarios: those that vary, in
 * a scenario or from one to another. What is constant stands in a table of its own.
 */
public final class CaseLayout {

  private final List<Scenario> scenarios;
  private final Set<String> varying = new LinkedHashSet<>();
  private final Set<String> constant = new LinkedHashSet<>();

  /**
   * The layout of the cases of some scenarios.
   *
   * @param scenarios all that have rows, with their policies
   */
  public CaseLayout(List<Scenario> scenarios) {
    this.scenarios = List.copyOf(scenarios);
    Map<String, Set<Integer>> values = new LinkedHashMap<>();
    for (Scenario scenario : scenarios) {
      Map<String, int[]> supports = supports(scenario);
      for (String address : scenario.settings().keySet()) {
        Set<Integer> of = values.computeIfAbsent(address, a -> new LinkedHashSet<>());
        for (int value : supports.getOrDefault(address, new int[0])) {
          of.add(value);
        }
      }
    }
    values.forEach((address, of) -> (of.size() > 1 ? varying : constant).add(address));
  }

  /** The values that each parameter of a scenario can have. */
  private static Map<String, int[]> supports(Scenario scenario) {
    Map<String, int[]> supports = new LinkedHashMap<>();
    for (Setting setting : scenario.inDependencyOrder()) {
      ConditionalDistribution distribution = setting.distribution();
      List<int[]> parents = new ArrayList<>();
      for (String parent : distribution.parents()) {
        parents.add(supports.getOrDefault(parent, new int[0]));
      }
      supports.put(setting.address(), distribution.support(parents));
    }
    return supports;
  }

  /** The addresses of what varies, in the order of the scenarios. */
  Set<String> varying() {
    return varying;
  }

  /** What does not vary: a row for each scenario with its policy; empty where one lacks it. */
  String constants() {
    StringBuilder text = new StringBuilder();
    List<String> header = new ArrayList<>(List.of("policy", "scenario"));
    header.addAll(constant);
    Csv.line(text, header);
    for (Scenario scenario : scenarios) {
      List<String> row = new ArrayList<>(List.of(RunReport.policyName(scenario), scenario.id()));
      Map<String, int[]> supports = supports(scenario);
      for (String address : constant) {
        row.add(
            Optional.ofNullable(supports.get(address))
                .map(values -> scenario.setting(address).domain().text(values[0]))
                .orElse(""));
      }
      Csv.line(text, row);
    }
    return text.toString();
  }
}
