package org.isfsim.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.isfsim.drawing.BarChart;
import org.junit.jupiter.api.Test;

/** One small article in every form. */
final class RenderersTest {

  private static final String HOSTILE =
      "<script>alert(1)</script> &lt;b&gt; \"x\" 'y' \u202egnp.exe \u0007 *a* | `b`";

  private static Article article() {
    Article article = new Article();
    article.heading(1, "Title");
    article.heading(2, "Part");
    article.paragraph("A paragraph.");
    article.add(new Block.Notice("A notice."));
    article.items(List.of("one", "two"));
    article.command("isfsim run 'a b.yaml' --set " + "x".repeat(90));
    article.tree(Branch.of("root", Branch.marked("then", "leaf")));
    article.picture(
        new BarChart("Bars", "Bars: a 50.0 %.", List.of(bar())),
        Table.ofWords(List.of("behind", ">p"), List.of(List.of("a", "50.0 %"))));
    article.note("S001-1", new Article.Note("S001-1, somebody:", "It is so."));
    article.note("word", new Article.Note("", "What it means."));
    article.add(table());
    article.add(
        new Block.Details(
            "More", List.of(new Block.Terms(List.of(new Block.Term("word", "", "Meaning"))))));
    return article;
  }

  private static BarChart.Bar bar() {
    return new BarChart.Bar("a", 0.5, 0.25, 0.75, "#0072b2", "50.0 %");
  }

  private static Table table() {
    return Table.of(
        "things",
        List.of(
            Column.words("Thing"),
            Column.figures("p"),
            Column.words("Range"),
            Column.figures("Cases"),
            Column.words("Day"),
            Column.words("Claims"),
            Column.figures("Change"),
            Column.words("At")),
        List.of(
            List.of(
                new Cell.Term("word"),
                new Cell.Probability(0.125),
                new Cell.Interval(0, 0.5, "a=1", "b=2"),
                new Cell.Count(12345),
                new Cell.Date(LocalDate.of(2026, 1, 6)),
                new Cell.Claims(List.of("S001-1", "S001-2")),
                new Cell.Points(-0.031),
                new Cell.Address("force.ceiling"))));
  }

  @Test
  void textIsAsWideAsAskedButForCommands() {
    String text = article().text(TextStyle.PLAIN);
    assertThat(text.lines().filter(line -> line.length() > 80))
        .hasSize(1)
        .allSatisfy(line -> assertThat(line).startsWith("    isfsim run 'a b.yaml' --set xxx"));
    assertThat(text).contains("12.5 %", "2026-01-06", "-3.1", "force.ceiling");
    assertThat(text).doesNotContain("Meaning");
  }

  @Test
  void markdownHasEveryBlockButPictures() {
    assertThat(article().markdown())
        .contains(
            "# Title\n", "## Part\n", "- one\n", "```sh\nisfsim run", "- root\n  - **then** leaf\n")
        .contains("| word | 12.5 % | 0 % (a=1) to 50.0 % (b=2) | 12,345 | 2026-01-06 |")
        .contains("| S001-1, S001-2 | -3.1 | `force.ceiling` |\n")
        .contains("### More\n", "- **word**: Meaning.\n")
        .doesNotContain("svg");
  }

  @Test
  void htmlShowsWhatIdsStandForInPlace() {
    assertThat(article().html())
        .contains("<th scope=\"row\"><details><summary>word</summary>")
        .contains("<b>S001-1, somebody:</b> It is so.")
        .contains("<time datetime=\"2026-01-06\">2026-01-06</time>")
        .contains("<code>force.ceiling</code>")
        .contains("<figcaption>Bars</figcaption>", "role=\"img\" aria-label=\"Bars: a 50.0 %.\"");
  }

  @Test
  void aColumnInWhichNoRowSaysAnythingIsNotShown() {
    Article article = new Article();
    article.add(
        Table.of(
            "things",
            List.of(Column.words("Thing"), Column.words("Nothing"), Column.figures("p")),
            List.of(
                List.of(new Cell.Words("a"), Cell.NONE, new Cell.Probability(0.5)),
                List.of(new Cell.Words("b"), Cell.NONE))));
    assertThat(article.html()).contains(">Thing<", ">p<").doesNotContain("Nothing");
    assertThat(article.markdown()).contains("| Thing | p |").doesNotContain("Nothing");
  }

