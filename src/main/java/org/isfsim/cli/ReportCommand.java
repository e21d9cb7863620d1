package org.isfsim.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.isfsim.article.Article;
import org.isfsim.article.Format;
import org.isfsim.document.InvalidInputException;
import org.isfsim.document.Mark;
import org.isfsim.document.Problem;
import org.isfsim.document.Scratch;
import org.isfsim.report.Glossary;
import org.isfsim.results.ResultDirectory;
import org.isfsim.results.ResultsArticle;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A report from results that are there. */
@Command(
    name = "report",
    description = {
      "Make report.html from results that are there, such as those of a version that did not write"
          + " it, without running anything.",
      "",
      "It holds what the tables hold: the outcomes of every run with their ranges and pictures,"
          + " what the words mean, and the command. run --out writes a report that holds more."
    },
    footer = {
      "  isfsim report results                 writes results/report.html",
      "  isfsim report results --force         writes over the one that is there",
      "  isfsim report results --format text   prints it instead"
    })
final class ReportCommand extends SessionCommand {

  @Mixin private final RulesOption rules = new RulesOption();

  @Parameters(paramLabel = "DIR", description = "Results that run --out wrote.")
  private Path directory = Path.of("");

  @Option(names = "--force", description = "Write over a report that is there.")
  private boolean force;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "Print it instead of writing the file: ${COMPLETION-CANDIDATES}.")
  private @Nullable Format format;

  ReportCommand(Session session) {
    super(session);
  }

  @Override
  public Integer call() throws IOException {
    Path page = directory.resolve(ResultDirectory.PAGE);
    boolean isThere = format == null && Files.exists(page);
    if (isThere && !force) {
      throw new InvalidInputException(
          Problem.of(Mark.of(page.toString()), "", "there is a report already")
              .advising("--force writes over it, --format html prints it"));
    }
    Article article = ResultsArticle.of(directory, Glossary.of(rules.model(session)));
    if (format == null) {
      Scratch.write(page, article.html().getBytes(StandardCharsets.UTF_8));
      session.terminal().out().println(page);
      if (isThere) {
        note(
            "The report that was there is gone: this one holds the tables alone, that of run --out"
                + " comparisons and words too.");
      }
    } else {
      session
          .terminal()
          .out()
          .print(FormatOptions.in(format, session.terminal().style(), "report", article));
    }
    return ExitCode.DONE;
  }
}
