package org.isfsim.report;

import java.util.ArrayList;
import java.util.List;

/**
 * An answer as headings, paragraphs and tables, to be laid out as text or as Markdown. It is built
 * once; both layouts say the same.
 */
public final class Article {

  private static final String INDENT = "  ";
  private static final int GAP = 2;

  /** A name that is no longer is not broken. */
  private static final int NARROW = 10;

  /** What a column of words that is not the first may take. */
  private static final int MIDDLE = 24;

  private final List<Block> blocks = new ArrayList<>();

  /** A part of an article. */
  sealed interface Block {}

  /**
   * A heading.
   *
   * @param level 1 for the title, 2 and 3 below
   */
  record Heading(int level, String text) implements Block {}

  /** A paragraph. */
  record Paragraph(String text) implements Block {}

  /** An empty line, where the layout would not leave one. */
  record Space() implements Block {}

  /** Lines that keep their indents, such as a tree or a command to copy. */
  record Lines(List<String> lines) implements Block {}

  /**
   * A table.
   *
   * @param head the names of the columns
   * @param right whether the cells of each column are figures, which stand at its right edge
   * @param rows the rows, each as long as the head
   */
  record Table(List<String> head, List<Boolean> right, List<List<String>> rows) implements Block {}

  Article heading(int level, String text) {
    blocks.add(new Heading(level, text));
    return this;
  }

  Article paragraph(String text) {
    blocks.add(new Paragraph(text));
    return this;
  }

  Article space() {
    blocks.add(new Space());
    return this;
  }

  Article lines(List<String> lines) {
    blocks.add(new Lines(List.copyOf(lines)));
    return this;
  }

  /** Adds a table unless it has no rows. A name of a column that begins with {@code >} is right. */
  Article table(List<String> head, List<List<String>> rows) {
    if (!rows.isEmpty()) {
      List<Boolean> right = head.stream().map(name -> name.startsWith(">")).toList();
      List<String> names = head.stream().map(name -> name.replaceFirst("^>", "")).toList();
      blocks.add(new Table(names, right, List.copyOf(rows)));
    }
    return this;
  }

  /** As text that fits the style's width, ended by a line end. */
  public String text(TextStyle style) {
    StringBuilder text = new StringBuilder();
    for (Block block : blocks) {
      if (block instanceof Heading heading) {
        text.append(text.isEmpty() ? "" : "\n");
        TextTable.wrap(heading.text(), style.width())
            .forEach(line -> text.append(style.heading(line)).append('\n'));
      } else if (block instanceof Paragraph paragraph) {
        TextTable.wrap("  " + paragraph.text(), style.width())
            .forEach(line -> text.append(line).append('\n'));
      } else if (block instanceof Space) {
        text.append('\n');
      } else if (block instanceof Lines lines) {
        for (String line : lines.lines()) {
          String indent = line.substring(0, line.length() - line.stripLeading().length());
          lay(line, indent + INDENT + INDENT, style.width(), text);
        }
      } else if (block instanceof Table table) {
        lines(table, style).forEach(line -> text.append(line).append('\n'));
      }
    }
    return text.toString();
  }

  /** A line, and what does not fit on it farther in below. */
  private static void lay(String line, String indent, int width, StringBuilder text) {
    boolean isFirst = true;
    for (String part : TextTable.wrap(line.strip(), width - indent.length() - INDENT.length())) {
      text.append(indent).append(isFirst ? "" : INDENT).append(part).append('\n');
      isFirst = false;
    }
  }

  private static List<String> lines(Table table, TextStyle style) {
    List<String> lines = lines(table, style.width(), MIDDLE);
    if (lines.stream().noneMatch(line -> line.length() > style.width())) {
      return lines;
    }
    // What is too wide may be broken at hyphens; the first column holds addresses to be copied.
    List<List<String>> rows = new ArrayList<>();
    for (List<String> row : table.rows()) {
      List<String> broken = new ArrayList<>();
      for (int i = 0; i < row.size(); i++) {
        broken.add(i == 0 || table.right().get(i) ? row.get(i) : broken(row.get(i)));
      }
      rows.add(broken);
    }
    List<String> head = table.head().stream().map(Article::broken).toList();
    return lines(new Table(head, table.right(), rows), style.width(), 0);
  }

  /** A long name with a blank after the hyphen that is nearest to its middle. */
  private static String broken(String name) {
    int best = -1;
    for (int i = name.indexOf('-'); i >= 0; i = name.indexOf('-', i + 1)) {
      if (best < 0 || Math.abs(2 * i - name.length()) < Math.abs(2 * best - name.length())) {
        best = i;
      }
    }
    return name.length() <= NARROW || best < 0
        ? name
        : name.substring(0, best + 1) + " " + name.substring(best + 1);
  }

  /**
   * Every column but the first is as wide as its longest word, or its longest cell up to a middling
   * width; the first takes what is left.
   */
  private static List<String> lines(Table table, int width, int middling) {
    int left = width - INDENT.length();
    TextTable.Column[] layout = new TextTable.Column[table.head().size()];
    for (int i = layout.length - 1; i > 0; i--) {
      int column = i;
      boolean isFigure = table.right().get(i);
      int widest = longestWord(table.head().get(i));
      for (List<String> row : table.rows()) {
        String cell = row.get(column);
        widest = Math.max(widest, isFigure ? cell.length() : longestWord(cell));
      }
      if (!isFigure) {
        int whole = table.rows().stream().mapToInt(r -> r.get(column).length()).max().orElse(0);
        widest = Math.max(widest, Math.min(whole, middling));
      }
      layout[i] = isFigure ? TextTable.Column.right(widest) : TextTable.Column.left(widest);
      left -= widest + GAP;
    }
    layout[0] =
        table.right().get(0)
            ? TextTable.Column.right(left)
            : TextTable.Column.left(Math.max(NARROW, left));
    TextTable text = new TextTable(width, layout);
    text.row(table.head().toArray(String[]::new));
    table.rows().forEach(row -> text.row(row.toArray(String[]::new)));
    return text.lines(INDENT);
  }

  private static int longestWord(String name) {
    int longest = 0;
    for (String word : name.split(" ", -1)) {
      longest = Math.max(longest, word.length());
    }
    return longest;
  }

  /** As Markdown. */
  public String markdown() {
    StringBuilder page = new StringBuilder();
    for (Block block : blocks) {
      page.append(page.isEmpty() || block instanceof Space ? "" : "\n");
      if (block instanceof Heading heading) {
        page.append("#".repeat(heading.level()))
            .append(' ')
            .append(Markdown.escaped(heading.text()));
        page.append('\n');
      } else if (block instanceof Paragraph paragraph) {
        page.append(Markdown.escaped(paragraph.text())).append('\n');
      } else if (block instanceof Lines lines) {
        page.append("```text\n");
        lines.lines().forEach(line -> page.append(line).append('\n'));
        page.append("```\n");
      } else if (block instanceof Table table) {
        row(page, table.head());
        page.append('|');
        table.right().forEach(right -> page.append(right ? " ---: |" : " --- |"));
        page.append('\n');
        table.rows().forEach(row -> row(page, row));
      }
    }
    return page.toString();
  }

  private static void row(StringBuilder page, List<String> cells) {
    page.append('|');
    for (String cell : cells) {
      page.append(' ').append(Markdown.cell(cell.strip())).append(" |");
    }
    page.append('\n');
  }
}
