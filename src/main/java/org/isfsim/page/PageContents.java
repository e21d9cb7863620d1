package org.isfsim.page;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.isfsim.decision.Decisions;
import org.isfsim.decision.FiredRules;
import org.isfsim.model.Model;
import org.isfsim.parameter.Catalogue;
import org.isfsim.scenario.ScenarioLoader;

/** Collects what a page holds of a model from the files that it was read from. */
public final class PageContents {

  private PageContents() {}

  /**
   * A lesson with its file.
   *
   * @param ready what its page has at hand
   */
  public record OfLesson(Path file, LessonReady ready) {}

  /**
   * What a page of scenarios holds.
   *
   * @param version the version of isfsim
   * @param decisions the rules; all of them are fired on every combination
   * @param named the folder of the rules as the user named it, if it is not the one of isfsim
   * @param seeds the folder of the register
   * @param starts the files of the scenarios, by the names of the starting points, in order
   * @param lesson the lesson of the page with its file, if it has one
   * @throws IOException if a file cannot be read
   */
  public static PageData of(
      String version,
      Decisions decisions,
      Optional<Path> named,
      Path seeds,
      Map<String, Path> starts,
      Optional<PageContents.OfLesson> lesson)
      throws IOException {
    Path rules = decisions.rules().folder();
    Map<String, byte[]> files = new LinkedHashMap<>();
    for (String name : List.of(Catalogue.FILE, Model.FILE)) {
      put(rules.resolve(name), files);
    }
    try (Stream<Path> found = Files.list(seeds)) {
      for (Path file : found.filter(f -> f.toString().endsWith(".yaml")).sorted().toList()) {
        put(file, files);
      }
    }
    Map<String, String> scenarios = new LinkedHashMap<>();
    for (Map.Entry<String, Path> start : starts.entrySet()) {
      scenarios.put(start.getKey(), written(start.getValue()));
      for (Path file : ScenarioLoader.filesOf(start.getValue())) {
        put(file, files);
      }
    }
    if (lesson.isPresent()) {
      put(lesson.get().file(), files);
    }
    return new PageData(
        version,
        files,
        FiredRules.toBytes(decisions),
        new PageData.Folders(written(rules), named.map(PageContents::written), written(seeds)),
        scenarios,
        lesson.map(of -> new PageData.OfLesson(written(of.file()), of.ready().figures().text())));
  }

  private static void put(Path file, Map<String, byte[]> files) throws IOException {
    files.put(written(file), Files.readAllBytes(file));
  }

  private static String written(Path path) {
    return path.toString().replace('\\', '/');
  }
}
