package org.isfsim.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.isfsim.decision.Field;
import org.isfsim.decision.Result;
import org.isfsim.decision.Signature;
import org.isfsim.parameter.Domain;
import org.isfsim.parameter.Unit;
import org.isfsim.scenario.Scenario;
import org.isfsim.scenario.Setting;

/**
 * Writes a plan step by step. A parameter is drawn just before it is first needed, its parents
 * before it, so that no value is alive longer than it must be.
 */
final class PlanBuilder {

  private final Scenario scenario;
  private final Domain.Numbers weeks;
  private final List<Variable> variables = new ArrayList<>();
  private final List<Step> steps = new ArrayList<>();
  private final Map<String, Variable> drawn = new HashMap<>();
  private final List<Indicator> indicators = new ArrayList<>();
  private final List<Milestone> milestones = new ArrayList<>();
  private int decisions;

  PlanBuilder(Scenario scenario) {
    this.scenario = scenario;
    this.weeks = Domain.Numbers.weeks(0, scenario.horizonWeeks() + 1);
  }

  Scenario scenario() {
    return scenario;
  }

  /** The parameter of an address; its draw is added when it is first asked for. */
  Variable parameter(String address) {
    Variable known = drawn.get(address);
    if (known != null) {
      return known;
    }
    Setting setting = scenario.setting(address);
    List<Variable> parents =
        setting.distribution().parents().stream().map(this::parameter).toList();
    Variable variable = add(address, setting.parameter().domain());
    drawn.put(address, variable);
    steps.add(new Step.Draw(variable, parents, setting.distribution()));
    return variable;
  }

  /** Draws what no step reads, so that every parameter has a value in every case. */
  void drawTheRest() {
    for (Setting setting : scenario.settings().values()) {
      parameter(setting.address());
    }
  }

  /** Weeks after the start, as a date: whatever lies after the horizon becomes "never". */
  Variable date(String name, Variable weeksAfterStart) {
    return compute(
        name,
        weeks,
        List.of(weeksAfterStart),
        in -> Math.min(number(weeksAfterStart, in[0]), never()),
        weeksAfterStart.name());
  }

  /** A date that many weeks later; never stays never. */
  Variable after(String name, Variable date, Variable duration) {
    return compute(
        name,
        weeks,
        List.of(date, duration),
        in -> in[0] == never() ? never() : Math.min(in[0] + number(duration, in[1]), never()),
        date.name() + " plus " + duration.name());
  }

  /** The later of two dates. */
  Variable later(String name, Variable a, Variable b) {
    return compute(
        name,
        weeks,
        List.of(a, b),
        in -> Math.max(in[0], in[1]),
        "the later of " + a.name() + " and " + b.name());
  }

  /** The date if the flag is true, else the other date. */
  Variable either(String name, Variable flag, Variable then, Variable otherwise) {
    return compute(
        name,
        weeks,
        List.of(flag, then, otherwise),
        in -> in[0] == 1 ? in[1] : in[2],
        then.name() + " if " + flag.name() + ", else " + otherwise.name());
  }

  /** The later of two dates if the flag is true, else the first alone. */
  Variable laterIf(String name, Variable a, Variable flag, Variable b) {
    return compute(
        name,
        weeks,
        List.of(a, flag, b),
        in -> in[1] == 1 ? Math.max(in[0], in[2]) : in[0],
        a.name() + ", and not before " + b.name() + " if " + flag.name());
  }

  /** The date when the variable has one of the values, else never. */
  Variable dateIf(String name, Variable date, Variable condition, String... values) {
    boolean[] holds = among(condition, values);
    return compute(
        name,
        weeks,
        List.of(date, condition),
        in -> holds[in[1]] ? in[0] : never(),
        date.name() + " if " + condition.name() + " is " + String.join(" or ", values));
  }

  /** The date that belongs to the selector's value, never for any other value. */
  Variable dateBy(String name, Variable selector, Map<String, Variable> dates) {
    List<Variable> inputs = new ArrayList<>();
    List<String> text = new ArrayList<>();
    inputs.add(selector);
    int[] place = new int[selector.domain().size()];
    dates.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(
            entry -> {
              place[selector.domain().indexOf(entry.getKey()).orElseThrow()] = inputs.size();
              inputs.add(entry.getValue());
              text.add(entry.getValue().name() + " if " + entry.getKey());
            });
    return compute(
        name,
        weeks,
        inputs,
        in -> place[in[0]] == 0 ? never() : in[place[in[0]]],
        String.join(", ", text) + ", else never");
  }

  /**
   * How long it is from the first date to the second, 0 where the first does not come before. A
   * length of time has a name that begins with {@code weeks.}, as no date has.
   */
  Variable between(String name, Variable first, Variable second) {
    return compute(
        name,
        weeks,
        List.of(first, second),
        in -> Math.max(0, in[1] - in[0]),
        second.name() + " less " + first.name());
  }

