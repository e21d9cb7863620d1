package org.isfsim.site;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.heading.anchor.HeadingAnchorExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.isfsim.article.Html;

/**
 * Makes a small site of the project's pages of Markdown, to be read from disk: one file of HTML for
 * each, in the same folders, and {@code index.html} of {@code docs/README.md}. No script, no
 * network; pictures are in the files.
 */
public final class DocumentationSite {

  private static final Path INDEX = Path.of("docs/README.md");
  private static final List<Extension> EXTENSIONS =
      List.of(TablesExtension.create(), HeadingAnchorExtension.create());
  private static final Parser PARSER = Parser.builder().extensions(EXTENSIONS).build();
  private static final HtmlRenderer RENDERER =
      HtmlRenderer.builder().extensions(EXTENSIONS).escapeHtml(true).build();

  private final Path home;

  private DocumentationSite(Path home) {
    this.home = home;
  }

  /** Writes the site of the project in the first folder into the second. */
  public static void main(String[] arguments) throws IOException {
    Path site = Path.of(arguments[1]);
    for (Map.Entry<Path, String> page : of(Path.of(arguments[0])).entrySet()) {
      Path file = site.resolve(page.getKey());
      Files.createDirectories(file.getParent());
      Files.writeString(file, page.getValue());
    }
  }

  /** The pages of a project by their places in the site. */
  public static Map<Path, String> of(Path home) throws IOException {
    DocumentationSite site = new DocumentationSite(home);
    Map<Path, String> pages = new TreeMap<>();
    for (Path file : site.files()) {
      pages.put(html(file), site.page(file, html(file)));
    }
    pages.put(Path.of("index.html"), site.page(INDEX, Path.of("index.html")));
    return pages;
  }

  private List<Path> files() throws IOException {
    List<Path> files = new ArrayList<>();
    try (Stream<Path> top = Files.list(home);
        Stream<Path> docs = Files.walk(home.resolve("docs"))) {
      Stream.concat(top, docs)
          .filter(file -> file.toString().endsWith(".md") && Files.isRegularFile(file))
          .map(home::relativize)
          .sorted()
          .forEach(files::add);
    }
    return files;
  }

  private static Path html(Path markdown) {
    String name = markdown.getFileName().toString();
    return markdown.resolveSibling(name.substring(0, name.length() - 3) + ".html");
  }

  private String page(Path from, Path to) throws IOException {
    Node document = PARSER.parse(Files.readString(home.resolve(from)));
    Titles titles = new Titles();
    document.accept(titles);
    Links links = new Links(from, to);
    document.accept(links);
    String style = style();
    Path up = to.getParent() == null ? Path.of("") : to.getParent();
    return "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
        + "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
        + Html.hashSource(style)
        + "; img-src data:; base-uri 'none'; form-action 'none'\">\n"
        + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>"
        + Html.escaped(titles.first)
        + "</title>\n<style>"
        + style
        + "</style>\n</head>\n<body class=\""
        + (from.toString().endsWith("-worksheet.md") ? "worksheet" : "document")
        + "\">\n<nav aria-label=\"Site\"><a href=\""
        + written(up.relativize(Path.of("index.html")))
        + "\">Documentation</a> <a href=\""
        + written(up.relativize(Path.of("README.html")))
        + "\">isfsim</a></nav>\n<main>\n"
        + RENDERER
            .render(document)
            .replace("<table>", "<div class=\"wide\"><table>")
            .replace("</table>", "</table></div>")
        + "</main>\n</body>\n</html>\n";
  }

  private String style() throws IOException {
    return Files.readString(home.resolve("src/test/resources/org/isfsim/site/site.css"));
  }

  private static String written(Path path) {
    return path.toString().replace('\\', '/');
  }

  /** The text of the first heading. */
  private static final class Titles extends AbstractVisitor {
    private String first = "";

    @Override
    public void visit(Heading heading) {
      if (first.isEmpty()) {
        StringBuilder text = new StringBuilder();
        heading.accept(
            new AbstractVisitor() {
              @Override
              public void visit(Text part) {
                text.append(part.getLiteral());
              }
            });
        first = text.toString();
      }
    }
  }

  /** Makes links lead to pages of the site, or to files of the project beside it. */
  private final class Links extends AbstractVisitor {
    private final Path from;
    private final Path to;

    Links(Path from, Path to) {
      this.from = from;
      this.to = to;
    }

    @Override
    public void visit(Link link) {
      link.setDestination(destination(link.getDestination()));
      visitChildren(link);
    }

    private String destination(String link) {
      if (link.startsWith("#") || link.contains(":")) {
        return link;
      }
      int sign = link.indexOf('#');
      String file = sign < 0 ? link : link.substring(0, sign);
      String anchor = sign < 0 ? "" : link.substring(sign);
      Path target = resolved(file);
      Path up = to.getParent() == null ? Path.of("") : to.getParent();
      Path shown =
          file.endsWith(".md")
              ? up.relativize(html(target))
              // The site lies in target/site of the project.
              : up.relativize(Path.of("..", "..").resolve(target));
      return written(shown) + anchor;
    }

    private Path resolved(String file) {
      return home.resolve(from).resolveSibling(file).normalize().startsWith(home.normalize())
          ? home.normalize().relativize(home.resolve(from).resolveSibling(file).normalize())
          : Path.of(file);
    }

    @Override
    public void visit(Image image) {
      try {
        byte[] bytes = Files.readAllBytes(home.resolve(resolved(image.getDestination())));
        String type = image.getDestination().endsWith(".svg") ? "image/svg+xml" : "image/png";
        image.setDestination(
            "data:"
                + type
                + ";base64,"
                + new String(Base64.getEncoder().encode(bytes), StandardCharsets.US_ASCII));
      } catch (IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
    }
  }
}
