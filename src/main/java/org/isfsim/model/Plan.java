package org.isfsim.model;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.isfsim.scenario.Contributor;
import org.isfsim.scenario.Scenario;

/**
 * Everything that happens in a case of a scenario, in order. Immutable; shared by all threads.
 *
 * @param scenario the scenario
 * @param variables every variable; the place in the list is its slot
 * @param steps the steps, each after those whose results it reads
 * @param outcome the variable that holds the outcome
 * @param indicators the indicators, in the order of reports
 * @param milestones the milestones, in the order of reports
 * @param byName the variables by name
 * @param evidence what is known of the cases that are looked at
 * @param asked flags that are counted beside what is reported
 */
public record Plan(
    Scenario scenario,
    List<Variable> variables,
    List<Step> steps,
    Variable outcome,
    List<Indicator> indicators,
    List<Milestone> milestones,
    Map<String, Variable> byName,
    Evidence evidence,
    List<Variable> asked) {

  Plan(
      Scenario scenario,
      List<Variable> variables,
      List<Step> steps,
      Variable outcome,
      List<Indicator> indicators,
      List<Milestone> milestones) {
    this(scenario, variables, steps, outcome, indicators, milestones, index(variables));
  }

  /** A plan of whose cases nothing is known. */
  public Plan(
      Scenario scenario,
      List<Variable> variables,
      List<Step> steps,
      Variable outcome,
      List<Indicator> indicators,
      List<Milestone> milestones,
      Map<String, Variable> byName) {
    this(
        scenario,
        variables,
        steps,
        outcome,
        indicators,
        milestones,
        byName,
        Evidence.NONE,
        List.of());
  }

  /**
   * The same plan with further variables and steps behind its own; what it reports stays.
   *
   * @param longerVariables its variables and, after them, further ones, each in its slot
   * @param longerSteps its steps and, after them, further ones
   */
  public Plan with(List<Variable> longerVariables, List<Step> longerSteps) {
    return new Plan(
        scenario,
        longerVariables,
        longerSteps,
        outcome,
        indicators,
        milestones,
        byName,
        evidence,
        asked);
  }

  /** The same plan of which something is known, in place of what was. */
  public Plan given(Evidence known) {
    return new Plan(
        scenario, variables, steps, outcome, indicators, milestones, byName, known, asked);
  }

  /** The same plan with other flags that are counted beside what is reported. */
  public Plan asking(List<Variable> flags) {
    return new Plan(
        scenario, variables, steps, outcome, indicators, milestones, byName, evidence, flags);
  }

  /** The contributor that a decision is about; empty for a decision about all of them. */
  public Optional<Contributor> contributorOf(Step.Decide decide) {
    String prefix = decide.signature().decision() + ".";
    return scenario.contributors().stream()
        .filter(contributor -> decide.column().equals(prefix + contributor.id()))
        .findFirst();
  }

  /** Copies the lists. */
  public Plan {
    variables = List.copyOf(variables);
    steps = List.copyOf(steps);
    indicators = List.copyOf(indicators);
    milestones = List.copyOf(milestones);
    byName = Map.copyOf(byName);
    asked = List.copyOf(asked);
  }

  /**
   * The variable of a name.
   *
   * @throws IllegalArgumentException if there is none
   */
  public Variable variable(String name) {
    Variable variable = byName.get(name);
    if (variable == null) {
      throw new IllegalArgumentException("The plan has no variable named " + name);
    }
    return variable;
  }

  /** The draws, in order: one for every parameter of the scenario. */
  public List<Step.Draw> draws() {
    return steps.stream().filter(Step.Draw.class::isInstance).map(Step.Draw.class::cast).toList();
  }

  /** The decisions, in order. */
  public List<Step.Decide> decisions() {
    return steps.stream()
        .filter(Step.Decide.class::isInstance)
        .map(Step.Decide.class::cast)
        .toList();
  }

  /** The variables of all indicators and milestones, each once. */
  public List<Variable> reported() {
    return Stream.concat(
            indicators.stream().map(Indicator::variable), milestones.stream().map(Milestone::week))
        .distinct()
        .toList();
  }

  /** The last week that counts; a later week means "not by the horizon". */
  public int horizonWeeks() {
    return scenario.horizonWeeks();
  }

  /** The first day of a week, counted from the scenario's start. */
  public LocalDate date(int week) {
    return scenario.start().plusWeeks(week);
  }

  private static Map<String, Variable> index(List<Variable> variables) {
    Map<String, Variable> byName = new HashMap<>();
    for (Variable variable : variables) {
      if (byName.put(variable.name(), variable) != null) {
        throw new IllegalArgumentException("Two variables are named " + variable.name());
      }
    }
    return byName;
  }
}
