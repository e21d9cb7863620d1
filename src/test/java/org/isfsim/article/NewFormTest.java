package org.isfsim.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.isfsim.report.FakeRuns;
import org.isfsim.report.RunArticle;
import org.junit.jupiter.api.Test;

/** A form of answers is one class. */
final class NewFormTest {

  @Test
  void aFormThatIsOneClassShowsAllThatMarkdownShowsOfARun() {
    Article article = RunArticle.of(FakeRuns.exactReport());
    String text = new AsciiDoc().render(article);
    assertThat(text).contains("\n= " + article.title() + "\n", "|===", "----\nisfsim ");
    for (String line : article.markdown().lines().toList()) {
      if (line.startsWith("#")) {
        assertThat(text).contains(line.replace("#", "").strip());
      }
    }
    for (Table table : article.tables()) {
      for (List<Cell> row : table.rows()) {
        row.stream().limit(1).forEach(cell -> assertThat(text).contains(cell.words()));
      }
    }
  }
}
