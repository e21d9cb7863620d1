package org.isfsim.analysis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.isfsim.model.Operation;
import org.isfsim.model.Plan;
import org.isfsim.model.Step;
import org.isfsim.model.Variable;
import org.isfsim.parameter.Domain;

/**
 * Requirements put to a plan: the plan with a flag more for each of them, which every case and
 * every walk works out like any other quantity.
 *
 * @param plan the plan with the flags at its end
 * @param flags the flags, in the order of the requirements
 * @param needed for each flag, by variable, the values without which it is false
 */
public record Question(Plan plan, List<Variable> flags, List<Map<Variable, boolean[]>> needed) {

  /** Copies the lists. */
  public Question {
    flags = List.copyOf(flags);
    needed = needed.stream().map(Map::copyOf).toList();
  }

  /**
   * Puts requirements to a plan.
   *
   * @param requirements each checked against a plan of the same model
   */
  public static Question of(Plan plan, List<Requirement> requirements) {
    Longer longer = new Longer(plan);
    List<Variable> flags = requirements.stream().map(longer::flag).toList();
    List<Map<Variable, boolean[]>> needed =
        requirements.stream().map(requirement -> needed(plan, requirement, true)).toList();
    return new Question(longer.plan(), flags, needed);
  }

  /** By variable, the values without which a requirement does not hold, or does not fail to. */
  private static Map<Variable, boolean[]> needed(
      Plan plan, Requirement requirement, boolean holds) {
    Map<Variable, boolean[]> needed = new HashMap<>();
    if (requirement instanceof Requirement.Not not) {
      return needed(plan, not.part(), !holds);
    }
    if (requirement instanceof Requirement.Test test) {
      Subjects subjects = new Subjects(plan);
      boolean[] accepted = subjects.accepted(test);
      for (int v = 0; v < accepted.length; v++) {
        accepted[v] = accepted[v] == holds;
      }
      needed.put(subjects.variable(test.subject()), accepted);
      return needed;
    }
    List<Requirement> parts =
        requirement instanceof Requirement.All all && holds
            ? all.parts()
            : requirement instanceof Requirement.Any any && !holds ? any.parts() : List.of();
    for (Requirement part : parts) {
      needed(plan, part, holds)
          .forEach(
              (variable, accepted) ->
                  needed.merge(
                      variable,
                      accepted,
                      (a, b) -> {
                        boolean[] both = a.clone();
                        for (int v = 0; v < both.length; v++) {
                          both[v] &= b[v];
                        }
                        return both;
                      }));
    }
    return needed;
  }

  /** The plan while it grows: every test is a flag of its own, so that no table grows large. */
  private static final class Longer {

    private final Plan plan;
    private final Subjects subjects;
    private final List<Variable> variables;
    private final List<Step> steps;

    Longer(Plan plan) {
      this.plan = plan;
      this.subjects = new Subjects(plan);
      this.variables = new ArrayList<>(plan.variables());
      this.steps = new ArrayList<>(plan.steps());
    }

    Plan plan() {
      return plan.with(variables, steps);
    }

    Variable flag(Requirement requirement) {
      String text = requirement.text();
      if (requirement instanceof Requirement.Test test) {
        boolean[] accepted = subjects.accepted(test);
        return add(text, List.of(subjects.variable(test.subject())), in -> accepted[in[0]] ? 1 : 0);
      }
      if (requirement instanceof Requirement.Not not) {
        return add(text, List.of(flag(not.part())), in -> 1 - in[0]);
      }
      if (requirement instanceof Requirement.All all) {
        return fold(text, all.parts(), Math::min);
      }
      return fold(text, ((Requirement.Any) requirement).parts(), Math::max);
    }

    private interface Fold {
      int of(int a, int b);
    }

    private Variable fold(String text, List<Requirement> parts, Fold fold) {
      Variable so = flag(parts.get(0));
      for (Requirement part : parts.subList(1, parts.size())) {
        so = add(text, List.of(so, flag(part)), in -> fold.of(in[0], in[1]));
      }
      return so;
    }

    private Variable add(String text, List<Variable> inputs, Operation operation) {
      Variable variable = new Variable(variables.size(), text, Domain.Flag.FLAG);
      variables.add(variable);
      steps.add(new Step.Compute(variable, inputs, operation, text));
      return variable;
    }
  }
}
