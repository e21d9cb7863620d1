package org.isfsim.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.isfsim.article.Article;
import org.isfsim.article.Sheet;
import org.isfsim.document.InvalidInputException;
import org.isfsim.document.Mark;
import org.isfsim.document.Problem;
import org.isfsim.document.Suggestions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How a command answers that has several tables to give. */
final class AnswerOptions {

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description =
          "How to answer: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}); json holds every"
              + " table, csv prints one of them.")
  private Answer format = Answer.TEXT;

  @Option(
      names = "--table",
      paramLabel = "NAME",
      description = "Which table --format csv prints (default: the first).")
  private @Nullable String table;

  /**
   * Checks the table that is asked for.
   *
   * @param names the tables that there are
   * @throws InvalidInputException if it is none of them
   */
  void requireTable(List<String> names) {
    if (table != null && !names.contains(table)) {
      throw new InvalidInputException(
          Problem.of(Mark.of("--table " + table), "", "there is no table \"" + table + "\"")
              .allowing(String.join(", ", names))
              .advising(Suggestions.didYouMean(table, names)));
    }
  }

  /** What JSON holds: a head, then the tables by their names. */
  static Map<String, Object> document(Map<String, Object> head, List<Sheet> sheets) {
    Map<String, Object> document = new LinkedHashMap<>(head);
    Map<String, Object> tables = new LinkedHashMap<>();
    sheets.forEach(sheet -> tables.put(sheet.name(), sheet.objects()));
    document.put("tables", tables);
    return document;
  }

  /**
   * Prints an answer.
   *
   * @param document what JSON holds
   * @param sheets the tables of which CSV is one
   * @param article the answer for people to read
   */
  void print(
      Terminal terminal,
      String command,
      Map<String, Object> document,
      List<Sheet> sheets,
      Article article) {
    switch (format) {
      case JSON -> Answer.printJson(terminal, command, document);
      case CSV -> {
        Sheet sheet =
            sheets.stream()
                .filter(s -> table == null || s.name().equals(table))
                .findFirst()
                .orElseThrow();
        terminal.out().print(sheet.csv());
      }
      case HTML, MD, TEXT -> terminal.out().print(format.of(article, command, terminal));
    }
  }
}
