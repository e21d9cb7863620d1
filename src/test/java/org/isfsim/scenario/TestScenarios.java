package org.isfsim.scenario;

import java.nio.file.Path;
import java.util.List;
import org.isfsim.document.InvalidInputException;
import org.isfsim.document.Problem;
import org.isfsim.parameter.Catalogue;

/** The small catalogue and the scenario files of these tests. */
final class TestScenarios {

  static final Path RESOURCES = Path.of("src/test/resources/org/isfsim");
  static final Catalogue CATALOGUE =
      Catalogue.read(RESOURCES.resolve("parameter/small-catalogue.yaml"));

  private TestScenarios() {}

  static Path file(String name) {
    return RESOURCES.resolve("scenario").resolve(name);
  }

  static Scenario load(String name, Selection selection) {
    return load(file(name), selection);
  }

  static Scenario load(Path file, Selection selection) {
    return new ScenarioLoader(CATALOGUE, claim -> !claim.equals("S999-99")).load(file, selection);
  }

  static List<Problem> problemsOf(Path file, Selection selection) {
    try {
      load(file, selection);
      return List.of();
    } catch (InvalidInputException e) {
      return e.problems();
    }
  }
}
