package org.isfsim.exact;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.isfsim.decision.Decisions;
import org.isfsim.model.Plan;
import org.isfsim.model.Step;
import org.isfsim.model.Variable;

/**
 * What becomes of a variable when single parameters are set to each value of their domains, and
 * which of its values can occur at all whatever weights are believed.
 */
public final class FuturesWalk {

  private final Plan plan;
  private final Decisions decisions;

  /** Questions about this plan, decided by these decisions. */
  public FuturesWalk(Plan plan, Decisions decisions) {
    this.plan = plan;
    this.decisions = decisions;
  }

  /**
   * A variable's probabilities as assumed, and with single parameters set.
   *
   * @param probability of each value, by index, with everything as the scenario has it
   * @param effects for each parameter that bears on the variable, the same with that parameter
   *     alone set to each value of its domain
   */
  public record Futures(double[] probability, List<ExactResult.Effect> effects) {
    /** Copies the list. */
    public Futures {
      effects = List.copyOf(effects);
    }
  }

  /**
   * The probabilities of a target's values in every future. One walk is made for all parameters;
   * where it would be too large, one for each half of them, and so on.
   *
   * @param moves which parameters are set to each of their values, one at a time
   * @throws TooLargeException if even a walk for one parameter would need too much room; the
   *     message names the step
   */
  public Futures futures(Variable target, Predicate<Variable> moves) throws TooLargeException {
    return halving(target, Map.of(), moved(moves));
  }

  /**
   * The probabilities of a flag in every future, from walks that follow only what can make it true.
   *
   * @param accepted by variable, the values without which the flag is false
   * @param moves which parameters are set to each of their values, one at a time
   * @throws TooLargeException if even a walk for one parameter would need too much room; the
   *     message names the step
   */
  public Futures futures(
      Variable flag, Map<Variable, boolean[]> accepted, Predicate<Variable> moves)
      throws TooLargeException {
    Futures whenTrue = halving(flag, accepted, moved(moves));
    complete(whenTrue.probability());
    for (ExactResult.Effect effect : whenTrue.effects()) {
      for (int v = 0; v < effect.given().length; v++) {
        if (!isSettable(effect.parameter(), v)) {
          effect.given()[v] = new double[2];
        } else if (effect.given()[v] != null) {
          complete(effect.given()[v]);
        }
      }
    }
    return whenTrue;
  }

  /** What is not true is false. */
  private static void complete(double[] flag) {
    flag[1] = Math.min(1, flag[1]);
    flag[0] = 1 - flag[1];
  }

  /** Whether the scenario says how all is distributed that depends on a parameter set so. */
  private boolean isSettable(Variable parameter, int value) {
    return plan.draws().stream()
        .filter(draw -> draw.parents().contains(parameter))
        .allMatch(
            draw -> {
              int[] parents = new int[draw.parents().size()];
              boolean[] defined = {true};
              each(draw, 0, parents, parameter, value, defined);
              return defined[0];
            });
  }

  private void each(
      Step.Draw draw, int at, int[] parents, Variable parameter, int value, boolean[] defined) {
    if (at == parents.length) {
      defined[0] &= draw.distribution().isDefinedAt(parents);
      return;
    }
    Variable parent = draw.parents().get(at);
    int[] values = parent.equals(parameter) ? new int[] {value} : possible(parent);
    for (int v : values) {
      parents[at] = v;
      each(draw, at + 1, parents, parameter, value, defined);
    }
  }

  private int[] possible(Variable drawn) {
    Step.Draw draw =
        plan.draws().stream().filter(d -> d.variable().equals(drawn)).findFirst().orElseThrow();
    return draw.distribution().support(draw.parents().stream().map(this::possible).toList());
  }

  private List<Variable> moved(Predicate<Variable> moves) {
    return plan.draws().stream().map(Step.Draw::variable).filter(moves).toList();
  }

  private Futures halving(Variable target, Map<Variable, boolean[]> accepted, List<Variable> moved)
      throws TooLargeException {
    try {
      return walk(target, accepted, moved);
    } catch (TooLargeException e) {
      if (moved.size() < 2) {
        throw e;
      }
      int half = moved.size() / 2;
      Futures first = halving(target, accepted, moved.subList(0, half));
      Futures second = halving(target, accepted, moved.subList(half, moved.size()));
      List<ExactResult.Effect> effects = new ArrayList<>(first.effects());
      effects.addAll(second.effects());
      return new Futures(first.probability(), effects);
    }
  }

  private Futures walk(Variable target, Map<Variable, boolean[]> accepted, List<Variable> moved)
      throws TooLargeException {
    FactorGraph graph =
        FactorGraph.of(
            supports(target, accepted, moved::contains),
            List.of(target),
            FactorGraph.PROBABILITY,
            Algebra.SUM_PRODUCT);
    JoinTree tree = new JoinTree(graph, target, Algebra.SUM_PRODUCT);
    double[] probability = ExactWalk.byValue(graph, target, tree.total());
    tree.distribute();
    List<ExactResult.Effect> effects = new ArrayList<>();
    for (Variable parameter : moved) {
      if (graph.contains(parameter)) {
        ExactResult.Effect effect = ExactWalk.effect(graph, tree, target, parameter);
        if (effect != null) {
          effects.add(effect);
        }
      }
    }
    return new Futures(probability, effects);
  }

  /**
   * Which of a target's values occur for some values of the parameters that may have any.
   *
   * @param free the parameters that may have any value of their domains; the others have those that
   *     the scenario allows
   * @throws TooLargeException if the walk would need too much room; the message names the step
   */
  public boolean[] possible(Variable target, Predicate<Variable> free) throws TooLargeException {
    FactorGraph graph =
        FactorGraph.of(
            supports(target, Map.of(), free),
            List.of(target),
            (drawn, parents, value) ->
                free.test(drawn.output())
                        || FactorGraph.PROBABILITY.weight(drawn, parents, value) > 0
                    ? 1
                    : 0,
            Algebra.MAX_PRODUCT);
    JoinTree tree = new JoinTree(graph, target, Algebra.MAX_PRODUCT);
    double[] best = ExactWalk.byValue(graph, target, tree.total());
    boolean[] possible = new boolean[best.length];
    for (int v = 0; v < best.length; v++) {
      possible[v] = best[v] > 0;
    }
    return possible;
  }

  private Supports supports(
      Variable target, Map<Variable, boolean[]> accepted, Predicate<Variable> free)
      throws TooLargeException {
    return Supports.of(
        plan,
        decisions,
        List.of(target),
        (drawn, possible) ->
            free.test(drawn.output())
                ? IntStream.range(0, drawn.output().domain().size()).toArray()
                : possible,
        accepted);
  }
}
