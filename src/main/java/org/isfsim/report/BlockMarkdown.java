package org.isfsim.report;

import java.util.List;

/** Writes blocks as a page of GitHub's Markdown. */
public final class BlockMarkdown {

  private final StringBuilder page = new StringBuilder();

  private BlockMarkdown() {}

  /** The page of some blocks; lines end with {@code \n}, also the last. */
  public static String of(List<Block> blocks) {
    BlockMarkdown writer = new BlockMarkdown();
    blocks.forEach(writer::block);
    return writer.page.toString();
  }

  private void block(Block block) {
    if (page.length() > 0) {
      page.append('\n');
    }
    if (block instanceof Block.Heading heading) {
      page.append("#".repeat(heading.level())).append(' ').append(Markdown.cell(heading.text()));
      page.append('\n');
    } else if (block instanceof Block.Paragraph paragraph) {
      page.append(Markdown.cell(paragraph.text())).append('\n');
    } else if (block instanceof Block.Items items) {
      items.texts().forEach(text -> page.append("- ").append(Markdown.cell(text)).append('\n'));
    } else if (block instanceof Block.Grid grid) {
      row(grid.head());
      page.append('|');
      for (int c = 0; c < grid.head().size(); c++) {
        boolean left = c < grid.names() || grid.words() && c == grid.head().size() - 1;
        page.append(left ? " --- |" : " ---: |");
      }
      page.append('\n');
      grid.rows().forEach(this::row);
    }
  }

  private void row(List<String> cells) {
    page.append('|');
    cells.forEach(cell -> page.append(' ').append(Markdown.cell(cell)).append(" |"));
    page.append('\n');
  }
}
