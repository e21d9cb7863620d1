package org.isfsim.explanation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.isfsim.model.Case;
import org.isfsim.model.Plan;
import org.isfsim.model.Step;
import org.isfsim.parameter.Distribution;

/**
 * A case that reaches an outcome, and what to set to see it again.
 *
 * @param probability the probability of the values on which it rests, all together
 * @param values those of the values on which it rests that the scenario leaves open, in order
 * @param set what to set in the first case, as indices by address
 * @param all the index of every parameter's value, by address
 */
public record Witness(
    double probability, List<Value> values, Map<String, Integer> set, Map<String, Integer> all) {

  /** Copies the collections. */
  public Witness {
    values = List.copyOf(values);
    set = Map.copyOf(set);
    all = Map.copyOf(all);
  }

  /**
   * A value of a case.
   *
   * @param address the parameter
   * @param index the index of the value
   * @param text the value as written
   * @param probability how likely it is, given those on which it depends
   * @param usual whether no other value is likelier
   */
  public record Value(String address, int index, String text, double probability, boolean usual) {}

  /**
   * The witness of given values, by evaluating it.
   *
   * @param values the index of every parameter's value, by address
   * @return empty if the case does not end in the outcome
   */
  public static Optional<Witness> of(
      Plan plan, Replays replays, Map<String, Integer> values, int outcome) {
    Case row = replays.evaluate(1, values);
    if (!replays.endsIn(row, outcome)) {
      return Optional.empty();
    }
    Set<String> needed = replays.needed(row);
    double together = 1;
    List<Value> open = new ArrayList<>();
    for (Step.Draw draw : plan.draws()) {
      String address = draw.variable().name();
      if (!needed.contains(address) || draw.distribution().isFixed()) {
        continue;
      }
      int value = row.value(draw.variable());
      Distribution distribution =
          draw.distribution().at(draw.parents().stream().mapToInt(row::value).toArray());
      double probability = distribution.probability(value);
      together *= probability;
      double best = 0;
      for (int other : distribution.support()) {
        best = Math.max(best, distribution.probability(other));
      }
      open.add(
          new Value(address, value, row.text(draw.variable()), probability, probability >= best));
    }
    Map<String, Integer> set =
        replays.settings(1, Map.of(), values, open.stream().map(Value::address).toList());
    return replays.endsIn(replays.evaluate(1, set), outcome)
        ? Optional.of(new Witness(together, open, set, values))
        : Optional.empty();
  }
}
