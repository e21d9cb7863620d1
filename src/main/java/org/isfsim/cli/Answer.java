package org.isfsim.cli;

import java.util.Locale;
import java.util.Map;
import org.isfsim.article.Article;
import org.isfsim.article.Json;

/** How a command answers that has tables to give. */
enum Answer {
  TEXT,
  JSON,
  CSV,
  MD,
  HTML;

  /** An article in this form: as CSV its first table, as JSON all of them. */
  String of(Article article, String command, Terminal terminal) {
    return switch (this) {
      case HTML -> article.html();
      case MD -> article.markdown();
      case TEXT -> article.text(terminal.style());
      case CSV -> article.csv();
      case JSON -> article.json(Json.object("isfsim", Main.version(), "command", command));
    };
  }

  /** Prints the answer of a command, with the program's version and the command's name. */
  static void printJson(Terminal terminal, String command, Map<String, Object> answer) {
    Map<String, Object> document = Json.object("isfsim", Main.version(), "command", command);
    document.putAll(answer);
    terminal.out().print(Json.document(document));
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
