package org.isfsim.explanation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.isfsim.model.Case;
import org.isfsim.model.Milestone;
import org.isfsim.model.Plan;
import org.isfsim.model.Step;
import org.isfsim.model.Variable;

/**
 * The dated events of a case: the milestones that happened, and the other dates with which a
 * decision compared something.
 */
final class Timeline {

  private final Plan plan;
  private final Case row;
  private final DecisiveSteps way;
  private final Map<Variable, Step> writers;
  private final Map<Variable, List<String>> compared = new LinkedHashMap<>();

  /**
   * A timeline.
   *
   * @param taken the steps that the case took
   * @param way what the outcome rests on
   * @param writers the step that gave each variable its value
   */
  Timeline(Plan plan, Case row, List<Step> taken, DecisiveSteps way, Map<Variable, Step> writers) {
    this.plan = plan;
    this.row = row;
    this.way = way;
    this.writers = writers;
    for (Step step : taken) {
      if (step instanceof Step.Decide decide) {
        decide.inputs().forEach(input -> compare(input, decide.column()));
      }
    }
  }

  private void compare(Variable input, String column) {
    if (writers.get(input) instanceof Step.Compute compute) {
      for (Variable operand : compute.inputs()) {
        if (plan.isDate(operand)) {
          List<String> columns = compared.computeIfAbsent(operand, key -> new ArrayList<>());
          if (!columns.contains(column)) {
            columns.add(column);
          }
        }
      }
    }
  }

  /** The events in the order of their dates; on one day the milestones first. */
  List<DatedEvent> events() {
    List<DatedEvent> events = new ArrayList<>();
    Map<Variable, List<String>> others = new LinkedHashMap<>(compared);
    for (Milestone milestone : plan.milestones()) {
      Variable variable = milestone.week();
      if (writers.containsKey(variable) && happened(variable)) {
        List<String> columns = new ArrayList<>();
        sources(variable).forEach(source -> columns.addAll(others.getOrDefault(source, List.of())));
        sources(variable).forEach(others::remove);
        events.add(event(variable, milestone.name(), milestone.title(), true, distinct(columns)));
      }
    }
    others.forEach(
        (variable, columns) -> {
          if (happened(variable)) {
            String title = plan.dates().getOrDefault(variable, variable.name());
            events.add(event(variable, variable.name(), title, false, columns));
          }
        });
    events.sort(Comparator.comparing(DatedEvent::date).thenComparing(event -> !event.milestone()));
    return events;
  }

  /** The titles of the milestones that did not happen by the horizon. */
  List<String> notByHorizon() {
    return plan.milestones().stream()
        .filter(milestone -> writers.containsKey(milestone.week()) && !happened(milestone.week()))
        .map(Milestone::title)
        .toList();
  }

  /** A milestone's date, and the date from which it was taken, which would say the same again. */
  private List<Variable> sources(Variable milestone) {
    List<Variable> sources = new ArrayList<>(List.of(milestone));
    if (writers.get(milestone) instanceof Step.Compute compute) {
      compute.inputs().stream()
          .filter(source -> plan.isDate(source) && week(source) == week(milestone))
          .forEach(sources::add);
    }
    return sources;
  }

  private static List<String> distinct(List<String> columns) {
    return columns.stream().distinct().toList();
  }

  private DatedEvent event(
      Variable variable, String name, String title, boolean milestone, List<String> columns) {
    return new DatedEvent(
        plan.date(week(variable)), name, title, milestone, way.has(variable), columns);
  }

  private int week(Variable variable) {
    return variable.domain().number(row.value(variable));
  }

  private boolean happened(Variable variable) {
    return week(variable) <= plan.horizonWeeks();
  }
}
