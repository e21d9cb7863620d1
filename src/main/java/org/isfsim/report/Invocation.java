package org.isfsim.report;

import java.util.ArrayList;
import java.util.List;
import org.isfsim.scenario.Scenario;
import org.isfsim.study.Request;

/** Command lines that show or repeat something of a run. */
final class Invocation {

  private Invocation() {}

  /** The command that gives the same results. */
  static List<String> again(RunReport report) {
    List<String> words = start(report, "run");
    words.add("--cases " + report.requested());
    words.add("--seed " + report.seed());
    report.scenario().questions().stream()
        .filter(question -> !question.isInFile())
        .forEach(question -> words.add("--ask " + Request.quoted(question.text())));
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

  /** The command that lists the assumptions of the rules. */
  static List<String> assumptions(RunReport report) {
    List<String> words = new ArrayList<>(List.of("isfsim parameters --assumptions"));
    rules(report, words);
    return words;
  }

  /** An option and its value stay together. */
  private static List<String> start(RunReport report, String command) {
    List<String> words = new ArrayList<>();
    words.add("isfsim " + command);
    words.add(Request.quoted(report.scenario().file()));
    return words;
  }

  private static List<String> options(RunReport report) {
    Scenario scenario = report.scenario();
    List<String> words = new ArrayList<>();
    scenario.policy().ifPresent(policy -> words.add("--policy " + Request.quoted(policy)));
    report
        .circumstances()
        .sets()
        .forEach((address, value) -> words.add("--set " + Request.quoted(address + "=" + value)));
    scenario.observed().stream()
        .filter(statement -> !statement.isInFile())
        .forEach(statement -> words.add("--observed " + Request.quoted(statement.text())));
    rules(report, words);
    return words;
  }

  private static void rules(RunReport report, List<String> words) {
    report
        .circumstances()
        .rulesFolder()
        .ifPresent(folder -> words.add("--rules " + Request.quoted(folder)));
  }
}
