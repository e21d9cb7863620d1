package org.isfsim.cli;

import java.nio.file.Path;
import picocli.CommandLine.ITypeConverter;

/** Reads the path of a scenario, or the name of one that comes with the program. */
final class ScenarioPath implements ITypeConverter<Path> {

  private final Home home;

  /** For a command line that is made without a session. */
  ScenarioPath() {
    this.home = Home.ofProcess();
  }

  ScenarioPath(Session session) {
    this.home = session.home();
  }

  @Override
  public Path convert(String text) {
    return home.find(Path.of(text));
  }
}
