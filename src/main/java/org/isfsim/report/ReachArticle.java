package org.isfsim.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.isfsim.article.Article;
import org.isfsim.article.Branch;
import org.isfsim.article.Figures;
import org.isfsim.article.Json;
import org.isfsim.exact.ExactWalk;
import org.isfsim.exact.Exclusion;
import org.isfsim.explanation.CitedClaim;
import org.isfsim.explanation.ExplainedDecision;
import org.isfsim.explanation.FiredRule;
import org.isfsim.explanation.Witness;
import org.isfsim.study.ReachAnswer;
import org.isfsim.study.ReachSides;
import org.isfsim.study.Study;

/**
 * What can be reached: the outcomes in their order, then the settings that were named, each told
 * once.
 */
public final class ReachArticle {

  /** So many ways, and values of a setting, are told one by one. */
  private static final int SHOWN = 4;

  private final Study study;
  private final Article article = new Article();
  private final List<Map<String, Object>> outcomes = new ArrayList<>();
  private final SettingsInTheWay settings;
  private final Map<Exclusion, String> told = new HashMap<>();

  private ReachArticle(Study study) {
    this.study = study;
    this.settings = new SettingsInTheWay(study);
  }

  /** The article. */
  public static Article of(Study study, List<ReachAnswer> answers, Optional<ReachSides> sides) {
    ReachArticle reach = new ReachArticle(study);
    reach.head(answers);
    answers.forEach(reach::answer);
    reach.article.value("outcomes", reach.outcomes);
    reach.settings.tell(reach.article);
    sides.ifPresent(of -> new SidesSection(of, study).tell(reach.article));
    return reach.article;
  }

  private void head(List<ReachAnswer> answers) {
    long reached = answers.stream().filter(ReachAnswer.Reached.class::isInstance).count();
    article.heading(1, study.scenario().title());
    article.lead(
        Known.named(study.scenario())
            + ". "
            + (answers.size() == 1
                ? ""
                : reached
                    + " of the "
                    + answers.size()
                    + " outcomes can be reached; for each, what is most often so, and a case. ")
            + "By exhaustion, not by sampling.");
  }

  private void answer(ReachAnswer answer) {
    Map<String, Object> values = Json.object("outcome", answer.outcome());
    outcomes.add(values);
    if (answer instanceof ReachAnswer.Reached reached) {
      article.heading(2, reached.outcome() + ": yes, " + likely(reached.probability()));
      values.put("reachable", "yes");
      values.put("probability", reached.probability());
      values.put("typical", typical(reached.typical()));
      reached.drawn().ifPresent(number -> values.put("drawn", drawn(number)));
      values.put("case", witness(reached));
      reached.conditions().ifPresent(of -> values.put("conditions", conditions(of)));
      return;
    }
    article.heading(2, answer.outcome() + ": no");
    values.put("reachable", "no");
    if (answer instanceof ReachAnswer.Excluded excluded) {
      excluded(excluded, values);
    } else if (answer instanceof ReachAnswer.Unexplained unexplained) {
      values.put("tooLarge", unexplained.tooLarge());
      article.paragraph(
          "What excludes it was not worked out, too large: " + unexplained.tooLarge());
    }
  }

  private static String likely(double probability) {
    return probability <= ExactWalk.SMALLEST
        ? "less than 1e-300 %, smaller than any number here"
        : Figures.percent(probability);
  }

  /** What is most often so in the cases that end in an outcome. */
  private List<Map<String, Object>> typical(List<ReachAnswer.Typical> typical) {
    if (!typical.isEmpty()) {
      article.paragraph("Most often so in the cases that end so:");
      article.items(
          typical.stream()
              .map(
                  of ->
                      of.address()
                          + " = "
                          + of.value()
                          + ": "
                          + Figures.outOf(of.given())
                          + " (of all cases "
                          + Figures.outOf(of.before())
                          + ")")
              .toList());
    }
    return typical.stream()
        .map(
            of ->
                Json.object(
                    "address", of.address(),
                    "value", of.value(),
                    "given", of.given(),
                    "before", of.before()))
        .toList();
  }

  private Map<String, Object> drawn(long number) {
    String command = study.command("explain", List.of("--case " + number), Map.of());
    article.paragraph("A case that ends so, the first of those that are drawn:");
    article.command(command);
    return Json.object("case", number, "command", command);
  }

  private Map<String, Object> witness(ReachAnswer.Reached reached) {
    Witness witness = reached.witness();
    List<String> unusual =
        witness.values().stream()
            .filter(value -> !value.usual())
            .map(value -> value.address() + "=" + value.text())
            .toList();
    String usual = "the value that is the most likely by itself";
    String rest =
        unusual.isEmpty()
            ? "everything has " + usual
            : String.join(", ", unusual)
                + (unusual.size() < witness.values().size() ? "; all else has " + usual : "");
    String command = study.command("explain", List.of("--case 1"), reached.set());
    // One case is enough, unless more was asked of it.
    if (reached.drawn().isEmpty() || reached.conditions().isPresent()) {
      article.paragraph("Most likely of all cases that end so: " + rest + ".");
      article.command(command);
    }
    return Json.object(
        "probability", witness.probability(),
        "values", witness.values().stream().map(ReachArticle::value).toList(),
        "set", reached.set(),
        "command", command);
  }

  private static Map<String, Object> value(Witness.Value value) {
    return Json.object(
        "address", value.address(),
        "value", value.text(),
        "probability", value.probability(),
        "mostLikely", value.usual());
  }

