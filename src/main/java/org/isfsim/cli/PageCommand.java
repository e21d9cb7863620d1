package org.isfsim.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.isfsim.decision.Decisions;
import org.isfsim.document.InvalidInputException;
import org.isfsim.document.Mark;
import org.isfsim.document.Problem;
import org.isfsim.exact.TooLargeException;
import org.isfsim.page.Lesson;
import org.isfsim.page.LessonReady;
import org.isfsim.page.PageContents;
import org.isfsim.page.PageData;
import org.isfsim.page.PageModel;
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
      "Write one HTML file that holds a scenario with its model and the exact engine: it opens by"
          + " double click, without network or server, and answers what-ifs with the figures of"
          + " isfsim run --cases 0.",
      "",
      "What is set or observed is the setting that the page begins with; its reader can take it"
          + " back."
    },
    footer = {
      "  isfsim page scenarios/baseline.yaml -o baseline.html",
      "  isfsim page scenarios/baseline.yaml --policy heavily-amended -o amended.html",
      "  isfsim page scenarios/baseline.yaml --observed \"council = adopted\" -o adopted.html",
      "  isfsim page --lesson 1 -o lesson-1.html"
    })
final class PageCommand implements Callable<Integer> {

  @Mixin private final CommonOptions common = new CommonOptions();
  @Mixin private final ScenarioOptions options = new ScenarioOptions();
  private final Session session;

  @Parameters(
      arity = "0..1",
      paramLabel = "SCENARIO",
      converter = ScenarioPath.class,
      description =
          "The scenario file, or the name of one that comes with isfsim; left out beside --lesson.")
  private @Nullable Path file;

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
      description = "Where to write the page; a file that is there is replaced.")
  private @Nullable Path output;

  PageCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException {
    if ((file == null) == (lesson == null)) {
      throw common.wrong("name a scenario, or a lesson with --lesson");
    }
    if (!PageWriter.hasEngine()) {
      throw new InvalidInputException(
          Problem.of(Mark.of("page"), "", "the engine for browsers was not compiled")
              .advising("build isfsim with mvn package"));
    }
    Path page = Objects.requireNonNull(output);
    Optional<Path> taught = Optional.ofNullable(lesson).map(of -> Lessons.file(session.home(), of));
    Optional<Lesson> read = taught.map(Lesson::read);
    Path scenario = read.map(Lesson::scenario).orElseGet(() -> Objects.requireNonNull(file));
    PageParts parts = PageParts.of(session, options.rulesFolder());
    PageSetting start = new PageSetting(options.policy(), options.sets(), options.observed());
    try (Decisions decisions = Decisions.remembering(parts.rules())) {
      PageModel asked = parts.model(decisions, scenario, read);
      Optional<LessonReady> ready =
          read.isPresent() ? Optional.of(LessonReady.of(read.get(), asked)) : Optional.empty();
      PageData data =
          PageContents.of(
              Main.version(),
              decisions,
              options.rulesFolder(),
              session.home().seeds(),
              scenario,
              ready.map(of -> new PageContents.OfLesson(taught.orElseThrow(), of)));
      String html = PageWriter.write(asked, data, start, ready, parts.sides());
      Written.whole(page, html.getBytes(StandardCharsets.UTF_8));
    } catch (TooLargeException e) {
      throw LessonsCommand.tooLarge(scenario, e);
    }
    return ExitCode.DONE;
  }
}