  @Test
  void programsGetValuesNotWords() {
    assertThat(article().tables()).hasSize(1);
    assertThat(article().csv("things"))
        .isEqualTo(
            "Thing,p,Range low,Range high,Range low-by,Range high-by,Cases,Day,Claims,Change,At\n"
                + "word,0.125,0.0,0.5,a=1,b=2,12345,2026-01-06,S001-1 S001-2,-0.031,"
                + "force.ceiling\n");
    assertThat(article().json(Json.object("command", "try")))
        .contains("\"things\": [")
        .contains("\"p\": 0.125", "\"Cases\": 12345", "\"low-by\": \"a=1\"")
        .contains("\"Day\": \"2026-01-06\"");
  }

  @Test
  void hostileTextIsOnlyText() {
    Article article = new Article();
    article.heading(1, HOSTILE).paragraph(HOSTILE).command(HOSTILE).items(List.of(HOSTILE));
    article.table(List.of(HOSTILE, HOSTILE), List.of(List.of(HOSTILE, HOSTILE)));
    article.note("S1", new Article.Note(HOSTILE, HOSTILE));
    article.add(
        Table.of(
            "t", List.of(Column.words("c")), List.of(List.of(new Cell.Claims(List.of("S1"))))));
    article.picture(
        new BarChart(
            HOSTILE, HOSTILE, List.of(new BarChart.Bar(HOSTILE, 1, 1, 1, "#000000", HOSTILE))));
    article.add(
        new Block.Details(
            HOSTILE, List.of(new Block.Terms(List.of(new Block.Term(HOSTILE, HOSTILE, HOSTILE))))));

    String html = article.html();

    assertThat(html)
        .doesNotContain("<script", "\u202e", "\u0007", "<b>x")
        .contains("&lt;script&gt;", "&amp;lt;b&amp;gt;", "\\u202e", "\\u0007");
    assertThat(
            html.replaceAll("(?s)<style>.*</style>", "").codePoints().filter(c -> c == '"').count())
        .as("quotes of attributes come in pairs")
        .isEven();
    assertThat(article.markdown()).contains("\\<script\\>", "\\*a\\*");
  }

  @Test
  void htmlNeedsNothingElseAndRunsNoScript() {
    String html = article().html();
    assertThat(html)
        .startsWith("<!DOCTYPE html>\n<html lang=\"en\">")
        .contains("default-src 'none'", "class=\"skip\"", "<main id=\"main\">")
        .doesNotContainPattern(
            "(?i)<script|<link|<img|<iframe|javascript:|\\son\\w+=|@import|url\\(")
        .doesNotContainPattern("style=\"")
        .doesNotContainPattern("(?:href|src)=\"(?!#)");
    assertThat(html.replace("http://www.w3.org/2000/svg", "")).doesNotContain("http:", "https:");
  }

  @Test
  void everyHeaderHasAScopeAndEveryPictureWordsAndFigures() {
    String html = article().html();
    assertThat(html.split("<th ", -1)).hasSize(html.split("<th scope=\"(row|col)\"", -1).length);
    assertThat(html).doesNotContain("<th>");
    assertThat(html.split("<figure>", -1))
        .hasSize(html.split("<svg[^>]*role=\"img\" aria-label=\"[^\"]+\"", -1).length);
  }

  @Test
  void theSameArticleGivesTheSameBytes() {
    assertThat(article().html()).isEqualTo(article().html());
  }

  /** A form of its own takes one class: here a few lines, since the blocks say what they are. */
  @Test
  void aNewFormTakesOneRenderer() {
    Renderer asciidoc =
        article ->
            article.blocks().stream()
                .map(
                    block ->
                        block instanceof Block.Heading heading
                            ? "=".repeat(heading.level()) + " " + heading.text()
                            : block instanceof Block.Paragraph paragraph ? paragraph.text() : "")
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("\n\n", "", "\n"));
    assertThat(asciidoc.render(article())).isEqualTo("= Title\n\n== Part\n\nA paragraph.\n");
  }
}
