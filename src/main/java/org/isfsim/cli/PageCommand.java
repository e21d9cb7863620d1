package org.isfsim.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.isfsim.decision.Decisions;
import org.isfsim.document.InvalidInputException;
import org.isfsim.document.Mark;
import org.isfsim.document.Problem;
import org.isfsim.exact.TooLargeException;
import org.isfsim.page.Lesson;
import org.isfsim.page.LessonReady;
import org.isfsim.page.PageContents;
import org.isfsim.page.PageData;
import org.isfsim.page.PageModels;
import org.isfsim.page.PageSetting;
import org.isfsim.page.PageWriter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes a page that answers by itself. */
@Command(
    name = "page",
    description = {
      "Write one HTML file that holds scenarios with their model and the exact engine: it opens by"
          + " double click, without network or server, and answers what-ifs with the figures of"
          + " isfsim run --cases 0.",
      "",
      "What is set or observed is the setting that the page begins with; its reader can take it"
          + " back. Several scenarios, policies or variants are starting points to choose from, and"
          + " to set side by side."
    },
    footer = {
      "  isfsim page scenarios/baseline.yaml -o baseline.html",
      "  isfsim page scenarios/baseline.yaml --policy heavily-amended -o amended.html",
      "  isfsim page scenarios/baseline.yaml --observed \"council = adopted\" -o adopted.html",
      "  isfsim page scenarios/baseline.yaml scenarios/no-veto.yaml -o veto.html",
      "  isfsim page scenarios/baseline.yaml --policy all -o policies.html",
      "  isfsim page --lesson 1 -o lesson-1.html"
    })
final class PageCommand extends SessionCommand {

  @Mixin private final AlternativeOptions options = new AlternativeOptions();

  @Parameters(
      arity = "0..*",
      paramLabel = "SCENARIO|DIR",
      converter = ScenarioPath.class,
      description =
          "Scenario files or folders, or names of those that come with isfsim; left out beside"
              + " --lesson.")
  private List<Path> paths = List.of();

  @Option(
      names = "--lesson",
      paramLabel = "LESSON",
      description =
          "A page of a lesson, by its number or its file: with questions beside the controls and"
              + " answers that the page checks by itself.")
  private @Nullable String lesson;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      required = true,
      description =
          "Where to write the page; a file that is there is replaced, - is standard output.")
  private @Nullable String output;

  PageCommand(Session session) {
    super(session);
  }

  @Override
  public Integer call() throws IOException {
    if (paths.isEmpty() == (lesson == null)) {
      throw common.wrong("name a scenario, or a lesson with --lesson");
    }
    if (lesson != null && !options.areLeftOut()) {
      throw common.wrong("a lesson has its own settings: --lesson goes without other options");
    }
    if (!PageWriter.hasEngine()) {
      throw new InvalidInputException(
          Problem.of(Mark.of("page"), "", "the engine for browsers was not compiled")
              .advising("build isfsim with mvn package"));
    }
    Optional<Path> page = Written.target(Objects.requireNonNull(output), true);
    Optional<Path> taught = Optional.ofNullable(lesson).map(of -> Lessons.file(session.home(), of));
    Optional<Lesson> read = taught.map(Lesson::read);
    PageParts parts = PageParts.of(session, options.rules().folder());
    Map<String, Path> files = new LinkedHashMap<>();
    Map<String, PageSetting> starts = new LinkedHashMap<>();
    if (read.isPresent()) {
      files.put("lesson", read.get().scenario());
      starts.put("lesson", PageSetting.NONE);
    } else {
      options
          .load("page", paths, parts.model(), parts.register(), plan -> {})
          .forEach(
              asked -> {
                files.put(asked.alternative().name(), asked.request().file());
                starts.put(asked.alternative().name(), PageSetting.of(asked.request()));
              });
    }
    if (starts.size() > 1) {
      starts.replaceAll((name, setting) -> setting.from(Optional.of(name)));
    }
    try (Decisions decisions = Decisions.remembering(parts.rules())) {
      PageModels models = parts.models(decisions, files, read);
      Optional<LessonReady> ready = Optional.empty();
      if (read.isPresent()) {
        ready = Optional.of(LessonReady.of(read.get(), models.of(PageSetting.NONE)));
      }
      PageData data =
          PageContents.of(
              Main.version(),
              decisions,
              options.rules().folder(),
              session.home().seeds(),
              files,
              ready.map(of -> new PageContents.OfLesson(taught.orElseThrow(), of)));
      String html = PageWriter.write(models, data, starts, ready, parts.sides());
      if (page.isPresent()) {
        Written.whole(page.get(), html.getBytes(StandardCharsets.UTF_8));
      } else {
        session.terminal().out().print(html);
      }
    } catch (TooLargeException e) {
      throw LessonsCommand.tooLarge(String.join(", ", files.keySet()), e);
    }
    return ExitCode.DONE;
  }
}
