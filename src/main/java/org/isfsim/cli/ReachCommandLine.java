package org.isfsim.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.isfsim.analysis.Observed;
import org.isfsim.decision.Decisions;
import org.isfsim.model.Case;
import org.isfsim.model.CaseEvaluator;
import org.isfsim.model.Model;
import org.isfsim.model.Plan;
import org.isfsim.scenario.Scenario;
import org.isfsim.scenario.ScenarioLoader;

/**
 * What was named and set on the command line, and commands that set more than that.
 *
 * @param model what the scenario is a scenario of
 * @param loader reads the scenario
 * @param file the scenario
 * @param options what was set, and with which policy, seed and rules
 * @param scenario the scenario as read with them
 */
record ReachCommandLine(
    Model model, ScenarioLoader loader, Path file, ScenarioOptions options, Scenario scenario) {

  private static final Pattern PLAIN = Pattern.compile("[\\w@%+=:,./-]+");

  /** The scenario with more values set. */
  Scenario load(Map<String, String> more) {
    return loader.load(file, options.selection(options.policy(), together(more)));
  }

  private Map<String, String> together(Map<String, String> more) {
    Map<String, String> all = new LinkedHashMap<>(options.sets());
    all.putAll(more);
    return all;
  }

  /** Values as they are written, from indices. */
  static Map<String, String> texts(Plan plan, Map<String, Integer> values) {
    Map<String, String> texts = new LinkedHashMap<>();
    plan.draws()
        .forEach(
            draw -> {
              Integer value = values.get(draw.variable().name());
              if (value != null) {
                texts.put(draw.variable().name(), draw.variable().domain().text(value));
              }
            });
    return texts;
  }

  /**
   * Whether the explaining command for a case with more values set shows an outcome: the scenario
   * is read anew as that command would.
   */
  boolean leadsTo(String outcome, long caseNumber, Map<String, String> more, Decisions decisions) {
    Plan plan = Observed.in(model.plan(load(more)));
    Case row = new Case(plan);
    new CaseEvaluator(plan, decisions, options.seed(scenario))
        .evaluate(caseNumber, CaseEvaluator.nothingGiven(plan), row);
    return row.failure() == null
        && plan.evidence().holdsIn(row.values())
        && row.text(plan.outcome()).equals(outcome);
  }

  /** The words of a command about this scenario; an option and its value stay together. */
  List<String> words(String command, List<String> own, Map<String, String> more) {
    List<String> words = new ArrayList<>();
    words.add("isfsim " + command);
    words.add(quoted(file.toString()));
    words.addAll(own);
    options.policy().ifPresent(name -> words.add("--policy " + quoted(name)));
    if (options.seed(scenario) != scenario.run().seed()) {
      words.add("--seed " + options.seed(scenario));
    }
    options.rulesFolder().ifPresent(folder -> words.add("--rules " + quoted(folder.toString())));
    options.observed().forEach(text -> words.add("--observed " + quoted(text)));
    together(more).forEach((address, value) -> words.add("--set " + quoted(address + "=" + value)));
    return words;
  }

  /** Prints a command that can be copied, also where it takes more than one line. */
  static void print(Terminal terminal, int indent, List<String> words) {
    PrintWriter out = terminal.out();
    StringBuilder line = new StringBuilder(" ".repeat(indent));
    for (String word : words) {
      boolean isEmpty = line.toString().isBlank();
      if (!isEmpty && line.length() + 1 + word.length() + 2 > terminal.width()) {
        out.println(line + " \\");
        line = new StringBuilder(" ".repeat(indent + 4));
        isEmpty = true;
      }
      line.append(isEmpty ? "" : " ").append(word);
    }
    out.println(line);
  }

  private static String quoted(String word) {
    return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
