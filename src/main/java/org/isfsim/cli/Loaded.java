package org.isfsim.cli;

import java.nio.file.Path;
import java.util.List;
import org.isfsim.document.Problem;
import org.isfsim.scenario.Change;
import org.isfsim.scenario.Scenario;

/** A scenario file after it was read. */
sealed interface Loaded {

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
}
