package org.isfsim.cli;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.isfsim.article.Article;
import org.isfsim.article.Format;
import org.isfsim.article.Json;
import org.isfsim.article.TextStyle;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say in which form a command answers. */
abstract class FormatOptions {

  /** Those of a command that prints its answer. */
  static final class Printed extends FormatOptions {
    @Option(
        names = "--format",
        paramLabel = "FORMAT",
        description =
            "How to answer: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}); json holds every"
                + " table, csv prints one of them.")
    private Format format = Format.TEXT;

    @Override
    Format format() {
      return format;
    }
  }

  /** Those of a command that can also write its answer into a folder. */
  static final class Written extends FormatOptions {
    @Option(
        names = "--format",
        paramLabel = "FORMAT",
        description =
            "How to answer: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}); json holds every"
                + " table, csv prints one of them, xlsx goes with --out.")
    private Form form = Form.TEXT;

    @Override
    Format format() {
      return form == Form.XLSX ? Format.TEXT : Format.valueOf(form.name());
    }

    /** The form by its name. */
    String form() {
      return form.toString();
    }

    /** Takes a form by its name, in place of the one that was given or not. */
    void take(String name) {
      form = Form.valueOf(name.toUpperCase(Locale.ROOT));
    }

    /** Whether a workbook is wanted beside the other results. */
    boolean isWorkbook() {
      return form == Form.XLSX;
    }
  }

  /** The forms of an article, and a workbook, which is no text. */
  enum Form {
    TEXT,
    MD,
    HTML,
    CSV,
    JSON,
    XLSX;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Option(
      names = "--table",
      paramLabel = "NAME",
      description = "Which table --format csv prints (default: the first).")
  private @Nullable String table;

  /** The form in which the answer is printed. */
  abstract Format format();

  /** Whether the answer is wanted in this form. */
  boolean is(Format wanted) {
    return format() == wanted;
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

  /**
   * Prints an answer.
   *
   * @param head what JSON says before it
   */
  void print(Terminal terminal, String command, Map<String, Object> head, Article article) {
    terminal.out().print(in(format(), table, terminal.style(), head(command, head), article));
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
    };
  }

  /** What JSON begins with. */
  static Map<String, Object> head(String command, Map<String, Object> more) {
    Map<String, Object> head = Json.object("isfsim", Main.version(), "command", command);
    head.putAll(more);
    return head;
  }
}
