package org.isfsim.results;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.isfsim.document.Mark;
import org.isfsim.document.Problem;
import org.isfsim.document.Problems;
import org.isfsim.report.RunReport;
import org.isfsim.scenario.Change;
import org.isfsim.scenario.Scenario;
import org.jspecify.annotations.Nullable;

/** A scenario file after it was read. */
public sealed interface Loaded {

  /**
   * It can be run.
   *
   * @param changes what was set beside the file
   */
  record Ready(Scenario scenario, List<Change> changes) implements Loaded {
    /** Copies the list. */
    public Ready {
      changes = List.copyOf(changes);
    }
  }

  /** It cannot. */
  record Unusable(Path file, List<Problem> problems) implements Loaded {}

  /** Those that can be run. */
  static List<Ready> ready(List<Loaded> loaded) {
    return loaded.stream().filter(Ready.class::isInstance).map(Ready.class::cast).toList();
  }

  /**
   * Checks that no two runs have the same name, which is what tells their rows apart.
   *
   * @throws InvalidInputException with every one whose name was taken
   */
  static void requireDifferentNames(List<Ready> ready) {
    Problems problems = new Problems();
    Map<List<String>, String> taken = new HashMap<>();
    for (Ready run : ready) {
      Scenario scenario = run.scenario();
      List<String> name = List.of(scenario.id(), RunReport.policyName(scenario));
      @Nullable String other = taken.putIfAbsent(name, scenario.file());
      if (other != null) {
        problems.add(
            Problem.of(
                    Mark.of(scenario.file()),
                    "id",
                    "\"" + scenario.id() + "\" is the id of " + other + " too")
                .advising("results name a run by its id: give every scenario one of its own"));
      }
    }
    problems.throwIfAny();
  }
}
