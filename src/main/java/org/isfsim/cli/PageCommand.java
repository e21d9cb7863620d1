package org.isfsim.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.isfsim.decision.Decisions;
import org.isfsim.decision.RuleSet;
import org.isfsim.document.InvalidInputException;
import org.isfsim.document.Mark;
import org.isfsim.document.Problem;
import org.isfsim.exact.TooLargeException;
import org.isfsim.model.Model;
import org.isfsim.page.PageContents;
import org.isfsim.page.PageData;
import org.isfsim.page.PageModel;
import org.isfsim.page.PageSetting;
import org.isfsim.page.PageWriter;
import org.isfsim.report.Circumstances;
import org.isfsim.report.RegisteredSides;
import org.isfsim.scenario.ScenarioLoader;
import org.isfsim.source.Register;
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
      "  isfsim page scenarios/baseline.yaml --observed \"council = adopted\" -o adopted.html"
    })
final class PageCommand implements Callable<Integer> {

  @Mixin private final CommonOptions common = new CommonOptions();
  @Mixin private final ScenarioOptions options = new ScenarioOptions();
  private final Session session;

  @Parameters(
      paramLabel = "SCENARIO",
      converter = ScenarioPath.class,
      description = "The scenario file, or the name of one that comes with isfsim.")
  private @Nullable Path file;

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
    Path scenario = Objects.requireNonNull(file);
    Path page = Objects.requireNonNull(output);
    if (!PageWriter.hasEngine()) {
      throw new InvalidInputException(
          Problem.of(Mark.of("page"), "", "the engine for browsers was not compiled")
              .advising("build isfsim with mvn package"));
    }
    Model model = options.model(session);
    RuleSet rules = options.rules(session, model);
    Register register = session.register();
    RegisteredSides sides = new RegisteredSides(register);
    ScenarioLoader loader = new ScenarioLoader(model.catalogue(), register::hasClaim);
    PageSetting start = new PageSetting(options.policy(), options.sets(), options.observed());
    Circumstances circumstances =
        new Circumstances(
            Main.version(),
            "run",
            rules.sha256(),
            options.rulesFolder().map(Path::toString),
            Map.of(),
            sides,
            List.of());
    try (Decisions decisions = Decisions.remembering(rules)) {
      PageModel asked = new PageModel(circumstances, model, decisions, loader, scenario);
      PageData data =
          PageContents.of(
              Main.version(), decisions, options.rulesFolder(), session.home().seeds(), scenario);
      String html = PageWriter.write(asked, data, start, sides);
      Written.whole(page, html.getBytes(StandardCharsets.UTF_8));
    } catch (TooLargeException e) {
      throw new InvalidInputException(
          Problem.of(
              Mark.of(scenario.toString()),
              "",
              "is too large for exact answers, and so for a page: " + e.getMessage()));
    }
    return ExitCode.DONE;
  }
}
