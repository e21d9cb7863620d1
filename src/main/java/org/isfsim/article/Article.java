package org.isfsim.article;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.isfsim.document.InvalidInputException;
import org.isfsim.document.Mark;
import org.isfsim.document.Problem;
import org.isfsim.document.Suggestions;
import org.isfsim.drawing.Picture;

/**
 * An answer for people to read: headings, paragraphs, lists, pictures and tables. It is built once;
 * every form says the same.
 */
public final class Article {

  private final List<Block> blocks = new ArrayList<>();
  private final Map<String, Note> notes = new LinkedHashMap<>();
  private final Map<String, Object> values = new LinkedHashMap<>();

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

  /** Adds a tree, unless it has no branches. */
  public Article tree(List<Branch> branches) {
    return branches.isEmpty() ? this : add(new Block.Tree(branches));
  }

  /** Adds a tree. */
  public Article tree(Branch... branches) {
    return tree(List.of(branches));
  }

  /** Adds a paragraph that begins at the margin. */
  public Article lead(String text) {
    return add(new Block.Lead(text));
  }

  /** Adds tables for programs alone. */
  public Article data(List<Table> tables) {
    tables.forEach(table -> add(new Block.Data(table)));
    return this;
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

  /**
   * Adds rows of words in columns without names, unless there are none; the last column takes the
   * room that is left.
   *
   * @param names what the columns hold, for the forms that cannot do without
   */
  public Article rows(List<String> names, List<List<String>> rows) {
    return rows.isEmpty() ? this : add(Table.unnamed(names, rows));
  }

  /** The same at the margin of text. */
  public Article list(List<String> names, List<List<String>> rows) {
    return rows.isEmpty() ? this : add(Table.unnamed(names, rows).flush());
  }

  /** Adds what programs read beside the tables, unless it is an empty {@link Optional}. */
  public Article value(String key, Object value) {
    values.putAll(Json.object(key, value));
    return this;
  }

  /** Adds several of these. */
  public Article values(Map<String, Object> more) {
    values.putAll(more);
    return this;
  }

  /** Adds all blocks, notes and values of another article. */
  public Article all(Article other) {
    blocks.addAll(other.blocks);
    notes.putAll(other.notes);
    values.putAll(other.values);
    return this;
  }

  /** The same with its headings a level lower, to stand below another's. */
  public Article below() {
    Article below = new Article();
    below.notes.putAll(notes);
    below.values.putAll(values);
    for (Block block : blocks) {
      below.add(
          block instanceof Block.Heading heading
              ? new Block.Heading(Math.min(3, heading.level() + 1), heading.text())
              : block);
    }
    return below;
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

  /** What programs read beside the tables. */
  public Map<String, Object> values() {
    return Collections.unmodifiableMap(values);
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
   * As comma-separated values: one of its named tables, or of the lists that programs read.
   *
   * @param name which one; the first if it is empty
   * @throws InvalidInputException if there is none of the name
   */
  public String csv(String name) {
    List<Table> all = new ArrayList<>(tables());
    values.forEach((key, value) -> Table.ofObjects(key, value).ifPresent(all::add));
    return all.stream()
        .filter(table -> name.isEmpty() || table.name().equals(name))
        .findFirst()
        .map(CsvRenderer::csv)
        .orElseThrow(() -> noTable(name, all.stream().map(Table::name).toList()));
  }

  /** What is said of a table that an answer does not have. */
  public static InvalidInputException noTable(String name, List<String> names) {
    return new InvalidInputException(
        Problem.of(Mark.of("--table " + name), "", "there is no table \"" + name + "\"")
            .allowing(String.join(", ", names))
            .advising(Suggestions.didYouMean(name, names)));
  }

  /**
   * As one JSON document: what programs read, its named tables last.
   *
   * @param head what stands above it
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
    return elements("");
  }

  /**
   * The same, block by block, so that what is shown can be renewed where it differs.
   *
   * @param end stands behind each block
   */
  public String elements(String end) {
    StringBuilder page = new StringBuilder();
    HtmlBlocks writer = new HtmlBlocks(notes, page);
    blocks.stream()
        .flatMap(HtmlBlocks::parts)
        .forEach(
            block -> {
              writer.block(block);
              page.append(end);
            });
    return page.toString();
  }
}
