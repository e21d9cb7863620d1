package org.isfsim.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.isfsim.article.Json;
import org.isfsim.page.PageWriter;

/**
 * Pages for Chromium, and questions to them. Tests that need them are left out, with a message,
 * unless the property {@value #WANTED} asks for them: they need Chromium, and the engines that a
 * whole build compiles. {@code .ci/run} has both.
 */
final class BrowserPages {

  static final String WANTED = "isfsim.browser";

  private BrowserPages() {}

  /** A Chromium, or the test is left out. */
  static Chromium chromium() throws IOException {
    Optional<Path> program = Chromium.program();
    assumeTrue(
        Boolean.getBoolean(WANTED),
        "left out: pages in Chromium; after mvn package: mvn surefire:test"
            + " -Dtest='Page*InBrowserTest' -D"
            + WANTED
            + "=true");
    assertThat(PageWriter.hasEngine()).as("mvn package has compiled the engines").isTrue();
    return new Chromium(program.orElseThrow(), 1024);
  }

  /** Writes the page of a scenario. */
  static Path page(Path folder, Path scenario, Path rules, String... more) {
    Path page = folder.resolve(scenario.getFileName() + ".html");
    List<String> command = new ArrayList<>(List.of("page", scenario.toString()));
    command.addAll(List.of("-o", page.toString(), "--rules", rules.toString()));
    command.addAll(List.of(more));
    Ran ran = Ran.isfsim(command.toArray(String[]::new));
    assertThat(ran.err()).isEmpty();
    assertThat(ran.code()).isZero();
    return page;
  }

  /** What the page's engine says to a question about a setting. */
  static String asked(Chromium chromium, String question, List<String> setting) throws IOException {
    return String.valueOf(answered(chromium, question, setting).get("text"));
  }

  /** The same, with what kind of engine said it. */
  static Map<?, ?> answered(Chromium chromium, String question, List<String> setting)
      throws IOException {
    String detail =
        Json.document(Json.object("question", question, "setting", linked(setting), "number", 1));
    String answer =
        chromium.evaluate(
            "new Promise(function (resolve) {"
                + "document.addEventListener('isfsim-answer', function (event) {"
                + "resolve(JSON.stringify(event.detail)); }, { once: true });"
                + "document.dispatchEvent(new CustomEvent('isfsim-question', { detail: "
                + detail
                + "})); })");
    Map<?, ?> told = (Map<?, ?>) Json.read(answer);
    assertThat(told.get("defect")).isNull();
    return told;
  }

  static String linked(List<String> setting) {
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < setting.size(); i += 2) {
      parts.add(setting.get(i) + "=" + encoded(setting.get(i + 1)));
    }
    return String.join("&", parts);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
