package org.isfsim.analysis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.isfsim.document.InvalidInputException;
import org.isfsim.document.Problem;
import org.isfsim.document.Problems;
import org.isfsim.model.Evidence;
import org.isfsim.model.Model;
import org.isfsim.model.Plan;
import org.isfsim.model.Variable;
import org.isfsim.scenario.ScenarioLoader;
import org.isfsim.scenario.WrittenStatement;

/** Puts the statements of a scenario to its plan: what was observed, and its own questions. */
public final class Observed {

  private Observed() {}

  /**
   * A loader of scenarios of a model. Of a scenario that has problems it tells those of its
   * statements with the others.
   *
   * @param knownClaim whether a claim with an id such as {@code S001-29} exists
   */
  public static ScenarioLoader loader(Model model, Predicate<String> knownClaim) {
    return new ScenarioLoader(
        model.catalogue(), knownClaim, scenario -> problems(model.plan(scenario)));
  }

  private static List<Problem> problems(Plan plan) {
    Problems problems = new Problems();
    List<Statement> unusedObserved = read(plan.scenario().observed(), plan, problems);
    List<Statement> unusedQuestions = read(plan.scenario().questions(), plan, problems);
    return problems.all();
  }

  /**
   * The plan of which a scenario's observations are known, and of whose cases its questions are
   * asked. The flags of the questions follow those of the observations.
   *
   * @throws InvalidInputException with every statement that cannot be read
   */
  public static Plan in(Plan plan) {
    Problems problems = new Problems();
    List<Statement> observed = read(plan.scenario().observed(), plan, problems);
    List<Statement> questions = read(plan.scenario().questions(), plan, problems);
    problems.throwIfAny();
    Plan given = given(plan, observed);
    if (questions.isEmpty()) {
      return given;
    }
    Question asked = Question.of(given, questions);
    return asked.plan().asking(asked.flags());
  }

  /** The plan of which some statements, checked against it, are known. */
  public static Plan given(Plan plan, List<Statement> statements) {
    if (statements.isEmpty()) {
      return plan;
    }
    Question known = Question.of(plan, statements);
    return known.plan().given(new Evidence(known.flags(), together(known.needed())));
  }

  /** The same plan of which the place-th observation alone is known. */
  public static Plan alone(Plan plan, int place) {
    return plan.given(new Evidence(List.of(plan.evidence().flags().get(place)), Map.of()));
  }

  private static List<Statement> read(
      List<WrittenStatement> written, Plan plan, Problems problems) {
    List<Statement> statements = new ArrayList<>();
    for (WrittenStatement statement : written) {
      try {
        statements.add(StatementParser.parse(statement, plan));
      } catch (InvalidInputException e) {
        e.problems().forEach(problems::add);
      }
    }
    return statements;
  }

  /** What is needed by all. */
  private static Map<Variable, boolean[]> together(List<Map<Variable, boolean[]>> needed) {
    Map<Variable, boolean[]> together = new HashMap<>();
    needed.forEach(of -> of.forEach((v, accepted) -> together.merge(v, accepted, Question::both)));
    return together;
  }
}
