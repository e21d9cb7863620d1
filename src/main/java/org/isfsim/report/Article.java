package org.isfsim.report;

import java.util.ArrayList;
import java.util.List;

/**
 * An answer for people to read: headings, paragraphs, lists and tables, to be laid out as text or
 * as Markdown. It is built once; both layouts say the same.
 */
public final class Article {

  private final List<Block> blocks = new ArrayList<>();

  /** Adds a heading: level 1 for the title, 2 and 3 below. */
  Article heading(int level, String text) {
    return add(new Block.Heading(level, text));
  }

  Article paragraph(String text) {
    return add(new Block.Paragraph(text));
  }

  Article items(List<String> texts) {
    return add(new Block.Items(texts));
  }

  Article space() {
    return add(new Block.Space());
  }

  Article lines(List<String> lines) {
    return add(new Block.Lines(lines));
  }

  /**
   * Adds a table unless it has no rows.
   *
   * @param head the names of the columns; one that begins with {@code >} holds figures
   */
  Article table(List<String> head, List<List<String>> rows) {
    if (!rows.isEmpty()) {
      List<Boolean> figures = head.stream().map(name -> name.startsWith(">")).toList();
      List<String> names = head.stream().map(name -> name.replaceFirst("^>", "")).toList();
      add(new Block.Table(names, figures, rows));
    }
    return this;
  }

  /** The same with a paragraph at the end of what stands above its first section. */
  public Article noting(String text) {
    int end = 0;
    while (end < blocks.size() && !isSection(blocks.get(end))) {
      end++;
    }
    blocks.add(end, new Block.Paragraph(text));
    return this;
  }

  private static boolean isSection(Block block) {
    return block instanceof Block.Heading heading && heading.level() > 1
        || block instanceof Block.Table
        || block instanceof Block.Grid;
  }

  Article add(Block block) {
    blocks.add(block);
    return this;
  }

  /** As text that fits the style's width; lines end with {@code \n}, also the last. */
  public String text(TextStyle style) {
    return ArticleText.of(blocks, style);
  }

  /** As a page of GitHub's Markdown; lines end with {@code \n}, also the last. */
  public String markdown() {
    return ArticleMarkdown.of(blocks);
  }
}
