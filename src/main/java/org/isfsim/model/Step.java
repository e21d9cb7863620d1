package org.isfsim.model;

import java.util.List;
import java.util.Optional;
import org.isfsim.decision.Signature;
import org.isfsim.parameter.ConditionalDistribution;

/**
 * One step of a case: reads the values of some variables and gives values to others.
 *
 * <p>The same list of steps is followed when a case is sampled, walked exactly and explained.
 */
public sealed interface Step {

  /** The variables whose values it needs, each earlier in the plan. */
  List<Variable> reads();

  /** The variables that it gives a value. */
  List<Variable> writes();

  /**
   * A parameter gets a value.
   *
   * @param variable the parameter
   * @param parents the parameters on which its distribution depends, in the distribution's order
   * @param distribution its distribution given their values
   */
  record Draw(Variable variable, List<Variable> parents, ConditionalDistribution distribution)
      implements Step {

    /** The same draw from another distribution, with the same parents. */
    Draw by(ConditionalDistribution other) {
      return other == distribution ? this : new Draw(variable, parents, other);
    }

    /** Whether another draw differs from this one in what values weigh, if in anything. */
    public boolean isLike(Draw other) {
      return other.variable().equals(variable) && other.parents().equals(parents);
    }

    @Override
    public List<Variable> reads() {
      return parents;
    }

    @Override
    public List<Variable> writes() {
      return List.of(variable);
    }
  }

  /**
   * A quantity is worked out from others.
   *
   * @param variable the quantity
   * @param inputs what it is worked out from
   * @param operation how
   * @param text how, in words
   * @param date what happens on it, if it is a date
   */
  record Compute(
      Variable variable,
      List<Variable> inputs,
      Operation operation,
      String text,
      Optional<String> date)
      implements Step {
    /** A quantity that is no date. */
    public Compute(Variable variable, List<Variable> inputs, Operation operation, String text) {
      this(variable, inputs, operation, text, Optional.empty());
    }

    @Override
    public List<Variable> reads() {
      return inputs;
    }

    @Override
    public List<Variable> writes() {
      return List.of(variable);
    }
  }

  /**
   * The rules decide.
   *
   * @param number the place among the plan's decisions, 0-based; where a case keeps its finding
   * @param column the name of its main column: the decision's name, or for a contributor {@code
   *     supply.DYKE}
   * @param signature which decision
   * @param inputs a variable for each of the signature's inputs, in order
   * @param results a variable for each of the signature's results, in order
   */
  record Decide(
      int number, String column, Signature signature, List<Variable> inputs, List<Variable> results)
      implements Step {
    @Override
    public List<Variable> reads() {
      return inputs;
    }

    @Override
    public List<Variable> writes() {
      return results;
    }
  }
}
