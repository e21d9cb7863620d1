package org.isfsim.cli;

import java.nio.file.Path;
import java.util.function.Consumer;
import org.isfsim.document.InvalidInputException;
import org.isfsim.document.Mark;
import org.isfsim.document.Problem;
import org.isfsim.model.Plan;
import org.isfsim.study.Study;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** What the commands about one scenario look at. */
final class StudyOptions {

  @Parameters(
      index = "0",
      paramLabel = "SCENARIO",
      converter = ScenarioPath.class,
      description = "The scenario file, or the name of one that comes with isfsim.")
  private Path scenario = Path.of("");

  @Mixin private final ScenarioOptions options = new ScenarioOptions();

  Study read(Session session) {
    return read(session, plan -> {});
  }

  /**
   * The subject of a command that asks something more.
   *
   * @param asked fails if something that the command asks of the plan is wrong, whatever the
   *     settings, so that it is told with what is wrong in the scenario
   */
  Study read(Session session, Consumer<Plan> asked) {
    return session.study(options.request(scenario), asked);
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
