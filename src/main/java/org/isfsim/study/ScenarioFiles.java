package org.isfsim.study;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.isfsim.document.InvalidInputException;
import org.isfsim.document.Mark;
import org.isfsim.document.Problem;

/** The scenario files that some paths stand for: files as they are, folders with all below them. */
public final class ScenarioFiles {

  private ScenarioFiles() {}

  /**
   * The files, those of a folder sorted by path; see {@link FileSearch}.
   *
   * @throws InvalidInputException if a folder holds no scenario file
   */
  public static List<Path> of(List<Path> paths) {
    List<Path> files = new ArrayList<>();
    for (Path path : paths) {
      if (!Files.isDirectory(path)) {
        files.add(path);
        continue;
      }
      List<Path> found = FileSearch.of(List.of(path)).scenarios();
      if (found.isEmpty()) {
        throw new InvalidInputException(
            Problem.of(Mark.of(path.toString()), "", "the folder holds no scenario file")
                .allowing("files that end in .yaml or .yml"));
      }
      files.addAll(found);
    }
    Map<Path, Path> different = new LinkedHashMap<>();
    files.forEach(file -> different.putIfAbsent(FileSearch.identity(file), file));
    return List.copyOf(different.values());
  }
}
