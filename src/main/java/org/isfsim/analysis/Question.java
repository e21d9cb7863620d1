package org.isfsim.analysis;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.isfsim.model.Plan;
import org.isfsim.model.Variable;

/**
 * Statements put to a plan: the plan with a flag more for each of them, which every case and every
 * walk works out like any other quantity.
 *
 * @param plan the plan with the flags at its end
 * @param flags the flags, in the order of the statements
 * @param needed for each flag, by variable, the values without which it is false
 */
public record Question(Plan plan, List<Variable> flags, List<Map<Variable, boolean[]>> needed) {

  /** Copies the lists. */
  public Question {
    flags = List.copyOf(flags);
    needed = needed.stream().map(Map::copyOf).toList();
  }

  /**
   * Puts statements to a plan.
   *
   * @param statements each checked against a plan of the same model
   */
  public static Question of(Plan plan, List<Statement> statements) {
    Longer longer = new Longer(plan);
    List<Variable> flags = statements.stream().map(longer::flag).toList();
    List<Map<Variable, boolean[]>> needed =
        statements.stream().map(statement -> needed(plan, statement, true)).toList();
    return new Question(longer.plan(), flags, needed);
  }

  /** By variable, the values without which a statement does not hold, or does not fail to. */
  private static Map<Variable, boolean[]> needed(Plan plan, Statement statement, boolean holds) {
    Map<Variable, boolean[]> needed = new HashMap<>();
    if (statement instanceof Statement.Not not) {
      return needed(plan, not.part(), !holds);
    }
    if (statement instanceof Statement.Test test) {
      Subjects subjects = new Subjects(plan);
      boolean[] accepted = subjects.accepted(test);
      for (int v = 0; v < accepted.length; v++) {
        accepted[v] = accepted[v] == holds;
      }
      needed.put(subjects.variable(test.subject()), accepted);
      return needed;
    }
    List<Statement> parts =
        statement instanceof Statement.All all && holds
            ? all.parts()
            : statement instanceof Statement.Any any && !holds ? any.parts() : List.of();
    for (Statement part : parts) {
      needed(plan, part, holds)
          .forEach((variable, accepted) -> needed.merge(variable, accepted, Question::both));
    }
    return needed;
  }

  /** What both accept. */
  static boolean[] both(boolean[] a, boolean[] b) {
    boolean[] both = a.clone();
    for (int v = 0; v < both.length; v++) {
      both[v] &= b[v];
    }
    return both;
  }

  /** Puts statements to a plan that grows. */
  private static final class Longer {

    private final LongerPlan plan;
    private final Subjects subjects;

    Longer(Plan plan) {
      this.plan = new LongerPlan(plan);
      this.subjects = new Subjects(plan);
    }

    Plan plan() {
      return plan.plan();
    }

    Variable flag(Statement statement) {
      String text = statement.text();
      if (statement instanceof Statement.Test test) {
        boolean[] accepted = subjects.accepted(test);
        return plan.add(
            text, List.of(subjects.variable(test.subject())), in -> accepted[in[0]] ? 1 : 0);
      }
      if (statement instanceof Statement.Not not) {
        return plan.add(text, List.of(flag(not.part())), in -> 1 - in[0]);
      }
      if (statement instanceof Statement.All all) {
        return fold(text, all.parts(), Math::min);
      }
      return fold(text, ((Statement.Any) statement).parts(), Math::max);
    }

    private interface Fold {
      int of(int a, int b);
    }

    private Variable fold(String text, List<Statement> parts, Fold fold) {
      Variable so = flag(parts.get(0));
      for (Statement part : parts.subList(1, parts.size())) {
        so = plan.add(text, List.of(so, flag(part)), in -> fold.of(in[0], in[1]));
      }
      return so;
    }
  }
}
