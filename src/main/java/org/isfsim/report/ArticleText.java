package org.isfsim.report;

import java.util.List;

/** Lays an article out as text that fits a width. */
final class ArticleText {

  private static final String INDENT = "  ";

  private final TextStyle style;
  private final StringBuilder text = new StringBuilder();

  private ArticleText(TextStyle style) {
    this.style = style;
  }

  static String of(List<Block> blocks, TextStyle style) {
    ArticleText writer = new ArticleText(style);
    blocks.forEach(writer::block);
    return writer.text.toString();
  }

  private void block(Block block) {
    if (block instanceof Block.Heading heading) {
      if (!text.isEmpty()) {
        line("");
      }
      TextTable.wrap(heading.text(), style.width()).forEach(line -> line(style.heading(line)));
    } else if (block instanceof Block.Paragraph paragraph) {
      TextTable.wrap(INDENT + paragraph.text(), style.width()).forEach(this::line);
    } else if (block instanceof Block.Space) {
      line("");
    } else if (block instanceof Block.Lines lines) {
      for (String line : lines.lines()) {
        String indent = line.substring(0, line.length() - line.stripLeading().length());
        hanging(line.strip(), INDENT + INDENT + indent, "");
      }
    } else if (block instanceof Block.Items items) {
      items.texts().forEach(item -> hanging(item, INDENT, "- "));
    } else if (block instanceof Block.Table table) {
      ColumnsText.lines(table, style.width()).forEach(this::line);
    } else if (block instanceof Block.Grid grid) {
      GridText.lines(grid, style.width()).forEach(this::line);
    }
  }

  /** A text behind a mark, and what does not fit on its line farther in below. */
  private void hanging(String words, String indent, String mark) {
    String first = indent + mark;
    String below = indent + INDENT;
    for (String part : TextTable.wrap(words, style.width() - below.length())) {
      line(first + part);
      first = below;
    }
  }

  private void line(String line) {
    text.append(line).append('\n');
  }
}
