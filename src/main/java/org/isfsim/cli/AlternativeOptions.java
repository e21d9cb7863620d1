package org.isfsim.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.isfsim.document.InvalidInputException;
import org.isfsim.document.Problems;
import org.isfsim.model.Model;
import org.isfsim.model.Plan;
import org.isfsim.source.Register;
import org.isfsim.study.Alternatives;
import org.isfsim.study.ScenarioFiles;
import org.isfsim.study.Variant;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What is set side by side: scenarios under policies, and with values set. */
final class AlternativeOptions {

  @Mixin private final RulesOption rules = new RulesOption();

  @Option(
      names = "--policy",
      paramLabel = "P",
      split = ",",
      description =
          "A policy of the scenario, several with commas between them, or all; each is an"
              + " alternative.")
  private List<String> policies = new ArrayList<>();

  @Option(
      names = Variant.OPTION,
      paramLabel = "NAME: A=V, A=V",
      description =
          "A further alternative: values set in the scenario under a name, such as"
              + " \"wide veto: contingent.veto-scope=all-muslim-majority\"; may be given several"
              + " times.")
  private List<String> variants = new ArrayList<>();

  @Option(
      names = "--set",
      paramLabel = "ADDRESS=VALUE",
      description = "Set a value in every alternative; may be given several times.")
  private Map<String, String> sets = new LinkedHashMap<>();

  @Mixin private final ObservedOption observed = new ObservedOption();

  RulesOption rules() {
    return rules;
  }

  /** Whether nothing is asked for beside the rules. */
  boolean areLeftOut() {
    return policies.isEmpty()
        && variants.isEmpty()
        && sets.isEmpty()
        && observed.statements().isEmpty();
  }

  /**
   * The alternatives.
   *
   * @param command the command that is given, for messages
   * @param paths scenarios, and folders of them
   * @param asked fails if something that the command asks of a plan is wrong, whatever the settings
   * @throws InvalidInputException with every problem of every file and of the command line
   */
  List<Alternatives.Asked> load(
      String command, List<Path> paths, Model model, Register register, Consumer<Plan> asked) {
    Problems problems = new Problems();
    List<Variant> read = variants.stream().map(text -> Variant.of(text, problems)).toList();
    List<Alternatives.Asked> loaded =
        new Alternatives(
                command,
                ScenarioFiles.of(paths),
                policies,
                read,
                sets,
                observed.statements(),
                rules.folder())
            .load(model, register, asked, problems);
    problems.throwIfAny();
    return loaded;
  }
}
