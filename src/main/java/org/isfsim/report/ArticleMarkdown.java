package org.isfsim.report;

import java.util.List;
import java.util.function.IntPredicate;

/** Writes an article as a page of GitHub's Markdown. */
final class ArticleMarkdown {

  private final StringBuilder page = new StringBuilder();

  private ArticleMarkdown() {}

  static String of(List<Block> blocks) {
    ArticleMarkdown writer = new ArticleMarkdown();
    blocks.stream().filter(block -> !(block instanceof Block.Space)).forEach(writer::block);
    return writer.page.toString();
  }

  private void block(Block block) {
    if (!page.isEmpty()) {
      page.append('\n');
    }
    if (block instanceof Block.Heading heading) {
      line("#".repeat(heading.level()) + " " + Markdown.escaped(heading.text()));
    } else if (block instanceof Block.Paragraph paragraph) {
      line(Markdown.escaped(paragraph.text()));
    } else if (block instanceof Block.Lines lines) {
      line("```text");
      lines.lines().forEach(this::line);
      line("```");
    } else if (block instanceof Block.Items items) {
      items.texts().forEach(text -> line("- " + Markdown.escaped(text)));
    } else if (block instanceof Block.Table table) {
      table(table.head(), table.figures()::get, table.rows());
    } else if (block instanceof Block.Grid grid) {
      table(grid.head(), grid::isFigure, grid.rows());
    }
  }

  private void table(List<String> head, IntPredicate isFigure, List<List<String>> rows) {
    row(head);
    page.append('|');
    for (int column = 0; column < head.size(); column++) {
      page.append(isFigure.test(column) ? " ---: |" : " --- |");
    }
    page.append('\n');
    rows.forEach(this::row);
  }

  private void row(List<String> cells) {
    page.append('|');
    cells.forEach(cell -> page.append(' ').append(Markdown.cell(cell.strip())).append(" |"));
    page.append('\n');
  }

  private void line(String line) {
    page.append(line).append('\n');
  }
}
