package org.isfsim.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.isfsim.document.Problem;
import org.isfsim.page.LessonFile;
import org.isfsim.report.CheckArticle;
import org.isfsim.study.Checks;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Finds every problem of scenario files, lessons, registers and rule folders. */
@Command(
    name = "check",
    description = {
      "Print every problem of scenario files, lessons, evidence registers and rule folders.",
      "",
      "What a path is shows by its content: a folder with .drl files or a model holds rules, one"
          + " with conflicts.yaml or S000.yaml is a register, any other .yaml file is a scenario or"
          + " a lesson, checked against the rules that are checked too or named with --rules, else"
          + " those of isfsim. Other folders are searched. Claims are looked up in the register"
          + " that is checked too, otherwise in the one that comes with isfsim. Without a path, all"
          + " that comes with isfsim is checked.",
      "",
      "Of rules, every combination of the inputs of every decision is tried: for gaps, conflicts,"
          + " rules that can never fire, rules that change nothing, and inputs that never matter."
          + " Of defaults, the weights are compared with the claims that order them and with who"
          + " makes those claims."
    },
    footer = {
      "  isfsim check",
      "  isfsim check my.yaml",
      "  isfsim check scenarios",
      "  isfsim check my-rules --format json"
    })
final class CheckCommand extends AnsweringCommand {

  @Mixin private final RulesOption rules = new RulesOption();

  @Parameters(
      arity = "0..*",
      paramLabel = "PATH",
      converter = ScenarioPath.class,
      description =
          "Scenario files or lessons, or folders of scenarios, rules or evidence (default: all that"
              + " comes with isfsim).")
  private List<Path> paths = new ArrayList<>();

  CheckCommand(Session session) {
    super(session);
  }

  @Override
  public Integer call() {
    Checks checks =
        new Checks(
            session::register,
            () -> session.model(Optional.empty()),
            rules.folder(),
            LessonFile::check);
    Home home = session.home();
    List<Path> shipped = new ArrayList<>(List.of(home.seeds(), home.rules(), home.scenarios()));
    shipped.addAll(Lessons.of(home).values());
    List<Checks.Checked> checked = checks.run(paths.isEmpty() ? shipped : paths);
    List<Problem> problems = checks.problems();
    print(CheckArticle.of(checked, problems, checks.flaws()));
    return problems.isEmpty() ? ExitCode.DONE : ExitCode.INVALID;
  }
}
