package org.isfsim.study;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.isfsim.analysis.Alternative;
import org.isfsim.analysis.Observed;
import org.isfsim.document.InvalidInputException;
import org.isfsim.document.Mark;
import org.isfsim.document.Problem;
import org.isfsim.document.Problems;
import org.isfsim.model.Model;
import org.isfsim.model.Plan;
import org.isfsim.scenario.Scenario;
import org.isfsim.scenario.ScenarioLoader;
import org.isfsim.scenario.WrittenStatement;
import org.isfsim.source.Register;

/**
 * What is to stand side by side: of every scenario each policy that is named, or the scenario as it
 * stands; of each of these, after it, each variant.
 *
 * @param command the command that sets them side by side, for messages
 * @param files the scenarios
 * @param policies the policies of each, or {@value #EVERY_POLICY}; empty for each as it stands
 * @param variants values set under a name
 * @param sets values set in all of them, by address
 * @param observed what is known in all of them beside what their files say
 * @param rules another rule folder than the one that comes with the program
 */
public record Alternatives(
    String command,
    List<Path> files,
    List<String> policies,
    List<Variant> variants,
    Map<String, String> sets,
    List<WrittenStatement> observed,
    Optional<Path> rules) {

  /** Stands for all policies of a scenario. */
  public static final String EVERY_POLICY = "all";

  /** Copies the collections. */
  public Alternatives {
    files = List.copyOf(files);
    policies = List.copyOf(policies);
    variants = List.copyOf(variants);
    sets = Collections.unmodifiableMap(new LinkedHashMap<>(sets));
    observed = List.copyOf(observed);
  }

  /**
   * One of them.
   *
   * @param request the scenario and what is changed in it
   * @param alternative its name and its plan
   */
  public record Asked(Request request, Alternative alternative) {}

  /**
   * Reads them.
   *
   * @param asked fails with {@link InvalidInputException} if something that is asked of a plan is
   *     wrong; depends on no setting
   * @param problems takes every problem of every file, of what is set and of what is asked
   * @return those without a problem, each with a name of its own
   */
  public List<Asked> load(Model model, Register register, Consumer<Plan> asked, Problems problems) {
    ScenarioLoader loader = Observed.loader(model, register::hasClaim, asked);
    List<Asked> loaded = new ArrayList<>();
    for (Path file : files) {
      for (Optional<String> policy : policies(loader, file, problems)) {
        Loading loading = new Loading(model, loader, file, policy, problems);
        loading.load(Optional.empty()).ifPresent(loaded::add);
        for (Variant variant : variants) {
          loading.load(Optional.of(variant)).ifPresent(loaded::add);
        }
      }
    }
    requireDifferentNames(loaded, problems);
    loaded.forEach(one -> requireRight(one, asked, problems));
    return loaded;
  }

  /** What is wrong with what is asked is told once, or of the file alone of which it is wrong. */
  private void requireRight(Asked one, Consumer<Plan> asked, Problems problems) {
    Path file = one.request().file();
    Problems own = new Problems();
    own.check(() -> asked.accept(one.alternative().plan()));
    for (Problem problem : own.all()) {
      if (file.equals(files.get(0))) {
        problems.add(problem);
      } else if (!problems.all().contains(problem)) {
        problems.add(
            new Problem(
                problem.mark(),
                problem.path(),
                "of " + file + ": " + problem.message(),
                problem.allowed(),
                problem.advice()));
      }
    }
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
        // What is set and observed is told with the problems of the file as it stands.
        e.problems().forEach(problems::add);
      }
    }
    if (chosen.isEmpty()) {
      chosen.add(Optional.empty());
    }
    return chosen.stream().distinct().toList();
  }

  private void requireDifferentNames(List<Asked> asked, Problems problems) {
    Set<String> names = new HashSet<>();
    for (Asked one : asked) {
      String name = one.alternative().name();
      if (!names.add(name)) {
        problems.add(
            Problem.of(Mark.of(command), "", "two alternatives are named \"" + name + "\"")
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
    private final Problems problems;

    Loading(
        Model model, ScenarioLoader loader, Path file, Optional<String> policy, Problems problems) {
      this.model = model;
      this.loader = loader;
      this.file = file;
      this.policy = policy;
      this.problems = problems;
    }

    Optional<Asked> load(Optional<Variant> variant) {
      Map<String, String> values = new LinkedHashMap<>(sets);
      variant.ifPresent(v -> values.putAll(v.sets()));
      Request request = new Request(file, policy, values, observed, Optional.empty(), rules);
      try {
        Scenario scenario = loader.load(file, request.selection(Map.of()));
        return Optional.of(
            new Asked(
                request,
                new Alternative(
                    name(scenario, variant),
                    about(scenario, values),
                    Observed.in(model.plan(scenario)))));
      } catch (InvalidInputException e) {
        e.problems().forEach(problem -> problems.add(placed(problem, variant)));
        return Optional.empty();
      }
    }

    private String name(Scenario scenario, Optional<Variant> variant) {
      List<String> parts = new ArrayList<>();
      if (files.size() > 1 || policy.isEmpty() && variant.isEmpty()) {
        parts.add(scenario.id());
      }
      boolean isOneOfSeveral = policies.size() > 1 || policies.contains(EVERY_POLICY);
      if (policy.isPresent() && (variant.isEmpty() || isOneOfSeveral)) {
        parts.add(policy.get());
      }
      variant.map(Variant::name).ifPresent(parts::add);
      return String.join(" ", parts);
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
