package org.isfsim.exact;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.isfsim.decision.Decisions;
import org.isfsim.model.Definition;
import org.isfsim.model.Evidence;
import org.isfsim.model.Plan;
import org.isfsim.model.Variable;
import org.isfsim.parameter.Domain;
import org.isfsim.parameter.Unit;

/**
 * A plan with independent draws in which one draw, and all that comes of it, exists twice, the rest
 * once: two cases that differ in nothing else. It tells how likely it is that they end differently.
 *
 * <p>Where the two copies together are too large, they are looked at piece by piece. If everything
 * that comes of the draw passes through one variable, the cases can end differently only if this
 * variable differs. So for each two of its classes one copy is held to the one class and the other
 * to the other; in each such piece much of what follows has one value left.
 */
final class DoubledPlan {

  /** How many classes the variable in between may have. */
  private static final int MOST_CLASSES = 6;

  /** How many variables in between are tried. */
  private static final int MOST_TRIED = 4;

  private final Plan original;
  private final Decisions decisions;
  private final FactorGraph graph;
  private final Variable target;
  private final Variable root;
  private final List<Definition> definitions;
  private final BitSet touched = new BitSet();

  /**
   * @param original the scenario's plan
   * @param draws the plan with independent draws
   * @param graph its graph towards the target
   * @param root the draw that exists twice
   */
  DoubledPlan(
      Plan original,
      IndependentDraws draws,
      Decisions decisions,
      FactorGraph graph,
      Variable root) {
    this.original = original;
    this.decisions = decisions;
    this.graph = graph;
    this.target = draws.target();
    this.root = root;
    this.definitions = Definition.of(draws.plan(), decisions);
    touched.set(root.slot());
    for (Definition definition : definitions) {
      if (definition.inputs().stream().anyMatch(input -> touched.get(input.slot()))) {
        touched.set(definition.output().slot());
      }
    }
  }

  /**
   * The probability of each value of the target in the first case together with another value in
   * the second.
   *
   * @throws TooLargeException if neither the whole nor the pieces can be done
   */
  double[] differing() throws TooLargeException {
    try {
      return differing(root, new BitSet(), new BitSet());
    } catch (TooLargeException whole) {
      Optional<double[]> pieces = inPieces();
      if (pieces.isPresent()) {
        return pieces.get();
      }
      throw whole;
    }
  }

  /** The same piece by piece; empty if no variable in between makes the pieces small enough. */
  Optional<double[]> inPieces() {
    for (Variable between : between()) {
      try {
        return Optional.of(byPieces(between));
      } catch (TooLargeException e) {
        // The next variable may do.
      }
    }
    return Optional.empty();
  }

  private double[] byPieces(Variable between) throws TooLargeException {
    int[] classes = graph.classes(between);
    int count = graph.representatives(between).length;
    double[] differing = new double[target.domain().size()];
    for (int c = 0; c < count; c++) {
      for (int d = 0; d < count; d++) {
        if (c != d) {
          double[] piece = differing(between, members(classes, c), members(classes, d));
          for (int y = 0; y < piece.length; y++) {
            differing[y] += piece[y];
          }
        }
      }
    }
    return differing;
  }

  private static BitSet members(int[] classes, int wanted) {
    BitSet members = new BitSet();
    for (int value = 0; value < classes.length; value++) {
      members.set(value, classes[value] == wanted);
    }
    return members;
  }

  /** Variables through which all that comes of the draw passes; those with few classes first. */
  private List<Variable> between() {
    List<Variable> between = new ArrayList<>();
    for (int slot = touched.nextSetBit(0); slot >= 0; slot = touched.nextSetBit(slot + 1)) {
      Variable variable = definitions.get(slot).output();
      if (!variable.equals(target)
          && graph.contains(variable)
          && graph.representatives(variable).length <= MOST_CLASSES
          && (variable.equals(root) || !isReached(variable))) {
        between.add(variable);
      }
    }
    between.sort(Comparator.comparingInt(variable -> graph.representatives(variable).length));
    return between.subList(0, Math.min(MOST_TRIED, between.size()));
  }

  /** Whether the target is reached from the draw without passing through a variable. */
  private boolean isReached(Variable without) {
    BitSet reached = new BitSet();
    reached.set(root.slot());
    for (Definition definition : definitions) {
      if (!definition.output().equals(without)
          && definition.inputs().stream().anyMatch(input -> reached.get(input.slot()))) {
        reached.set(definition.output().slot());
      }
    }
    return reached.get(target.slot());
  }

  /**
   * The same with the variable in between held to some values in each case; to none of them in
   * particular if there are none.
   */
  private double[] differing(Variable between, BitSet first, BitSet second)
      throws TooLargeException {
    PlanRewriter rewritten = new PlanRewriter(original);
    Map<Variable, Variable> one = new HashMap<>();
    Map<Variable, Variable> other = new HashMap<>();
    for (Definition definition : definitions) {
      Variable output = definition.output();
      one.put(output, copy(rewritten, definition, one, ""));
      other.put(
          output,
          touched.get(output.slot())
              ? copy(rewritten, definition, other, " again")
              : known(one, output));
      if (output.equals(between) && !first.isEmpty()) {
        one.put(output, held(rewritten, known(one, output), first));
        other.put(output, held(rewritten, known(other, output), second));
      }
    }
    int values = target.domain().size();
    int same = values * values;
    Variable both =
        rewritten.compute(
            "both cases",
            new Domain.Numbers(Unit.COUNT, 0, same, 1),
            List.of(known(one, target), known(other, target)),
            v -> v[0] == v[1] ? same : v[0] * values + v[1]);
    double[] joint =
        new ExactWalk(rewritten.plan(both, Evidence.NONE), decisions, graph.memory()).weights(both);
    double[] differing = new double[values];
    for (int cell = 0; cell < same; cell++) {
      differing[cell / values] += joint[cell];
    }
    return differing;
  }

  /** A variable that has no value but some, which count as one: nothing later tells them apart. */
  private static Variable held(PlanRewriter rewritten, Variable variable, BitSet values) {
    int only = values.nextSetBit(0);
    return rewritten.compute(
        variable.name() + " held",
        variable.domain(),
        List.of(variable),
        v -> values.get(v[0]) ? only : -1);
  }

  private static Variable copy(
      PlanRewriter rewritten, Definition definition, Map<Variable, Variable> now, String suffix) {
    Variable output = definition.output();
    List<Variable> inputs = new ArrayList<>();
    definition.inputs().forEach(input -> inputs.add(known(now, input)));
    String name = output.name() + suffix;
    if (definition instanceof Definition.Drawn drawn) {
      return rewritten.draw(name, output.domain(), inputs, drawn.distribution());
    }
    return rewritten.compute(
        name, output.domain(), inputs, ((Definition.Derived) definition).operation());
  }

  private static Variable known(Map<Variable, Variable> now, Variable variable) {
    Variable found = now.get(variable);
    if (found == null) {
      throw new IllegalStateException(variable.name() + " comes before what it depends on");
    }
    return found;
  }
}
