package org.isfsim.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The site that is made of the project's pages. */
class DocumentationSiteTest {

  private static final Path HOME = Path.of(System.getProperty("isfsim.home"));
  private static final Pattern LINK = Pattern.compile("<a href=\"([^\"#:]*)(#[^\"]*)?\"");

  private static Map<Path, String> pages;

  @BeforeAll
  static void make() throws IOException {
    pages = DocumentationSite.of(HOME);
  }

  @Test
  void everyLinkOfTheSiteLeadsSomewhere() {
    Path site = HOME.resolve("target/site");
    List<String> lost = new ArrayList<>();
    pages.forEach(
        (page, html) -> {
          Matcher link = LINK.matcher(html);
          while (link.find()) {
            String file = link.group(1);
            Path up = page.getParent() == null ? Path.of("") : page.getParent();
            Path to = file.isEmpty() ? page : up.resolve(file).normalize();
            String other = pages.get(to);
            boolean isThere =
                other == null
                    ? Files.exists(site.resolve(up).resolve(file).normalize())
                    : link.group(2) == null
                        || other.contains("id=\"" + link.group(2).substring(1) + "\"");
            if (!isThere) {
              lost.add(page + ": " + link.group());
            }
          }
        });
    assertThat(lost).isEmpty();
  }

  @Test
  void theIndexNamesEveryPageOfTheDocumentation() {
    String index = String.valueOf(pages.get(Path.of("index.html")));
    pages.keySet().stream()
        .filter(page -> page.startsWith("docs") && !page.endsWith("README.html"))
        .filter(page -> !page.startsWith("docs/teaching"))
        .forEach(page -> assertThat(index).contains("href=\"" + page + "\""));
  }

  @Test
  void noPageHasAScriptOrAsksForAnything() {
    pages.forEach(
        (page, html) ->
            assertThat(html)
                .as(page.toString())
                .contains("default-src 'none'")
                .doesNotContain("<script", "src=\"http"));
  }
}
