package org.isfsim.results;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.isfsim.exact.Ranges;

/** What tests ask to be run. */
final class Requests {

  /** A request with nothing but a file. */
  static final RunRequest PLAIN =
      new RunRequest(
          List.of("run", "a.yaml"),
          List.of(Path.of("a.yaml")),
          Optional.empty(),
          Map.of(),
          List.of(),
          List.of(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Runs.Exact.OUTCOMES,
          Ranges.SUPPORT,
          CasesAs.CSV,
          false,
          2,
          Optional.empty(),
          "text");

  /** A request that says everything, the paths as they are from the working directory. */
  static final RunRequest WHOLE =
      new RunRequest(
          List.of("run", "a.yaml", "--policy", "all"),
          List.of(Path.of("a.yaml"), Path.of("other")),
          Optional.of("all"),
          Map.of("a.b", "{ choice: { c: 1, d: 2 } }"),
          List.of("council = adopted"),
          List.of("outcome = x", "outcome = y"),
          Optional.of(Path.of("mine")),
          Optional.of(3L),
          Optional.of(0L),
          Runs.Exact.NONE,
          Ranges.DOMAIN,
          CasesAs.GZIP,
          true,
          7,
          Optional.of("a"),
          "xlsx");

  private Requests() {}
}
