package org.isfsim.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.isfsim.document.InvalidInputException;
import org.isfsim.document.Mark;
import org.isfsim.document.Problem;

/** The lessons that come with the program. */
final class Lessons {

  private static final Pattern FILE = Pattern.compile("lesson-([1-9]\\d?)\\.yaml");

  private Lessons() {}

  /** Their files by their numbers. */
  static Map<Integer, Path> of(Home home) {
    Map<Integer, Path> lessons = new TreeMap<>();
    Path folder = home.lessons();
    if (!Files.isDirectory(folder)) {
      return lessons;
    }
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Matcher name = FILE.matcher(String.valueOf(file.getFileName()));
        if (name.matches()) {
          lessons.put(Integer.valueOf(name.group(1)), file);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return lessons;
  }

  /**
   * The file of a lesson.
   *
   * @param named its number, or a file
   * @throws InvalidInputException if there is none
   */
  static Path file(Home home, String named) {
    Path file = Path.of(named);
    if (Files.isRegularFile(file)) {
      return file;
    }
    Map<Integer, Path> lessons = of(home);
    return lessons.entrySet().stream()
        .filter(lesson -> named.equals(String.valueOf(lesson.getKey())))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidInputException(
                    Problem.of(Mark.of("lesson " + named), "", "there is no such lesson")
                        .allowing(
                            lessons.keySet().stream()
                                    .map(String::valueOf)
                                    .collect(Collectors.joining(", "))
                                + ", or a file")));
  }
}
