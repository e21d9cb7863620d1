package org.isfsim.cli;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.OptionalInt;
import org.isfsim.report.Article;
import org.isfsim.report.TextStyle;
import picocli.CommandLine.Option;

/** The option {@code --format} of commands whose answer is an article with tables. */
final class AnswerOption {

  /** How to answer. */
  enum Answer {
    TEXT,
    JSON,
    CSV,
    MD;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

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
    TextStyle style =
        TextStyle.of(
            StandardCharsets.UTF_8,
            System.getenv(),
            OptionalInt.of(terminal.width()),
            terminal.colour());
    terminal.out().print(article.text(style));
  }
}
