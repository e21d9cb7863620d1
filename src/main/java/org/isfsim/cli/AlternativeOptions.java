package org.isfsim.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.isfsim.analysis.Alternative;
import org.isfsim.analysis.Observed;
import org.isfsim.decision.RuleSet;
import org.isfsim.document.InvalidInputException;
import org.isfsim.document.Mark;
import org.isfsim.document.Problem;
import org.isfsim.document.Problems;
import org.isfsim.model.Model;
import org.isfsim.scenario.Scenario;
import org.isfsim.scenario.ScenarioLoader;
import org.isfsim.scenario.Selection;
import org.isfsim.study.ScenarioFiles;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What is compared: scenarios, under policies, and with values set. */
final class AlternativeOptions {

  private static final String EVERY_POLICY = "all";

  @Mixin private final RulesOption rules = new RulesOption();

  @Parameters(
      arity = "1..*",
      paramLabel = "SCENARIO|DIR",
      converter = ScenarioPath.class,
      description = "Scenario files or folders, or names of those that come with isfsim.")
  private List<Path> paths = List.of();

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

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "The seed of the random numbers (default: the first scenario's).")
  private @Nullable Long seed;

  RuleSet rules(Session session, Model model) {
    return rules.read(session, model);
  }

  long seed(Alternative first) {
    return seed == null ? first.plan().scenario().run().seed() : seed;
  }

  /** Whether the command line asks for policies or variants. */
  boolean isSplit() {
    return !policies.isEmpty() || !variants.isEmpty();
  }

  /**
   * The alternatives: of every scenario each policy that is named, or the scenario as it stands; of
   * each of these, after it, each variant.
   *
   * @throws InvalidInputException with every problem of every file and of the command line
   */
  List<Alternative> load(Session session) {
    Problems problems = new Problems();
    List<Variant> read = variants.stream().map(text -> Variant.of(text, problems)).toList();
    Model model = rules.model(session);
    ScenarioLoader loader = new ScenarioLoader(model.catalogue(), session.register()::hasClaim);
    List<Path> files = ScenarioFiles.of(paths);
    List<Alternative> alternatives = new ArrayList<>();
    for (Path file : files) {
      for (Optional<String> policy : policies(loader, file, problems)) {
        Loading loading = new Loading(model, loader, file, policy, files.size() > 1, problems);
        loading.load(Optional.empty()).ifPresent(alternatives::add);
        for (Variant variant : read) {
          loading.load(Optional.of(variant)).ifPresent(alternatives::add);
        }
      }
    }
    requireDifferentNames(alternatives, problems);
    problems.throwIfAny();
    return alternatives;
  }

  private List<Optional<String>> policies(ScenarioLoader loader, Path file, Problems problems) {
    List<Optional<String>> chosen = new ArrayList<>();
    for (String policy : policies) {
      if (!policy.equals(EVERY_POLICY)) {
        chosen.add(Optional.of(policy));
        continue;
      }
      try {
        loader.load(file).policies().keySet().forEach(name -> chosen.add(Optional.of(name)));
      } catch (InvalidInputException e) {
        e.problems().forEach(problems::add);
        return List.of();
      }
    }
    if (chosen.isEmpty()) {
      chosen.add(Optional.empty());
    }
    return chosen.stream().distinct().toList();
  }

  private static void requireDifferentNames(List<Alternative> alternatives, Problems problems) {
    Set<String> names = new HashSet<>();
    for (Alternative alternative : alternatives) {
      if (!names.add(alternative.name())) {
        problems.add(
            Problem.of(
                    Mark.of("compare"),
                    "",
                    "two alternatives are named \"" + alternative.name() + "\"")
                .advising("give scenarios different ids, or variants different names"));
      }
    }
  }

  /** The loading of one file under one policy. */
  private final class Loading {

    private final Model model;
    private final ScenarioLoader loader;
    private final Path file;
    private final Optional<String> policy;
    private final boolean isOneOfSeveral;
    private final Problems problems;

    Loading(
        Model model,
        ScenarioLoader loader,
        Path file,
        Optional<String> policy,
        boolean isOneOfSeveral,
        Problems problems) {
      this.model = model;
      this.loader = loader;
      this.file = file;
      this.policy = policy;
      this.isOneOfSeveral = isOneOfSeveral;
      this.problems = problems;
    }

    Optional<Alternative> load(Optional<Variant> variant) {
      Map<String, String> values = new LinkedHashMap<>(sets);
      variant.ifPresent(v -> values.putAll(v.sets()));
      try {
        Scenario scenario =
            loader.load(file, new Selection(policy, values).observing(observed.statements()));
        return Optional.of(
            new Alternative(
                name(scenario, variant),
                about(scenario, values),
                Observed.in(model.plan(scenario))));
      } catch (InvalidInputException e) {
        e.problems().forEach(problem -> problems.add(placed(problem, variant)));
        return Optional.empty();
      }
    }

    private String name(Scenario scenario, Optional<Variant> variant) {
      List<String> parts = new ArrayList<>();
      if (isOneOfSeveral || policy.isEmpty() && variant.isEmpty()) {
        parts.add(scenario.id());
      }
      if (policy.isPresent() && (variant.isEmpty() || policies.size() > 1 || isEveryPolicy())) {
        parts.add(policy.get());
      }
      variant.map(Variant::name).ifPresent(parts::add);
      return String.join(" ", parts);
    }

    private boolean isEveryPolicy() {
      return policies.contains(EVERY_POLICY);
    }

    private String about(Scenario scenario, Map<String, String> values) {
      StringBuilder text = new StringBuilder(scenario.file());
      Map<String, String> levers = new LinkedHashMap<>();
      policy.ifPresent(
          name -> {
            text.append(", policy ").append(name);
            levers.putAll(scenario.policies().getOrDefault(name, Map.of()));
          });
      levers.putAll(values);
      levers.forEach((address, value) -> text.append(", ").append(address + "=" + value));
      return text.toString();
    }

    /** A value of a variant is wrong where the variant stands. */
    private Problem placed(Problem problem, Optional<Variant> variant) {
      String set = "--set ";
      String place = problem.mark().file();
      return variant
          .filter(v -> place.startsWith(set) && v.sets().containsKey(place.substring(set.length())))
          .map(
              v ->
                  new Problem(
                      Mark.of(Variant.OPTION + " " + v.name()),
                      place.substring(set.length()),
                      problem.message(),
                      problem.allowed(),
                      problem.advice()))
          .orElse(problem);
    }
  }
}
