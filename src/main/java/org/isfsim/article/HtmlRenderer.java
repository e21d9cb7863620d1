package org.isfsim.article;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Writes an article as one file of HTML 5 that needs no other file, no network and no script. Its
 * policy of content forbids all of them, and allows the one style sheet that stands in it.
 */
final class HtmlRenderer implements Renderer {

  private static final String STYLE = style();

  @Override
  public String render(Article article) {
    StringBuilder page = new StringBuilder();
    String title = Html.escaped(article.title());
    page.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
        .append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none';")
        .append(" style-src " + Html.hashSource(STYLE) + "; base-uri 'none'; form-action 'none'\">")
        .append("\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
        .append("<meta name=\"referrer\" content=\"no-referrer\">\n")
        .append("<title>" + title + "</title>\n<style>" + STYLE + "</style>\n</head>\n<body>\n")
        .append("<a class=\"skip\" href=\"#main\">Skip to the content</a>\n");
    List<Block> blocks = article.blocks();
    List<String> sections = sections(blocks);
    page.append("<main id=\"main\">\n");
    HtmlBlocks writer = new HtmlBlocks(article.notes(), page);
    boolean isListed = sections.size() < 3;
    for (Block block : blocks) {
      if (!isListed && HtmlBlocks.isSection(block)) {
        contents(sections, page);
        isListed = true;
      }
      writer.block(block);
    }
    return page.append("</main>\n</body>\n</html>\n").toString();
  }

  private static List<String> sections(List<Block> blocks) {
    List<String> sections = new ArrayList<>();
    for (Block block : blocks) {
      if (HtmlBlocks.isSection(block)) {
        sections.add(HtmlBlocks.sectionTitle(block));
      }
    }
    return sections;
  }

  private static void contents(List<String> sections, StringBuilder page) {
    page.append("<nav aria-label=\"Contents\">\n<ol>\n");
    for (int i = 0; i < sections.size(); i++) {
      page.append("<li><a href=\"#s" + (i + 1) + "\">" + Html.escaped(sections.get(i)))
          .append("</a></li>\n");
    }
    page.append("</ol>\n</nav>\n");
  }

  private static String style() {
    try (InputStream file = HtmlRenderer.class.getResourceAsStream("article.css")) {
      return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
