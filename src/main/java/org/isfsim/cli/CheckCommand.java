package org.isfsim.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.isfsim.article.Json;
import org.isfsim.decision.Example;
import org.isfsim.decision.Flaw;
import org.isfsim.document.Problem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Finds every problem of scenario files, registers and rule folders. */
@Command(
    name = "check",
    description = {
      "Print every problem of scenario files, evidence registers and rule folders.",
      "",
      "What a path is shows by its content: a folder with .drl files or a model holds rules, one"
          + " with"
          + " conflicts.yaml or S000.yaml is a register, any other .yaml file is a scenario, checked against"
          + " the rules that are checked too or named with --rules, else those of isfsim. Other"
          + " folders are searched. Claims are looked up in the register that is checked too,"
          + " otherwise in the one that comes with isfsim. Without a path, all that comes with isfsim"
          + " is checked.",
      "",
      "Of rules, every combination of the inputs of every decision is tried: for gaps, conflicts,"
          + " rules that can never fire, rules that change nothing, and inputs that never matter. Of"
          + " defaults, the weights are compared with the claims that order them and with who makes"
          + " those claims."
    },
    footer = {
      "  isfsim check",
      "  isfsim check my.yaml",
      "  isfsim check scenarios",
      "  isfsim check my-rules --format json"
    })
final class CheckCommand implements Callable<Integer> {

  @Mixin private final CommonOptions common = new CommonOptions();
  @Mixin private final FormatOption format = new FormatOption();
  @Mixin private final RulesOption rules = new RulesOption();
  private final Session session;

  @Parameters(
      arity = "0..*",
      paramLabel = "PATH",
      converter = ScenarioPath.class,
      description =
          "Scenario files, or folders of scenarios, rules or evidence (default: all that comes with"
              + " isfsim).")
  private List<Path> paths = new ArrayList<>();

  CheckCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Checks checks = new Checks(session, rules.folder());
    Home home = session.home();
    List<Checks.Checked> checked =
        checks.run(paths.isEmpty() ? List.of(home.seeds(), home.rules(), home.scenarios()) : paths);
    List<Problem> problems = checks.problems();
    if (format.isJson()) {
      Answer.printJson(
          session.terminal(),
          "check",
          Json.object(
              "checked",
              checked.stream().map(CheckCommand::json).toList(),
              "problems",
              problems.stream().map(CheckCommand::json).toList(),
              "flaws",
              checks.flaws().stream().map(CheckCommand::json).toList()));
      return problems.isEmpty() ? ExitCode.DONE : ExitCode.INVALID;
    }
    List<List<String>> rows = new ArrayList<>();
    for (Checks.Checked one : checked) {
      String verdict = one.problems() == 0 ? "ok" : Failures.counted(one.problems(), "problem");
      rows.add(List.of(verdict, one.what(), one.path().toString()));
      if (!one.what().equals("scenario") && !one.detail().isEmpty()) {
        rows.add(List.of("", "", one.detail()));
      }
    }
    session.page().table(0, rows);
    if (problems.isEmpty()) {
      return ExitCode.DONE;
    }
    session.terminal().out().flush();
    new Failures(session.terminal().err(), false).problems(problems);
    return ExitCode.INVALID;
  }

  private static Map<String, Object> json(Checks.Checked one) {
    return Json.object(
        "path", one.path().toString(),
        "what", one.what(),
        "detail", one.detail().isEmpty() ? Optional.empty() : Optional.of(one.detail()),
        "problems", one.problems());
  }

  private static Map<String, Object> json(Problem problem) {
    Map<String, Object> json =
        Json.object(
            "file", problem.mark().file(),
            "line", problem.mark().line(),
            "column", problem.mark().column(),
            "path", problem.path(),
            "message", problem.message());
    if (problem.allowed() != null) {
      json.put("allowed", problem.allowed());
    }
    if (problem.advice() != null) {
      json.put("advice", problem.advice());
    }
    return json;
  }

  private static Map<String, Object> json(Flaw flaw) {
    return Json.object(
        "kind",
        flaw.kind(),
        "decision",
        flaw.signature().decision(),
        "message",
        flaw.what(),
        "file",
        flaw.mark().file(),
        "line",
        flaw.mark().line(),
        "rules",
        flaw.rules().stream()
            .map(
                rule ->
                    Json.object(
                        "rule",
                        rule.name(),
                        "file",
                        rule.mark().file(),
                        "line",
                        rule.mark().line()))
            .toList(),
        "whenever",
        flaw.example().map(Example::enough),
        "example",
        flaw.example().map(Example::values));
  }
}
