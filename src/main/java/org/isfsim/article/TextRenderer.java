package org.isfsim.article;

import java.util.List;

/** Lays an article out as text that fits a width; commands alone are never broken. */
final class TextRenderer implements Renderer {

  private static final String INDENT = "  ";

  /** What lies deeper in a tree stands no farther in. */
  private static final int DEEPEST = 34;

  private final TextStyle style;

  TextRenderer(TextStyle style) {
    this.style = style;
  }

  @Override
  public String render(Article article) {
    StringBuilder text = new StringBuilder();
    article.blocks().forEach(block -> block(block, text));
    return text.toString();
  }

  private void block(Block block, StringBuilder text) {
    if (block instanceof Block.Heading heading) {
      if (!text.isEmpty()) {
        line("", text);
      }
      TextTable.wrap(heading.text(), style.width())
          .forEach(line -> line(style.heading(line), text));
    } else if (block instanceof Block.Paragraph paragraph) {
      TextTable.wrap(INDENT + paragraph.text(), style.width()).forEach(line -> line(line, text));
    } else if (block instanceof Block.Lead lead) {
      TextTable.wrap(lead.text(), style.width()).forEach(line -> line(line, text));
    } else if (block instanceof Block.Notice notice) {
      TextTable.wrap(notice.text(), style.width()).forEach(line -> line(line, text));
    } else if (block instanceof Block.Line of) {
      line(of.text(), text);
    } else if (block instanceof Block.Space) {
      line("", text);
    } else if (block instanceof Block.Command command) {
      line(INDENT + INDENT + command.line(), text);
    } else if (block instanceof Block.Tree tree) {
      tree.branches().forEach(branch -> branch(branch, INDENT, text));
    } else if (block instanceof Block.Items items) {
      items.texts().forEach(item -> hanging(item, INDENT, "- ", text));
    } else if (block instanceof Block.Terms terms) {
      terms
          .terms()
          .forEach(
              term -> {
                hanging(term.name(), INDENT, "", text);
                hanging(
                    (term.title().isEmpty() ? "" : term.title() + ". ") + term.means() + ".",
                    INDENT + INDENT,
                    "",
                    text);
              });
    } else if (block instanceof Table table) {
      lines(table).forEach(line -> line(line, text));
    }
  }

  private List<String> lines(Table table) {
    if (table.names() > 0) {
      return GridText.lines(table, style.width());
    }
    boolean isFitted = table.columns().stream().anyMatch(c -> c.room() != Column.AS_NEEDED);
    if (!isFitted) {
      return ColumnsText.lines(table, style.width());
    }
    List<String> fitted = FittedText.lines(table, style);
    return fitted.stream().allMatch(line -> line.length() <= style.width())
        ? fitted
        : GridText.lines(table.grid(), style.width());
  }

  private void branch(Branch branch, String indent, StringBuilder text) {
    String mark = branch.mark().isEmpty() ? "" : branch.mark() + " ";
    String first = indent + mark;
    String below = indent + (mark.isEmpty() ? "" : " ".repeat(mark.length()));
    for (String part : TextTable.wrap(branch.words(), style.width() - below.length())) {
      line(first + part, text);
      first = below;
    }
    String deeper = indent.length() < DEEPEST ? indent + INDENT : indent;
    branch.below().forEach(under -> branch(under, deeper, text));
  }

  /** A text behind a mark, and what does not fit on its line farther in below. */
  private void hanging(String words, String indent, String mark, StringBuilder text) {
    String first = indent + mark;
    String below = indent + INDENT;
    for (String part : TextTable.wrap(words, style.width() - below.length())) {
      line(first + part, text);
      first = below;
    }
  }

  private static void line(String line, StringBuilder text) {
    // A name may hold a line end; what stands behind it is no line of the answer.
    text.append(line.replace("\n", "\\n")).append('\n');
  }
}
