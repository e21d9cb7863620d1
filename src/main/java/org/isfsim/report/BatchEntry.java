package org.isfsim.report;

import java.util.List;
import org.isfsim.document.Problem;

/** What became of one run of a batch. */
public sealed interface BatchEntry {

  /** The scenario file as the user named it. */
  String file();

  /** It was run. */
  record Done(RunReport report) implements BatchEntry {
    @Override
    public String file() {
      return report.scenario().file();
    }
  }

  /** The file cannot be used. */
  record Invalid(String file, List<Problem> problems) implements BatchEntry {
    /** Copies the list. */
    public Invalid {
      problems = List.copyOf(problems);
    }
  }

  /** The run could not be done. */
  record Failed(String file, String reason) implements BatchEntry {}
}
