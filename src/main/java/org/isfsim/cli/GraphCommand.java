package org.isfsim.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.isfsim.article.Format;
import org.isfsim.coverage.DecisionGraph;
import org.isfsim.decision.RuleSet;
import org.isfsim.document.Scratch;
import org.isfsim.model.Model;
import org.isfsim.report.GraphArticle;
import org.isfsim.report.GraphSvg;
import org.isfsim.scenario.Scenario;
import org.isfsim.scenario.ScenarioLoader;
import org.isfsim.scenario.ScenarioTemplate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The decision graph. */
@Command(
    name = "graph",
    description = {
      "Draw the decision graph: which parameters feed which decisions, which decisions feed which,"
          + " and what feeds the outcome, the indicators and the milestones.",
      "",
      "It is read off the model and the rules. One thing feeds another if it is an input of it,"
          + " directly or through sums, dates and bands, and some rule reads that input. All"
          + " contributors are one."
    },
    footer = {
      "  isfsim rules graph",
      "  isfsim rules graph --format svg --out graph.svg",
      "  isfsim rules graph --format dot | dot -Tpdf -o graph.pdf"
    })
final class GraphCommand extends SessionCommand {

  /** How the graph is written. */
  enum Output {
    TEXT,
    MD,
    HTML,
    CSV,
    JSON,
    SVG,
    DOT;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Mixin private final RulesOption rules = new RulesOption();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "How to answer: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private Output format = Output.TEXT;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "The file to write; - is standard output (default).")
  private String file = Written.STANDARD;

  @Option(names = "--force", description = "Write over a file that is there.")
  private boolean force;

  GraphCommand(Session session) {
    super(session);
  }

  @Override
  public Integer call() throws IOException {
    Model model = rules.model(session);
    RuleSet set = rules.read(session, model);
    ScenarioLoader loader = new ScenarioLoader(model.catalogue(), session.register()::hasClaim);
    DecisionGraph graph = DecisionGraph.of(model.plan(scenario(model, loader)), set);
    Optional<Path> target = Written.target(file, force);
    if (target.isEmpty()) {
      session.terminal().out().print(written(graph));
      return ExitCode.DONE;
    }
    Written.whole(target.get(), written(graph).getBytes(StandardCharsets.UTF_8));
    note("Wrote " + file + ".");
    return ExitCode.DONE;
  }

  /** The baseline; of another folder, the scenario that a new one begins with. */
  private Scenario scenario(Model model, ScenarioLoader loader) {
    if (rules.folder().isEmpty()) {
      return loader.load(session.home().scenarios().resolve("baseline.yaml"));
    }
    try {
      try (Scratch scratch = Scratch.temporary(".yaml")) {
        Files.writeString(scratch.file(), ScenarioTemplate.write(model.catalogue(), "any"));
        return loader.load(scratch.file());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String written(DecisionGraph graph) {
    return switch (format) {
      case SVG -> GraphSvg.of(graph);
      case DOT -> GraphArticle.dot(graph);
      default ->
          FormatOptions.in(
              Format.valueOf(format.name()),
              session.terminal().style(),
              "rules graph",
              GraphArticle.of(graph));
    };
  }
}
