package org.isfsim.study;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.isfsim.analysis.Observed;
import org.isfsim.decision.Decisions;
import org.isfsim.decision.RuleCache;
import org.isfsim.decision.RuleSet;
import org.isfsim.document.InvalidInputException;
import org.isfsim.document.Mark;
import org.isfsim.document.Problem;
import org.isfsim.document.Suggestions;
import org.isfsim.model.Case;
import org.isfsim.model.CaseEvaluator;
import org.isfsim.model.Evidence;
import org.isfsim.model.Model;
import org.isfsim.model.Plan;
import org.isfsim.parameter.Domain;
import org.isfsim.scenario.Scenario;
import org.isfsim.scenario.ScenarioLoader;
import org.isfsim.source.Register;

/**
 * A scenario with the rules and the register.
 *
 * @param plan the plan of the scenario's cases, of which what was observed is known
 * @param rules the rules
 * @param register the claims that they cite
 * @param request what was asked for
 */
public record Study(Plan plan, RuleSet rules, Register register, Request request) {

  /**
   * Reads what is asked for.
   *
   * @param rules the rule folder
   * @throws InvalidInputException with every problem of the scenario
   */
  public static Study of(Path rules, Register register, Request request) {
    return of(rules, register, request, plan -> {});
  }

  /**
   * Reads what is asked for.
   *
   * @param rules the rule folder
   * @param asked fails with {@link InvalidInputException} if something else that is asked of the
   *     plan is wrong; depends on no setting
   * @throws InvalidInputException with every problem of the scenario and of what is asked
   */
  public static Study of(Path rules, Register register, Request request, Consumer<Plan> asked) {
    Model model = Model.read(rules);
    Plan plan = plan(model, register, request, Map.of(), asked);
    return new Study(
        plan, RuleSet.read(rules, model.signatures(), RuleCache.ofProcess()), register, request);
  }

  /** The scenario. */
  public Scenario scenario() {
    return plan.scenario();
  }

  /** All cases, whatever was observed. */
  public Study whole() {
    return new Study(plan.given(Evidence.NONE), rules, register, request);
  }

  /**
   * What is known of the cases.
   *
   * @throws InvalidInputException if no case agrees with it
   */
  public Observation observation(Decisions decisions) {
    return new Observations(register, decisions).of(plan);
  }

  /** The seed. */
  public long seed() {
    return request.seed().orElseGet(() -> scenario().run().seed());
  }

  /**
   * The plan with more values set, read anew as a command that sets them would.
   *
   * @throws InvalidInputException if the scenario does not allow them
   */
  public Plan with(Map<String, String> more) {
    return plan(plan.model(), register, request, more, own -> {});
  }

  private static Plan plan(
      Model model,
      Register register,
      Request request,
      Map<String, String> more,
      Consumer<Plan> asked) {
    ScenarioLoader loader = Observed.loader(model, register::hasClaim, asked);
    return Observed.in(model.plan(loader.load(request.file(), request.selection(more))), asked);
  }

  /** The scenario with its policy and the values set, in words. */
  public String about() {
    StringBuilder text = new StringBuilder(scenario().file());
    scenario().policy().ifPresent(name -> text.append(", policy ").append(name));
    request.sets().forEach((address, value) -> text.append(", " + address + "=" + value));
    return text.toString();
  }

  /** A command about the scenario with more values set, as a shell takes it. */
  public String command(String name, List<String> own, Map<String, String> more) {
    return request.command(name, own, more);
  }

  /** Values as they are written, from indices. */
  Map<String, String> texts(Map<String, Integer> values) {
    Map<String, String> texts = new LinkedHashMap<>();
    plan.draws()
        .forEach(
            draw -> {
              Integer value = values.get(draw.variable().name());
              if (value != null) {
                texts.put(draw.variable().name(), draw.variable().domain().text(value));
              }
            });
    return texts;
  }

  /** Whether the command that explains a case with more values set shows an outcome. */
  boolean leadsTo(String outcome, long caseNumber, Map<String, String> more, Decisions decisions) {
    Plan changed = with(more);
    Case row = new Case(changed);
    new CaseEvaluator(changed, decisions, seed())
        .evaluate(caseNumber, CaseEvaluator.nothingGiven(changed), row);
    return row.failure() == null
        && changed.evidence().holdsIn(row.values())
        && row.text(changed.outcome()).equals(outcome);
  }

  /**
   * The index of an outcome that was named.
   *
   * @param option where it was named, for the message
   * @throws InvalidInputException if there is none of the name
   */
  public int outcome(String option, String name) {
    return outcome(plan, option, name);
  }

  /**
   * The index of an outcome that was named.
   *
   * @param option where it was named, for the message
   * @throws InvalidInputException if there is none of the name
   */
  public static int outcome(Plan plan, String option, String name) {
    Domain outcomes = plan.outcome().domain();
    return outcomes
        .indexOf(name)
        .orElseThrow(
            () ->
                new InvalidInputException(
                    Problem.of(
                            Mark.of(option + " " + name),
                            "",
                            "there is no outcome \"" + name + "\"")
                        .allowing(String.join(", ", outcomes.texts()))
                        .advising(Suggestions.didYouMean(name, outcomes.texts()))));
  }
}
