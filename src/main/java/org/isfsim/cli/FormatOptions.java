package org.isfsim.cli;

import java.util.List;
import java.util.Map;
import org.isfsim.article.Article;
import org.isfsim.article.Format;
import org.isfsim.article.Json;
import org.isfsim.article.TextStyle;
import org.isfsim.document.InvalidInputException;
import org.isfsim.document.Mark;
import org.isfsim.document.Problem;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say in which form a command answers. */
final class FormatOptions {

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description =
          "How to answer: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}); json holds every"
              + " table, csv prints one of them, xlsx goes with run --out alone.")
  private Format format = Format.TEXT;

  @Option(
      names = "--table",
      paramLabel = "NAME",
      description = "Which table --format csv prints (default: the first).")
  private @Nullable String table;

  /** Whether the answer is wanted in this form. */
  boolean is(Format wanted) {
    return format == wanted;
  }

  /** Whether a certain table is wanted. */
  boolean isTable() {
    return table != null;
  }

  /**
   * Checks the table that is asked for, before anything is worked out.
   *
   * @param names the tables that there are
   * @throws org.isfsim.document.InvalidInputException if it is none of them
   */
  void requireTable(List<String> names) {
    if (table != null && !names.contains(table)) {
      throw Article.noTable(table, names);
    }
  }

  /** Prints an answer. */
  void print(Terminal terminal, String command, Article article) {
    print(terminal, command, Map.of(), article);
  }

  /**
   * Prints an answer.
   *
   * @param head what JSON says before it
   */
  void print(Terminal terminal, String command, Map<String, Object> head, Article article) {
    terminal.out().print(in(format, table, terminal.style(), head(command, head), article));
  }

  /** An answer in a form, without a choice of tables. */
  static String in(Format format, TextStyle style, String command, Article article) {
    return in(format, null, style, head(command, Map.of()), article);
  }

  private static String in(
      Format format,
      @Nullable String table,
      TextStyle style,
      Map<String, Object> head,
      Article article) {
    return switch (format) {
      case TEXT -> article.text(style);
      case MD -> article.markdown();
      case HTML -> article.html();
      case CSV -> article.csv(table == null ? "" : table);
      case JSON -> article.json(head);
      case XLSX ->
          throw new InvalidInputException(
              Problem.of(Mark.of("--format xlsx"), "", "a workbook is no text to print")
                  .advising("run SCENARIO --out DIR --format xlsx writes one into the folder"));
    };
  }

  /** What JSON begins with. */
  static Map<String, Object> head(String command, Map<String, Object> more) {
    Map<String, Object> head = Json.object("isfsim", Main.version(), "command", command);
    head.putAll(more);
    return head;
  }
}