  /** One duration after another; more than the whole time to the horizon stays that. */
  Variable together(String name, Variable first, Variable second) {
    return compute(
        name,
        weeks,
        List.of(first, second),
        in -> Math.min(number(first, in[0]) + number(second, in[1]), never()),
        first.name() + " plus " + second.name());
  }

  /** Whether a date is reached by the horizon. */
  Variable reached(String name, Variable date) {
    return compute(
        name,
        Domain.Flag.FLAG,
        List.of(date),
        in -> in[0] == never() ? 0 : 1,
        date.name() + " by the horizon");
  }

  /** Whether a date is reached by the horizon and no later than the other date. */
  Variable notAfter(String name, Variable date, Variable limit) {
    return compute(
        name,
        Domain.Flag.FLAG,
        List.of(date, limit),
        in -> in[0] != never() && in[0] <= in[1] ? 1 : 0,
        date.name() + " no later than " + limit.name());
  }

  /** Whether a duration is less than another. */
  Variable less(String name, Variable duration, Variable limit) {
    return compute(
        name,
        Domain.Flag.FLAG,
        List.of(duration, limit),
        in -> number(duration, in[0]) < number(limit, in[1]) ? 1 : 0,
        duration.name() + " less than " + limit.name());
  }

  /** Whether the variable has one of the values. */
  Variable is(String name, Variable variable, String... values) {
    boolean[] holds = among(variable, values);
    return compute(
        name,
        Domain.Flag.FLAG,
        List.of(variable),
        in -> holds[in[0]] ? 1 : 0,
        variable.name() + " is " + String.join(" or ", values));
  }

  /** The band of a value; a band includes its lower bound. */
  Variable band(String name, Variable value, String band) {
    int[] cuts = scenario.band(band);
    Domain.Choice names = new Domain.Choice(scenario.bandSetting(band).band().names());
    return compute(
        name,
        names,
        List.of(value),
        in -> {
          int index = 0;
          while (index < cuts.length && in[0] >= cuts[index]) {
            index++;
          }
          return index;
        },
        value.name() + " in the bands of " + band);
  }

  /** Any other quantity. */
  Variable compute(
      String name, Domain domain, List<Variable> inputs, Operation operation, String text) {
    Variable variable = add(name, domain);
    steps.add(new Step.Compute(variable, inputs, operation, text));
    return variable;
  }

  /** A quantity that is the same in every case. */
  Variable constant(String name, Domain domain, String value) {
    int index = domain.indexOf(value).orElseThrow();
    return compute(name, domain, List.of(), in -> index, value);
  }

  /**
   * A decision of the rules. Inputs are given by field name; every field must be given, with a
   * variable of exactly its domain.
   */
  List<Variable> decide(Signature signature, String column, Map<String, Variable> inputs) {
    List<Variable> ordered = new ArrayList<>();
    for (Field field : signature.inputs()) {
      Variable variable = inputs.get(field.name());
      if (variable == null || !variable.domain().equals(field.domain())) {
        throw new IllegalArgumentException(
            column + "." + field.name() + " takes " + field.domain() + ", got " + variable);
      }
      ordered.add(variable);
    }
    Set<String> unknown = new HashSet<>(inputs.keySet());
    signature.inputs().forEach(field -> unknown.remove(field.name()));
    if (!unknown.isEmpty()) {
      throw new IllegalArgumentException(column + " has no input " + unknown);
    }
    List<Variable> results = new ArrayList<>();
    for (Result result : signature.results()) {
      String name = result.name().isEmpty() ? column : column + "." + result.name();
      results.add(add(name, result.domain()));
    }
    steps.add(new Step.Decide(decisions++, column, signature, ordered, results));
    return results;
  }

  void indicator(String name, String title, Variable variable) {
    indicators.add(new Indicator(name, title, variable, false));
  }

  void opinion(String name, String title, Variable variable) {
    indicators.add(new Indicator(name, title, variable, true));
  }

  void milestone(String name, String title, Variable week) {
    milestones.add(new Milestone(name, title, week));
  }

  Plan build(Variable outcome) {
    return new Plan(scenario, variables, steps, outcome, indicators, milestones);
  }

  /** The week that stands for "not by the horizon". */
  int never() {
    return weeks.max();
  }

  Domain.Numbers weeks() {
    return weeks;
  }

  /** The number that a value of a variable stands for. */
  static int number(Variable variable, int index) {
    return variable.domain().number(index);
  }

  /** Troops from 0 to the largest strength that the model counts. */
  static Domain.Numbers troops() {
    return new Domain.Numbers(Unit.TROOPS, 0, 60_000, 500);
  }

  private Variable add(String name, Domain domain) {
    Variable variable = new Variable(variables.size(), name, domain);
    variables.add(variable);
    return variable;
  }

  private static boolean[] among(Variable variable, String... values) {
    boolean[] holds = new boolean[variable.domain().size()];
    for (String value : values) {
      holds[variable.domain().indexOf(value).orElseThrow()] = true;
    }
    assert IntStream.range(0, holds.length).anyMatch(i -> holds[i]);
    return holds;
  }
}
