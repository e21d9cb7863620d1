package org.isfsim.page;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.isfsim.article.Html;
import org.isfsim.exact.TooLargeException;
import org.isfsim.report.Circumstances;
import org.isfsim.report.RunArticle;
import org.isfsim.report.RunReport;
import org.isfsim.scenario.Scenario;
import org.jspecify.annotations.Nullable;

/**
 * Writes a page: one file of HTML with the model, the engine compiled for browsers, the controls,
 * and the report of the setting that it begins with, which stands there before anything has run.
 *
 * <p>Its policy of content allows one script and one style, which stand in it, and workers made
 * from it. It forbids everything from elsewhere.
 */
public final class PageWriter {

  /** The engine compiled to JavaScript. */
  private static final String JAVASCRIPT = "engine.js";

  /** The same compiled to WebAssembly. */
  private static final String WEBASSEMBLY = "engine.wasm";

  /** The engines, which the build compiles and packs. */
  static final List<String> ENGINES = List.of(JAVASCRIPT, WEBASSEMBLY);

  /** How the names of packed engines end, which stand beside the classes of this package. */
  static final String PACKED = ".lzma";

  /** What unpacks them, compiled to JavaScript, beside them. */
  private static final String UNPACKER = "unpacker.js";

  private PageWriter() {}

  /** Whether the engine was compiled, which every whole build does. */
  public static boolean hasEngine() {
    return ENGINES.stream().allMatch(e -> PageWriter.class.getResource(e + PACKED) != null);
  }

  /**
   * A page.
   *
   * @param models the scenarios that the page is of
   * @param data the same as the page holds them
   * @param starts the settings that can be begun with, by their names; the page begins with the
   *     first
   * @param lesson the lesson of the page, if it has one
   * @param sides who stands on which side, for what is said beside controls
   * @throws TooLargeException if a walk would need too much room
   * @throws IllegalStateException if the engine was not compiled
   */
  public static String write(
      PageModels models,
      PageData data,
      Map<String, PageSetting> starts,
      Optional<LessonReady> lesson,
      Circumstances.Sides sides)
      throws TooLargeException {
    PageSetting start = starts.values().iterator().next();
    PageModel model = models.of(start);
    Scenario scenario = model.plain();
    PageReady ready = new PageReady();
    lesson.ifPresent(of -> of.answers().forEach(ready::answer));
    String choice = PageStart.choice(PageStart.of(starts, models, ready), models);
    for (Path of : models.scenarios()) {
      ready.controls(controls(models.of(of), sides));
    }
    RunReport report = model.report(start, PageModel.Depth.ALL);
    String style = text("/org/isfsim/article/article.css") + text("page.css");
    String script = text("page.js");
    StringBuilder page = new StringBuilder();
    page.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
        .append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none';")
        .append(" script-src " + Html.hashSource(script) + " 'wasm-unsafe-eval';")
        .append(" style-src " + Html.hashSource(style) + "; worker-src blob:;")
        .append(" base-uri 'none'; form-action 'none'\">\n")
        .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
        .append("<meta name=\"referrer\" content=\"no-referrer\">\n")
        .append("<title>" + Html.escaped(scenario.title()) + "</title>\n<style>" + style)
        .append("</style>\n</head>\n<body>\n")
        .append("<a class=\"skip\" href=\"#result\">Skip to the answer</a>\n")
        .append("<div class=\"page\">\n")
        .append(lesson.map(of -> LessonPanel.of(of.lesson())).orElse(""))
        .append("<aside aria-label=\"Setting\">\n")
        .append(text("page-head.html"))
        .append(choice)
        .append("<div id=\"controls\"></div>\n")
        .append(text("page-foot.html"))
        .append("</aside>\n<main id=\"main\">\n")
        .append("<p id=\"status\" role=\"status\"></p>\n")
        .append("<div id=\"comparison\"></div>\n")
        .append(PageQuestions.of(model.plan(scenario).outcome().domain().texts()))
        .append("<div id=\"result\" tabindex=\"-1\">\n")
        .append(RunArticle.of(report).elements())
        .append("</div>\n</main>\n</div>\n");
    block("start", start.link(), page);
    block("model", packed(data.toBytes()), page);
    block("ready", packed(ready.document().getBytes(StandardCharsets.UTF_8)), page);
    block("worker", text("worker.js"), page);
    block("starter", text("webassembly.js"), page);
    block("unpacker", packed(bytes(UNPACKER)), page);
    block("webassembly", Base85.encoded(bytes(WEBASSEMBLY + PACKED)), page);
    block("javascript", Base85.encoded(bytes(JAVASCRIPT + PACKED)), page);
    return page.append("<script>" + script + "</script>\n</body>\n</html>\n").toString();
  }

  private static String controls(PageModel model, Circumstances.Sides sides)
      throws TooLargeException {
    Scenario plain = model.plain();
    RunReport report = model.report(PageSetting.NONE, PageModel.Depth.RANGES);
    return PageControls.of(plain, model.plan(plain), report, sides);
  }

  /** What is no script, so that nothing in it runs. */
  private static void block(String id, String content, StringBuilder page) {
    page.append("<script type=\"text/plain\" id=\"" + id + "\">" + content + "</script>\n");
  }

  private static String packed(byte[] bytes) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(packed)) {
      out.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Base85.encoded(packed.toByteArray());
  }

  private static String text(String resource) {
    return new String(bytes(resource), StandardCharsets.UTF_8);
  }

  private static byte[] bytes(String resource) {
    try (@Nullable InputStream in = PageWriter.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException(resource + " is missing: build isfsim with mvn package");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
