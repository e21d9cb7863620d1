package org.isfsim.explanation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.isfsim.model.Case;
import org.isfsim.model.Indicator;
import org.isfsim.model.Milestone;
import org.isfsim.model.Plan;
import org.isfsim.model.Step;
import org.isfsim.model.Variable;

/**
 * The columns that a table of cases computes: a column for each result of each decision, named
 * after it, then the indicators that have no such column, then the milestones.
 */
public final class TableColumns {

  private final Plan plan;
  private final List<String> decisions = new ArrayList<>();
  private final List<String> indicators = new ArrayList<>();
  private final List<String> milestones = new ArrayList<>();
  private final List<Variable> variables = new ArrayList<>();

  /** The columns of a plan. */
  public TableColumns(Plan plan) {
    this.plan = plan;
    for (Step.Decide decide : plan.decisions()) {
      for (Variable result : decide.results()) {
        decisions.add(result.name());
        variables.add(result);
      }
    }
    Set<String> known = new HashSet<>(decisions);
    for (Indicator indicator : plan.indicators()) {
      if (known.add(indicator.name())) {
        indicators.add(indicator.name());
        variables.add(indicator.variable());
      }
    }
    for (Milestone milestone : plan.milestones()) {
      milestones.add(milestone.name());
      variables.add(milestone.week());
    }
  }

  /** The columns of decisions' results, in the order of the decisions. */
  public List<String> decisions() {
    return List.copyOf(decisions);
  }

  /** The columns of indicators. */
  public List<String> indicators() {
    return List.copyOf(indicators);
  }

  /** The columns of milestones. */
  public List<String> milestones() {
    return List.copyOf(milestones);
  }

  /** All columns in order. */
  public List<String> all() {
    List<String> all = new ArrayList<>(decisions);
    all.addAll(indicators);
    all.addAll(milestones);
    return List.copyOf(all);
  }

  /** The values of a finished case, in the order of {@link #all}. */
  List<String> values(Case row) {
    int dates = decisions.size() + indicators.size();
    List<String> values = new ArrayList<>(variables.size());
    for (int i = 0; i < variables.size(); i++) {
      values.add(i < dates ? row.text(variables.get(i)) : date(row, variables.get(i)));
    }
    return values;
  }

  private String date(Case row, Variable variable) {
    int week = variable.domain().number(row.value(variable));
    return week > plan.horizonWeeks() ? "" : plan.date(week).toString();
  }
}
