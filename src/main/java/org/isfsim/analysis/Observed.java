package org.isfsim.analysis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.isfsim.document.InvalidInputException;
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

  /** The statements of a scenario. */
  private record Read(List<Statement> observed, List<Statement> questions) {}

  /**
   * A loader of scenarios of a model. Of a scenario that has problems it tells those of its
   * statements with the others.
   *
   * @param knownClaim whether a claim with an id such as {@code S001-29} exists
   */
  public static ScenarioLoader loader(Model model, Predicate<String> knownClaim) {
    return loader(model, knownClaim, plan -> {});
  }

  /**
   * The same of what is also asked of a scenario's plan.
   *
   * @param asked fails with {@link InvalidInputException} if something that is asked is wrong;
   *     depends on no setting
   */
  public static ScenarioLoader loader(
      Model model, Predicate<String> knownClaim, Consumer<Plan> asked) {
    return new ScenarioLoader(
        model.catalogue(),
        knownClaim,
        (scenario, areContributorsKnown) -> {
          Problems problems = new Problems();
          Consumer<Plan> alsoAsked = areContributorsKnown ? asked : plan -> {};
          Read unused = read(model.plan(scenario), alsoAsked, problems);
          return problems.all();
        });
  }

  /**
   * The plan of which a scenario's observations are known, and of whose cases its questions are
   * asked. The flags of the questions follow those of the observations.
   *
   * @throws InvalidInputException with every statement that cannot be read
   */
  public static Plan in(Plan plan) {
    return in(plan, own -> {});
  }

  /**
   * The same, where something else is asked too.
   *
   * @param asked fails with {@link InvalidInputException} if something that is asked is wrong
   * @throws InvalidInputException with every statement that cannot be read and all that is wrong
   *     with what is asked
   */
  public static Plan in(Plan plan, Consumer<Plan> asked) {
    Problems problems = new Problems();
    Read read = read(plan, asked, problems);
    problems.throwIfAny();
    Plan given = given(plan, read.observed());
    if (read.questions().isEmpty()) {
      return given;
    }
    Question question = Question.of(given, read.questions());
    return question.plan().asking(question.flags());
  }

  private static Read read(Plan plan, Consumer<Plan> asked, Problems problems) {
    Read read =
        new Read(
            read(plan.scenario().observed(), plan, problems),
            read(plan.scenario().questions(), plan, problems));
    problems.check(() -> asked.accept(plan));
    return read;
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
      problems.attempt(() -> StatementParser.parse(statement, plan)).ifPresent(statements::add);
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
