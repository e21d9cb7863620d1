package org.isfsim.page;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.isfsim.article.Article;
import org.isfsim.article.Json;
import org.isfsim.document.InvalidInputException;
import org.isfsim.document.Problem;
import org.isfsim.exact.TooLargeException;
import org.isfsim.page.PageModel.Depth;
import org.isfsim.report.JsonReport;
import org.isfsim.report.RunArticle;
import org.isfsim.report.RunReport;

/** The answers of a page, each as a text: elements of HTML, a report in JSON, or a file. */
public final class PageAnswers {

  /** Stands behind each block of a report. */
  private static final String END = "\u001e";

  private final PageModels models;
  private final Optional<LessonCheck> lesson;
  private final Consumer<String> progress;

  private PageAnswers(PageModels models, Optional<LessonCheck> lesson, Consumer<String> progress) {
    this.models = models;
    this.lesson = lesson;
    this.progress = progress;
  }

  /**
   * Answers about what a page holds. Its files must lie where their paths say.
   *
   * @param progress is told what is looked at by answers that take long
   * @throws IOException if the rules are of another model
   */
  public static PageAnswers open(PageData data, Consumer<String> progress) throws IOException {
    return new PageAnswers(
        PageModels.open(data),
        data.lesson()
            .map(
                of ->
                    new LessonCheck(
                        Lesson.read(Path.of(of.file())), LessonFigures.parse(of.figures()))),
        progress);
  }

  /**
   * An answer.
   *
   * @param question {@code outcomes}, {@code ranges} or {@code report} for a report of each depth,
   *     with U+001E behind each of its blocks, {@code parts} for how many indicators and milestones
   *     the last has, {@code part} for one of them, whose place stands in place of a second setting
   *     behind the name {@code part}; what it answers may stand so for a report of all, by this or
   *     by another engine, {@code outcome-figures}, {@code range-figures} or {@code figures} for
   *     the same in JSON, {@code comparison} for two settings side by side, {@code why}, {@code
   *     why-not} and {@code signposts} for reasons of an outcome, which stands in place of a second
   *     setting behind the name {@code outcome}, {@code scenario} for a scenario file, {@code
   *     setting} for what a scenario file, given by its path in place of a setting, changes, as a
   *     link has it, while the second setting is shown, {@code check} for whether the answer to a
   *     question of the lesson is right, given by its number and the answer in place of a setting
   * @param first the setting as alternating names and values
   * @param second the setting that it is compared with; empty for other questions
   */
  public String answer(String question, String[] first, String[] second) {
    PageSetting setting = PageSetting.of(first);
    try {
      PageModel model = models.of(setting);
      return switch (question) {
        case "outcomes" -> report(model, setting, Depth.OUTCOMES);
        case "ranges" -> report(model, setting, Depth.RANGES);
        case "report" -> report(taking(model, setting, second), setting, Depth.ALL);
        case "parts" -> Integer.toString(model.parts(setting));
        case "part" -> model.part(setting, Integer.parseInt(second[1])).text();
        case "outcome-figures" ->
            Json.document(JsonReport.of(model.report(setting, Depth.OUTCOMES)));
        case "range-figures" -> Json.document(JsonReport.of(model.report(setting, Depth.RANGES)));
        case "figures" ->
            Json.document(JsonReport.of(taking(model, setting, second).report(setting, Depth.ALL)));
        case "why" -> reasons(model, setting, second).why(model.result(setting)).below().elements();
        case "why-not" -> reasons(model, setting, second).whyNot().below().elements();
        case "signposts" -> reasons(model, setting, second).signposts().below().elements();
        case "comparison" -> comparison(PageSetting.of(second), setting);
        case "check" -> lesson.orElseThrow().said(Integer.parseInt(first[0]), first[1]);
        case "setting" -> models.settingOf(Path.of(first[1]), PageSetting.of(second)).link();
        case "scenario" -> SavedScenario.of(model.plain(), model.scenario(setting));
        default -> throw new IllegalArgumentException("No question \"" + question + "\"");
      };
    } catch (InvalidInputException e) {
      Article article = new Article().heading(2, "This setting does not fit");
      article.items(e.problems().stream().map(Problem::toString).toList());
      return article.elements();
    } catch (TooLargeException e) {
      return new Article()
          .heading(2, "This setting is too large for an exact answer")
          .paragraph(String.valueOf(e.getMessage()))
          .elements();
    }
  }

  /**
   * The file of the scenario that a setting is about.
   *
   * @throws InvalidInputException if there is no such starting point
   */
  public Path fileOf(String[] setting) {
    return models.fileOf(PageSetting.of(setting));
  }

  private static String report(PageModel model, PageSetting setting, Depth depth)
      throws TooLargeException {
    return RunArticle.of(model.report(setting, depth)).elements(END);
  }

  /** A model that has taken what was worked out elsewhere. */
  private static PageModel taking(PageModel model, PageSetting setting, String[] parts) {
    for (int i = 1; i < parts.length; i += 2) {
      model.take(setting, ReportedPart.parse(parts[i]));
    }
    return model;
  }

  private PageReasons reasons(PageModel model, PageSetting setting, String[] outcome) {
    return model.reasons(setting, outcome[1], progress);
  }

  private String comparison(PageSetting pinned, PageSetting now) throws TooLargeException {
    RunReport before = models.of(pinned).report(pinned, Depth.OUTCOMES);
    return Comparison.of(before, models.of(now).report(now, Depth.OUTCOMES)).elements();
  }
}
