package org.isfsim.cli;

import java.nio.file.Path;
import org.isfsim.document.InvalidInputException;
import org.isfsim.document.Mark;
import org.isfsim.document.Problem;
import org.isfsim.study.Study;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** What the commands about one scenario look at. */
final class StudyOptions {

  @Parameters(index = "0", paramLabel = "SCENARIO", description = "The scenario file.")
  private Path scenario = Path.of("");

  @Mixin private final ScenarioOptions options = new ScenarioOptions();

  Study read(Session session) {
    return session.study(options.request(scenario));
  }

  /**
   * The subject of a command that looks at all cases, whatever was observed.
   *
   * @throws InvalidInputException if something is to be observed
   */
  Study readWhole(Session session) {
    if (!options.observed().isEmpty()) {
      throw new InvalidInputException(
          Problem.of(Mark.of("--observed"), "", "this command looks at all cases")
              .advising("leave it out"));
    }
    return read(session).whole();
  }
}
