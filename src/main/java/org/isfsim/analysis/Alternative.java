package org.isfsim.analysis;

import java.util.List;
import java.util.function.Predicate;
import org.isfsim.model.Plan;
import org.isfsim.model.Variable;
import org.isfsim.parameter.Basis;
import org.isfsim.parameter.ParameterKind;
import org.isfsim.scenario.Origin;
import org.isfsim.scenario.Setting;

/**
 * One of several things that are compared: a scenario, under a policy or with values set.
 *
 * @param name its name in results
 * @param about what it is, in words: the file, the policy and the values set
 * @param plan the plan of its cases
 */
public record Alternative(String name, String about, Plan plan) {

  /** The same with statements put to its plan. */
  Question asking(List<Objective> objectives) {
    return Question.of(plan, objectives.stream().map(Objective::statement).toList());
  }

  /** Which parameters have futures: assumptions, and switches. */
  Predicate<Variable> moves() {
    return variable -> isAssumption(variable.name()) || isSwitch(variable.name());
  }

  /**
   * Whether the parameter of an address is an uncertainty that rests on an assumption. What was set
   * on the command line is a question and stays as it is.
   */
  boolean isAssumption(String address) {
    Setting setting = plan.scenario().setting(address);
    return setting.parameter().kind() == ParameterKind.UNCERTAINTY
        && setting.basis() == Basis.ASSUMPTION
        && setting.origin() != Origin.COMMAND_LINE;
  }

  /** Whether the parameter of an address is a switch that was not set on the command line. */
  boolean isSwitch(String address) {
    Setting setting = plan.scenario().setting(address);
    return setting.parameter().kind() == ParameterKind.SWITCH
        && setting.origin() != Origin.COMMAND_LINE;
  }

  /** Whether a parameter is here, with the same values, and has futures. */
  boolean isOpen(Variable parameter) {
    Setting setting = plan.scenario().settings().get(parameter.name());
    return setting != null
        && setting.domain().equals(parameter.domain())
        && moves().test(parameter);
  }
}
