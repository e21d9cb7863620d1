package org.isfsim.cli;

import java.nio.file.Path;
import picocli.CommandLine.ITypeConverter;

/** Reads the path of a scenario, or the name of one that comes with the program. */
final class ScenarioPath implements ITypeConverter<Path> {

  private final Session session;

  ScenarioPath(Session session) {
    this.session = session;
  }

  @Override
  public Path convert(String text) {
    return session.home().find(Path.of(text));
  }
}
