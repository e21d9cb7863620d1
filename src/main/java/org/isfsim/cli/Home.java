package org.isfsim.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.isfsim.document.InvalidInputException;
import org.isfsim.document.Mark;
import org.isfsim.document.Problem;
import org.isfsim.document.Suggestions;
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

  /** The lessons that come with the program. */
  Path lessons() {
    return resolve("docs").resolve("teaching");
  }

  /** The scenarios that come with the program. */
  Path scenarios() {
    return resolve("scenarios");
  }

  /**
   * What a name stands for: what is there, else what comes with the program under {@code
   * scenarios}, where the name may lack that folder and the ending.
   *
   * @return where it is found nowhere, the name itself, or a file that is not there either beside
   *     one of the program's scenarios whose name is close
   */
  Path find(Path name) {
    if (folder.isEmpty() || name.isAbsolute() || Files.exists(name)) {
      return name;
    }
    Path scenarios = folder.get().resolve("scenarios");
    return Stream.of(
            scenarios.resolve(name + ".yaml"), scenarios.resolve(name), folder.get().resolve(name))
        .map(Path::normalize)
        .filter(path -> path.startsWith(scenarios.normalize()) && Files.exists(path))
        .findFirst()
        .map(Home::shortened)
        .orElseGet(() -> missing(name, scenarios));
  }

  private static Path missing(Path name, Path scenarios) {
    Path shipped = shortened(scenarios.resolve(name + ".yaml"));
    // A name with its ending is that of a file, and told as it was typed.
    boolean isClose =
        name.getNameCount() == 1
            && !name.toString().endsWith(".yaml")
            && Suggestions.otherFile(name.toString()) == null
            && Suggestions.otherFile(shipped.toString()) != null;
    return isClose ? shipped : name;
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
