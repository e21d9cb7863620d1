package org.isfsim.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.isfsim.article.Html;
import org.isfsim.model.Plan;
import org.isfsim.model.Step;
import org.isfsim.parameter.Domain;
import org.isfsim.report.Circumstances;
import org.isfsim.report.Mover;
import org.isfsim.report.RunReport;
import org.isfsim.scenario.BandSetting;
import org.isfsim.scenario.Contributor;
import org.isfsim.scenario.Scenario;
import org.isfsim.scenario.Setting;

/**
 * The controls of a page as elements of HTML: what is observed and what policies there are, then
 * the parameters that matter most, then all others by the decision that reads them, contributors,
 * and bands.
 */
final class PageControls {

  /** A result with more values is not offered as an observation, only taken when typed. */
  private static final int MOST_RESULTS = 12;

  private final Scenario scenario;
  private final Plan plan;
  private final ControlWriter writer;
  private final StringBuilder page = new StringBuilder();
  private final Set<String> shown = new LinkedHashSet<>();

  private PageControls(Scenario scenario, Plan plan, Circumstances.Sides sides) {
    this.scenario = scenario;
    this.plan = plan;
    this.writer = new ControlWriter(sides, page);
  }

  /**
   * The controls of a scenario.
   *
   * @param scenario as its file has it
   * @param report its whole report, which says what moves an outcome most
   */
  static String of(Scenario scenario, Plan plan, RunReport report, Circumstances.Sides sides) {
    PageControls controls = new PageControls(scenario, plan, sides);
    controls.policies(RunReport.policyName(scenario));
    controls.most(report.movers());
    controls.observed();
    controls.rest();
    return controls.page.toString();
  }

  /**
   * Policies.
   *
   * @param asItIs the policy that the scenario has without one being named, as reports name it
   */
  private void policies(String asItIs) {
    if (scenario.policies().isEmpty()) {
      return;
    }
    page.append("<div class=\"control\"><label for=\"policy\">Policy</label>")
        .append("<select id=\"policy\"><option value=\"\">")
        .append(Html.escaped(asItIs) + ", as the file has it</option>");
    scenario
        .policies()
        .forEach(
            (name, levers) -> {
              if (name.equals(asItIs)) {
                return;
              }
              List<String> says = new ArrayList<>();
              levers.forEach((address, value) -> says.add(address + "=" + value));
              String what = says.isEmpty() ? "the scenario as it is" : String.join(", ", says);
              page.append("<option value=\"" + Html.escaped(name) + "\" title=\"")
                  .append(Html.escaped(what) + "\">" + Html.escaped(name) + "</option>");
            });
    page.append("</select></div>\n");
  }

  /** What a policy of the scenario sets, and what moves an outcome most. */
  private void most(List<Mover> movers) {
    Set<String> addresses = new LinkedHashSet<>();
    scenario.policies().values().forEach(levers -> addresses.addAll(levers.keySet()));
    movers.forEach(mover -> addresses.add(mover.parameter()));
    List<Setting> settings =
        addresses.stream().filter(scenario.settings()::containsKey).map(scenario::setting).toList();
    group("What matters most", true, settings);
  }

  /** All others; where the page is narrow they are folded, so that the answer is near. */
  private void rest() {
    page.append("<details class=\"rest\" open><summary>All other settings</summary>\n");
    byDecision();
    contributors();
    bands();
    page.append("</details>\n");
  }

  private void byDecision() {
    Map<String, List<Setting>> groups = new LinkedHashMap<>();
    DecisionGroups.of(plan)
        .forEach(
            (address, decision) -> {
              Setting setting = scenario.settings().get(address);
              if (setting != null && !setting.parameter().isAttribute()) {
                groups.computeIfAbsent(decision, d -> new ArrayList<>()).add(setting);
              }
            });
    groups.forEach((decision, settings) -> group(inWords(decision), false, settings));
    List<Setting> rest =
        scenario.settings().values().stream().filter(s -> !s.parameter().isAttribute()).toList();
    group("Read by no decision", false, rest);
  }

  private void contributors() {
    for (Contributor contributor : scenario.contributors()) {
      String prefix = "contributors." + contributor.id() + ".";
      List<Setting> settings =
          scenario.settings().values().stream()
              .filter(s -> s.address().startsWith(prefix))
              .toList();
      group("Contributor: " + contributor.name(), false, settings);
    }
  }

  private void group(String title, boolean open, List<Setting> settings) {
    List<Setting> fresh = settings.stream().filter(s -> shown.add(s.address())).toList();
    if (fresh.isEmpty()) {
      return;
    }
    begin(title, open);
    fresh.forEach(writer::setting);
    page.append("</details>\n");
  }

  private void begin(String title, boolean open) {
    page.append("<details class=\"group\"" + (open ? " open" : "") + "><summary>")
        .append(Html.escaped(title) + "</summary>\n");
  }

  private void bands() {
    if (scenario.bands().isEmpty()) {
      return;
    }
    begin("Where ranges begin", false);
    for (BandSetting band : scenario.bands().values()) {
      writer.band(band);
    }
    page.append("</details>\n");
  }

  private void observed() {
    begin("What turned out", false);
    page.append("<p class=\"hint\">Statements that are taken as known, one in each line; every")
        .append(" figure is then a share of the cases that turn out so.</p>\n")
        .append("<div class=\"control\"><label for=\"observed\">Observed</label>")
        .append("<textarea id=\"observed\" rows=\"3\" spellcheck=\"false\"></textarea></div>\n")
        .append("<div class=\"control\"><label for=\"observe\">Add a result</label>")
        .append("<select id=\"observe\"><option value=\"\">choose …</option>\n");
    for (Step.Decide decide : plan.decisions()) {
      Domain domain = decide.results().get(0).domain();
      boolean isListed = plan.contributorOf(decide).isEmpty() && domain.size() <= MOST_RESULTS;
      if (isListed) {
        page.append("<optgroup label=\"" + Html.escaped(inWords(decide.column())) + "\">");
        for (String value : domain.texts()) {
          String statement = Html.escaped(decide.column() + " = " + value);
          page.append("<option value=\"" + statement + "\">" + statement + "</option>");
        }
        page.append("</optgroup>\n");
      }
    }
    page.append("</select></div>\n</details>\n");
  }

  private static String inWords(String name) {
    String words = name.replace('-', ' ').replace('.', ' ');
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }
}
