package org.isfsim.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.isfsim.article.Html;
import org.isfsim.exact.TooLargeException;
import org.isfsim.report.Differences;
import org.isfsim.report.RunArticle;
import org.isfsim.report.RunReport;
import org.isfsim.scenario.Scenario;

/**
 * Something that the reader of a page can begin with.
 *
 * @param name its name
 * @param setting the setting
 * @param title what it is, in words
 * @param says what it changes, in words
 */
record PageStart(String name, PageSetting setting, String title, String says) {

  /**
   * The starting points of a page, in order.
   *
   * @param starts the settings by their names
   * @param models the scenarios behind them
   * @param ready takes the answers to all but the first, which stands in the page
   * @throws TooLargeException if a walk would need too much room
   */
  static List<PageStart> of(Map<String, PageSetting> starts, PageModels models, PageReady ready)
      throws TooLargeException {
    List<PageStart> all = new ArrayList<>();
    if (starts.size() == 1) {
      return all;
    }
    Map.Entry<String, PageSetting> base = starts.entrySet().iterator().next();
    Scenario first = models.of(base.getValue()).scenario(base.getValue());
    for (Map.Entry<String, PageSetting> start : starts.entrySet()) {
      PageSetting setting = start.getValue();
      RunReport report = models.of(setting).report(setting, PageModel.Depth.OUTCOMES);
      boolean isFirst = all.isEmpty();
      if (!isFirst) {
        ready.answer(setting.link(), RunArticle.of(report).elements());
      }
      all.add(
          new PageStart(
              start.getKey(),
              setting,
              report.title(),
              isFirst
                  ? "The page begins with it."
                  : Differences.inWords(base.getKey(), first, report.scenario())));
    }
    return all;
  }

  /**
   * The choice among some, as elements of HTML; nothing if there is one.
   *
   * @param models the scenarios behind them
   */
  static String choice(List<PageStart> starts, PageModels models) {
    if (starts.isEmpty()) {
      return "";
    }
    StringBuilder page = new StringBuilder();
    page.append("<div class=\"start\"><label for=\"start-with\">Starting point</label>")
        .append("<select id=\"start-with\" aria-describedby=\"start-says\">");
    for (PageStart start : starts) {
      int scenario = models.scenarios().indexOf(models.fileOf(start.setting()));
      page.append("<option value=\"" + Html.escaped(start.name()) + "\" data-start=\"")
          .append(Html.escaped(start.setting().link()) + "\" data-controls=\"" + scenario)
          .append("\" data-says=\"" + Html.escaped(start.says()) + "\">")
          .append(Html.escaped(start.name() + ": " + start.title()) + "</option>");
    }
    return page.append("</select><p class=\"hint\" id=\"start-says\"></p></div>\n").toString();
  }
}
