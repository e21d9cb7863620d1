package org.isfsim.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.isfsim.document.InvalidInputException;
import org.isfsim.document.Mark;
import org.isfsim.document.Problem;

/** The scenario files that some paths stand for: files as they are, folders with all below them. */
final class ScenarioFiles {

  private ScenarioFiles() {}

  /**
   * The files, those of a folder sorted by path.
   *
   * @throws InvalidInputException if a path does not exist or a folder holds no scenario file
   */
  static List<Path> of(List<Path> paths) {
    List<Path> files = new ArrayList<>();
    for (Path path : paths) {
      if (!Files.isDirectory(path)) {
        files.add(path);
        continue;
      }
      try (Stream<Path> below = Files.walk(path)) {
        List<Path> found =
            below.filter(Files::isRegularFile).filter(ScenarioFiles::isYaml).sorted().toList();
        if (found.isEmpty()) {
          throw new InvalidInputException(
              Problem.of(Mark.of(path.toString()), "", "the folder holds no scenario file")
                  .allowing("files that end in .yaml or .yml"));
        }
        files.addAll(found);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return files.stream().distinct().toList();
  }

  private static boolean isYaml(Path file) {
    String name = String.valueOf(file.getFileName());
    return name.endsWith(".yaml") || name.endsWith(".yml");
  }
}
