package org.isfsim.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.isfsim.document.InvalidInputException;
import org.isfsim.document.Mark;
import org.isfsim.document.Problem;
import org.isfsim.document.Problems;
import org.isfsim.document.Suggestions;
import org.isfsim.model.Plan;
import org.isfsim.model.Variable;
import org.isfsim.parameter.Domain;
import org.isfsim.parameter.ParameterKind;
import org.isfsim.scenario.Setting;
import picocli.CommandLine.Option;

/** Which levers are combined. */
final class LeverOptions {

  private static final String OPTION = "--levers";

  @Option(
      names = "--all-levers",
      description =
          "Look at every combination of the flag and choice levers of one scenario instead, and"
              + " find the Pareto set of the objectives.")
  private boolean all;

  @Option(
      names = OPTION,
      paramLabel = "LEVERS",
      description =
          "Combine these levers only, such as text.*,aid.policy; numbers with their values in an"
              + " option of its own: --levers force.ceiling=10000,20000.")
  private List<String> wanted = new ArrayList<>();

  /** Whether combinations are asked for. */
  boolean isAsked() {
    return all || !wanted.isEmpty();
  }

  /**
   * The levers with the indices of the values that are tried.
   *
   * @throws InvalidInputException with every problem of what was named
   */
  Map<Variable, int[]> read(Plan plan) {
    Map<String, Setting> levers = new LinkedHashMap<>();
    plan.scenario()
        .settings()
        .forEach(
            (address, setting) -> {
              if (setting.parameter().kind() == ParameterKind.LEVER) {
                levers.put(address, setting);
              }
            });
    Map<Variable, int[]> chosen = new LinkedHashMap<>();
    Problems problems = new Problems();
    boolean isNamed = wanted.stream().anyMatch(text -> !text.contains("="));
    if (all || !isNamed) {
      levers.forEach(
          (address, setting) -> {
            if (!(setting.domain() instanceof Domain.Numbers)) {
              chosen.put(plan.variable(address), everyValue(setting));
            }
          });
    }
    for (String text : wanted) {
      int sign = text.indexOf('=');
      if (sign >= 0) {
        stated(
            plan,
            levers,
            text.substring(0, sign).strip(),
            text.substring(sign + 1),
            chosen,
            problems);
        continue;
      }
      for (String name : text.split(",", -1)) {
        named(plan, levers, name.strip(), chosen, problems);
      }
    }
    problems.throwIfAny();
    return chosen;
  }

  private static int[] everyValue(Setting setting) {
    return IntStream.range(0, setting.domain().size()).toArray();
  }

  private static void named(
      Plan plan,
      Map<String, Setting> levers,
      String name,
      Map<Variable, int[]> chosen,
      Problems problems) {
    boolean isPrefix = name.endsWith(".*");
    List<String> found =
        levers.keySet().stream()
            .filter(
                address ->
                    isPrefix
                        ? address.startsWith(name.substring(0, name.length() - 1))
                        : address.equals(name))
            .toList();
    if (found.isEmpty()) {
      problems.add(unknown(plan, levers, name));
    }
    for (String address : found) {
      Setting setting = levers.get(address);
      if (setting == null) {
        continue;
      }
      if (!(setting.domain() instanceof Domain.Numbers)) {
        chosen.put(plan.variable(address), everyValue(setting));
      } else if (!isPrefix) {
        problems.add(
            Problem.of(
                    Mark.of(OPTION + " " + name), "", "the values of " + name + " must be stated")
                .advising(OPTION + " " + name + "=" + setting.written() + ",..."));
      }
    }
  }

  private static Problem unknown(Plan plan, Map<String, Setting> levers, String name) {
    Setting setting = plan.scenario().settings().get(name);
    String message =
        setting == null
            ? "there is no lever \"" + name + "\""
            : name + " is no lever but of the kind " + setting.parameter().kind().word();
    return Problem.of(Mark.of(OPTION + " " + name), "", message)
        .allowing(String.join(", ", levers.keySet()))
        .advising(Suggestions.didYouMean(name, levers.keySet()));
  }

  private static void stated(
      Plan plan,
      Map<String, Setting> levers,
      String address,
      String values,
      Map<Variable, int[]> chosen,
      Problems problems) {
    if (!levers.containsKey(address)) {
      problems.add(unknown(plan, levers, address));
      return;
    }
    TreeSet<Integer> indices = new TreeSet<>();
    for (String value : values.split(",", -1)) {
      try {
        indices.add(plan.scenario().parse(address, value.strip(), Mark.of(OPTION + " " + address)));
      } catch (InvalidInputException e) {
        e.problems().forEach(problems::add);
      }
    }
    chosen.put(plan.variable(address), indices.stream().mapToInt(Integer::intValue).toArray());
  }
}
