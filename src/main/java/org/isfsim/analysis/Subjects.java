package org.isfsim.analysis;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.isfsim.analysis.Statement.Relation;
import org.isfsim.document.Dates;
import org.isfsim.model.Indicator;
import org.isfsim.model.Milestone;
import org.isfsim.model.Plan;
import org.isfsim.model.Step;
import org.isfsim.model.Variable;
import org.isfsim.parameter.Domain;

/**
 * What a statement may name in a plan: the outcome, the indicators, the milestones, the results of
 * decisions by their columns, and the parameters by their addresses. Where two of them have a name
 * in common, the one that comes first in this list has it.
 */
final class Subjects {

  /** The outcome's name in results. */
  static final String OUTCOME = "outcome";

  /** A milestone that is not reached by the horizon. */
  static final String NEVER = "never";

  private final Plan plan;
  private final Map<String, Variable> variables = new LinkedHashMap<>();
  private final Map<String, Milestone> milestones = new LinkedHashMap<>();
  private final List<String> reported;

  Subjects(Plan plan) {
    this.plan = plan;
    variables.put(OUTCOME, plan.outcome());
    for (Indicator indicator : plan.indicators()) {
      variables.put(indicator.name(), indicator.variable());
    }
    for (Milestone milestone : plan.milestones()) {
      variables.putIfAbsent(milestone.name(), milestone.week());
      milestones.put(milestone.name(), milestone);
    }
    reported = List.copyOf(variables.keySet());
    for (Step.Decide decide : plan.decisions()) {
      decide.results().forEach(result -> variables.putIfAbsent(result.name(), result));
    }
    plan.draws().forEach(draw -> variables.putIfAbsent(draw.variable().name(), draw.variable()));
  }

  /** What may be named, for messages: in full what reports name, of the rest an example. */
  String kinds() {
    StringBuilder kinds = new StringBuilder(String.join(", ", reported));
    plan.decisions().stream()
        .flatMap(decide -> decide.results().stream())
        .map(Variable::name)
        .filter(name -> !reported.contains(name))
        .findFirst()
        .ifPresent(name -> kinds.append("; a result of a decision, such as ").append(name));
    plan.draws().stream()
        .map(draw -> draw.variable().name())
        .findFirst()
        .ifPresent(name -> kinds.append("; a parameter, such as ").append(name));
    return kinds.toString();
  }

  /** The names: what reports name in their order, then the results of decisions, parameters. */
  List<String> names() {
    return List.copyOf(variables.keySet());
  }

  /** The variable of a name. */
  Variable variable(String name) {
    return Objects.requireNonNull(variables.get(name), name);
  }

  boolean isMilestone(String name) {
    return milestones.containsKey(name);
  }

  /** Whether the values stand in an order that means something; outcomes do not. */
  boolean isOrdered(String name) {
    return !variable(name).domain().equals(plan.outcome().domain());
  }

  /** Whether a text is a value of a name. */
  boolean has(String name, String value) {
    return isMilestone(name)
        ? value.equals(NEVER)
            || Dates.read(value).filter(this::isWithin).isPresent()
            || isWeek(value) && Integer.parseInt(value) <= plan.horizonWeeks()
        : variable(name).domain().indexOf(value).isPresent();
  }

  /**
   * The dates that are values of a milestone, next to a date within the horizon that is none; none
   * for any other value.
   */
  List<LocalDate> nearest(String name, String value) {
    if (!isMilestone(name)) {
      return List.of();
    }
    return Dates.read(value)
        .map(day -> (int) ChronoUnit.WEEKS.between(plan.scenario().start(), day))
        .filter(week -> !plan.date(week).toString().equals(value))
        .map(
            week -> Stream.of(plan.date(week), plan.date(week + 1)).filter(this::isWithin).toList())
        .orElse(List.of());
  }

  /** The values of a name, for messages. */
  String allowed(String name) {
    return isMilestone(name)
        ? "a date from "
            + plan.scenario().start()
            + " to "
            + plan.scenario().horizon()
            + ", a week from 0 to "
            + plan.horizonWeeks()
            + ", never"
        : variable(name).domain().described();
  }

  /** The words among the values of a name. */
  List<String> words(String name) {
    if (isMilestone(name)) {
      return List.of(NEVER);
    }
    Domain domain = variable(name).domain();
    return domain instanceof Domain.Numbers ? List.of() : domain.texts();
  }

  /** Which values of the variable of a test it accepts, by index. */
  boolean[] accepted(Statement.Test test) {
    Variable variable = variable(test.subject());
    boolean[] accepted = new boolean[variable.domain().size()];
    for (int index = 0; index < accepted.length; index++) {
      List<Integer> comparisons = new ArrayList<>();
      for (String value : test.values()) {
        comparisons.add(compare(test.subject(), index, value));
      }
      Relation relation = test.relation();
      accepted[index] =
          relation == Relation.IS_NOT
              ? comparisons.stream().allMatch(relation::accepts)
              : comparisons.stream().anyMatch(relation::accepts);
    }
    return accepted;
  }

  /** How a variable's value stands to a value as written; never comes after every date. */
  private int compare(String subject, int index, String value) {
    Domain domain = variable(subject).domain();
    if (!isMilestone(subject)) {
      return Integer.compare(index, domain.indexOf(value).orElseThrow());
    }
    int week = domain.number(index);
    boolean isNever = week > plan.horizonWeeks();
    if (isNever || value.equals(NEVER)) {
      return Boolean.compare(isNever, value.equals(NEVER));
    }
    return isWeek(value)
        ? Integer.compare(week, Integer.parseInt(value))
        : Integer.signum(plan.date(week).compareTo(Dates.read(value).orElseThrow()));
  }

  private static boolean isWeek(String value) {
    return value.matches("\\d{1,3}");
  }

  private boolean isWithin(LocalDate day) {
    return !day.isBefore(plan.scenario().start()) && !day.isAfter(plan.scenario().horizon());
  }
}
