package org.isfsim.report;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.isfsim.scenario.Scenario;

/** Command lines that show or repeat something of a run. */
final class Invocation {

  private static final Pattern PLAIN = Pattern.compile("[\\w@%+=:,./-]+");

  private Invocation() {}

  /** The command that gives the same results. */
  static List<String> again(RunReport report) {
    List<String> words = start(report, "run");
    words.add("--cases " + report.looked());
    words.add("--seed " + report.seed());
    report.scenario().questions().stream()
        .filter(question -> !question.isInFile())
        .forEach(question -> words.add("--ask " + quoted(question.text())));
    words.addAll(report.circumstances().more());
    words.addAll(options(report));
    return words;
  }

  /** The command that explains a case of the run. */
  static List<String> explain(RunReport report, long caseNumber) {
    List<String> words = start(report, "explain");
    words.add("--case " + caseNumber);
    if (report.seed() != report.scenario().run().seed()) {
      words.add("--seed " + report.seed());
    }
    words.addAll(options(report));
    return words;
  }

  /** The command that says what excludes an outcome. */
  static List<String> reach(RunReport report) {
    List<String> words = start(report, "reach");
    words.addAll(options(report));
    return words;
  }

  /** An option and its value stay together. */
  private static List<String> start(RunReport report, String command) {
    List<String> words = new ArrayList<>();
    words.add("isfsim " + command);
    words.add(quoted(report.scenario().file()));
    return words;
  }

  private static List<String> options(RunReport report) {
    Scenario scenario = report.scenario();
    List<String> words = new ArrayList<>();
    scenario.policy().ifPresent(policy -> words.add("--policy " + quoted(policy)));
    report
        .circumstances()
        .sets()
        .forEach((address, value) -> words.add("--set " + quoted(address + "=" + value)));
    scenario.observed().stream()
        .filter(statement -> !statement.isInFile())
        .forEach(statement -> words.add("--observed " + quoted(statement.text())));
    report
        .circumstances()
        .rulesFolder()
        .ifPresent(folder -> words.add("--rules " + quoted(folder)));
    return words;
  }

  /** A word as a shell takes it. */
  static String quoted(String word) {
    return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
