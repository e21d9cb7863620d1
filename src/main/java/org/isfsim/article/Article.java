package org.isfsim.article;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.isfsim.drawing.Picture;

/**
 * An answer for people to read: headings, paragraphs, lists, pictures and tables. It is built once;
 * every form says the same.
 */
public final class Article {

  private final List<Block> blocks = new ArrayList<>();
  private final Map<String, Note> notes = new LinkedHashMap<>();

  /**
   * What stands behind an id, such as that of a claim.
   *
   * @param about where it comes from
   * @param says what it says
   */
  public record Note(String about, String says) {}

  /** Adds a heading: level 1 for the title, 2 and 3 below. */
  public Article heading(int level, String text) {
    return add(new Block.Heading(level, text));
  }

  /** Adds a paragraph. */
  public Article paragraph(String text) {
    return add(new Block.Paragraph(text));
  }

  /** Adds a list. */
  public Article items(List<String> texts) {
    return add(new Block.Items(texts));
  }

  /** Adds an empty line. */
  public Article space() {
    return add(new Block.Space());
  }

  /** Adds a command. */
  public Article command(String line) {
    return add(new Block.Command(line));
  }

  /** Adds a picture whose figures stand in a table of the article, or in those given. */
  public Article picture(Picture picture, Table... behind) {
    return add(new Block.Figure(picture, List.of(behind)));
  }

  /**
   * Adds a table of words unless it has no rows.
   *
   * @param head the names of the columns; one that begins with {@code >} holds figures
   */
  public Article table(List<String> head, List<List<String>> rows) {
    return rows.isEmpty() ? this : add(Table.ofWords(head, rows));
  }

  /** Adds all blocks and notes of another article. */
  public Article all(Article other) {
    blocks.addAll(other.blocks);
    notes.putAll(other.notes);
    return this;
  }

  /** Adds a block. */
  public Article add(Block block) {
    blocks.add(block);
    return this;
  }

  /** Notes what stands behind an id that occurs in the article. */
  public Article note(String id, Note note) {
    notes.put(id, note);
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
    return block instanceof Block.Heading heading && heading.level() > 1 || block instanceof Table;
  }

  /** What it is made of, in order. */
  public List<Block> blocks() {
    return List.copyOf(blocks);
  }

  /** What stands behind ids that occur in it. */
  public Map<String, Note> notes() {
    return Map.copyOf(notes);
  }

  /** Its title: its first heading; empty without one. */
  public String title() {
    return blocks.stream()
        .flatMap(b -> b instanceof Block.Heading heading ? Stream.of(heading.text()) : null)
        .findFirst()
        .orElse("");
  }

  /** Its named tables, also those that are folded away or stand behind pictures. */
  public List<Table> tables() {
    return tables(blocks).filter(table -> !table.name().isEmpty()).toList();
  }

  private static Stream<Table> tables(List<Block> blocks) {
    return blocks.stream().flatMap(Article::tables);
  }

  private static Stream<Table> tables(Block block) {
    if (block instanceof Block.Details details) {
      return tables(details.blocks());
    }
    if (block instanceof Block.Figure figure) {
      return figure.behind().stream();
    }
    if (block instanceof Block.Data data) {
      return Stream.of(data.table());
    }
    return block instanceof Table table ? Stream.of(table) : Stream.empty();
  }

  /** As text that fits the style's width; lines end with {@code \n}, also the last. */
  public String text(TextStyle style) {
    return new TextRenderer(style).render(this);
  }

  /** As a page of GitHub's Markdown; lines end with {@code \n}, also the last. */
  public String markdown() {
    return new MarkdownRenderer().render(this);
  }

  /**
   * As comma-separated values: its first named table.
   *
   * @throws IllegalArgumentException if it has none
   */
  public String csv() {
    return new CsvRenderer(tables().isEmpty() ? "" : tables().get(0).name()).render(this);
  }

  /**
   * As one JSON document: its named tables with their values.
   *
   * @param head what stands above them
   */
  public String json(Map<String, Object> head) {
    return new JsonRenderer(head).render(this);
  }

  /** As one file of HTML that needs nothing else. */
  public String html() {
    return new HtmlRenderer().render(this);
  }

  /** As elements of HTML, to stand in a page that has a style for them. */
  public String elements() {
    StringBuilder page = new StringBuilder();
    HtmlBlocks writer = new HtmlBlocks(notes, page);
    blocks.forEach(writer::block);
    return page.toString();
  }
}