  private Map<String, Object> conditions(ReachAnswer.Conditions conditions) {
    article.heading(2, "What is enough");
    if (conditions.tooLarge().isPresent()) {
      article.paragraph("Not worked out, too large: " + conditions.tooLarge().get() + ".");
    } else if (conditions.enough().isEmpty()) {
      article.paragraph("Nothing: the scenario's own settings make it certain.");
    } else {
      article.paragraph(
          "With these values the outcome is certain, whatever the other uncertainties of the"
              + " scenario come to, and none of them can be done without:");
      article.items(
          conditions.enough().stream()
              .map(v -> v.address() + "=" + v.text() + ": " + description(v.address()))
              .toList());
    }
    article.heading(2, "How it comes, from the outcome back");
    Map<String, List<String>> columns = new LinkedHashMap<>();
    Map<String, FiredRule> rules = new LinkedHashMap<>();
    List<Map<String, Object>> way = new ArrayList<>();
    for (ExplainedDecision decision : conditions.way()) {
      List<FiredRule> fired = decision.rules().stream().filter(FiredRule::onTheWay).toList();
      way.add(
          Json.object(
              "decision", decision.column(), "rules", fired.stream().map(this::rule).toList()));
    }
    for (int i = conditions.way().size() - 1; i >= 0; i--) {
      ExplainedDecision decision = conditions.way().get(i);
      decision.rules().stream()
          .filter(FiredRule::onTheWay)
          .forEach(
              rule -> {
                String key = decision.decision() + ": " + rule.name();
                rules.put(key, rule);
                columns.computeIfAbsent(key, k -> new ArrayList<>()).add(decision.column());
              });
    }
    List<Branch> branches = new ArrayList<>();
    columns.forEach(
        (key, of) -> {
          FiredRule rule = rules.get(key);
          if (rule != null) {
            branches.add(
                Branch.marked(
                    Branch.DASH,
                    String.join(", ", of) + ": " + rule.name() + cited(rule),
                    Branch.marked("when", rule.condition())));
          }
        });
    article.tree(branches);
    return Json.object(
        "enough",
        conditions.tooLarge().isPresent()
            ? Optional.empty()
            : conditions.enough().stream().map(ReachArticle::value).toList(),
        "tooLarge",
        conditions.tooLarge(),
        "way",
        way);
  }

  /** The commands that reach it, a change of as few settings as will do in each. */
  private List<Map<String, Object>> reachedBy(List<Map<String, List<String>>> ways) {
    List<Map<String, Object>> commands = new ArrayList<>();
    for (Map<String, List<String>> way : ways) {
      if (way.containsKey(Exclusion.CONTRIBUTORS)) {
        continue;
      }
      Map<String, String> set = new LinkedHashMap<>();
      way.forEach((address, values) -> set.put(address, values.get(0)));
      String command = study.command("run", List.of(), set);
      if (commands.size() < SHOWN) {
        article.paragraph("Reached with " + String.join(" and ", reaching(way)) + ":");
        article.command(command);
      }
      commands.add(Json.object("values", way, "command", command));
    }
    return commands;
  }

  private static List<String> reaching(Map<String, List<String>> way) {
    List<String> settings = new ArrayList<>();
    way.forEach(
        (address, values) ->
            settings.add(
                address
                    + "="
                    + (values.size() <= SHOWN
                        ? String.join(" or ", values)
                        : "any of "
                            + values.size()
                            + " values from "
                            + values.get(0)
                            + " to "
                            + values.get(values.size() - 1))));
    return settings;
  }

  private String description(String address) {
    return study.scenario().setting(address).parameter().description();
  }

  private Map<String, Object> rule(FiredRule rule) {
    return Json.object(
        "rule", rule.name(),
        "condition", rule.condition(),
        "claims", rule.claims().stream().map(CitedClaim::id).toList());
  }

  private static String cited(FiredRule rule) {
    String claims = rule.claims().stream().map(CitedClaim::id).collect(Collectors.joining(", "));
    return " [" + rule.kind().word() + (claims.isEmpty() ? "" : "; " + claims) + "]";
  }

  private void excluded(ReachAnswer.Excluded excluded, Map<String, Object> values) {
    Exclusion exclusion = excluded.exclusion();
    values.put("byRules", exclusion.byRules() && !excluded.byObserved());
    values.put("byObserved", excluded.byObserved());
    values.put("complete", exclusion.complete());
    values.put("excludedBy", settings.values(exclusion.blocking()));
    values.put("wouldHaveToChange", settings.values(exclusion.relaxations()));
    if (exclusion.byRules()) {
      article.paragraph(
          "Excluded by "
              + (excluded.byObserved() ? "what was observed" : "the rules")
              + " whatever the settings; cut points of bands stay as they are.");
      return;
    }
    String earlier = told.putIfAbsent(exclusion, excluded.outcome());
    if (earlier != null) {
      article.paragraph("Excluded as " + earlier + " is, above.");
      return;
    }
    if (exclusion.blocking().isEmpty()) {
      article.paragraph("No set of settings was found that excludes it alone.");
    }
    Set<String> ways = new LinkedHashSet<>();
    excluded
        .blocking()
        .forEach(set -> ways.add("unreachable as long as " + settings.together(set)));
    excluded
        .relaxations()
        .forEach(set -> ways.add("reachable if " + SettingsInTheWay.changing(set)));
    if (!ways.isEmpty()) {
      article.items(List.copyOf(ways));
    }
    values.put("reachedBy", reachedBy(exclusion.ways()));
    exclusion.blocking().forEach(settings::name);
    if (!exclusion.complete()) {
      article.paragraph(
          "The search was cut short: there may be other sets, of these settings or more of them,"
              + " that exclude it as well.");
    }
  }
}
