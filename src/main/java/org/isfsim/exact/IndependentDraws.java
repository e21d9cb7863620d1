package org.isfsim.exact;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.isfsim.decision.Decisions;
import org.isfsim.model.Definition;
import org.isfsim.model.Plan;
import org.isfsim.model.Variable;
import org.isfsim.parameter.ConditionalDistribution;
import org.isfsim.parameter.Distribution;
import org.isfsim.parameter.Domain;
import org.isfsim.parameter.Unit;

/**
 * A plan whose draws are all independent of each other. A parameter that depends on others is drawn
 * as in a sampled case: from a uniform number of its own, by inversion of its distribution given
 * the values of its parents. So the uniform number is what is drawn, and the parameter a function
 * of it and of the parents. Of the number only the slice matters in which no distribution changes
 * its value; the slices are finitely many.
 *
 * @param plan the plan, with the target for its outcome
 * @param target the variable in question
 * @param roots by the address of each parameter on which the target depends, what is drawn for it
 */
record IndependentDraws(Plan plan, Variable target, Map<String, Variable> roots) {

  private static final int MOST_SLICES = 4096;

  /**
   * The part of a plan on which a variable depends, with independent draws.
   *
   * @param memory what walks over this and other plans have worked out
   * @throws TooLargeException if a parameter has too many slices, naming it
   */
  static IndependentDraws of(Plan original, Decisions decisions, Variable target, WalkMemory memory)
      throws TooLargeException {
    Supports supports =
        Supports.of(
            original, decisions, List.of(target), (drawn, possible) -> possible, Map.of(), memory);
    PlanRewriter rewritten = new PlanRewriter(original);
    Map<Variable, Variable> now = new HashMap<>();
    Map<String, Variable> roots = new LinkedHashMap<>();
    var needed = supports.needed(List.of(target));
    for (int slot = needed.nextSetBit(0); slot >= 0; slot = needed.nextSetBit(slot + 1)) {
      Definition definition = supports.definition(slot);
      Variable output = definition.output();
      List<Variable> inputs = definition.inputs().stream().map(now::get).toList();
      if (definition instanceof Definition.Derived derived) {
        now.put(
            output, rewritten.compute(output.name(), output.domain(), inputs, derived.operation()));
      } else if (definition instanceof Definition.Drawn drawn && inputs.isEmpty()) {
        Variable root =
            rewritten.draw(output.name(), output.domain(), inputs, drawn.distribution());
        now.put(output, root);
        roots.put(output.name(), root);
      } else if (definition instanceof Definition.Drawn drawn) {
        double[] starts = slices(drawn, supports.supports());
        Variable root =
            rewritten.draw(
                "draw of " + output.name(),
                new Domain.Numbers(Unit.COUNT, 0, starts.length - 1, 1),
                List.of(),
                ConditionalDistribution.of(Distribution.of(lengths(starts))));
        List<Variable> read = new ArrayList<>(inputs);
        read.add(root);
        now.put(
            output,
            rewritten.compute(
                output.name(),
                output.domain(),
                read,
                values -> {
                  int[] parents = Arrays.copyOf(values, values.length - 1);
                  return drawn.distribution().isDefinedAt(parents)
                      ? drawn.distribution().at(parents).sample(starts[values[parents.length]])
                      : -1;
                }));
        roots.put(output.name(), root);
      }
    }
    Variable outcome = now.get(target);
    if (outcome == null) {
      throw new IllegalArgumentException(target.name() + " is not in the plan");
    }
    return new IndependentDraws(
        rewritten.plan(outcome, original.evidence().of(now)), outcome, roots);
  }

  /** Where the slices begin: wherever a distribution that can apply goes on to its next value. */
  private static double[] slices(Definition.Drawn drawn, int[][] supports)
      throws TooLargeException {
    int[][] parents = drawn.inputs().stream().map(v -> supports[v.slot()]).toArray(int[][]::new);
    NavigableSet<Double> starts = new TreeSet<>(List.of(0.0));
    int[] at = new int[parents.length];
    int[] values = new int[parents.length];
    int changed;
    do {
      for (int i = 0; i < at.length; i++) {
        values[i] = parents[i][at[i]];
      }
      if (drawn.distribution().isDefinedAt(values)) {
        Distribution distribution = drawn.distribution().at(values);
        for (int value : distribution.support()) {
          starts.add(distribution.cumulative(value));
        }
      }
      changed = at.length - 1;
      while (changed >= 0 && ++at[changed] == parents[changed].length) {
        at[changed--] = 0;
      }
    } while (changed >= 0);
    starts.remove(1.0);
    if (starts.size() > MOST_SLICES) {
      throw new TooLargeException(
          drawn.output().name()
              + " has "
              + starts.size()
              + " slices of its uniform number, at most "
              + MOST_SLICES
              + " are looked at");
    }
    return starts.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static double[] lengths(double[] starts) {
    double[] lengths = new double[starts.length];
    for (int i = 0; i < starts.length; i++) {
      lengths[i] = (i + 1 < starts.length ? starts[i + 1] : 1) - starts[i];
    }
    return lengths;
  }
}
