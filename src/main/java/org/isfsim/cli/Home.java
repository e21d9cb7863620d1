package org.isfsim.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.isfsim.document.InvalidInputException;
import org.isfsim.document.Mark;
import org.isfsim.document.Problem;
import org.jspecify.annotations.Nullable;

/** The installation folder, which holds the rules, the scenarios and the evidence register. */
final class Home {

  /** The system property that names the folder; the launcher sets it. */
  static final String PROPERTY = "isfsim.home";

  private final Optional<Path> folder;

  private Home(Optional<Path> folder) {
    this.folder = folder;
  }

  /** The folder that the system property names, otherwise the working directory if it will do. */
  static Home ofProcess() {
    @Nullable String named = System.getProperty(PROPERTY);
    if (named != null && !named.isBlank()) {
      return of(Path.of(named));
    }
    Path here = Path.of("");
    return new Home(
        Files.isDirectory(here.resolve("rules")) && Files.isDirectory(here.resolve("seeds"))
            ? Optional.of(here)
            : Optional.empty());
  }

  static Home of(Path folder) {
    return new Home(Optional.of(folder));
  }

  /** The evidence register that comes with the program. */
  Path seeds() {
    return resolve("seeds");
  }

  /** The rules that come with the program. */
  Path rules() {
    return resolve("rules");
  }

  /** The scenarios that come with the program. */
  Path scenarios() {
    return resolve("scenarios");
  }

  private Path resolve(String name) {
    return shortened(
        folder
            .orElseThrow(
                () ->
                    new InvalidInputException(
                        Problem.of(Mark.of(name), "", "the folder of isfsim itself is not known")
                            .advising("start isfsim with its launcher, or from its folder")))
            .resolve(name));
  }

  /** The path as a user would write it: from the working directory where it lies below that. */
  private static Path shortened(Path path) {
    Path absolute = path.toAbsolutePath().normalize();
    Path here = Path.of("").toAbsolutePath().normalize();
    return absolute.startsWith(here) && !absolute.equals(here)
        ? here.relativize(absolute)
        : absolute;
  }
}
