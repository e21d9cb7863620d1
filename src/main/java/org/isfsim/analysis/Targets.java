package org.isfsim.analysis;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.isfsim.document.InvalidInputException;
import org.isfsim.document.Mark;
import org.isfsim.document.Problem;
import org.isfsim.document.Suggestions;
import org.isfsim.model.Indicator;
import org.isfsim.model.Plan;
import org.isfsim.model.Variable;
import org.isfsim.parameter.Domain;

/** Reads what a user asks about. */
public final class Targets {

  private final Plan plan;
  private final List<Problem> problems = new ArrayList<>();
  private final List<Target> found = new ArrayList<>();

  private Targets(Plan plan) {
    this.plan = plan;
  }

  /**
   * The targets of two options, each of which may be given several times; without any, every
   * outcome.
   *
   * @param outcomes names of outcomes
   * @param indicators names of indicators, for every value, or {@code name=value}
   * @throws InvalidInputException with every name that is not known
   */
  public static List<Target> of(Plan plan, List<String> outcomes, List<String> indicators) {
    Targets targets = new Targets(plan);
    outcomes.forEach(targets::outcome);
    indicators.forEach(targets::indicator);
    if (outcomes.isEmpty() && indicators.isEmpty()) {
      targets.every(plan.outcome(), "");
    }
    return targets.result();
  }

  /**
   * One target of two options: any of some outcomes, or any of some values of one indicator.
   *
   * @param outcomes names of outcomes
   * @param indicators {@code name=value}, all of the same indicator
   * @throws InvalidInputException with every name that is not known, and if the two are mixed
   */
  public static Target any(Plan plan, List<String> outcomes, List<String> indicators) {
    List<Target> targets = of(plan, outcomes, indicators);
    Map<Variable, BitSet> values = new LinkedHashMap<>();
    for (Target target : targets) {
      values.computeIfAbsent(target.variable(), v -> new BitSet()).or(target.values());
    }
    if (values.size() > 1) {
      throw new InvalidInputException(
          Problem.of(
              Mark.of("--indicator"),
              "",
              "a region is found for values of the outcome or of one indicator, not for several"
                  + " results together; ask for each in turn"));
    }
    Variable variable = targets.get(0).variable();
    String name = String.join(" or ", targets.stream().map(Target::name).toList());
    BitSet all = values.getOrDefault(variable, new BitSet());
    if (all.cardinality() == variable.domain().size()) {
      throw new InvalidInputException(
          Problem.of(
              Mark.of(outcomes.isEmpty() ? "--indicator" : "--outcome"),
              "",
              "every case has one of " + name + "; leave some values out"));
    }
    return new Target(name, variable, all);
  }

  private void outcome(String name) {
    Domain outcomes = plan.outcome().domain();
    OptionalInt value = outcomes.indexOf(name);
    if (value.isPresent()) {
      found.add(Target.of(name, plan.outcome(), value.getAsInt()));
      return;
    }
    problems.add(unknown("--outcome " + name, "outcome", name, outcomes.texts()));
  }

  private void indicator(String text) {
    int equals = text.indexOf('=');
    String name = equals < 0 ? text : text.substring(0, equals);
    Optional<Indicator> indicator =
        plan.indicators().stream().filter(i -> i.name().equals(name)).findFirst();
    if (indicator.isEmpty()) {
      List<String> names = plan.indicators().stream().map(Indicator::name).toList();
      problems.add(unknown("--indicator " + text, "indicator", name, names));
      return;
    }
    Variable variable = indicator.get().variable();
    if (equals < 0) {
      every(variable, name + "=");
      return;
    }
    String word = text.substring(equals + 1);
    OptionalInt value = variable.domain().indexOf(word);
    if (value.isPresent()) {
      found.add(Target.of(text, variable, value.getAsInt()));
      return;
    }
    String option = "--indicator " + text;
    problems.add(
        Problem.of(Mark.of(option), "", "the indicator " + name + " is never \"" + word + "\"")
            .allowing(variable.domain().described())
            .advising(Suggestions.didYouMean(word, variable.domain().texts())));
  }

  private void every(Variable variable, String prefix) {
    for (int value = 0; value < variable.domain().size(); value++) {
      found.add(Target.of(prefix + variable.domain().text(value), variable, value));
    }
  }

  private static Problem unknown(String option, String what, String name, List<String> known) {
    return Problem.of(Mark.of(option), "", "there is no " + what + " \"" + name + "\"")
        .allowing(String.join(", ", known))
        .advising(Suggestions.didYouMean(name, known));
  }

  private List<Target> result() {
    if (!problems.isEmpty()) {
      throw new InvalidInputException(problems);
    }
    return found.stream().distinct().toList();
  }
}
