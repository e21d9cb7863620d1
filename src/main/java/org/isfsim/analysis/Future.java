package org.isfsim.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.isfsim.exact.ExactResult.Effect;
import org.isfsim.exact.FuturesWalk.Futures;
import org.isfsim.model.Variable;
import org.jspecify.annotations.Nullable;

/**
 * One parameter set to one value under every alternative, all else as it is.
 *
 * @param parameter the address of the parameter; empty for everything as assumed
 * @param value the value as written; empty for everything as assumed
 * @param index the index of the value
 * @param probability for each alternative the probabilities of a variable's values
 */
public record Future(String parameter, String value, int index, List<double[]> probability) {

  /** How far a sum of probabilities may be from 1 by rounding alone. */
  private static final double ROUNDING = 1e-9;

  /** Copies the list. */
  public Future {
    probability = List.copyOf(probability);
  }

  /** Whether it is the future in which everything is as assumed. */
  public boolean isAsAssumed() {
    return parameter.isEmpty();
  }

  /** The future in words, such as {@code council.china.vote=no}. */
  public String text() {
    return isAsAssumed() ? "as assumed" : parameter + "=" + value;
  }

  /** The probability of a value under an alternative. */
  public double probability(int alternative, int valueOfVariable) {
    return probability.get(alternative)[valueOfVariable];
  }

  /**
   * The futures that alternatives have in common: everything as assumed, then each value of each
   * parameter that is open under all of them. A parameter that does not bear on the variable under
   * some of them leaves it as assumed there. A value for which a scenario does not say how
   * something else is distributed is no future.
   *
   * @param byAlternative what each alternative becomes
   * @param open whether a parameter is open under an alternative
   */
  static List<Future> common(List<Futures> byAlternative, Openness open) {
    List<Future> futures = new ArrayList<>();
    futures.add(new Future("", "", -1, byAlternative.stream().map(Futures::probability).toList()));
    Map<String, Variable> parameters = new LinkedHashMap<>();
    for (Futures of : byAlternative) {
      of.effects().forEach(e -> parameters.putIfAbsent(e.parameter().name(), e.parameter()));
    }
    for (Variable parameter : parameters.values()) {
      if (open.isOpen(parameter)) {
        for (int v = 0; v < parameter.domain().size(); v++) {
          future(parameter, v, byAlternative).ifPresent(futures::add);
        }
      }
    }
    return futures;
  }

  /** Whether a parameter is open under every alternative, with the same values. */
  interface Openness {
    boolean isOpen(Variable parameter);
  }

  private static Optional<Future> future(
      Variable parameter, int value, List<Futures> byAlternative) {
    List<double[]> rows = new ArrayList<>();
    for (Futures of : byAlternative) {
      double[] row = of.probability();
      for (Effect effect : of.effects()) {
        if (effect.parameter().name().equals(parameter.name())) {
          row = effect.given()[value];
        }
      }
      if (!isDefined(row)) {
        return Optional.empty();
      }
      rows.add(row);
    }
    return Optional.of(new Future(parameter.name(), parameter.domain().text(value), value, rows));
  }

  /** Whether probabilities are there and add up to 1. */
  static boolean isDefined(double @Nullable [] row) {
    if (row == null) {
      return false;
    }
    double sum = 0;
    for (double p : row) {
      sum += p;
    }
    return Math.abs(sum - 1) <= ROUNDING;
  }
}
