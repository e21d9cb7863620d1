package org.isfsim.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
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
 * @param model the model that it is a plan of
 * @param scenario the scenario
 * @param variables every variable; the place in the list is its slot
 * @param steps the steps, each after those whose results it reads
 * @param outcome the variable that holds the outcome
 * @param stages the steps of the way on which cases are lost, in order
 * @param causes the flags that tell whether a cause is there without which what is shown is not
 * @param indicators the indicators, in the order of reports
 * @param milestones the milestones, in the order of reports
 * @param byName the variables by name
 * @param dates what happens on each variable that is a date
 * @param evidence what is known of the cases that are looked at
 * @param asked flags that are counted beside what is reported
 */
public record Plan(
    Model model,
    Scenario scenario,
    List<Variable> variables,
    List<Step> steps,
    Variable outcome,
    List<Stage> stages,
    Map<String, Variable> causes,
    List<Indicator> indicators,
    List<Milestone> milestones,
    Map<String, Variable> byName,
    Map<Variable, String> dates,
    Evidence evidence,
    List<Variable> asked) {

  Plan(
      Model model,
      Scenario scenario,
      List<Variable> variables,
      List<Step> steps,
      Variable outcome,
      List<Stage> stages,
      Map<String, Variable> causes,
      List<Indicator> indicators,
      List<Milestone> milestones) {
    this(
        model,
        scenario,
        variables,
        steps,
        outcome,
        stages,
        causes,
        indicators,
        milestones,
        index(variables),
        dates(steps),
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
    return with(scenario, longerVariables, longerSteps, evidence, asked);
  }

  /** The same plan of which something is known, in place of what was. */
  public Plan given(Evidence known) {
    return with(scenario, variables, steps, known, asked);
  }

  /** The same plan with other flags that are counted beside what is reported. */
  public Plan asking(List<Variable> flags) {
    return with(scenario, variables, steps, evidence, flags);
  }

  /**
   * This plan for a scenario that differs from its own in no more than what values of parameters
   * weigh; empty if it differs otherwise.
   */
  public Optional<Plan> under(Scenario other) {
    if (!isMadeAlike(other)) {
      return Optional.empty();
    }
    List<Step> others = new ArrayList<>();
    for (Step step : steps) {
      others.add(
          step instanceof Step.Draw draw
              ? draw.by(other.setting(draw.variable().name()).distribution())
              : step);
    }
    return Optional.of(with(other, variables, others, evidence, asked));
  }

  private Plan with(
      Scenario itsScenario,
      List<Variable> itsVariables,
      List<Step> itsSteps,
      Evidence itsEvidence,
      List<Variable> itsAsked) {
    return new Plan(
        model,
        itsScenario,
        itsVariables,
        itsSteps,
        outcome,
        stages,
        causes,
        indicators,
        milestones,
        byName,
        dates,
        itsEvidence,
        itsAsked);
  }

  /** Whether all that the steps of a scenario's plan are made of is there in another. */
  private boolean isMadeAlike(Scenario other) {
    return scenario.start().equals(other.start())
        && scenario.horizon().equals(other.horizon())
        && scenario.contributors().equals(other.contributors())
        && scenario.observed().equals(other.observed())
        && scenario.questions().equals(other.questions())
        && scenario.bands().keySet().stream()
            .allMatch(band -> Arrays.equals(scenario.band(band), other.band(band)))
        && scenario.settings().keySet().equals(other.settings().keySet())
        && scenario.settings().values().stream()
            .allMatch(
                setting ->
                    setting
                        .distribution()
                        .parents()
                        .equals(other.setting(setting.address()).distribution().parents()));
  }

  /** The same plan that also counts how many cases get to each stage. */
  public Plan withFunnel() {
    Stream<Variable> reached = stages.stream().map(Stage::reached);
    return asking(Stream.concat(asked.stream(), reached).distinct().toList());
  }

  /**
   * Another plan for the same scenario, which reports nothing and of which nothing is known.
   *
   * @param otherVariables all of its variables, each in its slot
   * @param otherSteps all of its steps
   * @param otherOutcome the variable that takes the place of the outcome
   */
  public Plan rewritten(
      List<Variable> otherVariables, List<Step> otherSteps, Variable otherOutcome) {
    return new Plan(
        model,
        scenario,
        otherVariables,
        otherSteps,
        otherOutcome,
        List.of(),
        Map.of(),
        List.of(),
        List.of());
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
    stages = List.copyOf(stages);
    causes = Map.copyOf(causes);
    indicators = List.copyOf(indicators);
    milestones = List.copyOf(milestones);
    byName = Map.copyOf(byName);
    dates = Map.copyOf(dates);
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

  /** Whether a variable holds a date: a week from the start to just after the horizon. */
  public boolean isDate(Variable variable) {
    return dates.containsKey(variable);
  }

  private static Map<Variable, String> dates(List<Step> steps) {
    Map<Variable, String> dates = new HashMap<>();
    for (Step step : steps) {
      if (step instanceof Step.Compute compute) {
        compute.date().ifPresent(title -> dates.put(compute.variable(), title));
      }
    }
    return dates;
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
