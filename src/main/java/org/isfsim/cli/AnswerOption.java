package org.isfsim.cli;

import org.isfsim.report.Article;
import picocli.CommandLine.Option;

/** The option {@code --format} of commands whose answer is an article with tables. */
final class AnswerOption {

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description =
          "How to answer: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}); csv prints the"
              + " table that --table names.")
  private Answer format = Answer.TEXT;

  Answer format() {
    return format;
  }

  /** Prints an article as text or as Markdown. */
  void print(Terminal terminal, Article article) {
    if (format == Answer.MD) {
      terminal.out().print(article.markdown());
      return;
    }
    terminal.out().print(article.text(terminal.style()));
  }
}
