package org.isfsim.page;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.isfsim.decision.Decisions;
import org.isfsim.decision.FiredRules;
import org.isfsim.document.InvalidInputException;
import org.isfsim.document.Mark;
import org.isfsim.document.Problem;
import org.isfsim.document.Suggestions;
import org.isfsim.model.Model;
import org.isfsim.report.Circumstances;
import org.isfsim.scenario.ScenarioLoader;
import org.isfsim.scenario.WrittenStatement;
import org.isfsim.source.Register;

/**
 * The starting points of a page, each with the model of its scenario. Those of one scenario share a
 * model, and all share the rules; a scenario is read when it is first asked. For one thread.
 */
public final class PageModels {

  private final Map<String, Path> starts;
  private final Function<Path, PageModel> reading;
  private final Map<Path, PageModel> read = new HashMap<>();

  /**
   * Starting points.
   *
   * @param starts the files of the scenarios by the names of the starting points, in order
   * @param reading reads the model of a scenario
   */
  public PageModels(Map<String, Path> starts, Function<Path, PageModel> reading) {
    this.starts = Collections.unmodifiableMap(new LinkedHashMap<>(starts));
    this.reading = reading;
  }

  /**
   * Opens what a page holds. Its files must lie where their paths say.
   *
   * @throws IOException if the rules are of another model
   */
  static PageModels open(PageData data) throws IOException {
    Model model = Model.read(Path.of(data.folders().rules()));
    Register register = Register.read(Path.of(data.folders().seeds()));
    Decisions decisions = FiredRules.read(data.rules(), model.signatures());
    Circumstances circumstances =
        Circumstances.of(
            data.version(), decisions.rules().sha256(), data.folders().named(), register);
    List<WrittenStatement> asks =
        data.lesson()
            .map(lesson -> Lesson.read(Path.of(lesson.file())).statements())
            .orElse(List.of());
    Map<String, Path> starts = new LinkedHashMap<>();
    data.starts().forEach((name, path) -> starts.put(name, Path.of(path)));
    PageModels models =
        new PageModels(
            starts, file -> new PageModel(circumstances, model, decisions, register, file, asks));
    // What is wrong with the first shows at once.
    models.of(PageSetting.NONE);
    return models;
  }

  /** The files of the scenarios by the names of the starting points, in order. */
  Map<String, Path> starts() {
    return starts;
  }

  /** The different scenarios, in the order of their starting points. */
  List<Path> scenarios() {
    return List.copyOf(new LinkedHashSet<>(starts.values()));
  }

  /**
   * The file of the scenario that a setting is about.
   *
   * @throws InvalidInputException if there is no such starting point
   */
  public Path fileOf(PageSetting setting) {
    String name = setting.start().orElseGet(() -> starts.keySet().iterator().next());
    Path file = starts.get(name);
    if (file == null) {
      throw new InvalidInputException(
          Problem.of(Mark.of("start " + name), "", "the page has no such starting point")
              .allowing(String.join(", ", starts.keySet()))
              .advising(Suggestions.didYouMean(name, starts.keySet())));
    }
    return file;
  }

  /**
   * The model that a setting is about.
   *
   * @throws InvalidInputException if there is no such starting point, or with every problem of its
   *     scenario
   */
  public PageModel of(PageSetting setting) {
    return of(fileOf(setting));
  }

  /** The model of a scenario of the page. */
  PageModel of(Path scenario) {
    return read.computeIfAbsent(scenario, reading);
  }

  /**
   * The setting under which a scenario of the page says what another file says: the scenario that
   * the file extends, else the one of a setting.
   *
   * @throws InvalidInputException with every problem of the file
   */
  PageSetting settingOf(Path file, PageSetting now) {
    List<String> names = new ArrayList<>();
    for (Path parent : ScenarioLoader.filesOf(file)) {
      starts.forEach(
          (name, scenario) -> {
            if (scenario.normalize().equals(parent.normalize())) {
              names.add(name);
            }
          });
    }
    boolean isOwn = names.isEmpty() || fileOf(now).equals(starts.get(names.get(0)));
    Optional<String> start = starts.size() == 1 || isOwn ? now.start() : Optional.of(names.get(0));
    PageSetting found = now.from(start);
    return of(found).settingOf(file).from(start);
  }
}
