package org.isfsim.study;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.isfsim.document.InputFile;
import org.isfsim.document.Mark;
import org.isfsim.document.Problem;
import org.isfsim.model.Model;
import org.isfsim.parameter.Catalogue;

/**
 * What files and folders named on a command line hold: scenarios, lessons, rule folders and
 * registers. Every command that takes a folder searches it in this one way.
 *
 * <p>What is named is taken, whatever its name, also through a link. Below a folder, hidden files
 * and folders and those of a build are left out; links are followed, and nothing is taken twice,
 * under whatever names it is found.
 */
final class FileSearch {

  /** What stands at the left edge of a lesson, and what does in a scenario. */
  private static final Pattern OF_LESSON = Pattern.compile("(?m)^(scenario|asks|settings):");

  private static final Pattern OF_SCENARIO =
      Pattern.compile("(?m)^(extends|id|horizon|levers|switches|uncertainties|contributors):");

  private final List<Path> scenarios = new ArrayList<>();
  private final List<Path> lessons = new ArrayList<>();
  private final List<Path> ruleFolders = new ArrayList<>();
  private final List<Path> registers = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();

  /** Where what was found really is. */
  private final Set<Path> seen = new HashSet<>();

  /** How often something was found, once more where it was taken already. */
  private int met;

  private FileSearch() {}

  /** Searches what was named, in that order; what a folder holds comes sorted by name. */
  static FileSearch of(List<Path> named) {
    FileSearch search = new FileSearch();
    for (Path path : named) {
      int before = search.met;
      if (!Files.exists(path)) {
        search.problems.add(
            Problem.of(Mark.of(path.toString()), "", InputFile.missing(path, "file or folder")));
        continue;
      }
      search.look(path, true);
      if (search.met == before) {
        search.problems.add(nothingIn(path));
      }
    }
    return search;
  }

  private static Problem nothingIn(Path path) {
    return Problem.of(Mark.of(path.toString()), "", "there is nothing to check here")
        .allowing("scenarios or lessons (.yaml), rules (.drl) or an evidence register");
  }

  /** The scenario files. */
  List<Path> scenarios() {
    return scenarios;
  }

  /** The files of lessons, which their keys tell from scenarios. */
  List<Path> lessons() {
    return lessons;
  }

  /** The folders that hold rules. */
  List<Path> ruleFolders() {
    return ruleFolders;
  }

  /** The folders that hold a register. */
  List<Path> registers() {
    return registers;
  }

  /** What was named and is not there, or holds nothing of these. */
  List<Problem> problems() {
    return problems;
  }

  private void look(Path path, boolean isNamed) {
    if (!Files.isDirectory(path)) {
      file(path, isNamed);
      return;
    }
    List<Path> entries = entries(path);
    if (entries.stream().anyMatch(FileSearch::isOfRules)) {
      take(path, ruleFolders);
    } else if (entries.stream().anyMatch(FileSearch::isOfRegister)) {
      take(path, registers);
    } else if (seen.add(identity(path))) {
      entries.stream().filter(FileSearch::isWorthSearching).forEach(entry -> look(entry, false));
    } else {
      met++;
    }
  }

  private void file(Path path, boolean isNamed) {
    if (isOfRegister(path)) {
      take(folderOf(path), registers);
    } else if (isOfRules(path)) {
      take(folderOf(path), ruleFolders);
    } else if (isNamed || hasEnding(path, ".yaml") || hasEnding(path, ".yml")) {
      take(path, isLesson(path) ? lessons : scenarios);
    }
  }

  private static boolean isLesson(Path path) {
    if (InputFile.isNone(path)) {
      return false;
    }
    try {
      String text = Files.readString(path);
      return OF_LESSON.matcher(text).find() && !OF_SCENARIO.matcher(text).find();
    } catch (IOException e) {
      // Whoever reads it as a scenario tells what is wrong.
      return false;
    }
  }

  private void take(Path path, List<Path> into) {
    met++;
    if (seen.add(identity(path))) {
      into.add(path);
    }
  }

  /** One path for all names of a file. */
  static Path identity(Path path) {
    try {
      return path.toRealPath();
    } catch (IOException e) {
      return path.toAbsolutePath().normalize();
    }
  }

  private static Path folderOf(Path file) {
    return file.getParent() == null ? Path.of(".") : file.getParent();
  }

  /** Hidden folders and those of a build hold nothing that a user wrote. */
  private static boolean isWorthSearching(Path entry) {
    String name = nameOf(entry);
    return !name.startsWith(".")
        && !(Files.isDirectory(entry) && (name.equals("target") || name.equals("src")));
  }

  private static boolean isOfRegister(Path path) {
    String name = nameOf(path);
    return name.equals("conflicts.yaml")
        || name.equals("voices.yaml")
        || name.matches("S\\d{3}\\.yaml");
  }

  private static boolean isOfRules(Path path) {
    String name = nameOf(path);
    return hasEnding(path, ".drl") || name.equals(Model.FILE) || name.equals(Catalogue.FILE);
  }

  private static boolean hasEnding(Path path, String ending) {
    return nameOf(path).toLowerCase(Locale.ROOT).endsWith(ending);
  }

  private static String nameOf(Path path) {
    return String.valueOf(path.getFileName());
  }

  private static List<Path> entries(Path folder) {
    try (Stream<Path> found = Files.list(folder)) {
      return found.map(Path::normalize).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
