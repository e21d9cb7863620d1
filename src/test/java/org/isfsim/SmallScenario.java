package org.isfsim;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.isfsim.model.Plan;
import org.isfsim.scenario.Selection;

/**
 * The baseline with two contributors and its durations set, so that its walks take little time: for
 * tests of what is asked, not of what comes out.
 */
public final class SmallScenario {

  /** The file; it extends a copy of the baseline beside it. */
  public static final Path FILE = write();

  /** The same with its durations set in the file. */
  public static final Path TIMED = FILE.resolveSibling("timed.yaml");

  /** The durations, as addresses and values. */
  public static final List<String> DURATIONS =
      List.of(
          "council.vote-week=4",
          "board.establishment-weeks=10",
          "phase-one.complete-week=12",
          "force.generation-weeks=10",
          "disarmament.begin-weeks=8");

  private SmallScenario() {}

  /** Its plan, with its durations and some more values set, as by {@code --set}. */
  public static Plan plan(Map<String, String> sets) {
    return plan(Optional.empty(), sets);
  }

  /** The same under one of its policies. */
  public static Plan plan(Optional<String> policy, Map<String, String> sets) {
    Map<String, String> all = new LinkedHashMap<>();
    for (String duration : DURATIONS) {
      String[] parts = duration.split("=");
      all.put(parts[0], parts[1]);
    }
    all.putAll(sets);
    return Shipped.plan(FILE, new Selection(policy, all));
  }

  private static Path write() {
    try {
      Path folder = Files.createTempDirectory("small");
      Files.copy(Shipped.BASELINE, folder.resolve("baseline.yaml"));
      Path file = folder.resolve("small.yaml");
      Files.writeString(
          file,
          """
          format: 1
          id: small
          title: The baseline with two contributors
          extends: baseline.yaml
          contributors:
            AZE: null
            EGY: null
            ARE: null
            OTHER: null
          """);
      Path timed = folder.resolve("timed.yaml");
      Files.writeString(
          timed,
          """
          format: 1
          id: timed
          title: The baseline with two contributors and set durations
          extends: small.yaml
          uncertainties:
            council.vote-week: 4
            board.establishment-weeks: 10
            phase-one.complete-week: 12
            force.generation-weeks: 10
            disarmament.begin-weeks: 8
          """);
      // What is marked first is deleted last.
      for (Path written : List.of(folder, folder.resolve("baseline.yaml"), file, timed)) {
        written.toFile().deleteOnExit();
      }
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
