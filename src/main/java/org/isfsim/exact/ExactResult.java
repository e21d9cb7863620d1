package org.isfsim.exact;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.isfsim.model.Variable;

/**
 * What the exact walk says of the outcomes of a scenario.
 *
 * @param reachable whether each outcome can occur, by exhaustion, in the order of the outcomes
 * @param probability the probability of each outcome
 * @param withoutResult the share of cases for which the rules give no outcome, of all that agree
 *     with what is known; everything else is of those with one
 * @param effects what each assumption does to the outcomes when it alone is set to one value
 * @param witnesses a case of each outcome that can occur, by outcome: the index of every
 *     parameter's value, by address. No case has likelier values of the parameters on which the
 *     outcome can depend; the others are likely ones, given those
 * @param edges how many products were added up
 * @param states how many combinations with a weight were kept on the way to the outcome
 * @param steps what each step on the way to the outcome did
 */
public record ExactResult(
    boolean[] reachable,
    double[] probability,
    double withoutResult,
    List<Effect> effects,
    Map<Integer, Map<String, Integer>> witnesses,
    long edges,
    long states,
    List<WalkStep> steps) {

  /** By how much, relative to themselves, sums over the same cases differ at most. */
  private static final double ROUNDING = 1e-9;

  /**
   * What one assumption does to the outcomes.
   *
   * @param parameter the parameter
   * @param given for each of its values, by index, the probability of each outcome with the
   *     parameter set to that value and all else as it is; null for a value that cannot be set
   */
  public record Effect(Variable parameter, double[][] given) {

    /** The lowest and the highest probability of an outcome over the parameter's values. */
    public Range range(int outcome) {
      double low = Double.POSITIVE_INFINITY;
      double high = Double.NEGATIVE_INFINITY;
      int lowAt = -1;
      int highAt = -1;
      for (int v = 0; v < given.length; v++) {
        if (given[v] == null) {
          continue;
        }
        if (lowAt < 0 || isMore(low, given[v][outcome])) {
          low = given[v][outcome];
          lowAt = v;
        }
        if (highAt < 0 || isMore(given[v][outcome], high)) {
          high = given[v][outcome];
          highAt = v;
        }
      }
      return new Range(
          low, high, new Setting(parameter, lowAt), new Setting(parameter, highAt), parameter);
    }

    /** The largest change that the parameter can make to the probability of any outcome. */
    public double largestSpread() {
      double spread = 0;
      for (int v = 0; v < given.length; v++) {
        if (given[v] != null) {
          for (int o = 0; o < given[v].length; o++) {
            Range range = range(o);
            spread = Math.max(spread, range.high() - range.low());
          }
          return spread;
        }
      }
      return spread;
    }
  }

  /** Whether a probability is greater than another, and not by the rounding of sums alone. */
  public static boolean isMore(double a, double b) {
    return a > b && a - b > ROUNDING * Math.max(Math.abs(a), Math.abs(b));
  }

  /** A parameter set to a value. */
  public record Setting(Variable parameter, int value) {
    @Override
    public String toString() {
      return parameter.name() + "=" + parameter.domain().text(value);
    }
  }

  /**
   * How far the probability of an outcome moves as single assumptions are set to their values.
   *
   * @param low the lowest probability
   * @param high the highest probability
   * @param lowBy the setting that gives the lowest
   * @param highBy the setting that gives the highest
   * @param by the parameter whose values alone span the widest range
   */
  public record Range(double low, double high, Setting lowBy, Setting highBy, Variable by) {}

  /** The range of an outcome over all assumptions; empty when no assumption bears on it. */
  public Optional<Range> range(int outcome) {
    Range widest = null;
    Range lowest = null;
    Range highest = null;
    for (Effect effect : effects) {
      Range range = effect.range(outcome);
      if (!isMore(range.high(), range.low())) {
        continue;
      }
      if (widest == null || isMore(range.high() - range.low(), widest.high() - widest.low())) {
        widest = range;
      }
      if (lowest == null || isMore(lowest.low(), range.low())) {
        lowest = range;
      }
      if (highest == null || isMore(range.high(), highest.high())) {
        highest = range;
      }
    }
    if (widest == null || lowest == null || highest == null) {
      return Optional.empty();
    }
    return Optional.of(
        new Range(lowest.low(), highest.high(), lowest.lowBy(), highest.highBy(), widest.by()));
  }

  /** The assumptions that move any outcome most, the strongest first. */
  public List<Effect> strongest(int count) {
    return effects.stream()
        .sorted(Comparator.comparingDouble(Effect::largestSpread).reversed())
        .limit(count)
        .toList();
  }
}
